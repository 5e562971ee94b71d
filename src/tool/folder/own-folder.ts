/** From a folder on this computer to what can be deployed, or to sentences that say what is wrong with it and what to do. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SourceFile } from '../../contract/data.ts';
import type { Sample } from '../../course/sample.ts';
import { cronMoments } from '../../engine/index.ts';
import { fileNameOf } from '../../kit/save-file.ts';
import {
  PROJECT_FILE,
  type Project,
  problemsOfFiles,
  projectSchema,
  readProject,
  sampleOfProject,
} from '../../project/index.ts';
import { recognise, type ScriptFacts, scriptsIn } from '../../project/intake/index.ts';
import { oneLine } from '../terminal.ts';
import type { FolderWords, ToolWords } from '../words.ts';
import { isFolderRefused, readFolder } from './read-folder.ts';

export interface OwnFolder {
  readonly project: Project;
  /** Its files, and those that were made to adapt a handler: these are on no disk. */
  readonly files: readonly SourceFile[];
  readonly sample: Sample;
  /** What there is to know about it, a sentence each. */
  readonly notes: readonly string[];
  /** See `FolderRead`. */
  readonly stamp: string;
}

export interface FolderProblems {
  /** At least one sentence. */
  readonly problems: readonly string[];
}

export const hasProblems = (read: OwnFolder | FolderProblems): read is FolderProblems => 'problems' in read;

const MANIFEST = 'package.json';
const MOST_TOLD = 5;

export function readOwnFolder(folder: string, { folder: words }: ToolWords): OwnFolder | FolderProblems {
  const read = readFolder(folder);
  if (isFolderRefused(read)) return { problems: [words.refused[read.code](read.path)] };
  const broken = manifestProblem(read.files, words);
  if (broken !== null) return { problems: [broken] };
  const scripts = scriptsIn(read.files);
  const named = read.files.find(({ path }) => path === PROJECT_FILE);
  const notes = read.left.slice(0, MOST_TOLD).map(({ path, why }) => words.left[why](oneLine(path)));
  if (named !== undefined) return withProject(folder, named.text, read, scripts, notes, words);
  const found = recognised(read.files, scripts, words);
  if ('problems' in found) return found;
  const { text, files } = found;
  return withProject(folder, text, { ...read, files }, scripts, [...notes, ...found.notes], words);
}

type Found = {
  readonly text: string;
  readonly files: readonly SourceFile[];
  readonly notes: readonly string[];
};

/** Of a folder without a `functielab.json`: the one that it would have. */
function recognised(
  files: readonly SourceFile[],
  scripts: readonly ScriptFacts[],
  words: FolderWords,
): Found | FolderProblems {
  if (scripts.length === 0) {
    const isTyped = files.some(({ path }) => /\.[mc]?tsx?$/.test(path) && !path.endsWith('.d.ts'));
    return { problems: [isTyped ? words.onlyTypeScript : words.noScripts] };
  }
  const strange = scripts.flatMap(({ path, kind }) =>
    kind === 'own' || kind === 'worker' || kind === 'none' ? [] : [words.otherKind[kind](path)],
  );
  const isFunction = ({ kind }: ScriptFacts) => kind === 'own' || kind === 'worker';
  if (!scripts.some(isFunction)) {
    return { problems: strange.length > 0 ? strange.slice(0, MOST_TOLD) : [words.noHandler] };
  }
  const made = recognise(files);
  if ('refusal' in made) return { problems: [words.noHandler] };
  const workers = scripts.filter(({ kind }) => kind === 'worker').map(({ path }) => words.adapted(path));
  const text = made.files.find(({ path }) => path === PROJECT_FILE)?.text ?? '';
  const own = made.files.filter(({ path }) => path !== PROJECT_FILE);
  return { text, files: own, notes: [...workers, ...strange.slice(0, MOST_TOLD)] };
}

function withProject(
  folder: string,
  text: string,
  { files, stamp }: { readonly files: readonly SourceFile[]; readonly stamp: string },
  scripts: readonly ScriptFacts[],
  notes: readonly string[],
  words: FolderWords,
): OwnFolder | FolderProblems {
  const read = readProject(text);
  if ('problems' in read) {
    const inEnglish = englishOf(text);
    return { problems: read.problems.map((one) => words.ofProject(one, inEnglish.get(one.field) ?? null)) };
  }
  const { project } = read;
  const missing = problemsOfFiles(project, files).map((one) =>
    words.ofProject(one, 'that file is not there'),
  );
  const problems = [...missing, ...cronProblems(project, words), ...kindProblems(project, scripts, words)];
  if (problems.length > 0) return { problems };
  const own = files.filter(({ path }) => path !== PROJECT_FILE);
  const sample = sampleOfProject(nameOf(folder), project, own, () => '');
  return { project, files: own, sample, notes: [...notes, ...packageNotes(folder, scripts, words)], stamp };
}

/** What the schema's own library says, by field: what the schema itself says is in Dutch, and is left out. */
function englishOf(text: string): ReadonlyMap<string, string> {
  try {
    const value: unknown = JSON.parse(text);
    const issuesWith = (options: object) => projectSchema.safeParse(value, options).error?.issues ?? [];
    const marked = issuesWith({ error: () => '' });
    // Of the same schema and value: the same issues, in the same order.
    return new Map(
      issuesWith({}).flatMap(({ path, message }, at) =>
        marked[at]?.message === '' ? [[path.map(String).join('.'), message] as const] : [],
      ),
    );
  } catch {
    return new Map();
  }
}

/** npm says best what is wrong in it, but Node runs nothing beside a broken one. */
function manifestProblem(files: readonly SourceFile[], words: FolderWords): string | null {
  const text = files.find(({ path }) => path === MANIFEST)?.text;
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? null
      : words.brokenManifest('');
  } catch (error) {
    return words.brokenManifest(error instanceof Error ? error.message : '');
  }
}

function cronProblems({ functions }: Project, words: FolderWords): string[] {
  return Object.entries(functions).flatMap(([name, { trigger }]) => {
    if (trigger.type !== 'timer') return [];
    const plan = cronMoments(trigger.cron, Date.now(), 1);
    return plan.ok ? [] : [words.cron[plan.code](name, trigger.cron)];
  });
}

/** A file that `functielab.json` names, and that is no function as here. */
function kindProblems({ functions }: Project, scripts: readonly ScriptFacts[], words: FolderWords): string[] {
  const entries = new Set(Object.values(functions).map(({ entry }) => entry));
  return scripts.flatMap(({ path, kind }) => {
    if (!entries.has(path) || kind === 'own') return [];
    if (kind === 'worker') return [words.workerNamed(path)];
    return [kind === 'none' ? words.noDefault(path) : words.otherKind[kind](path)];
  });
}

function packageNotes(folder: string, scripts: readonly ScriptFacts[], words: FolderWords): string[] {
  const all = [...new Set(scripts.flatMap(({ packages }) => packages))].sort();
  const missing = missingPackages(folder, scripts);
  const needs = all.length === 0 ? [] : [words.needsNode(all.slice(0, MOST_TOLD).join(', '))];
  return missing.length === 0
    ? needs
    : [...needs, words.notInstalled(missing.slice(0, MOST_TOLD).join(', '))];
}

/** @returns the packages that some script imports, and that no `node_modules` of this folder or one above it has */
export function missingPackages(folder: string, scripts: readonly ScriptFacts[]): readonly string[] {
  const places = modulesAbove(folder);
  return packagesOf(scripts).filter((name) => !places.some((place) => existsSync(join(place, name))));
}

/** Each once, and none that is a part of Node. */
export function packagesOf(scripts: readonly ScriptFacts[]): readonly string[] {
  return [...new Set(scripts.flatMap(({ packages }) => packages.flatMap(packageOf)))].sort();
}

const OF_NODE =
  /^(node:|(assert|async_hooks|buffer|child_process|cluster|console|crypto|dgram|diagnostics_channel|dns|events|fs|http|http2|https|inspector|module|net|os|path|perf_hooks|process|punycode|querystring|readline|stream|string_decoder|timers|tls|tty|url|util|v8|vm|wasi|worker_threads|zlib)(\/|$))/;

/** `lodash/fp` and `@scope/name/part` are parts of a package; `#name` is a file of one's own. */
function packageOf(specifier: string): string[] {
  if (OF_NODE.test(specifier) || specifier.startsWith('#')) return [];
  return [specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')];
}

/** Every `node_modules` in which Node would look for a package of this folder, the nearest first. */
export function modulesAbove(folder: string): readonly string[] {
  const places: string[] = [];
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    const place = join(at, 'node_modules');
    if (existsSync(place)) places.push(place);
    if (dirname(at) === at) return places;
  }
}

/** As a playground is named: small letters, digits and `-`. */
export function nameOf(folder: string): string {
  return fileNameOf(basename(realpathSync(folder)), 'functies');
}
