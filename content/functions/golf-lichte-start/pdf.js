// Doet alsof: een groot pakket dat bij het laden veel moet klaarzetten.
await new Promise((klaar) => setTimeout(klaar, 600));
console.log('groot pakket geladen');

/** @param {readonly string[]} regels */
export function maakPdf(regels) {
  return `%PDF ${regels.length} regels`;
}
