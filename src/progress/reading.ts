/**
 * When a lesson counts as read in a learning environment, where it decides whether somebody is done: its end was on the screen, and
 * something was done in it (a step, a check that passed), or the page was in view as long as quick reading takes.
 */
import { addProgress, progress } from './kept.ts';

/** Ten words a second is six hundred a minute: who reads along is slower. */
const WORDS_PER_SECOND = 10;
/** Nobody has to look at a page longer than this. */
const LONGEST_MS = 180_000;
const LOOK_EVERY_MS = 1_000;

/** @param words that stand on the page @returns how long it has to be in view, ms */
export function readingMs(words: number): number {
  return Math.min(LONGEST_MS, (1_000 * words) / WORDS_PER_SECOND);
}

/** What is looked at, each second. */
export interface ReadingPage {
  /** Whether the end has been on the screen. */
  readonly isEndSeen: () => boolean;
  readonly isInView: () => boolean;
  /** Whether a step or a check of the lesson was done. */
  readonly hasDone: () => boolean;
  readonly words: () => number;
}

/** @returns looks at the page again, a second later, and says whether it has been read now */
export function readingOf({ isEndSeen, isInView, hasDone, words }: ReadingPage): () => boolean {
  let viewedMs = 0;
  return () => {
    if (isInView()) viewedMs += LOOK_EVERY_MS;
    return isEndSeen() && (hasDone() || viewedMs >= readingMs(words()));
  };
}

/** Follows the lesson that this page is, if it is one, until it has been read. */
export function followReading(): void {
  const link = document.querySelector<HTMLElement>('[data-lesson][aria-current="page"]');
  const end = document.querySelector('.lesson-footer');
  const slug = link?.dataset['lesson'];
  if (slug === undefined || end === null) return;
  let isEndSeen = false;
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    isEndSeen = true;
  });
  seen.observe(end);
  const hasPassed = () =>
    (link?.dataset['checks'] ?? '').split(' ').some((id) => {
      const [name = '', check = ''] = id.split('/');
      return progress.peek().exercises[name]?.passed.includes(check);
    });
  const look = readingOf({
    isEndSeen: () => isEndSeen,
    isInView: () => document.visibilityState === 'visible',
    hasDone: () => document.querySelector('.step__tick:checked') !== null || hasPassed(),
    words: () => wordsOf(document.querySelectorAll('main p, main li')),
  });
  const timer = setInterval(() => {
    if (!look()) return;
    clearInterval(timer);
    addProgress({ lessons: { [slug]: true } });
  }, LOOK_EVERY_MS);
}

function wordsOf(texts: Iterable<Element>): number {
  return [...texts].reduce((sum, { textContent }) => sum + (textContent.match(/\S+/g)?.length ?? 0), 0);
}
