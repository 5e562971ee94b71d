/** Names of people as they are compared: learning environments, lists and students each write them in their own way. */

/** In any order, capitals and accents aside; of a name with a part left out, what is there counts. */
export function isCalled(names: readonly string[], person: string): boolean {
  const rest = keyOf(person);
  return names.some((name) => {
    const words = wordsOf(name);
    return words.length > 0 && words.every((word) => rest.includes(word));
  });
}

/** A name without what people leave out: capitals, accents, spaces, commas. */
export const keyOf = (name: string) => wordsOf(name).join('');

export function wordsOf(name: string): readonly string[] {
  return (
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
