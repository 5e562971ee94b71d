import { verstuur } from './mail.js';

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function schrijfIn(request, context) {
  const { mail } = await request.json();
  await context.kv.put(`inschrijving/${mail}`, { mail });
  await verstuur(mail);
  return Response.json({ mail }, { status: 201 });
}
