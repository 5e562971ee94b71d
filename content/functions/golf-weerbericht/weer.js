import { vraagWeer } from './meetpunt.js';

const plaatsen = ['Gent', 'Utrecht', 'Leuven', 'Groningen', 'Breda'];

export default async function weer() {
  const metingen = [];
  for (const plaats of plaatsen) {
    metingen.push(await vraagWeer(plaats));
  }
  metingen.sort((a, b) => b.graden - a.graden);
  return Response.json({ warmst: metingen[0]?.plaats, aantal: metingen.length });
}
