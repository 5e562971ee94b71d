/** Gives the reader a file, from this page alone. */
export function saveFile(fileName: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

/** Of what a platform takes as a name and a disk as that of a folder, the shortest. */
const LONGEST = 40;

/**
 * What a name that a person chose can be called on any disk and any platform: small letters, digits and `-`, without accents,
 * beginning with a letter.
 *
 * @param otherwise for a name of which nothing is left
 */
export function fileNameOf(name: string, otherwise: string): string {
  const letters = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const joined = letters.replaceAll(/[^a-z0-9]+/g, '-').replace(/^[-0-9]+/, '');
  return joined.slice(0, LONGEST).replace(/-+$/, '') || otherwise;
}
