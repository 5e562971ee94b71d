/** The marks as one table, for people: as CSV and as a workbook it has the same columns, and each column one kind of cell. */
import { type CsvCell, csvForPeople } from '../../kit/people-csv.ts';
import type { GradedPerson, GradeSheet } from './grade-sheet.ts';

export type TableCell =
  | { readonly text: string }
  | { readonly number: number }
  /** 0 to 1, to be shown in percent. */
  | { readonly share: number }
  /** Without a zone: `2026-12-04T17:30`. */
  | { readonly moment: string }
  /** Not known. */
  | null;

export interface TableColumn {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  readonly cell: (person: GradedPerson) => TableCell;
}

const text = (value: string | null | undefined): TableCell => (value ? { text: value } : null);
const number = (value: number | null): TableCell => (value === null ? null : { number: value });

/** In the order in which a teacher reads them: who, what, how much, and what there is to know of it. */
export function columnsOf({ exercises, people, seed }: GradeSheet): readonly TableColumn[] {
  const has = (of: (person: GradedPerson) => TableCell) => people.some((person) => of(person) !== null);
  const all: readonly (TableColumn & { readonly isOptional?: true })[] = [
    { head: 'naam', width: 28, cell: ({ name }) => text(name) },
    { head: 'naam in het bestand', width: 24, cell: ({ typed }) => text(typed) },
    { head: 'e-mail', width: 28, isOptional: true, cell: ({ member }) => text(member?.email) },
    {
      head: 'nummer',
      width: 14,
      isOptional: true,
      cell: ({ member, source }) => text(member?.number ?? member?.login ?? member?.id ?? source?.number),
    },
    { head: 'klas', width: 10, isOptional: true, cell: ({ member }) => text(member?.section) },
    ...exercises.map(
      ({ title, checks }, at): TableColumn => ({
        head: `${title} (van ${checks.length})`,
        width: 16,
        cell: ({ points }) => number(points[at] ?? null),
      }),
    ),
    { head: 'totaal', width: 9, cell: ({ total }) => (total.share === null ? null : number(total.points)) },
    { head: 'van', width: 9, cell: ({ total }) => number(total.of) },
    { head: 'procent', width: 10, cell: ({ total: { share } }) => (share === null ? null : { share }) },
    { head: 'op 20', width: 9, cell: ({ total }) => number(total.onTwenty) },
    { head: 'cijfer 1–10', width: 12, cell: ({ total }) => number(total.onTen) },
    {
      head: 'geslaagd',
      width: 10,
      cell: ({ total: { isPassed } }) => (isPassed === null ? null : text(isPassed ? 'ja' : 'nee')),
    },
    { head: 'opmerking', width: 40, isOptional: true, cell: ({ note }) => text(note) },
    { head: 'let op', width: 36, isOptional: true, cell: ({ remarks }) => text(remarks.join('; ')) },
    { head: 'gelijk aan', width: 28, isOptional: true, cell: ({ equalTo }) => text(equalTo.join(', ')) },
    {
      head: 'ingeleverd',
      width: 18,
      isOptional: true,
      cell: ({ source }) => (source?.moment ? { moment: source.moment } : null),
    },
    { head: 'map en bestand', width: 50, cell: ({ source }) => text(source?.place) },
    { head: 'startgetal', width: 12, cell: ({ row }) => (row === null ? null : { number: seed }) },
  ];
  return all.filter(({ isOptional, cell }) => !isOptional || has(cell));
}

/** With `;`, a decimal comma and a byte order mark, so that a Dutch or Belgian spreadsheet opens it with two clicks. */
export function marksCsv(sheet: GradeSheet): string {
  const columns = columnsOf(sheet);
  return csvForPeople(
    columns.map(({ head }) => head),
    sheet.people.map((person) => columns.map(({ cell }) => csvCell(cell(person)))),
  );
}

function csvCell(cell: TableCell): CsvCell {
  if (cell === null) return '';
  if ('text' in cell) return cell.text;
  if ('moment' in cell) return cell.moment.replace('T', ' ');
  return { decimal: 'share' in cell ? Math.round(cell.share * 1_000) / 10 : cell.number };
}
