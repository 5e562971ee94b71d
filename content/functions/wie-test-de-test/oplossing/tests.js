/**
 * Gooit een fout als de functie niet doet wat is afgesproken.
 *
 * @param {(pad: string) => Promise<Response>} vraag
 */
export default async function tests(vraag) {
  await verwacht(vraag, '/porto?bedrag=49&kilo=10', { cent: 495 });
  await verwacht(vraag, '/porto?bedrag=50&kilo=10', { cent: 0 });
  await verwacht(vraag, '/porto?bedrag=49&kilo=11', { cent: 1495 });
  await verwacht(vraag, '/porto?bedrag=50&kilo=11', { cent: 1000 });
  for (const pad of ['/porto?kilo=2', '/porto?bedrag=20']) {
    const antwoord = await vraag(pad);
    if (antwoord.status !== 400) throw new Error(`${pad}: verwacht 400, kreeg ${antwoord.status}`);
  }
}

/**
 * @param {(pad: string) => Promise<Response>} vraag
 * @param {string} pad
 * @param {object} json
 */
async function verwacht(vraag, pad, json) {
  const antwoord = await vraag(pad);
  const [kreeg, wilde] = [JSON.stringify(await antwoord.json()), JSON.stringify(json)];
  if (kreeg !== wilde) throw new Error(`${pad}: verwacht ${wilde}, kreeg ${kreeg}`);
}
