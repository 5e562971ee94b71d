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
/** `scorm.test.ts` has that in a frame of another site, which keeps nothing either. */
const IN_FRAMES = 'It is in frames already: the course in a package, and that in a learning environment.';
const BY_A_KEY =
  'It goes through moments by a key of a slider, and a finger that taps a slider gives it no keys.';

const LEAVES_BY_SCRIPT =
  'A script of the test leaves the page in the midst of a moment, which in a frame would be another page.';

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
    'a page that was left while its shelf was being opened has what ran since when the reader is back',
    'a tab that is duplicated begins with a copy and goes its own way; tariff and read marks are shared, live',
    'a page from before a detour over another site has what ran since, and so has the page after it',
    'after a crash the tab has all that ran, the tariff that was chosen and the lesson that was read',
    'a stranger’s code finds nothing of the reader, gets nowhere, and leaves nothing',
    'a CRUD function is made, run and billed, and is there after a reload',
    'a link is a copy that runs nothing, in a lab of its own, until its reader takes it over',
    'in a second tab a workplace is a copy, and says so',
    'the chosen tariff lasts for the visit, and its free tier with it',
    'a function that ran in a lesson is in the list, with the times that were measured',
    'a set is made, opened elsewhere, solved, handed in, and marked with 29 others',
    'a class is marked, stopped, found again after a reload, added to, graded, remarked and looked through in place',
    'SCORM 1.2: a lesson is read, its exercise made, and the environment knows both',
    'SCORM 2004: a lesson with a step done and its end seen is completed; what is clicked names a file',
    'without an environment, or with one that refuses, the course works, and says what it can’t do',
    'a step’s own button does it, the step ticks itself and shows what came, and the tick is kept until it is taken away',
    'a lesson is done by the buttons of its steps, one after another',
    'a number is said in pencil, measured by the burst, side by side with the reason, and still there after a reload',
    'what is stored is there after a reload; a second tab has a copy, and says so',
    'the code of the task is not called edited because a file beside it is; what a second tab types comes here',
    'a copy becomes one’s own only after the reader has seen what that changes',
    'code that is too long for a link goes as a file; who opens it says whose it is',
    'progress goes to another device as a file; a broken file changes nothing; one button wipes it',
    'two tabs lose nothing of each other, and what one wipes stays wiped',
    'once a reader has begun, the course works without a network',
    'a student is nowhere lost in a set, hands in twice, under two names, and without a network',
    'a round: wrong tells why, right goes on, and all come back on another day',
    'answers are wiped and brought back, and a store that can’t be read is set aside and said',
    'before and after the course: nothing is told until the end, then each wrong answer has its reason, and a class sees its gain',
    'who did nothing before still learns what is known after; answers are wiped and brought back, and a store that can’t be read is set aside and said',
  ]),
  ...left('framed', IN_FRAMES, [
    'SCORM 1.2: a lesson is read, its exercise made, and the environment knows both',
    'SCORM 2004: a lesson with a step done and its end seen is completed; what is clicked names a file',
    'without an environment, or with one that refuses, the course works, and says what it can’t do',
  ]),
  ...left('framed', LEAVES_BY_SCRIPT, [
    'a page that was left while its shelf was being opened has what ran since when the reader is back',
  ]),
  ...left('touch', BY_A_KEY, [
    'as large as the page it says in tables what it shows, and Escape leads back to where one was',
  ]),
];

export function isLeftOut(path: string, under: ConditionName): boolean {
  return LEFT_OUT.some((one) => one.path === path && one.under === under);
}
