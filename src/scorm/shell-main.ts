/**
 * The start page of a package. It holds the visit with the learning environment, which may begin only once, while the
 * reader goes from page to page in the frame below; and it keeps what those pages keep (`session/learners-shelf.ts`).
 */
import { saveFile } from '../kit/save-file.ts';
import type { LearnerMark } from '../kit/storage.ts';
import { NO_PROGRESS, type Progress } from '../progress/progress.ts';
import { barOf } from './bar-words.ts';
import type { ShellFacts } from './package/course-facts.ts';
import { openShelf } from './session/learners-shelf.ts';
import { openSession, type Session, type Told } from './session/session.ts';
import { NOTHING_TRAVELS } from './session/suspend.ts';

/** Stands for the fragment of the set, which does not fit in what an environment keeps of a place. */
const IN_SET = '#set';

const facts = JSON.parse(document.getElementById('feiten')?.textContent ?? '') as ShellFacts;
const status = document.querySelector('[role="status"]') as HTMLElement;
const frame = document.querySelector('iframe') as HTMLIFrameElement;
const buttons = {
  handIn: document.getElementById('lever-in') as HTMLButtonElement,
  file: document.getElementById('bestand') as HTMLButtonElement,
  older: document.getElementById('ouder') as HTMLButtonElement,
};
const titles = new Map(facts.exercises.map(({ name, title }) => [name, title]));
const handInFragment = facts.handIn?.slice(facts.handIn.indexOf('#')) ?? '';

let told: Told | undefined;

const found = openSession(facts, {
  now: () => performance.now(),
  date: () => new Date(),
  later(run, ms) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  onTold(news) {
    told = news;
    say();
  },
});
const session: Session | null = typeof found === 'string' ? null : found;
const learner: LearnerMark = session ? markOf(session.learnerId) : 'niemand';
let known: Progress = session?.travelled.progress ?? NO_PROGRESS;
const kept = openShelf({
  prefix: `functielab-${learner}`,
  travelled: session?.travelled ?? NOTHING_TRAVELS,
  device: deviceStorage(),
  nowMs: Date.now,
  onCode() {
    session?.codeChanged();
    say();
  },
});
session?.carry(() => ({ code: kept.code(), older: kept.older() }));

globalThis.functielabShell = {
  learner,
  // Where nobody else keeps what a page keeps, the page itself has to notice that it can't be kept.
  shelf: session ? kept.shelf : undefined,
  progress: known,
  report(progress) {
    known = progress;
    session?.report(progress);
  },
  tried: (exercise, checks) => session?.tried(exercise, checks),
  at(page, fragment) {
    const isInSet = fragment !== '' && fragment === handInFragment;
    session?.at(page + (isInSet ? IN_SET : ''));
  },
};

addEventListener('pagehide', () => session?.end());
// On a telephone this may be the last that a page hears.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') session?.saveNow();
});
buttons.handIn.hidden = facts.handIn === null;
buttons.handIn.addEventListener('click', () => {
  if (facts.handIn !== null) frame.src = facts.handIn;
});
buttons.file.addEventListener('click', () => {
  const code = kept.code().flatMap(({ name, saved }) => (saved === null ? [] : [[name, saved] as const]));
  saveFile('functielab-voortgang.json', progressFileOf(known, code), 'application/json');
});
buttons.older.addEventListener('click', () => {
  const code = kept.older().map(({ name, saved }) => [name, saved] as const);
  saveFile('functielab-oudere-code.json', progressFileOf(NO_PROGRESS, code), 'application/json');
  kept.forgetOlder();
  say();
});
frame.src = startOf(session?.location ?? '', known);
say();

/** In one turn what is said changes once. */
function say(): void {
  const older = kept.older().length;
  const bar = barOf(facts, (name) => titles.get(name) ?? name, {
    ...(told && { told }),
    ...(typeof found === 'string' && { without: found }),
    isOnDevice: kept.isOnDevice(),
    hasCode: kept.code().some(({ saved }) => saved !== null),
    older,
  });
  if (status.textContent !== bar.text) status.textContent = bar.text;
  document.body.toggleAttribute('data-problem', bar.isProblem);
  buttons.file.hidden = !bar.wantsFile;
  buttons.older.hidden = older === 0;
}

/** As `progress/file.ts` reads it; older code, opened as somebody else's, is shown beside one's own and changes nothing. */
function progressFileOf(progress: Progress, code: Iterable<readonly [string, string]>): string {
  const all = { functielab: 'voortgang', v: 1, ...progress, turns: {}, predictions: {} };
  return `${JSON.stringify({ ...all, code: Object.fromEntries(code) }, null, 2)}\n`;
}

/** Where the learner was; else the lesson that was open last, if it counts; else where the package begins. */
function startOf(location: string, { last }: Progress): string {
  const page = location.replace(IN_SET, '');
  if (facts.pages.includes(page)) return page + (location.endsWith(IN_SET) ? handInFragment : '');
  const lesson = facts.lessons.find(({ slug }) => slug === last);
  return lesson ? `lessen/${lesson.slug}/index.html` : facts.start;
}

/** Null where a browser forbids even to ask, as in the frame of another site. */
function deviceStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** FNV-1a: no name or number of a learner is kept on a device that others use too, and two learners seldom meet in it. */
function markOf(learnerId: string): LearnerMark {
  let hash = 0x811c9dc5;
  for (const char of learnerId) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
