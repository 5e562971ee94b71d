/** The reader's choice of colours: kept on this device where that is allowed, else for this page only. */
import { readText, removeText, writeText } from '../../kit/storage.ts';

const key = 'functielab:thema';
const dark = matchMedia('(prefers-color-scheme: dark)');

function show(choice: string): void {
  const system = dark.matches ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = choice === 'light' || choice === 'dark' ? choice : system;
}

export function followTheme(select: HTMLSelectElement): void {
  select.value = readText(key) ?? 'auto';
  // What is kept and is no choice would leave nothing chosen.
  if (select.selectedIndex === -1) select.value = 'auto';
  select.addEventListener('change', () => {
    if (select.value === 'auto') removeText(key);
    else writeText(key, select.value);
    show(select.value);
  });
  dark.addEventListener('change', () => show(select.value));
}
