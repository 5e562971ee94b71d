/** What travels with a learner: it comes back as it was, and where there is no room the newest goes first. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPacked, toPacked } from '../../../src/kit/packed.ts';
import { NO_PROGRESS, type Progress } from '../../../src/progress/progress.ts';
import {
  fromSuspend,
  type KeptCode,
  NOTHING_TRAVELS,
  type Travelling,
  toSuspend,
} from '../../../src/scorm/session/suspend.ts';
import { exerciseCount, lessonCount } from '../../support/course-size.ts';

const saved = (text: string) => JSON.stringify({ v: 1, base: '1f2e3d', files: { 'index.js': text } });
const code = (name: string, atMs: number, text: string | null): KeptCode => ({
  name,
  atMs,
  fromMs: 0,
  saved: text === null ? null : saved(text),
});
const travelling = (more: Partial<Travelling>): Travelling => ({ ...NOTHING_TRAVELS, ...more });
/** Signs that do not pack. */
function noise(length: number, seed: number): string {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(35 + ((state >>> 16) % 55));
  };
  return Array.from({ length }, next).join('');
}

const progress = fc.record({
  lessons: fc.dictionary(fc.constantFrom('een', 'twee', 'drie'), fc.constant(true as const)),
  exercises: fc.dictionary(
    fc.constantFrom('groet', 'oud'),
    fc.record({ passed: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'weg')).map((ids) => ids.sort()) }),
  ),
  last: fc.constantFrom(null, 'een'),
}) satisfies fc.Arbitrary<Progress>;
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.dictionary(fc.string(), fc.string()).map((files) => JSON.stringify({ v: 1, base: 'x', files })),
);
const codes = fc.uniqueArray(
  fc.record({ name, atMs: fc.nat(), fromMs: fc.nat(), saved: fc.oneof(text, fc.constant(null)) }),
  { selector: (one) => one.name, maxLength: 5 },
);
const inOrder = (all: readonly KeptCode[]) => [...all].sort((a, b) => (a.name < b.name ? -1 : 1));

test('progress, code and what was put aside come back as they were', () => {
  fc.assert(
    fc.property(
      progress,
      codes,
      fc.array(fc.record({ name, atMs: fc.nat(), saved: text }), { maxLength: 3 }),
      (one, all, older) => {
        const suspended = toSuspend({ progress: one, code: all, older }, 64_000);
        expect(suspended?.left).toEqual([]);
        const back = fromSuspend(suspended?.text ?? '');
        expect(back.progress).toEqual(one);
        expect(inOrder(back.code)).toEqual(inOrder(all));
        expect(back.older).toEqual(older);
      },
    ),
  );
});

test('a course made whole fits in what SCORM 1.2 keeps', () => {
  const made: Progress = {
    lessons: Object.fromEntries(
      Array.from({ length: lessonCount }, (_, at) => [`les-nummer-${at}-met-lange-naam`, true]),
    ),
    exercises: Object.fromEntries(
      Array.from({ length: exerciseCount }, (_, at) => [
        `oefening-nummer-${at}`,
        {
          passed: ['antwoord', `eigen-${at}`, 'opslag-na-afloop', 'rekening', 'zonder-naam'],
          best: {
            usd: `0.0000${Math.floor(1e9 * Math.abs(Math.sin(at + 1)))}`,
            times: 1 + Math.abs(Math.cos(at)),
          },
        },
      ]),
    ),
    last: 'les-nummer-4-met-lange-naam',
  };
  const suspended = toSuspend(travelling({ progress: made }), 4_096);
  expect(suspended?.text.length).toBeLessThanOrEqual(4_096);
  expect(fromSuspend(suspended?.text ?? '').progress).toEqual(made);
  const small = toSuspend(travelling({ progress: made }), 1_200);
  expect(small === null || fromSuspend(small.text).progress.lessons).toEqual(made.lessons);
  expect(toSuspend(travelling({ progress: made }), 10)).toBeNull();
});

test('the code of all solutions fits in what SCORM 2004 keeps, and that of more than a quarter of them in 1.2', () => {
  const root = new URL('../../../content/functions/', import.meta.url);
  const solutions = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/]+\/oplossing\/[^/]+$/.test(path))
    .map((path, at) => code(path.split('/')[0] ?? '', at + 1, readFileSync(new URL(path, root), 'utf8')));
  expect(solutions.length).toBeGreaterThan(15);
  expect(toSuspend(travelling({ code: solutions }), 64_000)?.left).toEqual([]);
  const left = toSuspend(travelling({ code: solutions }), 4_096)?.left ?? [];
  expect(left.length).toBeLessThan(0.75 * solutions.length);
});

describe('4,096 characters full', () => {
  const all = [
    code('oudste', 1, noise(2_300, 1)),
    code('groot', 3, noise(5_000, 2)),
    code('nieuwste', 4, noise(1_500, 3)),
    code('midden', 2, noise(700, 4)),
  ];

  test('the newest goes first, what has no room is named, and a smaller one still goes along', () => {
    const suspended = toSuspend(travelling({ code: all }), 4_096);
    expect(suspended?.text.length).toBeLessThanOrEqual(4_096);
    expect(fromSuspend(suspended?.text ?? '').code.map((one) => one.name)).toEqual(['nieuwste', 'midden']);
    expect(suspended?.left).toEqual(['groot', 'oudste']);
  });

  test('progress goes before any code, and code before what was put aside', () => {
    const older = [{ name: 'eerder', atMs: 1, saved: saved(noise(1_900, 9)) }];
    const made = { ...NO_PROGRESS, lessons: { een: true } } as const;
    const suspended = toSuspend({ progress: made, code: all, older }, 4_096);
    const back = fromSuspend(suspended?.text ?? '');
    expect(back.progress).toEqual(made);
    expect(back.older).toEqual([]);
    const roomy = fromSuspend(toSuspend({ progress: made, code: all, older }, 64_000)?.text ?? '');
    expect(roomy.older).toEqual(older);
  });
});

test('what an earlier package kept is still read', () => {
  const old = { v: 1, lessons: { een: true }, exercises: { groet: { passed: ['a'] } }, last: 'een' };
  expect(fromSuspend(toPacked(JSON.stringify(old)))).toEqual({
    progress: { lessons: { een: true }, exercises: { groet: { passed: ['a'] } }, last: 'een' },
    code: [],
    older: [],
  });
});

test('what is not ours is nothing, and nothing of it gets in', () => {
  const whole = toSuspend(travelling({ code: [code('a', 1, 'x')] }), 4_096)?.text ?? '';
  expect(readPacked(whole)).not.toBeNull();
  for (const one of ['', 'abc', '{}', 'zin 1', whole.slice(0, -3), toPacked('[]'), toPacked('{"v":3}')]) {
    expect(fromSuspend(one)).toEqual(NOTHING_TRAVELS);
  }
  const hostile = [['../weg', 1, 1, 'x'], ['goed', -1, 1, 'x'], ['goed', 1, 'nu', 'x'], ['goed', 1], 7, null];
  expect(fromSuspend(toPacked(JSON.stringify({ v: 2, code: hostile, older: hostile }))).code).toEqual([]);
});
