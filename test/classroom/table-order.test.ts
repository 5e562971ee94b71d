/** Which rows a teacher sees, in which order; and what has to be known of a hand-in that was made for something else. */
import { expect, test } from 'vitest';
import { notesOfMark, notesOfRow } from '../../src/classroom/marking/hand-in-notes.ts';
import type { Mark } from '../../src/classroom/marking/mark.ts';
import type { MarkedFiles } from '../../src/classroom/marking/marked-files.ts';
import {
  FIRST_VIEW,
  isLate,
  latenessInWords,
  meanShares,
  orderOf,
  type Shown,
  type SortedBy,
  sortedBy,
} from '../../src/classroom/marking/table/table-order.ts';
import { noteInWords } from '../../src/classroom/marking/words.ts';
import { PLAIN_SET, setMark } from '../../src/exercises/set.ts';
import { exercise, handedIn, result, tools } from './marking-support.ts';

const DUE = { ...PLAIN_SET, title: 'Klas', exercises: ['een'], due: '2026-12-04T15:30Z' };

async function marked(): Promise<MarkedFiles> {
  const { marking } = tools();
  await marking.mark([
    handedIn('Émile', { een: 'goed', twee: 'fout' }, { madeAt: '2026-12-04T10:00:00Z' }),
    handedIn('bo', { een: 'goed', twee: 'goed' }),
    handedIn('Ada', { een: 'fout' }, { madeAt: '2026-12-03T10:00:00Z' }),
    handedIn('desmetmila_LATE_4021_98123_werk', {}),
  ]);
  return marking.marked.value as MarkedFiles;
}

const names = (files: MarkedFiles, by: SortedBy, isDown: boolean, shown: Shown = 'all') =>
  orderOf(files, null, { by, isDown, shown }).map((at) => files.rows[at]?.who);

test('by arrival, name, total and moment; who has no moment stands below, either way', async () => {
  const files = await marked();
  const mila = files.rows[3]?.who;
  expect(names(files, 'arrival', false)).toEqual(['Émile', 'bo', 'Ada', mila]);
  expect(names(files, 'name', false)).toEqual(
    ['Ada', 'bo', mila, 'Émile'].toSorted((a = '', b = '') => a.localeCompare(b, 'nl')),
  );
  expect(names(files, 'total', true)).toEqual(['bo', 'Émile', 'Ada', mila]);
  expect(names(files, 'total', false)).toEqual(['Ada', mila, 'Émile', 'bo']);
  expect(names(files, 'moment', false).slice(0, 2)).toEqual(['Ada', 'Émile']);
  expect(names(files, 'moment', true).slice(0, 2)).toEqual(['Émile', 'Ada']);
});

test('a second time on a column turns it around, another begins anew', () => {
  const once = sortedBy(FIRST_VIEW, 'name');
  const twice = sortedBy(once, 'name');
  expect([once.isDown, twice.isDown, sortedBy(twice, 'total').isDown]).toEqual([false, true, false]);
});

test('only who has not all of it right, who handed in nothing, who was late', async () => {
  const files = await marked();
  expect(names(files, 'arrival', false, 'notAllRight')).toEqual(['Émile', 'Ada', files.rows[3]?.who]);
  expect(names(files, 'arrival', false, 'nothing')).toEqual([files.rows[3]?.who]);
  expect(names(files, 'arrival', false, 'late')).toEqual([files.rows[3]?.who]);
});

test('late is what the learning environment says, or its moment after that of the set; a clock of a student only claims it', async () => {
  const row = { remarks: [], moment: '2026-12-04T23:30' };
  expect(isLate(row as never, DUE)).toBe(true);
  expect(isLate({ ...row, moment: '2026-12-03T10:00' } as never, DUE)).toBe(false);
  const claimed = (madeAt: string) => ({ ...row, moment: null, handIn: { madeAt } }) as never;
  expect(isLate(claimed('2027-01-01T10:00:00Z'), DUE)).toBe('claim');
  expect(isLate(claimed('2026-12-01T10:00:00Z'), DUE)).toBe(false);
  expect(isLate({ ...row, handIn: { madeAt: '2026-12-01T10:00:00Z' } } as never, DUE)).toBe(true);
  expect(latenessInWords(claimed('2027-01-01T10:00:00Z'), DUE)).toBe('na de deadline, zegt het bestand');
  expect(latenessInWords(row as never, DUE)).toBe('na de deadline');
  expect(isLate(row as never, { ...DUE, due: null })).toBe(false);
});

test('the mean of an exercise is of those who handed it in and are marked', async () => {
  const files = await marked();
  expect(meanShares(files).map((share) => share && Math.round(share * 100))).toEqual([67, 50]);
});

const handInOf = (more: object) =>
  ({ handIn: { set: null, versions: new Map(), exercises: new Map(), ...more } }) as never;
const mark = (more: Partial<Mark> = {}): Mark => ({
  results: [result(true)],
  files: [],
  equalTo: [],
  isUntouched: false,
  ...more,
});

test('a hand-in that was made for another set, or an older version of it, says so; without a set nothing is another', () => {
  const made = (title: string, mark: string) => handInOf({ set: { title, mark } });
  expect(notesOfRow(made('Oud', '12345678'), DUE, [])).toEqual([{ kind: 'OTHER_SET', title: 'Oud' }]);
  expect(notesOfRow(made('Klas', setMark(DUE)), DUE, [])).toEqual([]);
  expect(notesOfRow(made('Oud', '12345678'), null, [])).toEqual([]);
  expect(notesOfRow(handInOf({}), DUE, [])).toEqual([]);
});

test('without the link of a set, work at an exercise that is not known here is told, with the way out', () => {
  const made = handInOf({ exercises: new Map([['eigen-groet', {}]]) });
  const [note] = notesOfRow(made, null, []);
  expect(note).toEqual({ kind: 'UNKNOWN_EXERCISES', exercises: 1 });
  expect(note && noteInWords(note)).toMatch(/^1 oefening is hier niet bekend\. Plak .* de link van de reeks/);
  expect(notesOfRow(made, null, [{ name: 'eigen-groet' }])).toEqual([]);
  expect(notesOfRow(made, DUE, [])).toEqual([]);
});

test('another version of the exercise, a second run, an old verdict and a missing solution are told', () => {
  const kinds = (versions: ReadonlyMap<string, string>, one: Mark | null) =>
    notesOfMark(handInOf({ versions }), exercise('een'), one).map(({ kind }) => kind);
  expect(kinds(new Map([['een', '0000000f']]), null)).toEqual(['OTHER_VERSION']);
  expect(kinds(new Map([['een', '00000001']]), mark())).toEqual([]);
  expect(kinds(new Map(), mark({ isOld: true }))).toEqual(['OLD_VERDICT']);
  expect(kinds(new Map(), mark({ results: [result(true, { ranAgain: true })] }))).toEqual(['RAN_AGAIN']);
  expect(kinds(new Map(), mark({ results: [result(true, { atMarking: true })] }))).toEqual(['NO_SOLUTION']);
});
