/**
 * Which exercise the page of a teacher's own exercise is about: one of the set in its address, or one that its reader opened as a
 * file. Two parts of the page look at it: the task, and the playground beside it.
 */
import { parseJson } from '../../kit/packed.ts';
import { readTabText, writeTabText } from '../../kit/tab-storage.ts';
import { readSet, SET_FRAGMENT } from '../set.ts';
import { LONGEST_FILE } from './own-exercise.ts';
import { isOwn, readOwn, readOwnFile, withoutSolution, writtenForStudents } from './read-own.ts';
import { type ShownOwn, shownOwn } from './shown-own.ts';

/** What was opened as a file stays as long as the tab: a reload does not ask for it again. */
const KEY = 'functielab:eigen-oefening';

const INCOMPLETE =
  'In deze link staat geen complete oefening. Misschien is hij afgeknipt. Vraag je docent om de link opnieuw, en kopieer hem helemaal.';

/** In a browser only. */
export function followAddress(): void {
  shownOwn.value = location.hash.startsWith(SET_FRAGMENT) ? inSet(location.hash) : inTab();
}

function inSet(hash: string): ShownOwn {
  const set = readSet(hash.split('&', 1)[0] ?? '');
  const name = new URLSearchParams(location.search).get('naam');
  const own = set?.own.find((one) => name === null || one.name === name);
  return own ?? { problems: [INCOMPLETE] };
}

function inTab(): ShownOwn {
  const text = readTabText(KEY);
  const read = text === null ? null : readOwn(parseJson(text));
  return read !== null && isOwn(read) ? read : 'nothing';
}

/** @param file of a student, or of a teacher who looks: its solution is not kept here */
export async function openOwnFile(file: Pick<File, 'size' | 'text'>): Promise<void> {
  const text = file.size > LONGEST_FILE ? '' : await file.text().catch(() => '');
  const read = readOwnFile(text);
  if (isOwn(read)) writeTabText(KEY, JSON.stringify(writtenForStudents(read)));
  shownOwn.value = isOwn(read) ? withoutSolution(read) : read;
}
