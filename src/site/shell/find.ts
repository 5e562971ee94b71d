/** Opens the search dialog on its button and on `/`, and loads Pagefind's list the first time. */
import { sitePath } from '../../course/paths.ts';

const translations = {
  placeholder: 'Zoek in de cursus',
  clear_search: 'Wis',
  load_more: 'Meer resultaten',
  search_label: 'Zoek in de cursus',
  filters_label: 'Filters',
  zero_results: 'Niets gevonden voor [SEARCH_TERM]',
  many_results: '[COUNT] resultaten voor [SEARCH_TERM]',
  one_result: '[COUNT] resultaat voor [SEARCH_TERM]',
  alt_search: 'Niets gevonden voor [SEARCH_TERM]. Dit zijn de resultaten voor [DIFFERENT_TERM].',
  search_suggestion: 'Niets gevonden voor [SEARCH_TERM]. Probeer een van deze woorden:',
  searching: 'Zoekt naar [SEARCH_TERM] …',
};

async function load(): Promise<void> {
  const [{ PagefindUI }] = await Promise.all([
    import('@pagefind/default-ui'),
    import('@pagefind/default-ui/css/ui.css'),
  ]);
  new PagefindUI({
    element: '#zoek',
    baseUrl: sitePath(''),
    bundlePath: sitePath('pagefind/'),
    showImages: false,
    showSubResults: true,
    translations,
  });
  // Its field has a title only, which is no label to every screen reader.
  document.querySelector('#zoek input')?.setAttribute('aria-label', translations.search_label);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))
  );
}

export function connectSearch(): void {
  const button = document.querySelector<HTMLButtonElement>('.search-button');
  const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
  const note = dialog?.querySelector('.search-dialog__note');
  if (!button || !dialog || !note) return;

  let loading: Promise<void> | undefined;
  const open = async () => {
    dialog.showModal();
    if (import.meta.env.DEV) {
      note.textContent = 'Zoeken werkt in de gebouwde site: gebruik npm start.';
      return;
    }
    try {
      loading ??= load();
      await loading;
      note.textContent = '';
      dialog.querySelector('input')?.focus();
    } catch {
      loading = undefined;
      note.textContent =
        'Het zoekregister kon niet laden. Controleer je verbinding en open dit venster opnieuw.';
    }
  };

  button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    open();
  });
}
