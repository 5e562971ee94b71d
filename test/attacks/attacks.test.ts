/**
 * The inventory of attacks is what the tests try: each mechanism names tests that are there, no test or table entry stands in two of
 * them, and none of a table is left out. So the number of mechanisms is what it says.
 */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BLOB_INJECTIONS, INJECTIONS, ISLANDS } from '../browser/injection/injections.ts';
import { ESCAPES } from './escapes.ts';
import { HOSTILE_HAND_INS } from './hand-ins.ts';
import { INVENTORY } from './inventory/index.ts';
import { BY_FIXTURE, BY_HAND_IN, FAMILIES, IN_PAGE, IN_SANDBOX } from './inventory/row.ts';
import { THEFTS } from './thefts.ts';

/** Tests that try every entry of a table: these must all be in the inventory. */
const TABLES = new Map<string, readonly string[]>([
  [IN_SANDBOX, [...Object.keys(ESCAPES), ...Object.keys(THEFTS)]],
  [BY_HAND_IN, Object.keys(HOSTILE_HAND_INS)],
  [IN_PAGE, [...INJECTIONS, ...BLOB_INJECTIONS].map(({ name }) => name).concat(Object.keys(ISLANDS))],
]);
/** Of the review; what it tried in a playground without a number has tests of its own. */
const REVIEWED = Array.from({ length: 79 }, (_, at) => at + 1);

const rows = FAMILIES.flatMap((family) => INVENTORY[family].map((row) => ({ family, ...row })));
const tried = rows.flatMap(({ family, what, tried }) =>
  tried.flatMap(([file, ...variants]) =>
    variants.map((variant) => ({ row: `${family}: ${what}`, file, variant })),
  ),
);

const sources = new Map<string, string>();
function sourceOf(file: string): string {
  const source = sources.get(file) ?? readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  sources.set(file, source);
  return source;
}

function isThere(file: string, variant: string): boolean {
  if (file === BY_FIXTURE) return existsSync(new URL(`../exercises/fixtures/${variant}`, import.meta.url));
  if (TABLES.get(file)?.includes(variant)) return true;
  return [`'${variant}'`, `\`${variant}\``, `"${variant}"`].some((quoted) => sourceOf(file).includes(quoted));
}

test('each mechanism has tests that are there', () => {
  expect(rows.filter(({ tried }) => tried.every(([, ...variants]) => variants.length === 0))).toEqual([]);
  expect(
    tried.flatMap(({ file, variant }) => (isThere(file, variant) ? [] : [`${file}: ${variant}`])),
  ).toEqual([]);
});

test('no variant counts in two families, and none twice in one', () => {
  const found = Map.groupBy(tried, ({ file, variant }) => `${file}: ${variant}`);
  const shared = [...found].filter(([, all]) => all.length > 1).map(([name]) => name);
  expect(shared).toEqual([
    // One run in the sandbox that looks at both.
    'host/attacks.browser.test.ts: what the device has is not for a function, nor what its own runtime has in hand',
  ]);
  expect(new Set(rows.map(({ family, what }) => `${family}: ${what}`)).size).toBe(rows.length);
});

test('nothing that a table tries is left out', () => {
  const left = [...TABLES].flatMap(([file, names]) =>
    names.filter((name) => !tried.some((one) => one.file === file && one.variant === name)),
  );
  expect(left).toEqual([]);
});

test('there are at least 150 mechanisms in the six families, each of which has a good part of them', () => {
  const counts = Object.fromEntries(FAMILIES.map((family) => [family, INVENTORY[family].length]));
  const { page: _, ...promised } = counts;
  expect(Math.min(...Object.values(counts)), JSON.stringify(counts)).toBeGreaterThanOrEqual(12);
  expect(
    Object.values(promised).reduce((sum, count) => sum + count),
    JSON.stringify(counts),
  ).toBeGreaterThanOrEqual(150);
});

test('each attack that the review numbered is one of them', () => {
  const mapped = rows.flatMap(({ review }) => review).sort((a, b) => a - b);
  expect(mapped).toEqual(REVIEWED);
});
