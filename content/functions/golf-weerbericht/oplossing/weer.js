import { vraagWeer } from './meetpunt.js';

const plaatsen = ['Gent', 'Utrecht', 'Leuven', 'Groningen', 'Breda'];

export default async function weer() {
  const metingen = await Promise.all(plaatsen.map(vraagWeer));
  metingen.sort((a, b) => b.graden - a.graden);
  return Response.json({ warmst: metingen[0]?.plaats, aantal: metingen.length });
}
