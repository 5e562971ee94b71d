import { bestellingen, klanten } from './gegevens.js';

export default function telPerStad() {
  /** @type {Record<string, number>} */
  const perStad = {};
  for (const { klantnummer } of bestellingen) {
    // Zoekt bij elke bestelling de hele lijst af.
    const klant = klanten.find((k) => k.nummer === klantnummer);
    const stad = klant?.stad ?? 'onbekend';
    perStad[stad] = (perStad[stad] ?? 0) + 1;
  }
  return Response.json(perStad);
}
