/**
 * Reads an exercise that a teacher made, with the care of a stranger's: what is in a link or a file may have been written by anybody.
 * Nothing here throws, whatever comes in, and each mistake is a sentence that says where it is and what to do.
 */
import type { z } from 'astro/zod';
import { parseJson } from '../../kit/packed.ts';
import {
  PROJECT_FILE,
  pathProblem,
  problemsOfFiles,
  readProject,
  writeProject,
} from '../../project/index.ts';
import { LONGEST_FILE, type OwnExercise, type OwnFile, ownFactsSchema } from './own-exercise.ts';

const KIND = 'oefening';
const VERSION = 1;
export const OWN_FILE_ENDING = '.functielab-oefening.json';

const MOST_FILES = 20;
const LONGEST_CODE = 100_000;
/** All files together, the solution's too. */
const LONGEST_TOGETHER = 400_000;
/** More nobody reads at once: one mistake often makes many. */
const MOST_PROBLEMS = 8;

/** At least one sentence. */
export interface OwnProblems {
  readonly problems: readonly string[];
}

export function isOwn(read: OwnExercise | OwnProblems): read is OwnExercise {
  return !('problems' in read);
}

/** The text of a file: for teachers, or for students when the solution was taken out. */
export function ownFile(own: OwnExercise): string {
  return `${JSON.stringify({ functielab: KIND, ...written(own) }, null, 1)}\n`;
}

/** What a student gets. */
export function withoutSolution(own: OwnExercise): OwnExercise {
  return own.solution === null ? own : { ...own, solution: null };
}

/** As it goes into what students get, in few characters: `readOwn` reads the same from it, without the solution. */
export function writtenForStudents(own: OwnExercise): object {
  return written(withoutSolution(own));
}

/** Settings without what goes by itself. */
function written(own: OwnExercise): object {
  return { ...own, project: JSON.parse(writeProject(own.project)) };
}

const refusal = (problem: string): OwnProblems => ({ problems: [problem] });

/** @param text of a file: anything */
export function readOwnFile(text: string): OwnExercise | OwnProblems {
  if (text.length > LONGEST_FILE)
    return refusal('Dit bestand is groter dan 1 MB. Een oefening is kleiner: kies een ander bestand.');
  const value = parseJson(text.replace(/^\uFEFF/, ''));
  if (!isRecord(value) || value['functielab'] !== KIND) {
    return refusal(
      `Dit is geen oefening van Functielab, of het bestand is niet compleet. Kies een bestand dat eindigt op ${OWN_FILE_ENDING}.`,
    );
  }
  const { functielab: _, ...own } = value;
  return readOwn(own);
}

/** @param value anything that JSON can hold */
export function readOwn(value: unknown): OwnExercise | OwnProblems {
  if (!isRecord(value))
    return refusal('Hier staat geen oefening. Vraag de docent om het bestand of de link opnieuw.');
  const { files, given = [], project, solution = null, ...facts } = value;
  const version = facts['v'];
  if (typeof version === 'number' && version > VERSION) {
    return refusal('Deze oefening is van een nieuwere Functielab. Open die daar. Er is niets veranderd.');
  }
  const read = ownFactsSchema.safeParse(facts, { reportInput: true });
  const problems = read.success ? [] : read.error.issues.map(sentenceOf);
  const start = filesIn(files, 'de startcode', problems);
  const solved = solution === null ? null : filesIn(solution, 'de oplossing', problems);
  const settings = readProject(JSON.stringify(project ?? null));
  if ('problems' in settings)
    problems.push(
      ...settings.problems.map(({ sentence }) => sentence.replace(PROJECT_FILE, 'De instellingen')),
    );
  else {
    problems.push(...problemsOfFiles(settings.project, start).map(({ sentence }) => sentence));
    if (settings.project.runtime === 'node')
      problems.push(
        'De instellingen: `runtime` is "node", en een eigen oefening draait alleen in de sandbox van de browser. Haal `runtime` weg.',
      );
  }
  const paths = start.map(({ path }) => path);
  const givenPaths = Array.isArray(given)
    ? given.filter((path) => typeof path === 'string' && paths.includes(path))
    : [];
  for (const { path } of solved ?? []) {
    if (!paths.includes(path))
      problems.push(
        `De oplossing heeft een bestand ${short(path)}, en de startcode niet. Zet het ook bij de startcode, leeg desnoods.`,
      );
  }
  const together = [...start, ...(solved ?? [])].reduce((sum, file) => sum + file.text.length, 0);
  if (together > LONGEST_TOGETHER)
    problems.push('Alle code samen is te lang. Maak de bestanden korter: maximaal 400.000 tekens.');
  if (!read.success || problems.length > 0 || 'problems' in settings) return { problems: some(problems) };
  const twice = twiceIn(read.data.checks.map(({ id }) => id));
  if (twice !== null)
    return refusal(`Twee controles hebben dezelfde id: ${short(twice)}. Geef een ervan een andere.`);
  return { ...read.data, files: start, given: givenPaths, project: settings.project, solution: solved };
}

function some(problems: readonly string[]): readonly string[] {
  const rest = problems.length - MOST_PROBLEMS;
  return rest > 0
    ? [...problems.slice(0, MOST_PROBLEMS), `En nog ${rest} ${rest === 1 ? 'fout' : 'fouten'}.`]
    : problems;
}

function filesIn(value: unknown, what: string, problems: string[]): readonly OwnFile[] {
  const found = Array.isArray(value) ? value.slice(0, MOST_FILES + 1) : [];
  if (found.length === 0 || found.length > MOST_FILES) {
    problems.push(
      `Bij ${what} staan ${found.length === 0 ? 'geen bestanden' : 'te veel bestanden'}. Het zijn er 1 tot ${MOST_FILES}.`,
    );
    return [];
  }
  const files = found.flatMap((one): OwnFile[] => {
    const { path, text } = Object(one) as { readonly path?: unknown; readonly text?: unknown };
    if (typeof path === 'string' && typeof text === 'string') return [{ path, text }];
    problems.push(`Bij ${what} staat iets wat geen bestand is. Een bestand heeft een naam en een tekst.`);
    return [];
  });
  for (const { path, text } of files) {
    const problem =
      path === PROJECT_FILE
        ? `${PROJECT_FILE} hoort niet bij de bestanden: de instellingen staan apart.`
        : pathProblem(path);
    if (problem !== null) problems.push(`Bij ${what}, bestand ${short(path)}: ${problem}`);
    if (text.length > LONGEST_CODE)
      problems.push(
        `Bij ${what} is ${short(path)} te lang: maximaal ${LONGEST_CODE.toLocaleString('nl')} tekens.`,
      );
  }
  const twice = twiceIn(files.map(({ path }) => path));
  if (twice !== null)
    problems.push(`Bij ${what} staat ${short(twice)} twee keer. Geef een van de twee een andere naam.`);
  return files;
}

function twiceIn(names: readonly string[]): string | null {
  return names.find((name, at) => names.indexOf(name) !== at) ?? null;
}

/** How a field is called in the form, where it has another name there. */
const FIELDS: Readonly<Record<string, string>> = {
  v: 'de versie',
  name: 'de naam',
  title: 'de titel',
  task: 'de opdracht',
  level: 'het niveau',
  minutes: 'het aantal minuten',
  hints: 'de hints',
  checks: 'de controles',
  look: '‘Waar een student kijkt als het fout gaat’',
  path: 'het pad',
  json: 'de waarde',
  times: 'het aantal keer',
};

/** The names of lists, for one of them. */
const ONE: Readonly<Record<string, string>> = {
  checks: 'controle',
  steps: 'stap',
  after: 'verwachting achteraf',
  answer: 'verwachting van het antwoord',
  inputs: 'verse waarde',
  hints: 'hint',
  headers: 'header',
  messages: 'bericht',
  options: 'keuze',
};

function sentenceOf(issue: z.core.$ZodIssue): string {
  const { path } = issue;
  const places: string[] = [];
  let field = '';
  for (const [at, part] of path.entries()) {
    if (typeof part === 'number') places.push(`${ONE[String(path[at - 1])] ?? 'plaats'} ${part + 1}`);
    else if (typeof path[at + 1] !== 'number') field = String(part);
  }
  const subject = field === '' ? (places.pop() ?? 'de oefening') : (FIELDS[field] ?? `\`${short(field)}\``);
  const sentence = [...places, `${subject} ${saidIn(issue)}`].join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. Pas dat aan.`;
}

/** What a schema says itself is Dutch and begins with a verb; what zod says is not. */
function saidIn(issue: z.core.$ZodIssue): string {
  if (/^(mag|moet|is|heeft) /.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `heeft een veld dat we niet kennen: ${short(issue.keys[0] ?? '')}`;
    case 'invalid_value':
      return `moet een van deze zijn: ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return issue.input === undefined ? 'ontbreekt' : 'is van een andere soort dan hier past';
    default:
      return 'past hier niet';
  }
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
