/**
 * The start page of a package. It holds the visit with the learning environment, which may begin only once, while the
 * reader goes from page to page in the frame below.
 */

import type { LearnerMark } from '../kit/storage.ts';
import type { Progress } from '../progress/progress.ts';
import { NO_PROGRESS } from '../progress/progress.ts';
import type { LessonFacts } from './report.ts';
import { openSession } from './session.ts';

/** In the page, as JSON: `#feiten`. */
export interface StartFacts {
  /** Those that count, in the order of the course. */
  readonly lessons: readonly LessonFacts[];
}

const facts = JSON.parse(document.getElementById('feiten')?.textContent ?? '') as StartFacts;
const status = document.querySelector('[role="status"]') as HTMLElement;
const frame = document.querySelector('iframe') as HTMLIFrameElement;
const session = openSession(facts.lessons);

globalThis.functielabShell = {
  learner: session ? markOf(session.learnerId) : 'niemand',
  progress: session?.progress ?? NO_PROGRESS,
  report,
};
addEventListener('pagehide', () => session?.end());
frame.src = startOf(session?.progress ?? NO_PROGRESS);
if (!session) {
  say(
    'Geen leeromgeving gevonden. Je kunt alles doen, maar je voortgang blijft alleen op dit toestel.',
    true,
  );
}

function report(progress: Progress): void {
  if (!session) return;
  const { isKept, read, passed, checks } = session.report(progress);
  if (!isKept) {
    say(
      'Je leeromgeving kon je voortgang niet bewaren. Sluit dit venster nog niet: je code en je voortgang staan op dit toestel. Controleer je verbinding en open de les daarna opnieuw.',
      true,
    );
    return;
  }
  const [only] = facts.lessons;
  const lessons =
    facts.lessons.length === 1 && only
      ? `“${only.title}” ${read === 1 ? 'gelezen' : 'nog niet helemaal gelezen'}`
      : `${read} van ${facts.lessons.length} lessen gelezen`;
  const made = checks === 0 ? '' : `, ${passed} van ${checks} controles goed`;
  say(`Je leeromgeving weet: ${lessons}${made}. Je code blijft op dit toestel.`, false);
}

function say(words: string, isProblem: boolean): void {
  if (status.textContent !== words) status.textContent = words;
  status.toggleAttribute('data-problem', isProblem);
}

/** The lesson where the reader stopped, if it is one of these. */
function startOf({ last }: Progress): string {
  const lesson = facts.lessons.find(({ slug }) => slug === last) ?? facts.lessons[0];
  return `lessen/${lesson?.slug}/index.html`;
}

/** FNV-1a: no name or number of a learner is kept on a device that others use too, and two learners seldom meet in it. */
function markOf(learnerId: string): LearnerMark {
  let hash = 0x811c9dc5;
  for (const char of learnerId) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
