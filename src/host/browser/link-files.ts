/** Links a function's files, and fetches what that needs: for most functions, of one file that imports nothing, no more. */
import type { SourceFile } from '../../contract/data.ts';
import { mayImport } from '../modules/imports.ts';
import { scriptOf } from './data-url.ts';
import { type Linked, link } from './link.ts';

export async function linkFiles(files: readonly SourceFile[], entry: string): Promise<Linked> {
  const first = files.find((file) => file.path === entry);
  const find = first !== undefined && mayImport(first.text) ? import('../modules/find-imports.ts') : null;
  const linked = link(files, entry, (await find)?.findImports ?? (() => []));
  return linked.ok && trustsImports() ? keepInside(linked) : linked;
}

/** WebKit: what it does not stop, `outside-imports.ts` does. There is no way to ask it whether it would. */
function trustsImports(): boolean {
  return navigator.vendor.startsWith('Apple');
}

/** Cheap, and sometimes wrong in the safe direction. What has neither word imports nothing, however it is written. */
function mayImportFromOutside(code: string): boolean {
  return /\bimport\b|\bfrom\s*(?:['"]|\/[*/])/.test(code);
}

/** @returns the same, or why it may not run */
async function keepInside(linked: Linked & { readonly ok: true }): Promise<Linked> {
  const own = new Set(linked.files.map(({ urls: [url = ''] }) => url));
  for (const { path, urls } of linked.files) {
    const code = scriptOf(urls[0] ?? '');
    if (!mayImportFromOutside(code)) continue;
    const { outsideImport } = await import('../modules/outside-imports.ts');
    const failure = outsideImport(code, own, path);
    if (failure !== null) return { ok: false, failure };
  }
  return linked;
}
