/**
 * The course on the screen of a classroom: large type, the text alone, and the cost counter large below it. It holds for
 * the tab, so that a teacher can go from page to page. `Head.astro` sets it before anything is drawn.
 */

const KEY = 'functielab:scherm';

export const isOnScreen = () => document.documentElement.dataset['scherm'] !== undefined;

/** Buttons of a page say which they are: `data-screen="aan"` or `"uit"`, `data-print`. */
export function followTeacherButtons(): void {
  document.addEventListener('click', ({ target }) => {
    const button =
      target instanceof Element ? target.closest<HTMLElement>('[data-screen], [data-print]') : null;
    if (!button) return;
    if (button.dataset['print'] !== undefined) return print();
    turnScreen(button.dataset['screen'] === 'aan');
  });
  document.addEventListener('keydown', ({ key, target, defaultPrevented }) => {
    if (key !== 'Escape' || defaultPrevented || !isOnScreen()) return;
    // In a field, a dialog or a menu the key has a meaning of its own.
    const isWriting =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.matches('input, textarea, select'));
    if (isWriting || document.querySelector('dialog[open], :popover-open') !== null) return;
    turnScreen(false);
  });
}

function turnScreen(isOn: boolean): void {
  try {
    if (isOn) sessionStorage.setItem(KEY, '1');
    else sessionStorage.removeItem(KEY);
  } catch {
    // Forbidden: it holds for this page alone.
  }
  document.documentElement.toggleAttribute('data-scherm', isOn);
  scrollTo({ top: 0 });
}
