/**
 * What pages take along of a tariff: its figures. Notes for authors, in English, stay out of what a reader's browser
 * fetches; the page that shows them is made when the site is built.
 */
import type { Plugin } from 'vite';

const FOR_AUTHORS = ['notes', 'sourceNote', 'cpuModel'];

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
  return JSON.stringify(JSON.parse(json), (key, value: unknown) =>
    FOR_AUTHORS.includes(key) || (key === 'note' && typeof value === 'string') ? undefined : value,
  );
}
