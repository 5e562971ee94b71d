/** What a claim is about: each room has a claim, or a reason why not, and no claim leaves out what its tests use, or how they are asked for. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { CLAIMS } from '../../src/proof/index.ts';
import { filesUnder, specifiersIn } from '../support/import-reader.ts';

/** Rooms that no claim is about, each with the reason. */
const WITHOUT_A_CLAIM: Readonly<Record<string, string>> = {
  kit: 'everything stands on it: each proof would be older at each change of a button; each room that uses it is tried with it',
  course: 'paths and schemas of what is read: the build refuses what is wrong in it',
  pages: 'addresses: what stands on them is of the rooms, and each path of a reader goes over them',
  proof: 'a claim about claims would be older with each claim',
};
/** Under these stands what a claim need not name to be about it. */
const GROUND = new Set([...Object.keys(WITHOUT_A_CLAIM), 'contract', 'build', 'cli']);

const roomOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
const about = CLAIMS.flatMap((claim) => claim.about.map((path) => ({ id: claim.id, path })));

test('each room is what some claim is about, or has a reason why not, and not both', () => {
  const rooms = new Set(filesUnder('src').flatMap((path) => roomOf(path) ?? []));
  const named = new Set(about.flatMap(({ path }) => roomOf(`${path}/`) ?? []));
  expect([...rooms].filter((room) => !named.has(room)).sort()).toEqual(Object.keys(WITHOUT_A_CLAIM).sort());
  expect(Object.keys(WITHOUT_A_CLAIM).filter((room) => named.has(room))).toEqual([]);
});

test('no claim names what lies in what it has named already', () => {
  const twice = about.filter(({ id, path }) =>
    about.some((other) => other.id === id && other.path !== path && path.startsWith(`${other.path}/`)),
  );
  expect(twice).toEqual([]);
  const same = CLAIMS.filter((claim) => new Set(claim.about).size < claim.about.length);
  expect(same.map(({ id }) => id)).toEqual([]);
});

/** The files of `src/` that a test imports, itself or by what tests share; a test of a page imports none of what it tries. */
function usedBy(test: string, seen = new Set<string>()): string[] {
  if (seen.has(test)) return [];
  seen.add(test);
  return specifiersIn(test)
    .filter((one) => one.startsWith('.') && one.endsWith('.ts'))
    .map((one) => posix.join(posix.dirname(test), one))
    .flatMap((file) => (file.startsWith('src/') ? [file] : usedBy(file, seen)));
}

test('what a test uses of a room, its claim is about', () => {
  const left = CLAIMS.flatMap((claim) => {
    const tests = claim.tests
      .map(([file]) => `test/${file}`)
      .filter((file) => !/^test\/(browser|built-site)\//.test(file));
    const rooms = new Set(tests.flatMap((file) => usedBy(file)).flatMap((path) => roomOf(path) ?? []));
    return [...rooms]
      .filter(
        (room) =>
          !GROUND.has(room) && !claim.about.some((path) => roomOf(`${posix.normalize(path)}/`) === room),
      )
      .map((room) => `${claim.id} is about src/${room} as well`);
  });
  expect(left).toEqual([]);
});

/** A test that `npm test` leaves out unless its breadth or a condition is asked for. */
const ONLY_WHEN_ASKED = /\brunIf\((?:isAsked|testSettings\(\)\.breadth)\b/;

test('a claim with a test that comes only when it is asked for names the option, and no other does', () => {
  const asked = CLAIMS.filter(({ tests }) =>
    tests.some(([file]) => ONLY_WHEN_ASKED.test(readFileSync(`test/${file}`, 'utf8'))),
  );
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.map(({ id }) => id)).toEqual(
    CLAIMS.filter(({ option }) => option !== undefined).map(({ id }) => id),
  );
});
