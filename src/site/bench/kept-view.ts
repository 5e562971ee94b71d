/** How the bench stands, for as long as this tab is open; `Head.astro` reads it before the first paint. */

const KEY = 'functielab:bank';

/** Wider playgrounds, playgrounds alone, or beside the text. */
export type View = 'breed' | 'alleen' | '';

/** @returns what this tab kept: the view, and the lab that is pinned on this page */
export function keptView(): [View, number | null] {
  let words = '';
  try {
    words = sessionStorage.getItem(KEY) ?? '';
  } catch {
    // Forbidden: as at the first visit.
  }
  const [view = '', path, lab] = words.split(' ');
  return [view === 'breed' || view === 'alleen' ? view : '', path === location.pathname ? Number(lab) : null];
}

/** @param pin the lab that is pinned on this page, if one is */
export function keepView(view: View, pin: number | null): void {
  const words = pin === null ? view : `${view} ${location.pathname} ${pin}`;
  try {
    if (words === '') sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, words);
  } catch {
    // Forbidden or full: kept as long as the page.
  }
}
