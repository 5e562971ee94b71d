/** What somebody puts in a link or a file to get further than a name or a text: each is left out or refused. */
import { deflateSync, strToU8, zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { handInFile, readHandIn } from '../../src/classroom/hand-in.ts';
import { readHandIns } from '../../src/classroom/read-files.ts';
import { filesToRun } from '../../src/exercises/run/exercise-to-run.ts';
import { readSet } from '../../src/exercises/set.ts';
import { readProgressFile } from '../../src/progress/file.ts';
import { readFragment, readShareFile } from '../../src/sharing/index.ts';

const packed = (text: string) => Buffer.from(deflateSync(strToU8(text))).toString('base64url');
const CODE = packed('{"a.js":"x"}');
const KNOWN = { lessons: new Set(['een']), exercises: new Map([['tel', new Set(['a'])]]) };
const course = { files: [{ path: 'a.js', text: 'start' }], given: [] };

afterEach(() => expect('isPassed' in {} || 'polluted' in {}, 'a prototype was changed').toBe(false));

test('a link to a prototype', () => expect(readFragment(`#deel=__proto__.${CODE}`)).toBeNull());
test('a link that climbs out of its folder', () => {
  for (const name of ['../../evil', '..%2f..%2fevil', '/evil']) {
    expect(readFragment(`#deel=${name}.${CODE}`)).toBeNull();
  }
});
test('a link with a file that is a prototype', () => {
  const shared = readFragment(`#deel=a.${packed('{"__proto__":"x","a.js":"y"}')}`);
  const files = Object.entries(shared?.files ?? {}).map(([path, text]) => ({ path, text }));
  expect(filesToRun(course, files)).toEqual([{ path: 'a.js', text: 'y' }]);
});
test('a link with a prototype that is an object', () =>
  expect(readFragment(`#deel=a.${packed('{"__proto__":{"polluted":1}}')}`)).toBeNull());
test('a link that is deep', () =>
  expect(readFragment(`#deel=a.${packed('['.repeat(200_000) + ']'.repeat(200_000))}`)).toBeNull());
test('a share file that is larger than its limit', () => {
  const text = JSON.stringify({
    functielab: 'code',
    v: 1,
    function: 'a',
    files: { 'a.js': 'x'.repeat(2e6) },
  });
  expect(readShareFile(text)).toBeNull();
});
test('a set of which an exercise climbs out of its folder', () => {
  const set = { v: 1, title: '', exercises: ['../evil'], tariff: null, deadline: '', hints: true };
  expect(readSet(`#set=${packed(JSON.stringify(set))}`)).toBeNull();
});
test('a set with a thousand exercises', () => {
  const exercises = Array.from({ length: 1_000 }, (_, at) => `e${at}`);
  const set = { v: 1, title: '', exercises, tariff: null, deadline: '', hints: true };
  expect(readSet(`#set=${packed(JSON.stringify(set))}`)).toBeNull();
});
test('a hand-in for a prototype', () => {
  const read = readHandIn(
    '{"functielab":"inlevering","v":1,"name":"x","work":[{"exercise":"__proto__","files":{"isPassed":"1"}}]}',
  );
  expect(typeof read === 'string' ? read : [...read.exercises.keys()]).toEqual(['__proto__']);
});
test('a hand-in with 20,000 works', () => {
  const work = Array.from({ length: 20_000 }, (_, at) => ({ exercise: `e${at}`, files: { 'a.js': 'x' } }));
  const read = readHandIn(JSON.stringify({ functielab: 'inlevering', v: 1, name: 'x', work }));
  expect(typeof read === 'string' ? 0 : read.exercises.size).toBe(40);
});
test('a hand-in that is deep', () =>
  expect(
    readHandIn(`{"functielab":"inlevering","v":1,"name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
  ).toBe('OTHER_FILE'));
test('a file of a hand-in that climbs out of its folder', () =>
  expect(filesToRun(course, [{ path: '../a.js', text: 'kwaad' }])).toEqual(course.files));
test('a hand-in that is called as a prototype in a zip', async () => {
  const bytes = zipSync({
    'x/constructor': strToU8(handInFile({ name: '__proto__', exercises: new Map() })),
  });
  const [source] = await readHandIns([
    { name: 'klas.zip', size: bytes.length, arrayBuffer: async () => Uint8Array.from(bytes).buffer },
  ]);
  expect(source).toMatchObject({ name: '__proto__' });
});
test('a progress file with code for a folder elsewhere', () => {
  const read = readProgressFile(
    '{"functielab":"voortgang","v":1,"code":{"../x":"{}","__proto__":"{}","a":"{}"}}',
    KNOWN,
  );
  expect(typeof read === 'string' ? read : [...read.code.keys()]).toEqual(['a']);
});
test('a progress file that is larger than its limit', () =>
  expect(readProgressFile(`{"functielab":"voortgang","v":1,"x":"${'x'.repeat(2e6)}"}`, KNOWN)).toBe(
    'TOO_LARGE',
  ));
test('a progress file that is deep', () =>
  expect(
    readProgressFile(
      `{"functielab":"voortgang","v":1,"lessons":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      KNOWN,
    ),
  ).toBeTypeOf('object'));
