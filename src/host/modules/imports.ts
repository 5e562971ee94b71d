/**
 * The imports in a file's text, each with what it names and where it stands.
 *
 * This folder reads a function's files before a host loads them, so that what is wrong with them is said in the
 * same words on every host. Only the hosts import it. Begin here; what needs a lexer or a parser is apart
 * (`find-imports.ts`, `syntax-error.ts`), so that it is fetched only for code that needs it.
 */
import type { SourceFile } from '../../contract/data.ts';
import type { Failure } from '../../contract/failure.ts';
import { resolveSpecifier, type Target } from './resolve.ts';

/** An import in a file's text. `start` and `end` enclose the specifier, for `import()` with its quotes. */
export interface FoundImport {
  readonly specifier: string;
  readonly start: number;
  readonly end: number;
  /** What follows the specifier to say its type: `with { type: 'json' }`. */
  readonly attributes?: { readonly start: number; readonly end: number };
}

/** @throws when the text is no module; the JavaScript engine then says it better */
export type FindImports = (text: string) => readonly FoundImport[];

export interface ImportSite {
  readonly found: FoundImport;
  readonly target: Target;
  /** For the words about an import that is refused. */
  readonly details: { readonly specifier: string; readonly file: string; readonly line: number };
}

/** Cheap, and sometimes wrong in the safe direction: a comment may hold the word. */
export function mayImport(text: string): boolean {
  return /\bimport\b|\bfrom\b/.test(text);
}

export const isJson = (path: string) => path.endsWith('.json');

/** @param texts the function's files by path */
export function importSites(
  path: string,
  text: string,
  texts: ReadonlyMap<string, string>,
  findImports: FindImports,
): readonly ImportSite[] {
  return importsOf(path, text, findImports).map((found) => ({
    found,
    target: typed(resolveSpecifier(path, found.specifier, texts), text, found),
    details: { specifier: found.specifier, file: path, line: placeAt(text, found.start).line },
  }));
}

/** @returns null for a target that a host can load by itself */
export function refusalOf({ target, details }: ImportSite): Failure | null {
  return target.kind === 'refused' ? { code: target.code, details: { ...details, ...target.details } } : null;
}

/** Line and column of an index, both from 1. */
export function placeAt(text: string, index: number): { line: number; column: number } {
  // JavaScript ends a line at these four, and CR LF counts once.
  const before = text.slice(0, index).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

export function textsOf(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file.path, file.text]));
}

function importsOf(path: string, text: string, findImports: FindImports): readonly FoundImport[] {
  if (isJson(path) || !mayImport(text)) return [];
  try {
    return findImports(text);
  } catch {
    return [];
  }
}

/** Node and browsers both want to be told that a file is JSON; a host must not be kinder than they are. */
function typed(target: Target, text: string, { attributes }: FoundImport): Target {
  if (target.kind !== 'file' || !isJson(target.path)) return target;
  const isTold = attributes && /['"]json['"]/.test(text.slice(attributes.start, attributes.end));
  return isTold ? target : { kind: 'refused', code: 'IMPORT_JSON_UNTYPED' };
}
