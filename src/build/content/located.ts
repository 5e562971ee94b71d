/**
 * Reads what an author wrote (the top of an MDX file, YAML, JSON) and says what is wrong with it in Dutch, each thing
 * with its field and line.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { z } from 'astro/zod';

export interface Problem {
  /** From the root of the project, with forward slashes. */
  readonly file: string;
  /** From 1; absent when the file as a whole is the problem. */
  readonly line?: number;
  /** Name of the field, as in `plan[2].minutes`. */
  readonly field?: string;
  /** In Dutch; goes on after the field, or stands by itself. */
  readonly text: string;
}

/** A file of an author, read. */
export interface Written {
  readonly file: string;
  readonly text: string;
  /** The fields, as JSON has them; undefined when they can't be read at all. */
  readonly data: unknown;
  /** Why not, if they can't. */
  readonly problems: readonly Problem[];
  /** @returns the line of the field, or of the deepest part of its path that is there */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Astro's own reader of YAML, so that a file means here what it means to the site. */
const yaml: { load(text: string): unknown } = createRequire(
  createRequire(import.meta.url).resolve('astro/package.json'),
)('js-yaml');

/** @returns what a literal such as `{ calls: 5 }` stands for; null when it is none */
export function readFlow(literal: string): unknown {
  try {
    return yaml.load(literal) ?? null;
  } catch {
    return null;
  }
}

/** @param file from the root of the project */
export function readWritten(project: string, file: string): Written {
  const text = readFileSync(join(project, file), 'utf8');
  if (file.endsWith('.json')) return readJson(file, text);
  if (file.endsWith('.mdx')) return readFrontmatter(file, text);
  return readYaml(file, text, text, 0);
}

function readFrontmatter(file: string, text: string): Written {
  const top = /^---\r?\n([\s\S]*?)^---\s*$/m.exec(text)?.[1];
  if (top !== undefined && text.startsWith('---')) return readYaml(file, text, top, 1);
  const problem = { file, line: 1, text: 'de gegevens bovenaan, tussen twee regels met ---, ontbreken' };
  return { file, text, data: undefined, problems: [problem], lineOf: () => 1 };
}

/** @param before lines in the file above the YAML */
function readYaml(file: string, text: string, source: string, before: number): Written {
  const lineOf = (path: readonly PropertyKey[]) => before + 1 + yamlLine(source.split('\n'), path);
  try {
    return { file, text, data: yaml.load(source) ?? {}, problems: [], lineOf };
  } catch (error) {
    const line = before + 1 + lineInError(error);
    return {
      file,
      text,
      data: undefined,
      problems: [{ file, line, text: `geen geldige YAML: ${reasonOf(error)}` }],
      lineOf,
    };
  }
}

function lineInError(error: unknown): number {
  if (!(error instanceof Error) || !('mark' in error)) return 0;
  const { mark } = error;
  return typeof mark === 'object' && mark !== null && 'line' in mark && typeof mark.line === 'number'
    ? mark.line
    : 0;
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'reason' in error) return String(error.reason);
  return error instanceof Error ? error.message : String(error);
}

function readJson(file: string, text: string): Written {
  const lineOf = (path: readonly PropertyKey[]) => jsonLine(text, path);
  try {
    return { file, text, data: JSON.parse(text), problems: [], lineOf };
  } catch (error) {
    const reason = reasonOf(error);
    const line = Number(/\(line (\d+)/.exec(reason)?.[1] ?? 1);
    return {
      file,
      text,
      data: undefined,
      problems: [{ file, line, text: `geen geldige JSON: ${reason}` }],
      lineOf,
    };
  }
}

const indentOf = (line: string) => line.search(/\S/);
const isEmpty = (line: string) => /^\s*(#.*)?$/.test(line);

/** @returns index of the line in block YAML, as authors write it; of the deepest part that is found */
function yamlLine(lines: readonly string[], path: readonly PropertyKey[]): number {
  let [first, last, found] = [0, lines.length, 0];
  for (const step of path) {
    const inside = lines.slice(first, last).map((line, at) => ({ line, at: first + at }));
    // The dash of an item counts as indentation of the field behind it.
    const plain = inside.map(({ line, at }) => ({
      line: line.replace(/^(\s*)- /, '$1  '),
      at,
      isItem: /^\s*- /.test(line),
    }));
    const full = plain.filter(({ line }) => !isEmpty(line));
    const least = Math.min(...full.map(({ line }) => indentOf(line)));
    const own = full.filter(({ line }) => indentOf(line) === least);
    const at =
      typeof step === 'number'
        ? own.filter(({ isItem }) => isItem)[step]?.at
        : own.find(({ line }) => new RegExp(`^\\s*["']?${escaped(String(step))}["']?\\s*:`).test(line))?.at;
    if (at === undefined) return found;
    found = at;
    const isField = typeof step !== 'number';
    const next = own.find((other) => other.at > at && (isField || other.isItem))?.at ?? last;
    [first, last] = [isField ? at + 1 : at, next];
  }
  return found;
}

/** @returns line of the last name of the path that is found, each behind the one before */
function jsonLine(text: string, path: readonly PropertyKey[]): number {
  let at = 0;
  for (const step of path) {
    if (typeof step === 'number') continue;
    const found = new RegExp(`"${escaped(String(step))}"\\s*:`).exec(text.slice(at));
    if (!found) break;
    at += found.index + 1;
  }
  return text.slice(0, at).split('\n').length;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What the schema says of the fields, a problem each. */
export function problemsWith(written: Written, schema: z.ZodType): Problem[] {
  if (written.data === undefined) return [...written.problems];
  const { error } = schema.safeParse(written.data);
  return (error?.issues ?? []).flatMap((issue) => problemsOf(written, issue));
}

function problemsOf({ file, data, lineOf }: Written, issue: z.core.$ZodIssue): Problem[] {
  const at = (path: readonly PropertyKey[], text: string): Problem => ({
    file,
    line: lineOf(path),
    ...(path.length > 0 && { field: nameOf(path) }),
    text,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => at([...issue.path, key], 'dit veld bestaat niet'));
  }
  if (valueAt(data, issue.path) === undefined && issue.path.length > 0 && issue.code !== 'custom') {
    return [{ ...at(issue.path, 'ontbreekt'), line: lineOf(issue.path.slice(0, -1)) }];
  }
  return [at(issue.path, inDutch(issue))];
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    data,
  );
}

function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step + 1}]` : `${at ? '.' : ''}${String(step)}`))
    .join('');
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'tekst',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een groep velden',
  record: 'een groep velden',
};

function inDutch(issue: z.core.$ZodIssue): string {
  const unit = (origin: string) =>
    origin === 'string' ? ' tekens' : origin === 'array' ? ' onderdelen' : '';
  switch (issue.code) {
    case 'invalid_type':
      return `moet ${KINDS[issue.expected] ?? issue.expected} zijn`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin !== 'number' && issue.origin !== 'int'
        ? 'is leeg'
        : `moet minstens ${issue.minimum}${unit(issue.origin)} zijn`;
    case 'too_big':
      return `mag maximaal ${issue.maximum}${unit(issue.origin)} zijn`;
    case 'invalid_value':
      return `moet één van deze zijn: ${issue.values.join(', ')}`;
    case 'invalid_union':
      return 'past bij geen enkele soort';
    default:
      return issue.message;
  }
}
