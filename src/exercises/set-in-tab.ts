/**
 * The set that is open in this tab, as a text: what is in the address, or what an earlier page of the tab found there. Every page
 * carries this file, so it does no more than look; `open-set.ts` reads what it finds, and is fetched when there is something.
 */
import { signal } from '@preact/signals';
import { readTabText } from '../kit/tab-storage.ts';
import type { SetRules } from './check-model.ts';

export const SET_FRAGMENT = '#set=';
/** `Head.astro` looks for it before anything of ours runs. */
export const SET_KEY = 'functielab:reeks';

/** What `open-set.ts` read, for who keeps to its rules; null until then, and when there is none. */
export const setInTab = signal<(SetRules & { readonly exercises: readonly string[] }) | null>(null);

/** @returns null when no set is open; whether it is a whole one, `readSet` says */
export function fragmentInTab(): string | null {
  const { hash } = location;
  return hash.startsWith(SET_FRAGMENT) ? setPartOf(hash) : readTabText(SET_KEY);
}

/** Without what an address has after the set. */
export function setPartOf(hash: string): string {
  return hash.split('&', 1)[0] ?? '';
}
