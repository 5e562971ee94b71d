/**
 * Three hundred files in the zips of six learning environments, with twelve troubles in each: every one is accounted for, and nobody
 * gets another's work.
 */
import { describe, expect, test } from 'vitest';
import { isHandedIn, isRefused, readHandIns } from '../../src/classroom/marking/read-files.ts';
import { type Row, rowsOf } from '../../src/classroom/marking/whose.ts';
import { readClassList } from '../../src/classroom/reading/class-list.ts';
import { matchClass } from '../../src/classroom/reading/match-class.ts';
import { classZip, codeOf, ENVIRONMENTS, type Environment, type Student, TROUBLES } from './class-zips.ts';

const dropped = (name: string, bytes: Uint8Array) => ({
  name,
  size: bytes.length,
  arrayBuffer: async () => Uint8Array.from(bytes).buffer,
});

async function readClass(environment: Environment) {
  const zip = classZip(environment, ENVIRONMENTS.indexOf(environment));
  const sources = await readHandIns([dropped(`${environment}.zip`, zip.bytes)]);
  return { ...zip, sources, rows: rowsOf(sources.filter(isHandedIn), sources.filter(isRefused)) };
}

const codeIn = ({ work }: Row) => work?.get('groet')?.['groet.js'];
const kindsOf = ({ remarks }: Row) => remarks.map(({ kind }) => kind);

/** The row of a student, by what only the environment's own names say. */
function rowOf(environment: Environment, student: Student, rows: readonly Row[]): readonly Row[] {
  const { first, last, number, trouble } = student;
  switch (environment) {
    case 'smartschool':
      return rows.filter(({ person }) => person === `${last} ${first}${trouble === 'one name' ? ' 2' : ''}`);
    case 'itslearning':
      return rows.filter(
        ({ person }) => person === `${first} ${last}${trouble === 'one name' ? ' (1)' : ''}`,
      );
    case 'blackboard':
      return rows.filter((row) => row.number === `r${number}`);
    default:
      return rows.filter((row) => row.number === String(number));
  }
}

const totals = await Promise.all(
  ENVIRONMENTS.map(async (environment) => ({ environment, ...(await readClass(environment)) })),
);

test('there are three hundred files of students, with twelve troubles in each zip', () => {
  expect(totals.reduce((sum, { files }) => sum + files, 0)).toBeGreaterThanOrEqual(300);
  for (const { students } of totals) {
    expect(new Set(students.flatMap(({ trouble }) => trouble ?? []))).toEqual(new Set(TROUBLES));
  }
});

describe.each(totals)('$environment', ({ environment, students, entries, sources, rows }) => {
  const own = (student: Student) => rowOf(environment, student, rows);

  test('every file is marked, or listed with its folder and a reason', () => {
    expect(sources).toHaveLength(entries);
    for (const source of sources) expect(source.way.length).toBeGreaterThan(1);
  });

  test('everybody has one row, and it has their own work and nobody else’s', () => {
    expect(rows).toHaveLength(students.length);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length);
    for (const student of students) {
      const mine = own(student);
      expect(mine, `${student.first} ${student.last}`).toHaveLength(1);
      const isRead = !['wrong file', 'damaged', 'locked', 'nothing'].includes(student.trouble ?? '');
      expect(mine.map(codeIn)).toEqual([isRead ? codeOf(student) : undefined]);
    }
  });

  test('and each trouble is told, where the environment tells it', () => {
    const told = Object.fromEntries(
      students.flatMap((student) =>
        student.trouble ? [[student.trouble, own(student).flatMap(kindsOf)]] : [],
      ),
    );
    const isHeap = environment === 'canvas' || environment === 'blackboard';
    const isTold = environment !== 'smartschool' && environment !== 'itslearning';
    expect(told).toEqual({
      'nested zip': [],
      'second save': [],
      renamed: [],
      'wrong file': ['UNREADABLE'],
      damaged: ['UNREADABLE'],
      locked: ['UNREADABLE'],
      'formula name': ['OTHER_NAME'],
      // Two folders can't have one name: where only they tell, the environment itself made them differ.
      'one name': ['SAME_NAME'],
      'other name': ['OTHER_NAME'],
      late: environment === 'canvas' ? ['LATE'] : [],
      'two attempts': ['EARLIER'],
      nothing: isHeap ? ['UNREADABLE'] : ['NOTHING'],
    });
    expect(isTold).toBe(rows.every(({ system }) => system !== null));
  });

  test('those without trouble have no remark, but for who has a namesake', () => {
    const plain = students
      .filter(({ trouble }) => trouble === null)
      .flatMap((student) => own(student).flatMap(kindsOf));
    expect(plain).toEqual(['SAME_NAME']);
  });

  test('a class list finds everybody, but for two of one name who have nothing else', () => {
    const read = readClassList(students.map(({ first, last }) => `${last}, ${first}`).join('\n'));
    const list = 'list' in read ? read.list : [];
    const { members } = matchClass(
      list,
      rows.map(({ person, number, handIn }) => ({ person, number, names: handIn?.names ?? [] })),
    );
    for (const [row, found] of members.entries()) {
      for (const member of found) {
        const mine = students.slice(member, member + 1).flatMap(own);
        expect(mine.map(({ key }) => key)).toEqual([rows[row]?.key]);
      }
    }
    const alone = members.filter((found) => found.length === 1).length;
    expect(alone).toBeGreaterThanOrEqual(students.length - 2);
  });
});

test('Brightspace and Blackboard tell the moment, the others none', () => {
  for (const [at, environment] of ENVIRONMENTS.entries()) {
    const moments = new Set(
      totals[at]?.rows.filter(({ handIn }) => handIn !== null).map(({ moment }) => moment),
    );
    const tells = environment === 'brightspace' || environment === 'blackboard';
    expect([...moments]).toEqual([tells ? '2026-12-02T17:30' : null]);
  }
});
