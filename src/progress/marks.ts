/** Shows progress in what the server made: the lessons of the sidebar and lists of exercises. */
import { effect } from '@preact/signals';
import { addProgress, progress } from './kept.ts';

/** Marks read lessons, and keeps that this one was open; it counts as read when its end has been on the screen. */
export function followLessons(): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-lesson]')];
  const here = links.find((link) => link.getAttribute('aria-current') === 'page')?.dataset['lesson'];
  effect(() => {
    const { lessons } = progress.value;
    for (const link of links) mark(link, lessons[link.dataset['lesson'] ?? ''] ? 'gelezen' : '');
  });
  const resume = document.querySelector<HTMLAnchorElement>('.resume');
  effect(() => {
    const { last } = progress.value;
    const link = links.find(({ dataset }) => last !== null && dataset['lesson'] === last);
    if (!resume || !link) return;
    resume.href = link.getAttribute('href') ?? '';
    resume.textContent = `Ga verder: ${link.dataset['title']}`;
    resume.hidden = false;
  });
  const end = document.querySelector('.lesson-footer');
  if (here === undefined || end === null) return;
  addProgress({ last: here });
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    addProgress({ lessons: { [here]: true } });
  });
  seen.observe(end);
}

/** Marks exercises of which all checks passed, with how many passed for the others. */
export function markExercises(): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-exercise]')];
  effect(() => {
    for (const item of items) {
      const passed = progress.value.exercises[item.dataset['exercise'] ?? '']?.passed ?? [];
      const ids = (item.dataset['checks'] ?? '').split(' ').filter((id) => id !== '');
      const count = ids.filter((id) => passed.includes(id)).length;
      const isDone = ids.length > 0 && count === ids.length;
      mark(item, isDone ? 'gemaakt' : count > 0 ? `${count} van ${ids.length} goed` : '');
      item.toggleAttribute('data-done', isDone);
    }
  });
}

function mark(element: HTMLElement, words: string): void {
  let note = element.querySelector<HTMLElement>('.progress-mark');
  if (note === null) {
    if (words === '') return;
    note = document.createElement('span');
    note.className = 'progress-mark';
    (element.querySelector('a') ?? element).append(note);
  }
  note.textContent = words;
}
