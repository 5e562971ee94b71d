/**
 * Where a module does not parse. A JavaScript engine says what is wrong, but for a module it has loaded itself it
 * tells no script where; so a second parser looks, only after the first has failed.
 */
import { type ExportNamedDeclaration, type ImportDeclaration, type Node, type Program, parse } from 'acorn';
import type { SourceFile } from '../../contract/data.ts';
import type { CodeFrame } from '../../contract/failure.ts';
import { resolveSpecifier } from './resolve.ts';

export interface SyntaxProblem {
  readonly frame: CodeFrame;
  /** As a JavaScript engine would word it. */
  readonly message: string;
}

/** @returns null when these files parse and fit together as far as this parser can tell */
export function locateSyntaxError(files: readonly SourceFile[]): CodeFrame | null {
  return findSyntaxError(files)?.frame ?? null;
}

/** The same, with what is wrong there. */
export function findSyntaxError(files: readonly SourceFile[]): SyntaxProblem | null {
  const programs = new Map<string, Program>();
  for (const { path, text } of files) {
    if (path.endsWith('.json')) {
      if (!isJson(text)) return { frame: { file: path, line: 1, column: 1 }, message: 'Unexpected token' };
      continue;
    }
    try {
      programs.set(path, parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true }));
    } catch (error) {
      return problemOf(path, error);
    }
  }
  return locateMissingExport(programs);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function problemOf(file: string, error: unknown): SyntaxProblem | null {
  if (!(error instanceof SyntaxError) || !('loc' in error)) return null;
  const { loc } = error;
  if (typeof loc !== 'object' || loc === null || !('line' in loc) || !('column' in loc)) return null;
  const frame = { file, line: Number(loc.line), column: Number(loc.column) + 1 };
  return { frame, message: error.message };
}

/** An import of a name that the other file does not export is a syntax error too, to a browser. */
function locateMissingExport(programs: ReadonlyMap<string, Program>): SyntaxProblem | null {
  const texts = new Map([...programs.keys()].map((path) => [path, '']));
  for (const [file, program] of programs) {
    for (const node of program.body) {
      if (node.type !== 'ImportDeclaration' && node.type !== 'ExportNamedDeclaration') continue;
      const target = resolveSpecifier(file, String(node.source?.value ?? 'none'), texts);
      const other = target.kind === 'file' ? programs.get(target.path) : undefined;
      const names = other && exportsOf(other);
      if (!names) continue;
      const wrong = wantedNames(node).find(({ name }) => !names.has(name));
      const start = wrong?.node.loc?.start;
      if (!wrong || !start) continue;
      const message = `The requested module does not provide an export named '${wrong.name}'`;
      return { frame: { file, line: start.line, column: start.column + 1 }, message };
    }
  }
  return null;
}

type Specifier = (ImportDeclaration | ExportNamedDeclaration)['specifiers'][number];
type Wanted = { readonly name: string; readonly node: Node };

function wantedNames(declaration: ImportDeclaration | ExportNamedDeclaration): Wanted[] {
  const specifiers: readonly Specifier[] = declaration.specifiers;
  return specifiers.flatMap((node): readonly Wanted[] => {
    if (node.type === 'ImportNamespaceSpecifier') return [];
    if (node.type === 'ImportDefaultSpecifier') return [{ name: 'default', node }];
    const wanted = node.type === 'ImportSpecifier' ? node.imported : node.local;
    return [{ name: wanted.type === 'Identifier' ? wanted.name : String(wanted.value), node }];
  });
}

/** @returns null when an `export *` makes it unclear */
function exportsOf(program: Program): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const node of program.body) {
    if (node.type === 'ExportAllDeclaration' && node.exported === null) return null;
    if (node.type === 'ExportAllDeclaration' && node.exported?.type === 'Identifier')
      names.add(node.exported.name);
    if (node.type === 'ExportDefaultDeclaration') names.add('default');
    if (node.type !== 'ExportNamedDeclaration') continue;
    for (const { exported } of node.specifiers) {
      names.add(exported.type === 'Identifier' ? exported.name : String(exported.value));
    }
    const { declaration } = node;
    if (declaration?.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) {
        // A pattern that takes an object apart: rare at an export, and not worth a walk.
        if (id.type !== 'Identifier') return null;
        names.add(id.name);
      }
    } else if (declaration) {
      names.add(declaration.id.name);
    }
  }
  return names;
}
