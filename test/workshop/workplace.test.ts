/** One workplace: forms and text are one, files come and go with a way back, and the laboratory follows what is whole. */
import { expect, test } from 'vitest';
import type { SourceFile } from '../../src/contract/data.ts';
import { PROJECT_FILE, readProject } from '../../src/project/index.ts';
import {
  freeName,
  freshTrigger,
  withFunction,
  withoutFunction,
  withRenamedFunction,
} from '../../src/workshop/project-edits.ts';
import { createWorkplace, type Workplace } from '../../src/workshop/workplace.ts';

const MANIFEST = JSON.stringify({
  version: 1,
  title: 'Takenlijst',
  functions: { taken: { entry: 'taken.js', trigger: { type: 'http' } } },
});
const FILES = [
  { path: PROJECT_FILE, text: MANIFEST },
  { path: 'lib.js', text: 'export const a = 1;' },
  { path: 'taken.js', text: 'export default () => new Response("ok");' },
];

function open(files: readonly SourceFile[] = FILES) {
  const saves: [string, readonly string[], readonly string[]][] = [];
  const workplace = createWorkplace({
    id: 'werkplaats-1',
    files,
    owner: 'reader',
    save: (name, paths, changed) => saves.push([name, paths, changed.map(({ path }) => path)]),
  });
  return { workplace, saves };
}

const textOf = ({ edits }: Workplace, path: string) => edits.value.ownTexts.value[path];
const projectOf = ({ project }: Workplace) => {
  if (project.value === null) throw new Error('no project');
  return project.value;
};

test('opens with the file of its function in front and functielab.json at the end', () => {
  const { workplace, saves } = open();
  expect(workplace.filePaths.value).toEqual(['taken.js', 'lib.js', PROJECT_FILE]);
  expect(workplace.sample.value).toMatchObject({ name: 'werkplaats-1', title: 'Takenlijst' });
  expect(workplace.problems.value).toEqual([]);
  expect(saves).toEqual([]);
});

test('what a form changes stands in the text, and what is typed in the text stands in the form', () => {
  const { workplace, saves } = open();
  expect(workplace.change({ ...projectOf(workplace), memoryMb: 512 })).toBeNull();
  expect(textOf(workplace, PROJECT_FILE)).toContain('"memoryMb": 512');
  const typed = (textOf(workplace, PROJECT_FILE) ?? '').replace('Takenlijst', 'Lijst');
  workplace.edits.value.edit(PROJECT_FILE, typed);
  expect(workplace.name.value).toBe('Lijst');
  expect(projectOf(workplace)).toMatchObject({ title: 'Lijst', memoryMb: 512 });
  expect(saves.map(([name, , changed]) => [name, changed])).toEqual([
    ['Takenlijst', [PROJECT_FILE]],
    ['Lijst', [PROJECT_FILE]],
  ]);
});

test('what a form changed is taken back step by step, until somebody has typed in the file', () => {
  const { workplace } = open();
  const begun = textOf(workplace, PROJECT_FILE);
  expect(workplace.canTakeBackChange.value).toBe(false);
  workplace.change({ ...projectOf(workplace), memoryMb: 512 });
  workplace.change({ ...projectOf(workplace), memoryMb: 1_024 });
  // What the file already says is no step, and what a project cannot hold is none either.
  workplace.change(projectOf(workplace));
  expect(workplace.change({ ...projectOf(workplace), memoryMb: 1 })).toContain('memoryMb');
  workplace.takeBackChange();
  expect(projectOf(workplace).memoryMb).toBe(512);
  workplace.takeBackChange();
  expect(textOf(workplace, PROJECT_FILE)).toBe(begun);
  expect(workplace.canTakeBackChange.value).toBe(false);

  workplace.change({ ...projectOf(workplace), memoryMb: 512 });
  const typed = `${textOf(workplace, PROJECT_FILE)}\n`;
  workplace.edits.value.edit(PROJECT_FILE, typed);
  expect(workplace.canTakeBackChange.value).toBe(false);
  workplace.takeBackChange();
  expect(textOf(workplace, PROJECT_FILE)).toBe(typed);
});

test('memory, timeout and settings are set in a laboratory that stays; another trigger makes another', () => {
  const { workplace } = open();
  const before = workplace.sample.value;
  workplace.change({ ...projectOf(workplace), memoryMb: 512, timeoutMs: 9_000, env: { A: '1' } });
  workplace.edits.value.edit('lib.js', 'export const a = 2;');
  expect(workplace.sample.value).toBe(before);
  const timer = { entry: 'taken.js', trigger: freshTrigger('timer'), grants: [] };
  workplace.change(withFunction(projectOf(workplace), 'taken', timer));
  expect(workplace.sample.value).not.toBe(before);
  expect(workplace.sample.value?.functions).toMatchObject([{ trigger: { type: 'timer' } }]);
  expect(workplace.sample.value?.files.find(({ path }) => path === 'lib.js')?.text).toContain('a = 2');
});

test('while functielab.json cannot be read the laboratory stays, the sentences say why, and nothing typed is lost', () => {
  const { workplace } = open();
  const before = workplace.sample.value;
  workplace.edits.value.edit(PROJECT_FILE, '{ "version": 1,');
  expect(workplace.problems.value.join()).toContain('geen geldige JSON');
  expect(workplace.sample.value).toBe(before);
  expect(workplace.name.value).toBe('Takenlijst');
  workplace.edits.value.edit(PROJECT_FILE, MANIFEST);
  expect(workplace.problems.value).toEqual([]);
});

test('a form that makes something impossible writes nothing and says so', () => {
  const { workplace } = open();
  const before = textOf(workplace, PROJECT_FILE);
  const problem = workplace.change(withoutFunction(projectOf(workplace), 'taken'));
  expect(problem).toContain('heeft minstens één functie nodig');
  expect(textOf(workplace, PROJECT_FILE)).toBe(before);
});

test('functions are renamed in their place, and a new one gets a free name', () => {
  const { workplace } = open();
  const one = { entry: 'lib.js', trigger: freshTrigger('http'), grants: [] };
  workplace.change(withFunction(projectOf(workplace), freeName(projectOf(workplace), 'taken'), one));
  workplace.change(withRenamedFunction(projectOf(workplace), 'taken', 'lijst'));
  expect(Object.keys(projectOf(workplace).functions)).toEqual(['lijst', 'taken-2']);
});

test('a file is made, and taken back', () => {
  const { workplace, saves } = open();
  expect(workplace.addFile('lib/prijs.js', '// prijs')).toBeNull();
  expect(workplace.filePaths.value).toContain('lib/prijs.js');
  expect(workplace.sample.value?.files.map(({ path }) => path)).toContain('lib/prijs.js');
  expect(saves.at(-1)?.[2]).toEqual(['lib/prijs.js']);
  expect(workplace.undone.value).toBe('lib/prijs.js is gemaakt.');
  workplace.takeBack();
  expect(workplace.filePaths.value).toEqual(['taken.js', 'lib.js', PROJECT_FILE]);
  expect(workplace.undone.value).toBeNull();
  expect(saves.at(-1)?.[1]).not.toContain('lib/prijs.js');
});

test('a file that is renamed takes its function along', () => {
  const { workplace } = open();
  expect(workplace.renameFile('taken.js', 'src/taken.js')).toBeNull();
  expect(projectOf(workplace).functions['taken']?.entry).toBe('src/taken.js');
  expect(workplace.problems.value).toEqual([]);
  workplace.takeBack();
  expect(projectOf(workplace).functions['taken']?.entry).toBe('taken.js');
  expect(workplace.problems.value).toEqual([]);
});

test('a file that is removed comes back as it was, and what was typed since stays', () => {
  const { workplace } = open();
  workplace.edits.value.edit('lib.js', 'zelf getypt');
  expect(workplace.removeFile('lib.js')).toBeNull();
  workplace.edits.value.edit('taken.js', 'later getypt');
  workplace.takeBack();
  expect(textOf(workplace, 'lib.js')).toBe('zelf getypt');
  expect(textOf(workplace, 'taken.js')).toBe('later getypt');
});

test('the file of a function that is removed is missed, in a sentence', () => {
  const { workplace } = open();
  workplace.removeFile('taken.js');
  expect(workplace.problems.value).toEqual([
    'De functie taken begint in "taken.js", en dat bestand is er niet. Maak dat bestand, of noem een bestand dat er wel is.',
  ]);
});

test.each([
  ['', 'heeft een naam nodig'],
  ['../a.js', 'mag niet . of .. als map hebben'],
  ['LIB.js', 'Er is al een bestand lib.js.'],
  ['lib.js/a.js', 'een bestand en een map kunnen niet één naam hebben'],
  ['a\u202e.js', 'geen onzichtbare tekens'],
])('a file named %j is refused', (path, sentence) => {
  const { workplace } = open();
  expect(workplace.addFile(path)).toContain(sentence);
  expect(workplace.filePaths.value).toHaveLength(3);
});

test('functielab.json keeps its name and its place', () => {
  const { workplace } = open();
  expect(workplace.renameFile(PROJECT_FILE, 'anders.json')).toContain('houdt zijn naam');
  expect(workplace.removeFile(PROJECT_FILE)).toContain('kan niet weg');
});

test('200 files and 20 functions open, each function in its own file', () => {
  const functions = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [
      `f${at}`,
      { entry: `f${at}.js`, trigger: { type: 'http', routes: [`GET /f${at}`] } },
    ]),
  );
  const many = Array.from({ length: 200 }, (_, at) => ({ path: `f${at}.js`, text: `// ${at}` }));
  const { workplace } = open([
    ...many,
    { path: PROJECT_FILE, text: JSON.stringify({ version: 1, functions }) },
  ]);
  expect(workplace.sample.value?.functions).toHaveLength(20);
  expect(workplace.filePaths.value.slice(0, 3)).toEqual(['f0.js', 'f1.js', 'f2.js']);
  expect('project' in readProject(textOf(workplace, PROJECT_FILE) ?? '')).toBe(true);
});
