const BEGIN_MS = 200;
const HOOGSTENS_MS = 5_000;

/**
 * Hoelang een aanroeper wacht na zijn zoveelste weigering.
 *
 * @param {number} weigeringen vanaf 1
 * @param {boolean} metToeval
 */
export function wachttijd(weigeringen, metToeval) {
  const grens = Math.min(HOOGSTENS_MS, BEGIN_MS * 2 ** (weigeringen - 1));
  return metToeval ? Math.random() * grens : grens;
}
