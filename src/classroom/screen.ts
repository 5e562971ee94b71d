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
    const isOn = button.dataset['screen'] === 'aan';
    try {
      if (isOn) sessionStorage.setItem(KEY, '1');
      else sessionStorage.removeItem(KEY);
    } catch {
      // Forbidden: it holds for this page alone.
    }
    document.documentElement.toggleAttribute('data-scherm', isOn);
    scrollTo({ top: 0 });
  });
}
