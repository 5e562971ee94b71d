/**
 * Is dit niet gelijk, dan is de test rood.
 *
 * @param {unknown} gekregen
 * @param {unknown} verwacht
 */
export function gelijk(gekregen, verwacht) {
  const [kreeg, wilde] = [JSON.stringify(gekregen), JSON.stringify(verwacht)];
  if (kreeg !== wilde) throw new Error(`verwacht ${wilde}, kreeg ${kreeg}`);
}

/**
 * Doet alle tests, na elkaar. Een test is rood als er een fout uit komt.
 *
 * @param {Record<string, () => void | Promise<void>>} tests
 */
export async function voerUit(tests) {
  const regels = [];
  let rood = 0;
  for (const [naam, test] of Object.entries(tests)) {
    try {
      await test();
      regels.push(`✔ ${naam}`);
    } catch (fout) {
      rood += 1;
      regels.push(`✘ ${naam}: ${fout instanceof Error ? fout.message : fout}`);
    }
  }
  const telling = `${regels.length - rood} groen, ${rood} rood`;
  return new Response([telling, ...regels].join('\n'));
}
