/** Which path does not make sense under which condition, and why; all others are walked. */
import type { ConditionName } from '../../../src/cli/test-settings.ts';

export interface LeftOut {
  /** Its title, as written in its file. */
  readonly path: string;
  readonly under: ConditionName;
  readonly because: string;
}

/** What `no-storage.test.ts` has instead: the page says that it keeps nothing, and all else works. */
const IS_KEPT = 'It is about what is there after a reload or on the next page, and nothing is kept.';
const BEHIND_MORE =
  '`Per miljoen` stands behind `Meer` where there is no room for it, and this path presses it at once.';

const left = (under: ConditionName, because: string, paths: readonly string[]): LeftOut[] =>
  paths.map((path) => ({ path, under, because }));

export const LEFT_OUT: readonly LeftOut[] = [
  ...left('no-storage', IS_KEPT, [
    'a newcomer runs a function, cold and then warm, and goes on to lesson 1 with what it cost',
    'an edit is there after a reload; Herstel and Ongedaan maken go back and forth',
    'an exercise is checked, hinted at, made, and remembered',
    'a link opens as a copy with somebody else, runs nothing, and leaves one’s own version alone',
    'the reader’s choice of colours is kept',
    'from home to a lesson, to the month and back, the receipt has all that ran, and no meter lies or falls',
    'a tab that is duplicated begins with a copy and goes its own way; tariff and read marks are shared, live',
    'a page from before a detour over another site has what ran since, and so has the page after it',
    'after a crash the tab has all that ran, the tariff that was chosen and the lesson that was read',
    'a stranger’s code finds nothing of the reader, gets nowhere, and leaves nothing',
  ]),
  ...(['narrow', 'large-text', 'touch'] as const).flatMap((under) =>
    left(under, BEHIND_MORE, [
      'from home to a lesson, to the month and back, the receipt has all that ran, and no meter lies or falls',
    ]),
  ),
];

export function isLeftOut(path: string, under: ConditionName): boolean {
  return LEFT_OUT.some((one) => one.path === path && one.under === under);
}
