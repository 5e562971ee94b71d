/** Doet alsof: haalt een bestelling op. */
export async function haalBestelling() {
  await new Promise((klaar) => setTimeout(klaar, 60));
  return ['2 × brood', '1 × kaas'];
}
