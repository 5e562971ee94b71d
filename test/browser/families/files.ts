/**
 * Files that go into a page and come out of it, in any family. What a page saves is caught where it hands it to the browser: where
 * a browser puts it then, and what it asks first, differs by family and is no part of the page.
 */
import { Buffer } from 'node:buffer';
import { vi } from 'vitest';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import type { Tab } from './family.ts';
import type { CarriedFile } from './look.ts';

export type GivenFile = { readonly name: string; readonly mimeType: string } & (
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
);

export interface SavedFile {
  readonly name: string;
  /** The bytes read as UTF-8. */
  readonly text: string;
  readonly bytes: Uint8Array;
}

export function carry(file: GivenFile): CarriedFile {
  const content = Buffer.from('text' in file ? file.text : file.bytes);
  return { name: file.name, mimeType: file.mimeType, base64: content.toString('base64') };
}

/** @returns the file that a page saves because of `act`; a page that saves two at once saves the last */
export async function savedBy(tab: Tab, act: () => Promise<void>): Promise<SavedFile> {
  await tab.evaluate(`void (${catchSaved})()`);
  await act();
  const { name, dataUrl } = await vi.waitFor(
    async () => {
      const saved = (await tab.evaluate('globalThis.readerSaved')) as {
        name: string;
        dataUrl: string;
      } | null;
      if (saved === null) throw new Error('The page has saved no file');
      return saved;
    },
    { timeout: PATIENCE_MS, interval: 50 },
  );
  const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
  return { name, text: bytes.toString(), bytes };
}

/** Runs in the page. The next file that it saves stands in `readerSaved` once it has been read, and goes nowhere else. */
function catchSaved(): void {
  Object.assign(globalThis, { readerSaved: null });
  if ('readerCatches' in globalThis) return;
  const made = new Map<string, Blob>();
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (content) => {
    const address = createObjectURL.call(URL, content);
    if (content instanceof Blob) made.set(address, content);
    return address;
  };
  HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
    const content = made.get(this.href);
    if (this.download === '' || content === undefined) {
      click.call(this);
      return;
    }
    const reading = new FileReader();
    const name = this.download;
    reading.onload = () => Object.assign(globalThis, { readerSaved: { name, dataUrl: reading.result } });
    reading.readAsDataURL(content);
  };
  Object.assign(globalThis, { readerCatches: true });
}
