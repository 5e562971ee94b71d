/**
 * The marks as the grade books of three learning environments take them in. Each form has its source here; of the others none was
 * found, and they take the table. These files are for machines: commas between cells, points in numbers, no byte order mark.
 */
import Papa from 'papaparse';
import { harmless } from '../../kit/people-csv.ts';
import type { GradedPerson, GradeSheet } from './grade-sheet.ts';

export type GradeBookName = 'canvas' | 'moodle' | 'brightspace';

/** Of how many points the column is: a share of 100, or one of the two marks. */
export type Scale = 100 | 20 | 10;

export interface GradeBook {
  readonly csv: string;
  /** Names of those whom the environment can't find by what is known of them: they are not in it. */
  readonly left: readonly string[];
}

interface BookForm {
  readonly head: (title: string) => readonly string[];
  /** A line between the head and the people. */
  readonly second?: (scale: Scale) => readonly string[];
  /** @returns null for who can't be found by what is known */
  readonly line: (person: GradedPerson, points: string) => readonly string[] | null;
}

/**
 * Source: instructure/canvas-lms, `lib/gradebook_importer.rb` (`row_has_student_headers?`, `update_column_count`, `process_student`,
 * `process_pp`), read 2026-11-29. It looks for the ID, then for what the school calls somebody, then for the name; a column of
 * which it knows no assignment becomes one, with the points of the second line.
 */
const canvas: BookForm = {
  head: (title) => ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', title],
  second: (scale) => ['    Points Possible', '', '', '', '', String(scale)],
  line: ({ name, member, source }, points) => {
    const told = source?.system === 'canvas' && /^\d+$/.test(source.number ?? '') ? source.number : null;
    const isKnown = told !== null || member !== null;
    if (!isKnown) return null;
    return [
      name,
      member?.id ?? told ?? '',
      member?.number ?? '',
      member?.login ?? '',
      member?.section ?? '',
      points,
    ];
  },
};

/**
 * Source: docs.moodle.org, "Grade import", CSV import, read 2026-11-29: any column can be mapped, a person is found by "Email
 * address" or "ID number", and feedback is taken in together with the mark or not at all.
 */
const moodle: BookForm = {
  head: (title) => ['Email address', 'ID number', title, 'Feedback comments'],
  line: ({ member, note }, points) =>
    member?.email || member?.number ? [member.email ?? '', member.number ?? '', points, note] : null,
};

/**
 * Source: community.d2l.com, "Importing grades" (article 3538), read 2026-11-29: a Username or an OrgDefinedId, the name of the
 * item with "Points Grade" behind it, and a last column that ends the line.
 */
const brightspace: BookForm = {
  head: (title) => ['OrgDefinedId', 'Username', `${title} Points Grade`, 'End-of-Line Indicator'],
  line: ({ member }, points) =>
    member?.number || member?.login ? [member.number ?? '', member.login ?? '', points, '#'] : null,
};

const FORMS: Readonly<Record<GradeBookName, BookForm>> = { canvas, moodle, brightspace };

/** @param scale that the column in the grade book has */
export function gradeBookOf(sheet: GradeSheet, book: GradeBookName, scale: Scale): GradeBook {
  const { head, second, line } = FORMS[book];
  const title = sheet.title.replaceAll(/[\s,"]+/g, ' ').trim() || 'Functielab';
  const lines = sheet.people.map((person) => line(person, pointsOn(person, scale)));
  const left = sheet.people.flatMap(({ name }, at) => (lines[at] === null ? [name] : []));
  const rows = [
    head(title),
    ...(second ? [second(scale)] : []),
    ...lines.flatMap((cells) => (cells ? [cells] : [])),
  ];
  return {
    csv: Papa.unparse(
      rows.map((cells) => cells.map(safe)),
      { newline: '\r\n' },
    ),
    left,
  };
}

/** A teacher may open it in a spreadsheet first. The `#` and the spaces of a form stay as they are. */
const safe = (cell: string) => (/^-?\d+(\.\d+)?$/.test(cell) ? cell : harmless(cell));

/** Empty for what is not known: nobody gets a nought for what was not marked. */
function pointsOn({ total }: GradedPerson, scale: Scale): string {
  const { share, onTwenty, onTen } = total;
  const points = scale === 20 ? onTwenty : scale === 10 ? onTen : share === null ? null : share * 100;
  return points === null ? '' : String(Math.round(points * 100) / 100);
}
