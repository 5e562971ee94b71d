import { leesBody } from './body.js';
import { afspraak, maakPorto } from './porto.js';
import tests from './tests.js';

/**
 * Keurt jouw tests. In de body staat wat er aan de functie anders is dan de afspraak: met `{}` is ze goed.
 *
 * @param {Request} request
 */
export default async function keur(request) {
  const anders = await leesBody(request);
  const porto = maakPorto({ ...afspraak, ...anders });
  /** @param {string} pad */
  const vraag = async (pad) => porto(new Request(`https://test.example${pad}`));
  try {
    await tests(vraag);
    return Response.json({ kleur: 'groen' });
  } catch (fout) {
    console.log(fout instanceof Error ? fout.message : fout);
    return Response.json({ kleur: 'rood' });
  }
}
