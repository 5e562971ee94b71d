/** The marks as a workbook (XLSX), in which a number is a number, a moment a moment, and what a student wrote always text. */
import type { CellObject } from 'write-excel-file/universal';
import type { GradeSheet } from './grade-sheet.ts';
import { columnsOf, type TableCell } from './marks-table.ts';

/** What a cell can hold. */
const LONGEST_TEXT = 32_000;
/** What XML can't hold, and half of a letter of two. */
const NO_TEXT = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** Fetches the library that writes it, which a page has only once somebody asks for a workbook. */
export async function marksWorkbook(sheet: GradeSheet): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const columns = columnsOf(sheet);
  const heads = columns.map(
    ({ head }): CellObject => ({ value: plain(head), type: String, fontWeight: 'bold', wrap: true }),
  );
  const rows = sheet.people.map((person) => columns.map(({ cell }) => workbookCell(cell(person))));
  return writeWorkbook([heads, ...rows], {
    sheet: 'Nagekeken',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  }).toBlob();
}

function workbookCell(cell: TableCell): CellObject | null {
  if (cell === null) return null;
  if ('text' in cell) return { value: plain(cell.text), type: String };
  if ('moment' in cell) return { value: new Date(`${cell.moment}Z`), type: Date, format: 'yyyy-mm-dd hh:mm' };
  if ('share' in cell) return { value: cell.share, type: Number, format: '0.0%' };
  return { value: cell.number, type: Number };
}

const plain = (value: string) => value.replaceAll(NO_TEXT, ' ').slice(0, LONGEST_TEXT);
