import { verstuur } from './post.js';

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function welkom(request, context) {
  const { naam, mail } = await request.json();
  try {
    await verstuur(mail, naam);
  } catch (fout) {
    console.error(`geen welkomstmail: ${fout}`);
    return Response.json({ fout: 'De welkomstmail is niet verstuurd.' }, { status: 502 });
  }
  await context.kv.put(`welkom/${mail}`, true);
  return Response.json({ naam }, { status: 201 });
}
