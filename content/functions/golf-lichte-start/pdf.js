// Een groot pakket: het haalt bij het laden eerst al zijn lettertypen op. Dat duurt even.
const antwoord = await fetch('https://letters.example/lettertypen');
/** @type {string[]} */
const lettertypen = await antwoord.json();

/** @param {readonly string[]} regels */
export function maakPdf(regels) {
  return `%PDF ${regels.length} regels in ${lettertypen[0]}`;
}
