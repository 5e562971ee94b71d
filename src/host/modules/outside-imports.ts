/**
 * Holds modules to importing each other and nothing else, where a browser does not.
 *
 * The policy of a page trusts what a trusted script adds (`'strict-dynamic'`), and the sandbox inherits that policy beside its
 * own. WebKit (2.50) then checks no import of a worker any more, against no policy at all: a function could import from any
 * server, and so tell it what it knows. A lexer can be led astray by code that is written for it, so a parser reads what is
 * about to run; what it cannot read is refused. Code from text cannot get around it, since every browser refuses that.
 */
import { type Node, parse } from 'acorn';
import type { Failure } from '../../contract/failure.ts';

/**
 * @param code as it is about to run
 * @param own the addresses that it may import
 * @param file for the words about what is refused
 */
export function outsideImport(code: string, own: ReadonlySet<string>, file: string): Failure | null {
  try {
    const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
    for (const node of importsIn(program)) {
      const { source } = node;
      if (isText(source) && own.has(source.value)) continue;
      const written = isNode(source) ? code.slice(source.start, source.end) : '';
      const line = node.loc?.start.line ?? 1;
      return { code: 'IMPORT_FROM_WEB', details: { specifier: written.slice(0, LONGEST_SHOWN), file, line } };
    }
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { code: 'SYNTAX_ERROR', error: { name: 'SyntaxError', message, frames: placeOf(error, file) } };
  }
}

const LONGEST_SHOWN = 100;
const KINDS = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'];

type Importing = Node & { readonly source: unknown };

function* importsIn(part: unknown): Generator<Importing> {
  if (Array.isArray(part)) for (const one of part) yield* importsIn(one);
  else if (isNode(part)) {
    if (KINDS.includes(part.type) && 'source' in part && part.source !== null) yield part as Importing;
    yield* importsIn(Object.values(part));
  }
}

const isNode = (part: unknown): part is Node =>
  typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string';

const isText = (part: unknown): part is { readonly value: string } =>
  isNode(part) && part.type === 'Literal' && 'value' in part && typeof part.value === 'string';

function placeOf(error: unknown, file: string) {
  if (!(error instanceof SyntaxError) || !('loc' in error)) return [];
  const { line, column } = error.loc as { readonly line: number; readonly column: number };
  return [{ file, line, column: column + 1 }];
}
