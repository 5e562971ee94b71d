import { wachttijd } from './wachttijd.js';

const AANROEPERS = 50;
/** Zoveel aanroepers kan de dienst helpen in elke 100 ms. */
const PLAATSEN = 10;

/** @param {Request} request */
export default function terugkomen(request) {
  const metToeval = new URL(request.url).pathname === '/met-toeval';
  let aanroepers = Array.from({ length: AANROEPERS }, () => ({ komtOpMs: 0, weigeringen: 0 }));
  let geweigerd = 0;
  const regels = [];

  for (let vanaf = 0; aanroepers.length > 0; vanaf += 100) {
    const nu = aanroepers.filter(({ komtOpMs }) => komtOpMs < vanaf + 100);
    const later = aanroepers.filter(({ komtOpMs }) => komtOpMs >= vanaf + 100);
    if (nu.length === 0) continue;

    const pech = nu.slice(PLAATSEN);
    for (const aanroeper of pech) {
      aanroeper.weigeringen += 1;
      aanroeper.komtOpMs = vanaf + 100 + wachttijd(aanroeper.weigeringen, metToeval);
    }
    geweigerd += pech.length;
    aanroepers = [...later, ...pech];

    const beeld = teken('+', nu.length - pech.length) + teken('x', pech.length);
    regels.push(`${String(vanaf).padStart(4)} ms ${beeld}`);
  }
  return new Response(`${geweigerd} keer geweigerd\n${regels.join('\n')}`);
}

/**
 * Eén teken voor elke twee aanroepers. Blijft er een over, dan krijgt die er ook een.
 *
 * @param {string} soort
 * @param {number} aanroepers
 */
function teken(soort, aanroepers) {
  return soort.repeat(Math.ceil(aanroepers / 2));
}
