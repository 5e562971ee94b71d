const AANTAL = 20_000;
const RONDES = 500;

/**
 * Maakt een code die niemand zomaar raadt.
 *
 * @param {number} nummer
 */
function maakCode(nummer) {
  let getal = nummer;
  for (let ronde = 0; ronde < RONDES; ronde += 1) {
    getal = (getal * 16_807) % 2_147_483_647;
  }
  return getal.toString(36).toUpperCase();
}

export function maakCodes() {
  const alle = new Set();
  for (let nummer = 1; nummer <= AANTAL; nummer += 1) alle.add(maakCode(nummer));
  return alle;
}
