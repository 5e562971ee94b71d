/**
 * What somebody puts in a file to get further than a name or a text, or to take from others what is there for all: each is left out
 * or refused, and the honest file beside it is read.
 *
 * Seen to fail without its defence: without a room for a zip in a zip, and without what it may grow, in `read-files.ts`; without the
 * count of what came out there, and of what came out damaged in `read-zip.ts`; without the limits, the version and the length of a
 * name in `hand-in.ts`; with `filesToRun` by another path; and without the pattern of names in `progress/file.ts`.
 */
import { Readable } from 'node:stream';
import { createGunzip, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { readUsageBytes } from '../../src/billing/reading/index.ts';
import { handInFile, readHandIn } from '../../src/classroom/hand-in/hand-in.ts';
import { isRefused, pathOf, readHandIns } from '../../src/classroom/marking/read-files.ts';
import { refusalWords } from '../../src/classroom/marking/words.ts';
import { filesToRun } from '../../src/exercises/run/exercise-to-run.ts';
import { readProgressFile } from '../../src/progress/file.ts';
import { type RawFile, rawZip } from './raw-zip.ts';

const KNOWN = { lessons: new Set(['een']), exercises: new Map([['tel', new Set(['a'])]]) };
const course = { files: [{ path: 'a.js', text: 'start' }], given: [] };
const MB = 1024 * 1024;

afterEach(() => expect('isPassed' in {} || 'polluted' in {}, 'a prototype was changed').toBe(false));

const honest = (name: string) =>
  strToU8(handInFile({ name, exercises: new Map([['tel', { 'a.js': 'x' }]]) }));

/** What a teacher sees of one file: a name for each hand-in, and the reason for what is none. */
async function seen(bytes: Uint8Array, name = 'klas.zip'): Promise<string[]> {
  const file = { name, size: bytes.length, arrayBuffer: async () => Uint8Array.from(bytes).buffer };
  return (await readHandIns([file])).map((source) => (isRefused(source) ? source.result : source.name));
}

/** What a student hands in as `own`, and somebody else's work after it in the zip of the class. */
async function besides(own: readonly RawFile[]): Promise<{ own: string[]; neighbour: string | undefined }> {
  const all = await seen(rawZip([...own, { path: 'zoe/werk.json', content: honest('Zoë') }]));
  return { own: all.slice(0, -1), neighbour: all.at(-1) };
}

const numbered = (count: number, content: Uint8Array, isDamaged = false): RawFile[] =>
  Array.from({ length: count }, (_, at) => ({ path: `${at}.json`, content, isDamaged }));

const bomb = new Uint8Array(MB);

test('a zip in a zip with more bombs than there is room for takes nothing from who comes after', async () => {
  const content = rawZip(numbered(120, bomb));
  const { own, neighbour } = await besides([{ path: 'ali/werk.zip', content }]);
  expect(neighbour).toBe('Zoë');
  expect([own.length, own[0], own.at(-1)]).toEqual([120, 'OTHER_FILE', 'TOO_LARGE']);
});
test('a zip in a zip with more files than there are places for takes nothing from who comes after', async () => {
  const content = rawZip(numbered(1_100, Uint8Array.of(1, 2, 3)));
  const { own, neighbour } = await besides([{ path: 'ali/werk.zip', content }]);
  expect(neighbour).toBe('Zoë');
  expect(own.at(-1)).toBe('TOO_FULL');
  expect(refusalWords.TOO_FULL).toBe(
    'dit en wat er in deze zip op volgt is niet gelezen: meer dan 200 bestanden. Vraag de student om alleen de inlevering',
  );
});
test('zips in a zip that grow take nothing from who comes after', async () => {
  const content = new Uint8Array(49 * MB);
  const { own, neighbour } = await besides(
    ['a', 'b', 'c'].map((name) => ({ path: `ali/${name}.zip`, content })),
  );
  expect({ own, neighbour }).toEqual({ own: ['TOO_LARGE', 'TOO_LARGE', 'TOO_LARGE'], neighbour: 'Zoë' });
});
test('a zip in a zip that is as large as photos are is still read', async () => {
  const noise = Uint8Array.from({ length: 3 * MB }, (_, at) => Math.imul(at, 2654435761) >>> 24);
  const own = zipSync({ 'foto.png': [noise, { level: 0 }], 'werk.json': honest('Ali') });
  const results = await seen(zipSync({ 'ali/werk.zip': [own, { level: 0 }] }));
  expect(results).toEqual(['OTHER_FILE', 'Ali']);
});
test('a bomb that is damaged is work all the same, and is counted', async () => {
  const results = await seen(rawZip(numbered(130, bomb, true)));
  expect([results[0], results.at(-1)]).toEqual(['DAMAGED', 'TOO_MUCH']);
});
test('files that lie over each other in a zip', async () => {
  const results = await seen(rawZip(numbered(900, bomb), true));
  expect([results[0], results.at(-1)]).toEqual(['OTHER_FILE', 'TOO_MUCH']);
});
test('a path of tens of thousands of folders', async () => {
  const path = `${'a/'.repeat(30_000)}werk.json`;
  const files = Array.from({ length: 20 }, (_, at) => ({ path, content: honest(`${at}`) }));
  expect(await seen(rawZip(files))).toHaveLength(20);
});
test('two files of one name in a zip are two rows', async () => {
  const files = ['Mila', 'Ali'].map((name) => ({ path: 'werk.json', content: honest(name) }));
  expect(await seen(rawZip(files))).toEqual(['Mila', 'Ali']);
});
test('a link to a file of the computer in a zip is only a text', async () => {
  const content = strToU8('/etc/passwd');
  expect(await seen(rawZip([{ path: 'werk.json', content, attributes: 0o120777 * 65_536 }]))).toEqual([
    'OTHER_FILE',
  ]);
});
test.each([
  ['overlong', [0x2e, 0x2e, 0xc0, 0xaf, 0x61]],
  ['without an end', [0x61, 0xe2, 0x82]],
  ['a zero', [0x61, 0x00, 0x62]],
])('a name in a zip in letters that mean something else: %s', async (_, letters) => {
  const bytes = rawZip([{ path: Uint8Array.from(letters), content: honest('Mila') }]);
  const file = {
    name: 'klas.zip',
    size: bytes.length,
    arrayBuffer: async () => Uint8Array.from(bytes).buffer,
  };
  const [source] = await readHandIns([file]);
  expect(source).toMatchObject({ name: 'Mila' });
  expect(pathOf(source?.way ?? [])).not.toMatch(/\.\.\/|\p{Cc}/u);
});
test('a picture, a program and a page with a hand-in behind their beginning', async () => {
  for (const begin of [
    '\x89PNG\r\n',
    'MZ',
    '<!doctype html><script>x</script>',
    '%PDF-1.7\n',
    '#!/bin/sh\n',
  ]) {
    expect(await seen(strToU8(begin + handInFile({ name: 'x', exercises: new Map() })), 'werk.json')).toEqual(
      ['OTHER_FILE'],
    );
  }
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
test('a hand-in with one exercise thirty times is one work', () => {
  const work = Array.from({ length: 30 }, (_, at) => ({ exercise: 'tel', files: { 'a.js': `${at}` } }));
  const read = readHandIn(JSON.stringify({ functielab: 'inlevering', v: 1, name: 'x', work }));
  expect(typeof read === 'string' ? read : [...read.exercises]).toEqual([['tel', { 'a.js': '29' }]]);
});
test('a hand-in that is deep', () =>
  expect(
    readHandIn(`{"functielab":"inlevering","v":1,"name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
  ).toBe('OTHER_FILE'));
test('a hand-in of more than a megabyte', () =>
  expect(readHandIn(handInFile({ name: 'x', exercises: new Map([['a', { 'a.js': 'x'.repeat(MB) }]]) }))).toBe(
    'TOO_LARGE',
  ));
test.each([3, '1', null])('a hand-in of another version: %j', (v) =>
  expect(readHandIn(JSON.stringify({ functielab: 'inlevering', v, name: 'x', names: ['x'], work: [] }))).toBe(
    'OTHER_FILE',
  ),
);
test.each([
  ['x\u0300'.repeat(5_000), 80],
  ['\u202E\u2066\u200B\0', 'zonder naam'.length],
  ['😀'.repeat(500), 80],
])('a hand-in with a name that takes more than its place (%#)', (name, length) => {
  for (const more of [
    { v: 1, name },
    { v: 2, names: [name] },
  ]) {
    const read = readHandIn(JSON.stringify({ functielab: 'inlevering', ...more, work: [] }));
    expect(typeof read === 'string' ? read : read.name.length).toBe(length);
  }
});
test('a hand-in with more people and more claims than there can be', () => {
  const rows = Array.from({ length: 3_000 }, (_, at) => `${at} 1 0 0 200`);
  const calls = rows.join(';');
  const traffic = Array.from({ length: 60 }, (_, at) => ({ exercise: `e${at}`, calls: '0 1 0 0 200' }));
  const claims = { predictions: 'x', traffic: [{ exercise: 'een', calls }, ...traffic] };
  const names = Array.from({ length: 9 }, (_, at) => `n${at}`);
  const read = readHandIn(JSON.stringify({ functielab: 'inlevering', v: 2, names, work: [], claims }));
  if (typeof read === 'string') throw new Error(read);
  expect(read.names).toEqual(['n0', 'n1']);
  expect([read.claims.traffic.length, read.claims.traffic[0]?.calls.length]).toEqual([40, 300]);
});
test.each(['../a.js', '/a.js', 'A.js', 'a.js\0', '__proto__'])(
  'a file of a hand-in beside the ones that there are: %j',
  (path) => expect(filesToRun(course, [{ path, text: 'kwaad' }])).toEqual(course.files),
);
test('a hand-in that is called as a prototype in a zip', async () =>
  expect(
    await seen(
      zipSync({ 'x/constructor': strToU8(handInFile({ name: '__proto__', exercises: new Map() })) }),
    ),
  ).toEqual(['__proto__']));

test('a progress file with code for a folder elsewhere', () => {
  const read = readProgressFile(
    '{"functielab":"voortgang","v":1,"code":{"../x":"{}","__proto__":"{}","a":"{}","b":{"x":1}}}',
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
test.each([0, 2, '1', [1]])('a progress file of another version: %j', (v) =>
  expect(readProgressFile(JSON.stringify({ functielab: 'voortgang', v }), KNOWN)).toBe('OTHER_FILE'),
);
test('a progress file with a count of wipes or a moment that would hold for ever', () => {
  const file = { functielab: 'voortgang', v: 1, wipes: 9e15, last: 'een', lastAtMs: 9e15 };
  const read = readProgressFile(JSON.stringify(file), KNOWN);
  expect(typeof read === 'string' ? read : read.progress).toEqual({
    lessons: {},
    exercises: {},
    last: 'een',
  });
});
test.each(['-1', '1e-9', 'NaN', '0x0', '', '9'.repeat(50)])(
  'a progress file with a best bill that cannot be: %s',
  (usd) => {
    const best = (amount: string, times: unknown) => {
      const file = {
        functielab: 'voortgang',
        v: 1,
        exercises: { tel: { passed: ['a'], best: { usd: amount, times } } },
      };
      const read = readProgressFile(JSON.stringify(file), KNOWN);
      return typeof read === 'string' ? read : read.progress.exercises['tel'];
    };
    expect(best('0.1', 1)).toEqual({ passed: ['a'], best: { usd: '0.1', times: 1 } });
    expect(best(usd, 1)).toEqual({ passed: ['a'] });
    expect(best('0.1', -1)).toEqual({ passed: ['a'] });
  },
);

/** A log as a page gets it: in parts, and unpacked by what this machine has. */
async function readLog(parts: Iterable<Uint8Array>) {
  async function* given() {
    yield* parts;
  }
  const gunzip = (bytes: AsyncIterable<Uint8Array>) => Readable.from(bytes).pipe(createGunzip());
  return readUsageBytes(given(), { gunzip });
}

const REPORT = 'REPORT RequestId: 8f5a Duration: 12.30 ms Billed Duration: 13 ms Memory Size: 128 MB\n';

test('a log that is one line of a hundred megabytes', async () => {
  function* parts() {
    yield strToU8(`{"a":1}\n{"message":"`);
    for (let at = 0; at < 100; at += 1) yield new Uint8Array(MB).fill(0x78);
    yield strToU8(`"}\n`);
  }
  const { problems } = await readLog(parts());
  expect(problems.map(({ code }) => code)).toContain('PIECE_TOO_LARGE');
});
test('a packed log that grows a thousandfold, with a line behind it', async () => {
  const zeros = gzipSync(new Uint8Array(40 * MB).fill(0x20));
  expect(zeros.length).toBeLessThan(100_000);
  const { problems } = await readLog([gzipSync(strToU8(REPORT)), zeros, gzipSync(strToU8(`\n${REPORT}`))]);
  expect(problems.every(({ code }) => code === 'PIECE_TOO_LARGE' || code === 'GZIP_BROKEN')).toBe(true);
});
