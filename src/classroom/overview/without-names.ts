/** What may be shown to a whole class: code and words without the comments, and without the names, of who made them. */
import type { SourceFile } from '../../contract/data.ts';
import { withoutComments } from './code/visible-code.ts';

/** Shorter parts of a name are words of the language as well. */
const LEAST_LETTERS = 3;
const HIDDEN = '…';

/** @param names as they were typed, or as the learning environment knows them: of this one student */
export function withoutNames(text: string, names: readonly string[]): string {
  const parts = names
    .flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length >= LEAST_LETTERS && /\p{Lu}/u.test(part));
  return parts.reduce((hidden, part) => hidden.replaceAll(wordOf(part), HIDDEN), text);
}

export function changedFiles(
  files: readonly SourceFile[],
  start: readonly SourceFile[],
): readonly SourceFile[] {
  return files.filter(({ path, text }) => start.find((file) => file.path === path)?.text !== text);
}

/** The files that the student changed. */
export function codeForClass(
  files: readonly SourceFile[],
  start: readonly SourceFile[],
  names: readonly string[],
): readonly SourceFile[] {
  return changedFiles(files, start).map(({ path, text }) => ({
    path,
    text: withoutNames(withoutComments(text), names),
  }));
}

const wordOf = (part: string) => new RegExp(`(?<![\\p{L}\\p{N}])${part}(?![\\p{L}\\p{N}])`, 'gu');
