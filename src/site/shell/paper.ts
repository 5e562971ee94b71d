/**
 * A page that is about to be printed: what is folded opens, what is dark becomes light, and afterwards all is as it was. The
 * style sheet (`styles/ground/print.css`) does what it can by itself; here is what needs an event. Begin at `followPrinting`.
 */

/** What opens by fetching is not there in time, and is left as it is. */
const FOLDED = ':is(main, dialog) details:not([open], .not-printed, .no-print)';

export function followPrinting(): void {
  const { dataset } = document.documentElement;
  const opened = new Set<HTMLDetailsElement>();
  let theme: string | null = null;
  addEventListener('beforeprint', () => {
    theme ??= dataset['theme'] ?? 'light';
    // What is drawn takes its width and its colours from the page, and is drawn anew when the theme is set.
    dataset['paper'] = '';
    dataset['theme'] = 'light';
    for (const details of document.querySelectorAll<HTMLDetailsElement>(FOLDED)) {
      opened.add(details);
      details.open = true;
      // The browser's own comes after the page has gone to the printer; what fills itself when it opens has to know now.
      details.dispatchEvent(new Event('toggle'));
    }
  });
  addEventListener('afterprint', () => {
    delete dataset['paper'];
    dataset['theme'] = theme ?? 'light';
    theme = null;
    for (const details of opened) details.open = false;
    opened.clear();
  });
}
