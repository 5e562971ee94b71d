/**
 * Gooit een fout als de functie niet doet wat is afgesproken.
 *
 * @param {(pad: string) => Promise<Response>} vraag
 */
export default async function tests(vraag) {
  await verwacht(vraag, '/porto?bedrag=20&kilo=2', { cent: 495 });
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
