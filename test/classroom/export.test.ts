/** What goes to a school: the same facts as a table, as a workbook, as three grade books and as feedback. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { leftOfBook, leftOfZip } from '../../src/classroom/export/export-words.ts';
import { feedbackOf } from '../../src/classroom/export/feedback.ts';
import { feedbackPage } from '../../src/classroom/export/feedback-page.ts';
import { feedbackText } from '../../src/classroom/export/feedback-text.ts';
import { feedbackZip } from '../../src/classroom/export/feedback-zips.ts';
import { gradeBookOf } from '../../src/classroom/export/grade-books.ts';
import { gradeSheetOf } from '../../src/classroom/export/grade-sheet.ts';
import { marksCsv } from '../../src/classroom/export/marks-table.ts';
import { marksWorkbook } from '../../src/classroom/export/workbook.ts';
import { readClassList } from '../../src/classroom/reading/class-list.ts';
import type { ExerciseSet } from '../../src/exercises/set.ts';
import { exercise, graded, handedIn } from './graded-class.ts';

const EXERCISES = [exercise('groet', 'Groet iedereen', 3), exercise('tel', 'Tel "mee"; snel', 2)];
const MOODLE = 'klas.zip/Mila De Smet_50001_assignsubmission_file';
const BRIGHTSPACE = 'klas.zip/397063-2557 - Noah Peeters - Dec 4, 2026 530 PM';
const marked = graded({
  exercises: EXERCISES,
  handIns: [
    handedIn(`${MOODLE}/mila.json`, 'Mila', { groet: 'let a = 1; +++', tel: '+' }),
    handedIn(`${BRIGHTSPACE}/noah.json`, '=1+1', { groet: '<script>alert(1)</script> +' }),
    handedIn('klas.zip/claesemma_4023_98125_emma.json', 'Emma Claes', { groet: '++', tel: '++' }),
    handedIn('vreemd.json', '@SUM(A1)', { groet: '+' }),
  ],
  refused: [{ way: ['klas.zip', 'Lou_50009_assignsubmission_file', 'foto.jpg'], result: 'OTHER_FILE' }],
  remarks: { 'moodle:50001': '=HYPERLINK("x")\nKnap gedaan', 'canvas:4023': 'Bijna' },
  notMarked: 3,
});
const read = readClassList(
  [
    'naam;e-mail;studentnummer',
    'Mila De Smet;mila@s.be;r01',
    'Noah Peeters;noah@s.be;007',
    'Emma Claes;;',
    'Zoë Ümit;zoe@s.be;r04',
  ].join('\n'),
);
const list = 'list' in read ? read.list : [];
const sheet = gradeSheetOf(marked, 'Reeks 1, "week 2"', list);

test('everybody has a row: of the class, of nobody’s list, of whom nothing can be read and who handed in nothing', () => {
  expect(sheet.people.map(({ name, total, points }) => [name, points, total.points, total.onTwenty])).toEqual(
    [
      ['Mila De Smet', [3, 1], 4, 15],
      ['Noah Peeters', [1, 0], 1, 3.3],
      ['Emma Claes', [2, 2], 4, 16.7],
      ['@SUM(A1)', [null, 0], 0, null],
      ['Lou', [null, null], 0, null],
      ['Zoë Ümit', [0, 0], 0, 0],
    ],
  );
});

test('who was late by the deadline of the set is told so beside the marks too', () => {
  const set = { due: '2026-12-04T12:00Z' } as ExerciseSet;
  const late = gradeSheetOf(marked, 'x', list, set).people.find(({ name }) => name === 'Noah Peeters');
  expect(late?.remarks.join('; ')).toContain('na de deadline');
  const early = gradeSheetOf(marked, 'x', list, { due: '2026-12-05T12:00Z' } as ExerciseSet);
  expect(early.people.flatMap(({ remarks }) => remarks).filter((words) => /deadline/.test(words))).toEqual(
    [],
  );
});

test('the CSV has semicolons, decimal commas, a mark before it, and no formula', () => {
  const lines = marksCsv(sheet).split('\r\n');
  expect(lines[0]).toBe(
    '\uFEFF"naam";"naam in het bestand";"e-mail";"nummer";"Groet iedereen (van 3)";"Tel ""mee"";\u0020snel (van 2)";"totaal";"van";"procent";"op 20";"cijfer 1–10";"geslaagd";"opmerking";"let op";"ingeleverd";"map en bestand";"startgetal"',
  );
  expect(lines[1]).toBe(
    '"Mila De Smet";"Mila";"mila@s.be";"r01";3;1;4;5;75;15;7,8;"ja";"\'=HYPERLINK(""x"") Knap gedaan";"";"";"Mila De Smet_50001_assignsubmission_file/mila.json";7',
  );
  expect(lines[2]).toBe(
    '"Noah Peeters";"\'=1+1";"noah@s.be";"007";1;0;1;5;16,7;3,3;2,5;"nee";"";"in het bestand staat een andere naam: =1+1";"2026-12-04 17:30";"397063-2557 - Noah Peeters - Dec 4, 2026 530 PM/noah.json";7',
  );
  expect(lines[6]).toBe('"Zoë Ümit";"";"zoe@s.be";"r04";0;0;0;5;0;0;1;"nee";"";"niets ingeleverd";"";"";""');
  expect(lines).toHaveLength(8);
});

/** Cells of the first sheet by their place, with the kind that they say they are. */
async function cellsOf(workbook: Blob): Promise<ReadonlyMap<string, { kind: string; value: string }>> {
  const files = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
  const textIn = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const plain = (xml: string) =>
    xml
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  const shared = [...textIn('xl/sharedStrings.xml').matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(
    ([, text = '']) => plain(text),
  );
  const sheetXml = textIn('xl/worksheets/sheet1.xml');
  const cells = [...sheetXml.matchAll(/<c ([^>]*?)>([\s\S]*?)<\/c>/g)];
  expect(sheetXml).not.toMatch(/<f[ >]/);
  return new Map(
    cells.map(([, attributes = '', inner = '']) => {
      const place = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '';
      const kind = /t="(\w+)"/.exec(attributes)?.[1] ?? 'n';
      const raw = /<v>([\s\S]*?)<\/v>/.exec(inner)?.[1] ?? '';
      return [place, { kind, value: kind === 's' ? (shared[Number(raw)] ?? '') : raw }];
    }),
  );
}

test('in the workbook a number is a number, a moment a moment, and what somebody wrote is text', async () => {
  const cells = await cellsOf(await marksWorkbook(sheet));
  const at = (place: string) => cells.get(place);
  expect(at('A2')).toEqual({ kind: 's', value: 'Mila De Smet' });
  expect(at('B3')).toEqual({ kind: 's', value: '=1+1' });
  expect(at('D3')).toEqual({ kind: 's', value: '007' });
  expect(at('E2')).toEqual({ kind: 'n', value: '3' });
  expect(at('I2')).toEqual({ kind: 'n', value: '0.75' });
  expect(at('J2')).toEqual({ kind: 'n', value: '15' });
  expect(at('M2')).toEqual({ kind: 's', value: '=HYPERLINK("x")\nKnap gedaan' });
  // 4 December 2026, 17.30, counted in days from 30 December 1899.
  expect(at('O3')?.kind).toBe('n');
  expect(Number(at('O3')?.value)).toBeCloseTo(46360 + 17.5 / 24, 6);
  expect(at('E5')).toBeUndefined();
});

describe('in LibreOffice', () => {
  const place = [
    '/usr/bin/soffice',
    '/usr/local/bin/soffice',
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ].find((path) => existsSync(path));
  const folder = mkdtempSync(join(tmpdir(), 'functielab-export-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The first sheet as LibreOffice has it: XML in which each cell says its kind. */
  function opened(name: string, content: Uint8Array, filter: string): string {
    writeFileSync(join(folder, name), content);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const input = filter === '' ? [] : [`--infilter=${filter}`];
    const run = spawnSync(
      place ?? '',
      [profile, '--headless', ...input, '--convert-to', 'fods', '--outdir', folder, join(folder, name)],
      { encoding: 'utf8', timeout: 120_000 },
    );
    expect(run.status, run.stderr).toBe(0);
    return readFileSync(join(folder, name.replace(/\.\w+$/, '.fods')), 'utf8');
  }

  const cell = (kind: string, value: string) =>
    new RegExp(`office:value-type="${kind}"[^>]*office:value="${value}"`);

  test.skipIf(place === undefined)(
    'the workbook opens with typed columns (skipped where there is no LibreOffice)',
    async () => {
      const bytes = new Uint8Array(await (await marksWorkbook(sheet)).arrayBuffer());
      const xml = opened('werkboek.xlsx', bytes, '');
      expect(xml).toMatch(cell('percentage', '0.75'));
      expect(xml).toMatch(cell('float', '15'));
      expect(xml).toContain('office:date-value="2026-12-04T17:30:00');
      expect(xml).toContain('<text:p>=1+1</text:p>');
      expect(xml).toContain('<text:p>007</text:p>');
      expect(xml).not.toContain('table:formula');
    },
    120_000,
  );

  test.skipIf(place === undefined)(
    'the CSV opens with numbers, by the filter that names `;`, UTF-8 and Dutch (skipped where there is no LibreOffice)',
    () => {
      // 59: `;`, 34: quotes, 76: UTF-8, from line 1, no columns by hand, 1043: Dutch, quoted cells are text, others are detected.
      const xml = opened(
        'tabel.csv',
        new TextEncoder().encode(marksCsv(sheet)),
        'Text - txt - csv (StarCalc):59,34,76,1,,1043,true,true',
      );
      expect(xml).toMatch(cell('float', '16.7'));
      expect(xml).toMatch(cell('float', '7.8'));
      expect(xml).toContain('<text:p>Zoë Ümit</text:p>');
      expect(xml).toContain('<text:p>007</text:p>');
      expect(xml).not.toContain('table:formula');
    },
    120_000,
  );
});

describe('a grade book gets its own columns', () => {
  test('Canvas: the number that it gave, or the list, and a line of points; who it can’t find is told', () => {
    const { csv, left } = gradeBookOf(sheet, 'canvas', 20);
    expect(csv.split('\r\n')).toEqual([
      'Student,ID,SIS User ID,SIS Login ID,Section,Reeks 1 week 2',
      '"    Points Possible",,,,,20',
      'Mila De Smet,,r01,,,15',
      'Noah Peeters,,007,,,3.3',
      'Emma Claes,4023,,,,16.7',
      'Zoë Ümit,,r04,,,0',
    ]);
    expect(left).toEqual(['@SUM(A1)', 'Lou']);
  });

  test('Moodle: an address or a number, the mark and the remark beside it', () => {
    const { csv, left } = gradeBookOf(sheet, 'moodle', 100);
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      'Email address,ID number,Reeks 1 week 2,Feedback comments',
      `mila@s.be,r01,75,"'=HYPERLINK(""x"") Knap gedaan"`,
      'noah@s.be,007,16.67,',
    ]);
    expect(left).toEqual(['Emma Claes', '@SUM(A1)', 'Lou']);
  });

  test('Brightspace: its two keys, the item, and the end of the line', () => {
    const { csv, left } = gradeBookOf(sheet, 'brightspace', 10);
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      'OrgDefinedId,Username,Reeks 1 week 2 Points Grade,End-of-Line Indicator',
      'r01,,7.8,#',
    ]);
    expect(left).toEqual(['Emma Claes', '@SUM(A1)', 'Lou']);
  });

  test('what was not marked is empty, and no nought', () => {
    const alone = gradeSheetOf(marked, 'x', [
      { name: 'Lou', email: 'l@s.be', number: null, login: null, id: null, section: null },
    ]);
    expect(gradeBookOf(alone, 'moodle', 100).csv.split('\r\n')[1]).toBe('l@s.be,,,');
  });
});

describe('feedback', () => {
  const [mila, noah] = sheet.people.map((person) => feedbackOf(sheet, person));
  if (mila === undefined || noah === undefined) throw new Error('nobody');

  test('tells what failed, what was expected and what came, what changed, and the remark', () => {
    const text = feedbackText(mila).replaceAll('\r\n', '\n');
    expect(text).toBe(`\uFEFFFeedback op Reeks 1, "week 2": Mila De Smet
===========================================

4 van 5 controles goed, 75,0 %: 15,0 op 20, of een 7,8.
Ingeleverd: Mila De Smet_50001_assignsubmission_file/mila.json.

Van je docent:
=HYPERLINK("x")
Knap gedaan

Groet iedereen
--------------
3 van 3 goed.
- Goed: Controle 1
- Goed: Controle 2
- Goed: Controle 3

Wat je veranderde in groet.js:
- export default () => "?";
+ let a = 1; +++

Tel "mee"; snel
---------------
1 van 2 goed.
- Goed: Controle 1
- Niet goed: Controle 2
    Verwacht: dag <Mila>
    Gekregen: "+"
    Kijk hier: Kijk naar de naam.

Wat je veranderde in groet.js:
- export default () => "?";
+ +
`);
  });

  test('as a page it runs nothing, and has nobody else in it', () => {
    const page = feedbackPage([noah]);
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toMatch(/<script/i);
    expect(page).toContain('<dt>Verwacht</dt><dd>dag &lt;Mila&gt;</dd>');
    expect(page).toContain('Ingeleverd op 4 december 2026, 17.30 uur');
    expect(page).toContain('Niet ingeleverd.');
    for (const other of ['De Smet', 'Emma', 'SUM']) expect(page).not.toContain(other);
    expect(
      feedbackPage(sheet.people.map((person) => feedbackOf(sheet, person))).split('<article>'),
    ).toHaveLength(7);
  });

  test('goes back to a Moodle in the folders that it gave', () => {
    const { zip, files, left } = feedbackZip(sheet, 'moodle');
    expect(Object.keys(unzipSync(zip))).toEqual([
      'Mila De Smet_50001_assignsubmission_file/feedback-functielab.html',
      'Lou_50009_assignsubmission_file/feedback-functielab.html',
    ]);
    expect([files, left]).toEqual([2, ['Noah Peeters', 'Emma Claes', '@SUM(A1)']]);
  });

  test('and to one that gives all files in one heap, under its prefix', () => {
    const path = 'klas.zip/Mila De Smet_50001_assignsubmission_file_mijn_werk.json';
    const heap = graded({ exercises: EXERCISES, handIns: [handedIn(path, 'Mila', { groet: '+' })] });
    expect(Object.keys(unzipSync(feedbackZip(gradeSheetOf(heap, 'x', null), 'moodle').zip))).toEqual([
      'Mila De Smet_50001_assignsubmission_file_feedback-functielab.html',
    ]);
  });

  test('goes back to a Canvas under the two numbers that it looks for', () => {
    const late = graded({
      exercises: EXERCISES,
      handIns: [
        handedIn('c.zip/claesemma_LATE_4023_98125_emma_2_3.json', 'Emma', { groet: '+' }),
        handedIn('c.zip/desmetmila_4021_98200_werk.zip/mila.json', 'Mila', { groet: '+' }),
        handedIn('c.zip/anon_x1Y2z_98300_werk.json', 'Noah', { groet: '+' }),
      ],
    });
    const { zip, left } = feedbackZip(gradeSheetOf(late, 'x', null), 'canvas');
    const names = Object.keys(unzipSync(zip));
    expect(names).toEqual(['claesemma_4023_98125_feedback.txt', 'desmetmila_4021_98200_feedback.txt']);
    // As Canvas reads them: the first two parts that are numbers.
    expect(
      names.map((name) =>
        name
          .split('_')
          .filter((part) => /^\d+$/.test(part))
          .slice(0, 2),
      ),
    ).toEqual([
      ['4023', '98125'],
      ['4021', '98200'],
    ]);
    expect(left).toEqual(['anon_x1Y2z']);
  });

  test('or to everybody, a file each under a name that a disk takes', () => {
    const two = graded({
      exercises: EXERCISES,
      handIns: ['a/../b', 'Mila', 'mila', '...'].map((name, at) =>
        handedIn(`${at}.json`, name, { groet: '+' }),
      ),
    });
    const { zip, left } = feedbackZip(gradeSheetOf(two, 'x', null), 'everybody');
    expect(Object.keys(unzipSync(zip))).toEqual([
      'a .. b.html',
      'Mila.html',
      'mila (2).html',
      'zonder naam.html',
    ]);
    expect(left).toEqual([]);
  });
});

describe('who is left out is told, with the way out', () => {
  test.each([
    [leftOfBook([], true), ''],
    [
      leftOfBook(['Lou', 'Emma'], false),
      'Zonder Lou, Emma, want je leeromgeving zou ze niet vinden. Plak bij Uitslag een klassenlijst met e-mailadressen of nummers, of neem de tabel.',
    ],
    [
      leftOfBook(
        Array.from({ length: 11 }, (_, at) => `S${at}`),
        true,
      ),
      'Zonder S0, S1, S2, S3, S4, S5, S6, S7 en nog 3, want je leeromgeving zou ze niet vinden. Zet hun e-mailadres of nummer op de klassenlijst, of neem de tabel.',
    ],
    [
      leftOfZip(['Lou'], 'canvas'),
      'Zonder Lou, want hun werk kwam niet met een naam uit een zip van Canvas. Neem voor hen de zip met een bestand per student.',
    ],
    [leftOfZip(['Lou'], 'everybody'), ''],
  ])('%#', (words, expected) => {
    expect(words).toBe(expected);
  });
});
