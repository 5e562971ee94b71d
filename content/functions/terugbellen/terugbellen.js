import { wachttijd } from './wachttijd.js';

const BELLERS = 50;
/** Zoveel bellers kan de dienst helpen in elke 100 ms. */
const PLAATSEN = 10;

/** @param {Request} request */
export default function terugbellen(request) {
  const metToeval = new URL(request.url).pathname === '/met-toeval';
  let bellers = Array.from({ length: BELLERS }, () => ({ beltOpMs: 0, weigeringen: 0 }));
  let geweigerd = 0;
  const regels = [];

  for (let vanaf = 0; bellers.length > 0; vanaf += 100) {
    const nu = bellers.filter(({ beltOpMs }) => beltOpMs < vanaf + 100);
    const later = bellers.filter(({ beltOpMs }) => beltOpMs >= vanaf + 100);
    if (nu.length === 0) continue;

    const pech = nu.slice(PLAATSEN);
    for (const beller of pech) {
      beller.weigeringen += 1;
      beller.beltOpMs = vanaf + 100 + wachttijd(beller.weigeringen, metToeval);
    }
    geweigerd += pech.length;
    bellers = [...later, ...pech];

    const beeld = teken('+', nu.length - pech.length) + teken('x', pech.length);
    regels.push(`${String(vanaf).padStart(4)} ms ${beeld}`);
  }
  return new Response(`${geweigerd} keer geweigerd\n${regels.join('\n')}`);
}

/**
 * Eén teken voor elke twee bellers. Blijft er een over, dan krijgt die er ook een.
 *
 * @param {string} soort
 * @param {number} bellers
 */
function teken(soort, bellers) {
  return soort.repeat(Math.ceil(bellers / 2));
}
