/**
 * One workplace, open: its files, and the laboratory that is made of them.
 *
 *     files ──▶ edits ──text of functielab.json──▶ project ──▶ sample ──▶ the playground, a new one when the structure is another
 *                 ▲                                   │
 *                 └───────────── forms ◀──────────────┘
 *
 * The text is what counts: the forms read it and write it, and whoever types in it changes the forms. While it can't be read, the
 * laboratory stays as it was and the sentences say why.
 */
import { batch, computed, effect, signal, untracked } from '@preact/signals';
import type { SourceFile } from '../contract/data.ts';
import { samplePath } from '../course/paths.ts';
import type { Sample } from '../course/sample.ts';
import { type Edits, EditsModel } from '../playground/code/edits.ts';
import type { LabOwner } from '../playground/code/origin.ts';
import {
  MOST_FILES,
  PROJECT_FILE,
  type Project,
  pathProblem,
  problemsOfFiles,
  readProject,
  sampleOfProject,
  writeProject,
} from '../project/index.ts';
import { structureOf, withRenamedFile } from './project-edits.ts';

export interface WorkplaceParts {
  readonly id: string;
  readonly files: readonly SourceFile[];
  readonly owner: LabOwner;
  /** Hears of each change; nothing of it is waited for. */
  readonly save: (name: string, paths: readonly string[], changed: readonly SourceFile[]) => void;
}

/** What was done to the files, and the way back. */
interface Undo {
  readonly what: string;
  readonly files: readonly SourceFile[];
}

/** What a form did to the text of `functielab.json`. */
interface Step {
  readonly before: string;
  readonly after: string;
}

/** More than a person remembers. */
const MOST_STEPS = 100;

const NAMELESS = 'Naamloos';

export function createWorkplace({ id, files: begun, owner, save }: WorkplaceParts) {
  const edits = signal<Edits>(editsOf(inReadingOrder(begun)));
  /** Another one has other files: a view of them begins anew. */
  const turn = signal(0);
  /** The file that was made or renamed last. */
  const made = signal<string | null>(null);
  const undo = signal<Undo | null>(null);
  const steps = signal<readonly Step[]>([]);
  const sample = signal<Sample | null>(null);
  /** The last one that could be read: the forms go on with it. */
  const project = signal<Project | null>(null);
  let structure = '';

  function editsOf(files: readonly SourceFile[]): Edits {
    return new EditsModel(id, files, [], true);
  }

  // A key that is typed in another file changes neither of these, so nothing that is made of them is made again.
  const manifest = computed(() => edits.value.ownTexts.value[PROJECT_FILE] ?? '');
  const filePaths = computed(() => edits.value.ownFiles().map(({ path }) => path));
  const read = computed(() => readProject(manifest.value));
  /** What is wrong with `functielab.json`, by itself and beside the files. */
  const problems = computed<readonly string[]>(() => {
    const result = read.value;
    const found =
      'problems' in result
        ? result.problems
        : problemsOfFiles(
            result.project,
            filePaths.value.map((path) => ({ path })),
          );
    return found.map(({ sentence }) => sentence);
  });
  const name = computed(() => project.value?.title ?? NAMELESS);

  const stopReading = effect(() => {
    const result = read.value;
    const isWhole = problems.value.length === 0;
    const holder = edits.value;
    if ('problems' in result) return;
    untracked(() => {
      project.value = result.project;
      const next = `${structureOf(result.project)}\n${filePaths.peek().join('\n')}`;
      if (!isWhole || (next === structure && sample.peek() !== null)) return;
      structure = next;
      sample.value = sampleOfProject(id, result.project, holder.ownFiles(), samplePath);
    });
  });

  /** As they were when they were last saved. */
  let saved = edits.peek().ownTexts.peek();
  const stopSaving = effect(() => {
    const texts = edits.value.ownTexts.value;
    const title = name.value;
    untracked(() => {
      const changed = Object.entries(texts).flatMap(([path, text]) =>
        saved[path] === text ? [] : [{ path, text }],
      );
      const isOther = changed.length > 0 || Object.keys(saved).length !== Object.keys(texts).length;
      saved = texts;
      if (isOther) save(title, Object.keys(texts), changed);
    });
  });

  /** @returns what is wrong with what the forms make of it, in which case nothing was written; null when it was */
  function change(next: Project): string | null {
    const text = writeProject(next);
    const result = readProject(text);
    if ('problems' in result) return result.problems[0]?.sentence ?? '';
    const before = manifest.peek();
    if (text !== before) steps.value = [...steps.peek(), { before, after: text }].slice(-MOST_STEPS);
    edits.peek().edit(PROJECT_FILE, text);
    return null;
  }

  /** Not once somebody has typed in the file: what they typed would be gone. */
  const canTakeBackChange = computed(() => steps.value.at(-1)?.after === manifest.value);

  function takeBackChange(): void {
    const last = steps.peek().at(-1);
    if (last === undefined || !canTakeBackChange.peek()) return;
    batch(() => {
      steps.value = steps.peek().slice(0, -1);
      edits.peek().edit(PROJECT_FILE, last.before);
    });
  }

  /** Other files, so another editor. */
  function setFiles(next: readonly SourceFile[], back: Undo | null, shown: string | null): void {
    batch(() => {
      undo.value = back;
      made.value = shown;
      turn.value += 1;
      edits.value = editsOf(inReadingOrder(next));
    });
  }

  function replaceFiles(next: readonly SourceFile[], what: string, shown: string | null): void {
    setFiles(next, { what, files: edits.peek().ownFiles() }, shown);
  }

  /** @returns what is wrong with the name, as a sentence; null when it was done */
  function addFile(path: string, text = ''): string | null {
    const problem = nameProblem(path);
    if (problem !== null) return problem;
    if (filePaths.peek().length >= MOST_FILES) {
      return `Een werkplaats heeft maximaal ${MOST_FILES} bestanden. Verwijder er eerst een.`;
    }
    replaceFiles([...edits.peek().ownFiles(), { path, text }], `${path} is gemaakt.`, path);
    return null;
  }

  /** The same. The functions that begin in it go along. */
  function renameFile(path: string, to: string): string | null {
    if (path === to) return null;
    if (path === PROJECT_FILE) return `${PROJECT_FILE} houdt zijn naam: daarin staat wat je functies zijn.`;
    const problem = nameProblem(to);
    if (problem !== null) return problem;
    const known = 'project' in read.peek() ? project.peek() : null;
    const files = edits
      .peek()
      .ownFiles()
      .map((file) => {
        if (file.path === path) return { ...file, path: to };
        const isManifest = file.path === PROJECT_FILE && known !== null;
        return isManifest ? { ...file, text: writeProject(withRenamedFile(known, path, to)) } : file;
      });
    replaceFiles(files, `${path} heet nu ${to}.`, to);
    return null;
  }

  function removeFile(path: string): string | null {
    if (path === PROJECT_FILE) return `${PROJECT_FILE} kan niet weg: daarin staat wat je functies zijn.`;
    replaceFiles(
      edits
        .peek()
        .ownFiles()
        .filter((file) => file.path !== path),
      `${path} is verwijderd.`,
      null,
    );
    return null;
  }

  function nameProblem(path: string): string | null {
    const problem = pathProblem(path);
    if (problem !== null) return problem;
    const other = filePaths.peek().find((one) => one.toLowerCase() === path.toLowerCase());
    // On many disks these two are one file.
    if (other !== undefined) return `Er is al een bestand ${other}. Kies een andere naam.`;
    const isFolder = filePaths.peek().find((one) => one.startsWith(`${path}/`) || path.startsWith(`${one}/`));
    return isFolder === undefined
      ? null
      : `${isFolder} staat er al: een bestand en een map kunnen niet één naam hebben.`;
  }

  function takeBack(): void {
    const before = undo.peek();
    if (before === null) return;
    // What was typed since then in a file that is still there stays.
    const now = edits.peek().ownTexts.peek();
    const files = before.files.map(({ path, text }) => ({
      path,
      text: path === PROJECT_FILE ? text : (now[path] ?? text),
    }));
    setFiles(files, null, null);
  }

  return {
    id,
    owner,
    edits,
    turn,
    made,
    /** False while the text of `functielab.json` is wrong: a form that wrote would write over what is being typed. */
    canRead: computed(() => 'project' in read.value),
    name,
    sample,
    project,
    problems,
    filePaths,
    /** Null when there is nothing to take back. */
    undone: computed(() => undo.value?.what ?? null),
    takeBack,
    change,
    canTakeBackChange,
    takeBackChange,
    addFile,
    renameFile,
    removeFile,
    dispose: () => {
      stopReading();
      stopSaving();
    },
  };
}

export type Workplace = ReturnType<typeof createWorkplace>;

/** Where functions begin comes first, `functielab.json` last, and the rest by name: the first is what a reader sees first. */
export function inReadingOrder(files: readonly SourceFile[]): readonly SourceFile[] {
  const manifest = files.find(({ path }) => path === PROJECT_FILE);
  const read = readProject(manifest?.text ?? '');
  const entries = 'project' in read ? Object.values(read.project.functions).map(({ entry }) => entry) : [];
  const rank = ({ path }: SourceFile) => {
    if (path === PROJECT_FILE) return entries.length + 1;
    const at = entries.indexOf(path);
    return at === -1 ? entries.length : at;
  };
  return [...files].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}
