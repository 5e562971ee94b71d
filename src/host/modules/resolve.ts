/** What the text between the quotes of an import names, seen from the file that holds it. */
import type { HostFailureCode } from '../../contract/failure.ts';

export type Target =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  /** Already an address that loads nothing from outside. */
  | { readonly kind: 'asIs' }
  | {
      readonly kind: 'refused';
      readonly code: HostFailureCode & `IMPORT_${string}`;
      readonly details?: Readonly<Record<string, string>>;
    };

const EXTENSIONS = ['.js', '.mjs', '.json', '/index.js'];

/** @param texts the function's files by path */
export function resolveSpecifier(
  from: string,
  specifier: string,
  texts: ReadonlyMap<string, string>,
): Target {
  if (/^(?:data|blob):/i.test(specifier)) return { kind: 'asIs' };
  if (/^(?:\/\/|(?:https?|wss?|ftp):)/i.test(specifier)) return { kind: 'refused', code: 'IMPORT_FROM_WEB' };
  if (!/^\.{0,2}\//.test(specifier) && specifier !== '.' && specifier !== '..') {
    const code = specifier.startsWith('node:') ? 'IMPORT_OF_NODE' : 'IMPORT_PACKAGE';
    return { kind: 'refused', code };
  }
  const path = join(from, specifier);
  const text = path === null ? undefined : texts.get(path);
  if (path !== null && text !== undefined) return { kind: 'file', path, text };
  // Node and browsers want the whole name; who forgot the end of it hears which file was meant.
  const meant = EXTENSIONS.map((extension) => `${path}${extension}`).find((candidate) =>
    texts.has(candidate),
  );
  return { kind: 'refused', code: 'IMPORT_NOT_FOUND', ...(meant !== undefined && { details: { meant } }) };
}

/** @returns null when the path leaves the function's folder, or starts at the root of a disk that is not there */
function join(from: string, specifier: string): string | null {
  if (specifier.startsWith('/')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
