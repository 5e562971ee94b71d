import { verstuur } from './post.js';

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function welkom(request, context) {
  const { naam, mail } = await request.json();
  verstuur(mail, naam);
  await context.kv.put(`welkom/${mail}`, true);
  return Response.json({ naam }, { status: 201 });
}
