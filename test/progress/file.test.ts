/** A progress file from elsewhere: what is read of it, and what each answer to "whose is it?" does. */
import { beforeEach, expect, test, vi } from 'vitest';
import {
  addOwnFile,
  type ProgressFile,
  progressFile,
  readProgressFile,
  showStrangersFile,
} from '../../src/progress/file.ts';
import { progress } from '../../src/progress/kept.ts';
import { addPredictions, predictions } from '../../src/progress/predictions.ts';
import { merge, NO_PROGRESS } from '../../src/progress/progress.ts';
import { wipeProgress } from '../../src/progress/wipe.ts';

const KNOWN = {
  lessons: new Set(['een']),
  exercises: new Map([['tel', new Set(['a', 'b'])]]),
};

function fakeStorage() {
  const kept = new Map<string, string>();
  const methods = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
  // Its keys are its properties, as a browser's are.
  return new Proxy(methods, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}

let device: ReturnType<typeof fakeStorage>;
let tab: ReturnType<typeof fakeStorage>;

beforeEach(() => {
  device = fakeStorage();
  tab = fakeStorage();
  vi.stubGlobal('localStorage', device);
  vi.stubGlobal('sessionStorage', tab);
  wipeProgress();
});

function fileOf(content: object): ProgressFile {
  const read = readProgressFile(JSON.stringify({ functielab: 'voortgang', v: 1, ...content }), KNOWN);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

const CODE = '{"v":1,"base":"0","files":{"f.js":"van een ander"}}';

test('what the course does not have is left out: lessons, exercises, checks and a last lesson', () => {
  const lessons = Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`z${at}`, true]));
  const { progress: read } = fileOf({
    lessons: { ...lessons, een: true },
    exercises: { tel: { passed: ['a', 'weg'] }, toString: { passed: [] }, weg: { passed: ['a'] } },
    last: 'z1',
  });
  expect(read).toEqual({ lessons: { een: true }, exercises: { tel: { passed: ['a'] } }, last: null });
});

test.each(['toString', '__proto__', 'constructor', 'hasOwnProperty'])(
  'an exercise called %s is only a name',
  (name) => {
    const read = { ...NO_PROGRESS, exercises: JSON.parse(`{"${name}":{"passed":["a"]}}`) };
    expect(Object.keys(merge(NO_PROGRESS, read).exercises)).toEqual([name]);
    expect(Object.keys(merge(read, read).exercises)).toEqual([name]);
  },
);

test('a file of one’s own is put together with what this device has', () => {
  device.setItem('functielab:code:groet', 'van hier');
  const file = fileOf({ lessons: { een: true }, exercises: {}, code: { groet: CODE, teller: CODE } });
  expect(addOwnFile(file)).toEqual({ lessons: 1, exercises: 0, code: 1, ownCode: 1 });
  expect(progress.value.lessons).toEqual({ een: true });
  expect(device.getItem('functielab:code:groet')).toBe('van hier');
  expect(device.getItem('functielab:code:teller')).toBe(CODE);
  expect(tab.getItem('functielab:andermans:teller')).toBeNull();
});

test('of somebody else’s file only the code comes in, for this tab, and nothing of the reader’s changes', () => {
  const before = progress.value;
  const file = fileOf({ lessons: { een: true }, exercises: {}, code: { teller: CODE, '../x': CODE } });
  expect(showStrangersFile(file)).toBe(1);
  expect(progress.value).toBe(before);
  expect(device.getItem('functielab:code:teller')).toBeNull();
  expect(tab.getItem('functielab:andermans:teller')).toBe(CODE);
});

test('where nothing can be kept for a visit, somebody else’s file says so', () => {
  vi.stubGlobal('sessionStorage', undefined);
  expect(showStrangersFile(fileOf({ code: { teller: CODE } }))).toBe('NOT_SHOWN');
});

test('what was predicted goes along, and is wiped and brought back with the rest', () => {
  const mine = { said: 35, came: 10, isRight: false, atMs: 1 };
  const theirs = { said: 1, came: 1, isRight: true, atMs: 2 };
  addPredictions({ 'vijftig-kopers': mine });
  addOwnFile(fileOf({ predictions: { 'vijftig-kopers': theirs, 'een-rotte-appel': theirs } }));
  const both = { 'vijftig-kopers': mine, 'een-rotte-appel': theirs };
  expect(predictions.value).toEqual(both);
  expect(fileOf(JSON.parse(progressFile())).predictions).toEqual(both);
  const back = wipeProgress();
  expect(predictions.value).toEqual({});
  back();
  expect(predictions.value).toEqual(both);
});
