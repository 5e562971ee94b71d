/** The exercises that a teacher makes, kept on this device as they are typed: unfinished ones too. */
import { parseJson } from '../../kit/packed.ts';
import { readAll, readText, removeText, shelved, writeText } from '../../kit/storage.ts';
import { OWN_PREFIX, type OwnExercise } from './own-exercise.ts';
import { isOwn, readOwn } from './read-own.ts';

const PREFIX = 'functielab:oefening:';

/** As it is kept: whoever wants to run it asks `readOwn` first whether it is whole. */
export interface KeptOwn {
  readonly changedAtMs: number;
  readonly own: OwnExercise & { readonly solution: NonNullable<OwnExercise['solution']> };
}

/** The one that was changed last comes first; what can't be a draft is left where it is. */
export function keptDrafts(): readonly KeptOwn[] {
  return [...readAll(PREFIX).values()]
    .flatMap((text) => draftIn(text) ?? [])
    .sort((a, b) => b.changedAtMs - a.changedAtMs);
}

export function keptDraft(name: string): KeptOwn | null {
  return draftIn(readText(PREFIX + name));
}

/** @returns whether it was really kept */
export function keepDraft(kept: KeptOwn): boolean {
  return writeText(PREFIX + kept.own.name, JSON.stringify(kept));
}

export function forgetDraft(name: string): void {
  removeText(PREFIX + name);
}

/** Calls back when another tab kept one or threw one away, and when this page is shown again. @returns what ends that */
export function followDrafts(look: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(shelved(PREFIX))) look();
  };
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) look();
  };
  addEventListener('storage', onStorage);
  addEventListener('pageshow', onShow);
  return () => {
    removeEventListener('storage', onStorage);
    removeEventListener('pageshow', onShow);
  };
}

/** Those that are whole, with their solutions: for a set, and for marking. */
export function keptOwn(): readonly OwnExercise[] {
  return keptDrafts()
    .map(({ own }) => readOwn(own))
    .filter(isOwn);
}

function draftIn(text: string | null): KeptOwn | null {
  const value = Object(text === null ? null : parseJson(text)) as Partial<KeptOwn>;
  const own = Object(value.own) as Partial<OwnExercise>;
  const isDraft =
    typeof value.changedAtMs === 'number' &&
    typeof own.name === 'string' &&
    own.name.startsWith(OWN_PREFIX) &&
    typeof own.title === 'string' &&
    typeof own.task === 'string' &&
    typeof own.project === 'object' &&
    [own.checks, own.files, own.solution, own.hints, own.given].every(Array.isArray);
  return isDraft ? (value as KeptOwn) : null;
}
