/**
 * The folder as the page has it: what was deployed last, and what its reader typed here besides.
 *
 *     version from the tool ─┬─ other functions, or other files ──▶ another sample, other edits, another playground
 *                            └─ the same, with other text ───────▶ into the edits that are there; nothing runs
 *
 * What is typed here goes to no disk: a laboratory is for trying, and the folder is its owner's. Where a file is saved in which something
 * was typed here as well, the saved one is shown, and what was typed can be put back.
 */
import { batch, computed, createModel, signal } from '@preact/signals';
import type { SourceFile } from '../contract/data.ts';
import { samplePath } from '../course/paths.ts';
import type { Sample } from '../course/sample.ts';
import { type Edits, EditsModel } from '../playground/code/edits.ts';
import type { OwnProject } from '../playground/model/playground.ts';
import { type Project, sampleOfProject } from '../project/index.ts';
import type { FolderVersion, FromTool, Greeting } from '../tool/lab/protocol.ts';

/** One deployment that this page saw happen. */
export interface Deployed {
  /** Files that were saved; empty where only settings changed. */
  readonly saved: readonly string[];
  /** What was typed here in those. */
  readonly replaced: readonly SourceFile[];
  /** Functions or files came or went: log, receipt and picture begin anew. */
  readonly isAnew: boolean;
  readonly atMs: number;
}

export interface ShownFolder {
  readonly sample: Sample;
  readonly own: OwnProject;
}

export const FollowedFolderModel = createModel((nowMs: () => number) => {
  const greeting = signal<Greeting | null>(null);
  const shown = signal<ShownFolder | null>(null);
  const project = signal<Project | null>(null);
  const version = signal('');
  const disk = signal<ReadonlyMap<string, string>>(new Map());
  const notes = signal<readonly string[]>([]);
  const problems = signal<readonly string[]>([]);
  const deployed = signal<Deployed | null>(null);
  let structure = '';

  const changedHere = computed<readonly string[]>(() => {
    const texts = shown.value?.own.edits.ownTexts.value ?? {};
    return [...disk.value].flatMap(([path, text]) => (texts[path] === text ? [] : [path]));
  });

  function receive(message: Extract<FromTool, { type: 'greeting' | 'version' | 'problems' }>): void {
    if (message.type === 'greeting') greeting.value = message;
    else if (message.type === 'problems') problems.value = message.sentences;
    else batch(() => take(message));
  }

  function take(next: FolderVersion): void {
    const isFirst = shown.peek() === null;
    const before = disk.peek();
    const saved = next.files.filter(({ path, text }) => before.get(path) !== text);
    const isSame = next.version === version.peek() && sameProject(next.project, project.peek());
    problems.value = [];
    // A line that was broken and is there again tells what is known.
    if (isSame) return;
    const replaced = saved.flatMap(({ path }) => typedHere(path, before));
    const isAnew = structureOf(next) !== structure;
    structure = structureOf(next);
    disk.value = new Map(next.files.map(({ path, text }) => [path, text]));
    project.value = next.project;
    notes.value = next.notes;
    if (isAnew) shown.value = shownOf(next);
    else for (const { path, text } of saved) edits()?.edit(path, text);
    version.value = next.version;
    const paths = saved.map(({ path }) => path);
    deployed.value = isFirst ? null : { saved: paths, replaced, isAnew, atMs: nowMs() };
  }

  function shownOf({ project: own, files }: FolderVersion): ShownFolder {
    const id = greeting.peek()?.id ?? '';
    const inOrder = inReadingOrder(files, own);
    const sample = sampleOfProject(id, own, inOrder, samplePath);
    return { sample, own: { edits: new EditsModel(id, inOrder, [], true), owner: 'reader' } };
  }

  const edits = (): Edits | undefined => shown.peek()?.own.edits;

  function typedHere(path: string, before: ReadonlyMap<string, string>): SourceFile[] {
    const text = edits()?.ownTexts.peek()[path];
    return text === undefined || text === before.get(path) ? [] : [{ path, text }];
  }

  /** As it stands in the folder. */
  function putBack(): void {
    for (const path of changedHere.peek()) edits()?.edit(path, disk.peek().get(path) ?? '');
  }

  /** What was typed here before the file was saved elsewhere. */
  function takeBack(): void {
    const last = deployed.peek();
    if (last === null) return;
    const paths = Object.keys(edits()?.ownTexts.peek() ?? {});
    batch(() => {
      for (const { path, text } of last.replaced) if (paths.includes(path)) edits()?.edit(path, text);
      deployed.value = { ...last, replaced: [] };
    });
  }

  return {
    greeting,
    shown,
    project,
    version,
    notes,
    problems,
    deployed,
    changedHere,
    receive,
    putBack,
    takeBack,
  };
});

export type FollowedFolder = InstanceType<typeof FollowedFolderModel>;

const sameProject = (a: Project, b: Project | null) => JSON.stringify(a) === JSON.stringify(b);

/** What a playground is made of. Its settings can change while it is there. */
function structureOf({ project, files }: FolderVersion): string {
  const settings = { memoryMb: 0, timeoutMs: 0, concurrencyLimit: 0, env: {} };
  return JSON.stringify([{ ...project, ...settings }, files.map(({ path }) => path).sort()]);
}

/** Where functions begin comes first, and the rest by name: the first is what a reader sees first. */
function inReadingOrder(files: readonly SourceFile[], { functions }: Project): readonly SourceFile[] {
  const entries = Object.values(functions).map(({ entry }) => entry);
  const rank = ({ path }: SourceFile) => (entries.includes(path) ? entries.indexOf(path) : entries.length);
  return [...files].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}
