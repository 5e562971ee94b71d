/** What is wrong with a `functielab.json`, in Dutch: each sentence names the field and says what to do. */
import type { z } from 'astro/zod';
import { PROJECT_FILE, PROJECT_VERSION, projectSchema } from './project-schema.ts';

export interface ProjectProblem {
  /** As in code: `functions.taken.entry`; empty for the file as a whole. */
  readonly field: string;
  readonly sentence: string;
}

/** Stands for a message of zod's own, which is English; what a schema says itself is Dutch and begins with a verb. */
export const UNSAID = '\u0000';

/** What to write where a field is missing that has to be there. */
const EXAMPLES: Readonly<Record<string, string>> = {
  version: `"version": ${PROJECT_VERSION}`,
  functions: '"functions": { "hallo": { "entry": "hallo.js", "trigger": { "type": "http" } } }',
  entry: '"entry": "hallo.js", met de naam van het bestand van je functie',
  trigger: '"trigger": { "type": "http" }',
  type: '"type": "http", of "upload", "timer" of "queue"',
  prefix: '"prefix": "uploads/"',
  cron: '"cron": "*/5 * * * *"',
  routes: '"routes": { "GET /": { "json": {} } }',
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'een tekst van, tussen aanhalingstekens',
  number: 'een getal van, zonder aanhalingstekens',
  int: 'een heel getal van',
  boolean: 'true of false van, zonder aanhalingstekens',
  object: 'een object van, tussen { en }',
  record: 'een object van, tussen { en }',
  array: 'een lijst van, tussen [ en ]',
  tuple: 'een lijst van twee getallen van, tussen [ en ]',
};

export function problemOf(issue: z.core.$ZodIssue): ProjectProblem {
  const path = issue.path.map(String);
  const field = path.join('.');
  return { field, sentence: `${PROJECT_FILE}: ${sentenceOf(issue, path)}` };
}

function sentenceOf(issue: z.core.$ZodIssue, path: readonly string[]): string {
  const field = path.join('.');
  const name = field === '' ? 'het bestand' : `\`${field}\``;
  if (issue.code === 'invalid_key') {
    return `${name} heeft een naam die niet kan. Zo’n naam ${keyRule(issue)}: geef een andere.`;
  }
  if (issue.message !== UNSAID) return `${name} ${issue.message}. Pas dat aan.`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path)).join(' ');
    case 'invalid_type':
      if (issue.input === undefined) return missing(path);
      return `${name} is ${shown(issue.input)}. Maak er ${KINDS[issue.expected] ?? 'iets anders van'}.`;
    case 'invalid_value':
      if (issue.input === undefined) return missing(path);
      return `${name} is ${shown(issue.input)}. Kies ${issue.values.map(shown).join(' of ')}.`;
    case 'too_small':
      return `${name} is ${sizeOf(issue.input)}. Maak er ${unit(issue)} van, minstens ${issue.minimum}.`;
    case 'too_big':
      return `${name} is ${sizeOf(issue.input)}. Maak er ${unit(issue)} van, maximaal ${issue.maximum}.`;
    case 'invalid_union':
      if (path.at(-1) === 'type') return wrongType(issue.input, path);
      return `${name} is ${shown(issue.input)}. Dat past hier niet: maak er een getal van, of een lijst zoals [20, 80].`;
    default:
      return `${name} is ${shown(issue.input)}. Dat past hier niet: verander het, of haal het weg.`;
  }
}

function missing(path: readonly string[]): string {
  const key = path.at(-1) ?? '';
  const place = path.slice(0, -1).join('.');
  const example = EXAMPLES[key];
  const add = example === undefined ? 'Zet het erbij.' : `Zet erbij: ${example}.`;
  return `${place === '' ? '' : `bij \`${place}\` `}ontbreekt \`${key}\`. ${add}`;
}

/** Of a trigger, which is known by its `type`: what it is given is the whole trigger, its path ends in `type`. */
function wrongType(trigger: unknown, path: readonly string[]): string {
  const type = typeof trigger === 'object' && trigger !== null ? Reflect.get(trigger, 'type') : undefined;
  if (type === undefined) return missing(path);
  return `\`${path.join('.')}\` is ${shown(type)}. Kies "http", "upload", "timer" of "queue".`;
}

function unknownKey(key: string, path: readonly string[]): string {
  const near = nearest(key);
  const place = path.length === 0 ? '' : ` bij \`${path.join('.')}\``;
  const meant = near === null ? '' : `Bedoel je \`${near}\`? `;
  const rest = near === null ? 'Haal het weg.' : 'Haal het anders weg.';
  return `\`${short(key)}\` kennen we${place} niet. ${meant}${rest}`;
}

/** Every name that a field has somewhere in the file. */
const NAMES = [...namesIn(projectSchema)];

function namesIn(schema: z.core.$ZodType, names = new Set<string>(), seen = new Set<unknown>()): Set<string> {
  if (seen.has(schema)) return names;
  seen.add(schema);
  const def = schema._zod.def as unknown as Readonly<Record<string, unknown>>;
  const shape = (def['shape'] ?? {}) as Readonly<Record<string, z.core.$ZodType>>;
  const inside = [def['innerType'], def['valueType'], def['element'], ...((def['options'] as []) ?? [])];
  for (const [name, field] of Object.entries(shape)) {
    names.add(name);
    namesIn(field, names, seen);
  }
  for (const one of inside) if (one) namesIn(one as z.core.$ZodType, names, seen);
  return names;
}

/** @returns null when none is near: at most two letters differ, or the one begins with the other */
function nearest(key: string): string | null {
  const wanted = key.toLowerCase();
  const isNear = (name: string) =>
    (wanted.length > 2 && name.toLowerCase().startsWith(wanted)) || distance(wanted, name.toLowerCase()) <= 2;
  return NAMES.filter(isNear).sort((a, b) => distance(wanted, a) - distance(wanted, b))[0] ?? null;
}

/** How many letters to change, add or take away (Levenshtein). Names of fields are short: longer texts are far from all. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 10) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(
        Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function keyRule(issue: z.core.$ZodIssueInvalidKey): string {
  const said = issue.issues.find(({ message }) => message !== UNSAID)?.message;
  return said ?? 'past hier niet';
}

function unit({ origin }: { readonly origin: string }): string {
  if (origin === 'string') return 'een tekst';
  return origin === 'array' || origin === 'set' ? 'een lijst' : 'een getal';
}

function sizeOf(input: unknown): string {
  if (typeof input === 'string') return `${input.length} ${input.length === 1 ? 'teken' : 'tekens'} lang`;
  if (Array.isArray(input)) return `een lijst van ${input.length}`;
  return shown(input);
}

const LONGEST_SHOWN = 40;

function shown(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'een lijst';
  if (typeof value === 'object') return 'een object';
  return short(typeof value === 'string' ? JSON.stringify(value) : String(value));
}

function short(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

export function sentenceOfNewer(version: number): ProjectProblem {
  return {
    field: 'version',
    sentence:
      `${PROJECT_FILE} is van een nieuwere Functielab: het heeft versie ${version}, en deze kent versie ${PROJECT_VERSION}. ` +
      'Open het met die nieuwere Functielab. Er is niets veranderd.',
  };
}

/** Engines say where in their own ways: as a line, or as a position. */
export function problemOfJson(text: string, error: unknown): ProjectProblem {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message)?.[1] ?? lineAt(text, /position (\d+)/.exec(message)?.[1]);
  const where = line === null ? '' : ` op regel ${line}`;
  const isEmpty = text.trim() === '';
  return {
    field: '',
    sentence: isEmpty
      ? `${PROJECT_FILE} is leeg. Zet er minstens ${EXAMPLES['version']} en ${EXAMPLES['functions']} in, tussen { en }.`
      : `${PROJECT_FILE} is geen geldige JSON: er staat een fout${where}. Vaak is dat een komma te veel of te weinig, of een aanhalingsteken.`,
  };
}

function lineAt(text: string, position: string | undefined): string | null {
  return position === undefined ? null : String(text.slice(0, Number(position)).split('\n').length);
}
