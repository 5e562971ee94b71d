/** The folder as its page follows it: what is saved is shown and what was typed is not lost, and nothing begins anew that need not. */
import { beforeEach, describe, expect, test } from 'vitest';
import { readProject } from '../../src/project/index.ts';
import { versionOf } from '../../src/tool/lab/protocol.ts';
import { FollowedFolderModel } from '../../src/tool-page/followed-folder.ts';

const FILES = { 'hallo.js': 'een', 'lib/prijs.js': 'prijs' };

function versionWith(files: Readonly<Record<string, string>>, more: object = {}) {
  const functions = { hallo: { entry: 'hallo.js', trigger: { type: 'http' } } };
  const read = readProject(JSON.stringify({ version: 1, functions, ...more }));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  return {
    type: 'version',
    version: versionOf(list),
    project: read.project,
    files: list,
    notes: [],
  } as const;
}

const newFolder = () => new FollowedFolderModel(() => 7);
let folder = newFolder();
beforeEach(() => {
  folder = newFolder();
  folder.receive({
    type: 'greeting',
    language: 'nl',
    id: 'map-1',
    name: 'mijn-map',
    tabOrigin: '',
    tabKey: '',
    clockStepMs: 1,
  });
  folder.receive(versionWith(FILES));
});

const edits = () => folder.shown.value?.own.edits;
const textOf = (path: string) => edits()?.ownTexts.value[path];

test('is a playground of all its files, those where functions begin first, and named after its place', () => {
  const sample = folder.shown.value?.sample;
  expect([sample?.name, sample?.files.map(({ path }) => path)]).toEqual([
    'map-1',
    ['hallo.js', 'lib/prijs.js'],
  ]);
  expect([folder.deployed.value, folder.changedHere.value]).toEqual([null, []]);
});

describe('a save', () => {
  test('comes into the editor that is there', () => {
    const before = folder.shown.value;
    folder.receive(versionWith({ ...FILES, 'hallo.js': 'twee' }));
    expect(folder.shown.value).toBe(before);
    expect(textOf('hallo.js')).toBe('twee');
    expect(folder.deployed.value).toEqual({ saved: ['hallo.js'], replaced: [], isAnew: false, atMs: 7 });
  });

  test('of settings alone keeps the playground, and names no file', () => {
    const before = folder.shown.value;
    folder.receive(versionWith(FILES, { memoryMb: 512, timeoutMs: 1_000, env: { A: 'b' } }));
    expect(folder.shown.value).toBe(before);
    expect(folder.project.value?.memoryMb).toBe(512);
    expect(folder.deployed.value).toMatchObject({ saved: [], isAnew: false });
  });

  test.each([
    ['a file more', { ...FILES, 'b.js': '' }, {}],
    [
      'another route',
      FILES,
      { functions: { hallo: { entry: 'hallo.js', trigger: { type: 'http', routes: ['GET /a'] } } } },
    ],
    ['another function', FILES, { functions: { anders: { entry: 'hallo.js', trigger: { type: 'http' } } } }],
  ])('with %s is another playground', (_, files, more) => {
    const before = folder.shown.value;
    folder.receive(versionWith(files, more));
    expect(folder.shown.value).not.toBe(before);
    expect(folder.deployed.value?.isAnew).toBe(true);
  });

  test('of another file leaves what was typed here', () => {
    edits()?.edit('hallo.js', 'hier');
    folder.receive(versionWith({ ...FILES, 'lib/prijs.js': 'duurder' }));
    expect([textOf('hallo.js'), textOf('lib/prijs.js')]).toEqual(['hier', 'duurder']);
    expect(folder.changedHere.value).toEqual(['hallo.js']);
    folder.putBack();
    expect([textOf('hallo.js'), folder.changedHere.value]).toEqual(['een', []]);
  });

  test('of a file in which something was typed takes its place, and the text comes back when asked', () => {
    edits()?.edit('hallo.js', 'hier');
    folder.receive(versionWith({ ...FILES, 'hallo.js': 'twee' }));
    expect(textOf('hallo.js')).toBe('twee');
    expect(folder.deployed.value?.replaced).toEqual([{ path: 'hallo.js', text: 'hier' }]);
    folder.takeBack();
    expect([textOf('hallo.js'), folder.changedHere.value]).toEqual(['hier', ['hallo.js']]);
    expect(folder.deployed.value?.replaced).toEqual([]);
  });
});

test('a line that comes back tells what is known, and that is no deployment', () => {
  folder.receive(versionWith(FILES));
  expect(folder.deployed.value).toBeNull();
});

test('what is wrong is told until something right is saved, also when that is what there was', () => {
  folder.receive({ type: 'problems', sentences: ['Dit klopt niet.'] });
  expect(folder.problems.value).toEqual(['Dit klopt niet.']);
  folder.receive(versionWith(FILES));
  expect(folder.problems.value).toEqual([]);
});
