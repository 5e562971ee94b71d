/** Shows progress in what the server made: lessons in the menu and on cards, and exercises in lists. */
import { effect } from '@preact/signals';
import { isInPackage } from '../course/paths.ts';
import { addProgress, progress } from './kept.ts';

/**
 * Marks lessons that were read and exercises that were made, leads back to where the reader was, and keeps that this lesson was
 * open; it counts as read when its end has been on the screen, and in a package when it was really read (`reading.ts`).
 *
 * What is marked names its checks as `data-checks="groet-iedereen/leeg groet-iedereen/lang"`, says with `data-lesson` which
 * lesson it leads to, and has an empty `.progress-mark` for the words.
 */
export function followLessons(): void {
  const marked = [...document.querySelectorAll<HTMLElement>('[data-checks]')];
  const lessons = marked.filter(({ dataset }) => dataset['lesson'] !== undefined);
  const here = lessons.find((link) => link.getAttribute('aria-current') === 'page')?.dataset['lesson'];
  const resume = document.querySelector<HTMLAnchorElement>('.resume');
  effect(() => {
    const known = progress.value;
    for (const element of marked) {
      const { lesson, checks = '' } = element.dataset;
      const ids = checks.split(' ');
      const passed = ids.filter((id) => {
        const [name = '', check = ''] = id.split('/');
        return known.exercises[name]?.passed.includes(check);
      }).length;
      const isMade = passed === ids.length;
      const isRead = known.lessons[lesson ?? ''];
      const words = [isRead && 'gelezen', isMade && 'gemaakt'].filter(Boolean).join(' en ');
      const note = element.querySelector('.progress-mark');
      if (note) note.textContent = words || (lesson || !passed ? '' : `${passed} van ${ids.length} goed`);
      element.toggleAttribute('data-done', lesson === undefined ? isMade : isRead === true);
    }
    const at = lessons.findIndex(({ dataset }) => dataset['lesson'] === known.last);
    const was = lessons[at];
    const next = (was?.hasAttribute('data-done') && lessons[at + 1]) || was;
    for (const link of lessons) link.toggleAttribute('data-next', link === next);
    if (!resume) return;
    const goal = here === undefined ? next : afterRead(lessons);
    // In a lesson it is there for who looks something up in another than the next.
    resume.hidden = here !== undefined && (!goal || goal.dataset['lesson'] === here);
    if (!goal) return;
    resume.href = goal.getAttribute('href') ?? '';
    resume.textContent = `Verder met les ${goal.dataset['number']}`;
  });
  const end = document.querySelector('.lesson-footer');
  if (here === undefined || end === null) return;
  addProgress({ last: here });
  // There somebody else hears of it, so more is asked (`reading.ts`).
  if (isInPackage) return;
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    addProgress({ lessons: { [here]: true } });
  });
  seen.observe(end);
}

/** The lesson after the furthest that was read; nothing before any was, or after the last. */
function afterRead(lessons: readonly HTMLElement[]): HTMLElement | undefined {
  const furthest = lessons.findLastIndex((link) => link.hasAttribute('data-done'));
  return furthest === -1 ? undefined : lessons[furthest + 1];
}
