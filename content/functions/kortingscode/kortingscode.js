import { maakCodes } from './codes.js';

const codes = maakCodes();

/** @param {Request} request */
export default function controleer(request) {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === '/status') return new Response('De kassa is open.');

  const code = searchParams.get('code') ?? '';
  return Response.json({ code, geldig: codes.has(code) });
}
