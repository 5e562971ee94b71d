/** A table for people opens in a spreadsheet of any country, and nothing in it becomes a formula there. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvForPeople, harmless } from '../../src/kit/people-csv.ts';

/** As a spreadsheet reads it that takes this for the mark between cells, with or without regard for quotes. */
function cellsOf(csv: string, delimiter: string, minds: boolean): string[] {
  const text = csv.replace('\uFEFF', '');
  if (minds) return Papa.parse<string[]>(text, { delimiter }).data.flat();
  return text.split(/[\r\n]+/).flatMap((line) => line.split(delimiter));
}

/** What Excel and Calc take off before they look whether a cell is a formula. */
const isFormula = (cell: string) => /^[\s\p{C}"]*[=+\-@＝＋－＠]/u.test(cell);

const text = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    '＋',
    '－',
    '＠',
    ';',
    ',',
    '\t',
    '\r',
    '\n',
    '"',
    "'",
    '|',
    ' ',
    '\u200b',
    'a',
    '1',
  ),
  maxLength: 12,
});

test('no text of anybody becomes a formula, whichever mark a spreadsheet takes between the cells', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), (rows) => {
      const csv = csvForPeople(['a', 'b'], rows);
      for (const delimiter of [';', ',', '\t', '|']) {
        for (const minds of [true, false]) {
          expect(cellsOf(csv, delimiter, minds).filter(isFormula)).toEqual([]);
        }
      }
    }),
  );
});

test.each([
  ['Jan;=1+1', "Jan;'=1+1"],
  ['=1+1', "'=1+1"],
  ['＝1+1', "'＝1+1"],
  ['Jan,@SUM(A1)', "Jan,'@SUM(A1)"],
  ['\t=1', "  '=1".trimStart()],
  ['Jan\r\n=1', "Jan '=1"],
  ['Anne-Marie; 4 + 5', 'Anne-Marie; 4 + 5'],
  ['Zoë "Zee" de Wit', 'Zoë "Zee" de Wit'],
])('%j is written as %j', (given, written) => {
  expect(harmless(given).trimStart()).toBe(written);
});

test('semicolons, a comma in a number, quotes around every text, and a byte order mark before all', () => {
  const csv = csvForPeople(
    ['naam', 'bedrag'],
    [
      ['Zoë "Z"', { decimal: '0.20' }],
      ['b', { decimal: 1_250 }],
    ],
  );
  expect(csv).toBe('\uFEFF"naam";"bedrag"\r\n"Zoë ""Z""";0,20\r\n"b";1250\r\n');
});

test('any text without what is made harmless comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[\w ;,"é]*$/), { minLength: 1 }), (cells) => {
      const [, row] = Papa.parse<string[]>(csvForPeople(cells, [cells]).replace('\uFEFF', ''), {
        delimiter: ';',
      }).data;
      expect(row).toEqual(cells);
    }),
  );
});
