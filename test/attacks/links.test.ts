/**
 * What somebody puts in a link, or in the file that stands in for one, to get further than a name or a text: each is left out or
 * refused.
 *
 * Seen to fail without its defence: without the limit or with a lax decoder in `packed.ts`; with any name in `readFragment`, and any
 * kind, version or value in `readShareFile`; with any version, name, text or number of exercises in `asSet`; without `whole` in
 * `edits.ts`; without the ranges and the known ids of `month-address.ts`; and without `withHiddenSigns` in `Difference.tsx`.
 */
import { deflateSync, strToU8 } from 'fflate';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, expect, test } from 'vitest';
import { readFragment as readMonth, standardMonth } from '../../src/course/month-address.ts';
import { filesToRun } from '../../src/exercises/run/exercise-to-run.ts';
import { PLAIN_SET, readSet } from '../../src/exercises/set.ts';
import { Difference } from '../../src/kit/Difference.tsx';
import { withHiddenSigns } from '../../src/kit/hidden-signs.ts';
import { EditsModel } from '../../src/playground/code/edits.ts';
import { readFragment, readShareFile } from '../../src/sharing/index.ts';

const packedBytes = (bytes: Uint8Array) => Buffer.from(deflateSync(bytes)).toString('base64url');
const packed = (text: string) => packedBytes(strToU8(text));
const CODE = packed('{"a.js":"x"}');
const course = { files: [{ path: 'a.js', text: 'start' }], given: [] };

afterEach(() => expect('isPassed' in {} || 'polluted' in {}, 'a prototype was changed').toBe(false));

/** What a playground with one file shows of a link. */
function shownOf(json: string): Readonly<Record<string, string>> {
  const shared = readFragment(`#deel=a.${packed(json)}`);
  if (shared === null) throw new Error('this link is read');
  const edits = new EditsModel('a', course.files);
  edits.showCopy(shared.files);
  return edits.texts.value;
}

test('a link is read, so that what follows is refused for its own reason', () => {
  expect(readFragment(`#deel=a.${CODE}`)).toEqual({ name: 'a', files: { 'a.js': 'x' } });
  expect(shownOf('{"a.js":"x"}')).toEqual({ 'a.js': 'x' });
});
test.each(['__proto__', 'constructor.prototype', 'a.__proto__'])('a link to a prototype: %s', (name) =>
  expect(readFragment(`#deel=${name}.${CODE}`)).toBeNull(),
);
test.each(['../../evil', '..%2f..%2fevil', '/evil', '..\\evil', 'a/../b', '.', '..'])(
  'a link that climbs out of its folder: %s',
  (name) => expect(readFragment(`#deel=${name}.${CODE}`)).toBeNull(),
);
test.each(['javascript:alert(1)', 'data:text/html,x', '//elders.example/x', 'https://elders.example'])(
  'a link to an address: %s',
  (name) => expect(readFragment(`#deel=${name}.${CODE}`)).toBeNull(),
);
test.each(['tеl', 'ｔｅｌ', 'te\u0301l', 'TEL', 'te\u200bl', 'tel ', '\u202etel', 'te%6c'])(
  'a link to a name that only looks like another: %j',
  (name) => expect(readFragment(`#deel=${name}.${CODE}`)).toBeNull(),
);
test.each(['<img src=x onerror=alert(1)>', '"onload="x', '{{7*7}}', '<%= 1 %>'])(
  'a link with markup for a name: %s',
  (name) => expect(readFragment(`#deel=${name}.${CODE}`)).toBeNull(),
);
test.each([
  `#deel=a.${CODE}&x=1`,
  `#deel=a.${CODE}.${CODE}`,
  `#deel=a.${CODE}\0`,
  `##deel=a.${CODE}`,
  `#deel=a.b.${CODE}`,
])('a link with something around it (%#)', (link) => expect(readFragment(link)).toBeNull());
test('a link of five megabytes, and a short one that unpacks to three', () => {
  const noise = Buffer.from(Uint8Array.from({ length: 4e6 }, (_, at) => (at * 7919) % 251)).toString(
    'base64url',
  );
  expect(readFragment(`#deel=a.${noise}`)).toBeNull();
  const bomb = packed(JSON.stringify({ 'a.js': 'x'.repeat(3e6) }));
  expect(bomb.length).toBeLessThan(5_000);
  expect(readFragment(`#deel=a.${bomb}`)).toBeNull();
});
test.each([[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0xf8, 0x88, 0x80, 0x80, 0x80]])(
  'a link with code that is no UTF-8 (%#)',
  (...bytes) => {
    const text = Uint8Array.of(...strToU8('{"a.js":"'), ...bytes, ...strToU8('"}'));
    expect(readFragment(`#deel=a.${packedBytes(text)}`)).toBeNull();
    expect(readSet(`#set=${packedBytes(text)}`)).toBeNull();
  },
);
test('a link with a file that is a prototype', () => {
  const shared = readFragment(`#deel=a.${packed('{"__proto__":"x","a.js":"y"}')}`);
  const files = Object.entries(shared?.files ?? {}).map(([path, text]) => ({ path, text }));
  expect(filesToRun(course, files)).toEqual([{ path: 'a.js', text: 'y' }]);
  expect(shownOf('{"__proto__":"x"}')).toEqual({ 'a.js': 'start' });
});
test.each(['{"__proto__":{"polluted":1}}', '{"a.js":{"toString":1}}', '{"a.js":["x"]}', '{"a.js":null}'])(
  'a link with an object in the place of a text: %s',
  (json) => expect(readFragment(`#deel=a.${packed(json)}`)).toBeNull(),
);
test.each(['[]', '["x"]', '"x"', '7', 'null', 'true', '{}', ''])(
  'a link with something else than files: %s',
  (json) => expect(readFragment(`#deel=a.${packed(json)}`)).toBeNull(),
);
test('a link that is deep', () =>
  expect(readFragment(`#deel=a.${packed('['.repeat(200_000) + ']'.repeat(200_000))}`)).toBeNull());
test('a link with twenty thousand files', () => {
  const files = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`${at}.js`, 'x']));
  expect(shownOf(JSON.stringify({ ...files, 'a.js': 'y' }))).toEqual({ 'a.js': 'y' });
});
test.each([
  '../a.js',
  '/a.js',
  './a.js',
  'A.JS',
  'а.js',
  'a.js\0',
  'a.js/',
  'b/../a.js',
  'toString',
  'hasOwnProperty',
])('a link with a file beside the ones that there are: %j', (path) =>
  expect(shownOf(JSON.stringify({ [path]: 'kwaad' }))).toEqual({ 'a.js': 'start' }),
);

test('code that shows other than it runs: hidden signs stand in the difference that a reader says yes to', () => {
  const from = "if (rol !== 'lezer') wis();\n";
  const to =
    "if (rol !== 'lezer\u202E \u2066// mag dit?\u2069 \u2066') wis();\nconst ge\u200Bheim = \u3164;\u0007\u{E0041}\n";
  const html = renderToString(h(Difference, { from, to }));
  for (const sign of ['U+202E', 'U+2066', 'U+2069', 'U+200B', 'U+3164', 'U+0007', 'U+E0041']) {
    expect(html).toContain(`⟨${sign}⟩`);
  }
  expect(html).not.toMatch(/[\u202E\u2066\u200B\u3164]/);
  expect(withHiddenSigns('één\tregel\r\nmet € en 😀')).toBe('één\tregel\r\nmet € en 😀');
});

test('a share file that is larger than its limit', () => {
  const files = { 'a.js': 'x'.repeat(2e6) };
  expect(readShareFile(JSON.stringify({ functielab: 'code', v: 1, function: 'a', files }))).toBeNull();
});
test.each([0, 2, '1', true, null, [1], { valueOf: 1 }])('a share file of another version: %j', (v) =>
  expect(
    readShareFile(JSON.stringify({ functielab: 'code', v, function: 'a', files: { 'a.js': 'x' } })),
  ).toBeNull(),
);
test.each([
  { functielab: 'inlevering' },
  { functielab: ['code'] },
  { function: { toString: 'a' } },
  { files: { 'a.js': 1 } },
  { files: [['a.js', 'x']] },
])('a share file that is half another: %j', (wrong) => {
  const right = { functielab: 'code', v: 1, function: 'a', files: { 'a.js': 'x' } };
  expect(readShareFile(JSON.stringify(right))).not.toBeNull();
  expect(readShareFile(JSON.stringify({ ...right, ...wrong }))).toBeNull();
});

const right = { v: 1, title: 'Taak', exercises: ['een'], tariff: null, deadline: '', hints: true };
const setOf = (wrong: object) => readSet(`#set=${packed(JSON.stringify({ ...right, ...wrong }))}`);

test.each(['../evil', '/evil', '__proto__', 'javascript:alert(1)', 'tеl', '', 'x'.repeat(80)])(
  'a set with an exercise that can be no folder: %j',
  (name) => {
    expect(setOf({})).not.toBeNull();
    expect(setOf({ exercises: [name] })).toBeNull();
  },
);
test('a set with a thousand exercises, or with one twice', () => {
  expect(setOf({ exercises: Array.from({ length: 1_000 }, (_, at) => `e${at}`) })).toBeNull();
  expect(setOf({ exercises: ['een', 'een'] })).toBeNull();
});
test.each([{ v: 2 }, { v: 3 }, { v: '1' }, { v: undefined }])('a set of another version: %j', (wrong) =>
  expect(setOf(wrong)).toBeNull(),
);
test.each([{ title: 'x'.repeat(201) }, { deadline: 'x'.repeat(1e6) }])(
  'a set with a title or a deadline without end',
  (wrong) => expect(setOf(wrong)).toBeNull(),
);
test.each([
  { title: { toString: 1 } },
  { deadline: ['x'] },
  { hints: 'false' },
  { exercises: { 0: 'een', length: 1 } },
  { tariff: '__proto__' },
  { tariff: '../x' },
])('a set with fields of another kind: %j', (wrong) => expect(setOf(wrong)).toBeNull());
test('a set has no seed and no marks: what else stands in it is not read', () =>
  expect(setOf({ seed: 1, passed: ['een'], __proto__: 1, isPassed: true })).toEqual({
    ...PLAIN_SET,
    title: 'Taak',
    exercises: ['een'],
    tariff: null,
    deadline: '',
    hints: true,
  }));

const known = { tariffs: ['t'], servers: ['s'] };
test.each(['NaN', 'Infinity', '-1', '1e9', '0x10', '9'.repeat(400), '1;2', '', '__proto__', '=1+1'])(
  'a month with a number that cannot be: %s',
  (text) => {
    const { state, wrong } = readMonth(`#dag=${encodeURIComponent(text)}`, known);
    expect({ state, wrong }).toEqual({ state: standardMonth, wrong: ['dag'] });
  },
);
test.each(['__proto__', 'constructor', 'javascript:alert(1)', '../t', 'T', 't\0'])(
  'a month under a tariff or on a server that is none: %j',
  (id) => {
    const { state, wrong } = readMonth(
      `#tarief=${encodeURIComponent(id)}&server=${encodeURIComponent(id)}`,
      known,
    );
    expect({ state, wrong }).toEqual({ state: standardMonth, wrong: ['tarief', 'server'] });
  },
);
test('a month with ten thousand parameters, twice the same, and names from birth', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `x${at}=1`).join('&');
  const { state, wrong } = readMonth(`#__proto__=1&toString=1&dag=5&dag=7&${many}`, known);
  expect({ state, wrong }).toEqual({ state: { ...standardMonth, perDay: 5 }, wrong: [] });
});
