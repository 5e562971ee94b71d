/** Doet alsof: haalt de instellingen van ver weg. Dat duurt elke keer even. */
export async function haalInstellingen() {
  await new Promise((klaar) => setTimeout(klaar, 60));
  console.log('instellingen gehaald');
  return { winkel: 'De Hoek', korting: 10 };
}
