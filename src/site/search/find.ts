/** Opens the search dialog on its button and on `/`, and fetches its field and list the first time. */
import { sitePath } from '../../course/paths.ts';

async function load(place: Element): Promise<void> {
  const [{ showSearch }, pagefind] = await Promise.all([
    import('./SearchList.tsx'),
    import(/* @vite-ignore */ sitePath('pagefind/pagefind.js')) as Promise<Pagefind.Api>,
  ]);
  await pagefind.options({ baseUrl: sitePath('') });
  showSearch(place, pagefind);
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
  const place = dialog?.querySelector('.search-dialog__place');
  const note = dialog?.querySelector('.search-dialog__note');
  if (!button || !dialog || !place || !note) return;

  let loading: Promise<void> | undefined;
  const open = async () => {
    dialog.showModal();
    if (import.meta.env.DEV) {
      note.textContent = 'Zoeken werkt in de gebouwde site: gebruik npm start.';
      return;
    }
    try {
      loading ??= load(place);
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
