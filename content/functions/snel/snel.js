import { bestellingen, klanten } from './gegevens.js';

export default function telPerStad() {
  // Maakt één keer een register: van nummer naar klant.
  const register = new Map(klanten.map((k) => [k.nummer, k]));

  /** @type {Record<string, number>} */
  const perStad = {};
  for (const { klantnummer } of bestellingen) {
    const klant = register.get(klantnummer);
    const stad = klant?.stad ?? 'onbekend';
    perStad[stad] = (perStad[stad] ?? 0) + 1;
  }
  return Response.json(perStad);
}
