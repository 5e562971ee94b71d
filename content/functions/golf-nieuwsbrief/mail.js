/**
 * Doet alsof: de mailserver neemt hoogstens tien adressen tegelijk aan, en doet daar 60 ms over.
 *
 * @param {readonly string[]} adressen
 */
export async function verstuur(adressen) {
  if (adressen.length > 10) throw new Error('Hoogstens tien adressen tegelijk');
  await new Promise((klaar) => setTimeout(klaar, 60));
  for (const adres of adressen) console.log(`mail aan ${adres}`);
}
