/**
 * What pages take along of a tariff: its figures. Notes for authors, in English, stay out of what a reader's browser
 * fetches, and so does where each part of a server's price and the exchange rate were read; the page that shows those is made
 * when the site is built.
 */
import type { Plugin } from 'vite';

const FOR_AUTHORS = ['notes', 'sourceNote', 'cpuModel'];
const READ_AT = ['source', 'readDate', 'seenIn', 'confidence'];

export function priceFiles(): Plugin {
  return {
    name: 'functielab:price-files',
    enforce: 'pre',
    transform(code, id) {
      if (this.environment.name !== 'client' || !/\/content\/tariffs\/[^/]+\.json$/.test(id)) return null;
      return { code: withoutNotes(code), map: null };
    },
  };
}

/** @param json one file of `content/tariffs` */
export function withoutNotes(json: string): string {
  const file: unknown = JSON.parse(json);
  const isPart = (holder: unknown) => holder !== file || isOfKind(file, 'currency');
  const isReadHere = isOfKind(file, 'currency') || isOfKind(file, 'always-on');
  return JSON.stringify(file, function keep(this: unknown, key, value: unknown) {
    if (FOR_AUTHORS.includes(key) || (key === 'note' && typeof value === 'string')) return undefined;
    return isReadHere && READ_AT.includes(key) && isPart(this) ? undefined : value;
  });
}

const isOfKind = (file: unknown, kind: string) =>
  typeof file === 'object' && file !== null && 'kind' in file && file.kind === kind;
