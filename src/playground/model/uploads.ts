/** What is looked at before a file of the reader's goes into the bucket: its name, and whether it is what it says. */
export { OBJECT_LIMIT_BYTES } from '../../contract/lab-defaults.ts';

const LONGEST_NAME = 200;

/** The last part of a path, without what a key may not hold: a name like `../../x` leads nowhere. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what has to go
  const plain = last.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, LONGEST_NAME);
  return plain === '' || plain === '.' || plain === '..' ? 'bestand' : plain;
}

/** As a browser tells it of a file on a disk. A host of plain files need not know them all. */
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jpg: 'image/jpeg',
  json: 'application/json',
  png: 'image/png',
  txt: 'text/plain',
};

/** @returns the type that its name claims, which says nothing of what is in it; null for a name that claims none */
export function typeByName(name: string): string | null {
  return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}

/** How the first bytes of a file of that kind look (each format's own specification). */
const SIGNATURES: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
];

function typeByContent(bytes: Uint8Array): string | null {
  return SIGNATURES.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}

/** @returns a Dutch remark about the file, or null when there is nothing to say */
export function typeNote(given: string, name: string, bytes: Uint8Array, type: string): string | null {
  if (given !== name)
    return `De naam "${given}" bevat een pad of vreemde tekens. Het bestand heet hier "${name}".`;
  if (bytes.length === 0) return 'Dit bestand is leeg (0 bytes). Je functie krijgt het gewoon.';
  const found = typeByContent(bytes);
  const claimsKnown = SIGNATURES.some(([known]) => known === type);
  if (found !== null && found !== type && !(found === 'application/zip' && !claimsKnown)) {
    return `Dit bestand zegt dat het ${type} is, maar de inhoud lijkt op ${found}.`;
  }
  if (found === null && claimsKnown)
    return `Dit bestand zegt dat het ${type} is, maar zo ziet de inhoud er niet uit.`;
  return null;
}
