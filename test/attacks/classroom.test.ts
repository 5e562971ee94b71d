/**
 * What somebody puts in the name of a file, in code or in a file of a teacher's to keep a teacher's page busy, to break what a
 * school gets, or to come under another's name.
 *
 * Seen to fail without its defence: with one pattern for a Brightspace in another language, with a walk that calls itself, with
 * `diffLines` alone, with the parser for code of any length, without the look at names in `feedback-zips.ts`, with all who a file
 * names in `match-class.ts`, with all of `more` in `marking-record.ts`, and with moments as they were written.
 */
import { strFromU8, unzipSync } from 'fflate';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { feedbackOf } from '../../src/classroom/export/feedback.ts';
import { feedbackPage } from '../../src/classroom/export/feedback-page.ts';
import { feedbackText } from '../../src/classroom/export/feedback-text.ts';
import { feedbackZip } from '../../src/classroom/export/feedback-zips.ts';
import { gradeBookOf } from '../../src/classroom/export/grade-books.ts';
import { gradeSheetOf } from '../../src/classroom/export/grade-sheet.ts';
import { marksWorkbook } from '../../src/classroom/export/workbook.ts';
import { loadWorkKey } from '../../src/classroom/marking/equal-work.ts';
import { readMarkingFile } from '../../src/classroom/marking/kept/marking-file.ts';
import { isHandedIn, isRefused } from '../../src/classroom/marking/read-files.ts';
import { rowsOf } from '../../src/classroom/marking/whose.ts';
import { signsOf } from '../../src/classroom/overview/code/code-signs.ts';
import { readClassList } from '../../src/classroom/reading/class-list.ts';
import { toldBySystem } from '../../src/classroom/reading/systems.ts';
import { isOwn, ownFile, readOwn, writtenForStudents } from '../../src/exercises/own/index.ts';
import { asSet, readSetFile, setFile, setFragment } from '../../src/exercises/set.ts';
import { Difference } from '../../src/kit/Difference.tsx';
import { lineDifference } from '../../src/kit/lines/line-difference.ts';
import { readPacked } from '../../src/kit/packed.ts';
import { exercise, graded, handedIn } from '../classroom/graded-class.ts';

type HandIn = readonly [path: string, ...names: string[]];

function sheetOf(handIns: readonly HandIn[], people = 'naam\nMila De Smet', code = '+++') {
  const read = readClassList(people);
  const marked = graded({
    exercises: [exercise('groet', 'Groet', 3)],
    handIns: handIns.map(([path, ...names]) => ({
      ...handedIn(path, names.join(' en '), { groet: code }),
      names,
    })),
  });
  return gradeSheetOf(marked, 'Reeks', 'list' in read ? read.list : null);
}

// Each took from minutes to years: a test that fails here does so by its time.
test.each([
  [null, '123-123 - '.padEnd(60_000, 'a')],
  [null, `123-123 - ${'a - '.repeat(15_000)}`],
  [null, '_a_attempt_'.repeat(6_000)],
  [null, '_1_assignsubmission_'.repeat(3_000)],
  ['brightspace', `123-123 - ${'- Sep 24, 2026 926 PM'.repeat(3_000)}x`],
  ['canvas', '_1'.repeat(30_000)],
  ['canvas', '_LATE_1_1'.repeat(6_000)],
])('a name of a file that a pattern would be busy with for hours (%#)', (system, name) => {
  expect(toldBySystem(name)?.system ?? null).toBe(system);
});

test('code that is a hundred thousand nodes deep stops neither the overview nor the table', async () => {
  const deep = `export default () => { a${'.b'.repeat(200_000)} = 1; }; let a;`;
  expect([...signsOf([deep])]).toEqual(['keepsInInstance']);
  const keyOf = await loadWorkKey();
  const key = keyOf({ name: 'een', files: [], given: [] }, [{ path: 'a.js', text: '('.repeat(500_000) }]);
  expect(key).toContain('((((');
});

test('code of which hardly a line is that of the exercise is shown whole, and not compared for minutes', () => {
  const from = 'een\ntwee\ndrie\n'.repeat(20);
  const to = '\n'.repeat(500_000);
  expect(lineDifference(from, to)).toEqual([
    { added: false, removed: true, value: from, count: 60 },
    { added: true, removed: false, value: to, count: 500_000 },
  ]);
  expect(lineDifference('', 'x\ny'.repeat(5_000)).map(({ count }) => count)).toEqual([5_001]);
  const sheet = sheetOf([['mila.json', 'Mila De Smet']], undefined, 'x\n'.repeat(300_000));
  const [mila] = sheet.people;
  if (mila === undefined) throw new Error('nobody');
  expect(feedbackPage([feedbackOf(sheet, mila)])).toContain('+ x');
  expect(feedbackText(feedbackOf(sheet, mila))).toContain('+ x');
});

test('a difference of half a million lines is a few elements and a few texts', () => {
  const shown = render(h(Difference, { from: 'een\ntwee\n', to: 'x\n'.repeat(500_000) }));
  expect(shown.match(/<(ins|del|span)/g)).toEqual(['<del', '<ins']);
  expect(shown).toContain('<del>− een\n− twee\n</del><ins>+ x\n+ x\n');
});

test.each(['..\\..\\x', '..', '.x', 'C:\\x', '..:x', 'a|b', 'a"b', 'a\u0000b'])(
  'feedback for a folder that leads out of the zip is left out: %j',
  (name) => {
    const folder = `klas.zip/${name}_50001_assignsubmission_file`;
    const sheet = sheetOf([
      [`${folder}/a.json`, 'Ali'],
      [`${folder}_b.json`, 'Bo'],
      ['klas.zip/Mila De Smet_50002_assignsubmission_file/m.json', 'Mila De Smet'],
    ]);
    expect(Object.keys(unzipSync(feedbackZip(sheet, 'moodle').zip))).toEqual([
      'Mila De Smet_50002_assignsubmission_file/feedback-functielab.html',
    ]);
    const all = Object.keys(unzipSync(feedbackZip(sheetOf([['x.json', name]]), 'everybody').zip));
    expect(all.filter((path) => /[\\/:|"]|^\.|\p{Cc}/u.test(path))).toEqual([]);
  },
);

test('a name, a title and code are text in feedback, whatever they say', () => {
  const hostile = '</title><script>x</script>"><img src=x onerror=x>';
  const sheet = sheetOf([['x.json', hostile]], undefined, `</pre>${hostile}`);
  const [page] = Object.values(unzipSync(feedbackZip(sheet, 'everybody').zip)).map((one) => strFromU8(one));
  expect(page).not.toMatch(/<(script|img)/);
  expect(page).toContain("default-src 'none'");
});

test('nobody gets another mark because somebody wrote their name beside their own', () => {
  const people = 'naam;id\nMila De Smet;1\nAli Baba;2\nNoah Peeters;3';
  const beside = (folder: (name: string) => string) => {
    const sheet = sheetOf(
      [
        [folder('Mila De Smet'), 'Mila De Smet'],
        [folder('Ali Baba'), 'Ali Baba', 'Mila De Smet'],
      ],
      people,
    );
    return gradeBookOf(sheet, 'canvas', 20).csv.match(/^(Mila|Ali|Noah)/gm);
  };
  expect(beside((name) => `klas.zip/${name}_1${name.length}_assignsubmission_file/a.json`)).toEqual([
    'Mila',
    'Ali',
    'Noah',
  ]);
  expect(beside((name) => `${name}.json`)).toEqual(['Mila', 'Ali', 'Noah']);
  // Who handed in nothing else still worked along.
  const pair = sheetOf(
    [['klas.zip/Ali Baba_2_assignsubmission_file/a.json', 'Ali Baba', 'Noah Peeters']],
    people,
  );
  expect(pair.people.map(({ name, total }) => [name, total.points])).toEqual([
    ['Ali Baba', 3],
    ['Noah Peeters', 3],
    ['Mila De Smet', 0],
  ]);
});

test.each([
  'Taak_r01_attempt_2026-99-99-99-99-99_werk.json',
  'Taak_r01_attempt_2026-02-30-10-00-00_werk.json',
  'klas.zip/123-456 - Mila - Sep 99, 2026 926 PM/a.json',
  'klas.zip/123-456 - Mila - Sep 24, 2026 9926/a.json',
])('a moment that is none, in the name of a file, breaks no workbook: %s', async (path) => {
  const sheet = sheetOf([[path, 'Mila']]);
  expect(sheet.people[0]?.source?.moment).toBeNull();
  const files = unzipSync(new Uint8Array(await (await marksWorkbook(sheet)).arrayBuffer()));
  expect(
    Object.values(files)
      .map((one) => strFromU8(one))
      .join(),
  ).not.toMatch(/NaN|Invalid/);
});

test('a file of a marking brings nothing but what a marking has', () => {
  const page = 'Taak_r01_attempt_2026-12-04-17-30-00.txt';
  const refused = { way: ['klas.zip', page], drop: 0, refused: 'SYSTEM_PAGE' };
  const work = { way: ['klas.zip', page.replace('.txt', '_a.json')], drop: 0 };
  const text = '{"functielab":"inlevering","v":2,"names":["Mila"],"work":[]}';
  const more = [{ owner: { a: 1 } }, { owner: 3, exercises: 5, handIn: {}, names: 7 }, { owner: 'Mila' }];
  const file = {
    functielab: 'nakijken',
    v: 1,
    title: '',
    link: '',
    seed: 1,
    passMark: 0.5,
    people: '',
    weights: JSON.parse('{"__proto__":3}'),
    remarks: JSON.parse('{"__proto__":"x"}'),
    sources: [...more.map((one) => ({ ...refused, more: one })), { ...work, text }],
    verdicts: [],
  };
  const read = readMarkingFile(JSON.stringify(file));
  if (typeof read === 'string') throw new Error(read);
  expect(read.sources.filter(isRefused).map(({ way, result, ...rest }) => rest)).toEqual([
    {},
    {},
    { owner: 'Mila' },
  ]);
  expect(rowsOf(read.sources.filter(isHandedIn), read.sources.filter(isRefused))).toHaveLength(1);
  expect('x' in {}).toBe(false);
});

const PROJECT = { version: 1, functions: { tel: { entry: 'tel.js', trigger: { type: 'http' } } } };
const OWN = {
  v: 1,
  name: 'eigen-tel',
  title: 'Tel',
  task: 'Tel op.',
  level: 'instap',
  minutes: 5,
  checks: [{ id: 'a', title: 'A', look: 'B', steps: [{ do: 'request', path: '/' }] }],
  files: [{ path: 'tel.js', text: 'export default () => new Response("0")' }],
  project: PROJECT,
  solution: [{ path: 'tel.js', text: 'export default () => new Response("GEHEIM")' }],
};
const SET = {
  v: 2,
  title: 'Reeks',
  exercises: ['groet-iedereen', 'eigen-tel'],
  versions: [],
  tariff: null,
  deadline: '',
  due: null,
  hints: true,
  closed: { solutions: false, sharing: false },
  variant: null,
};

test('the solution of an own exercise is in nothing that a student gets', () => {
  const own = readOwn(OWN);
  if (!isOwn(own)) throw new Error(own.problems.join(' '));
  const set = asSet({ ...SET, own: [OWN] });
  if (set === null) throw new Error('no set');
  expect(JSON.stringify(own.solution)).toContain('GEHEIM');
  expect(ownFile(own)).toContain('GEHEIM');
  const given = [
    JSON.stringify(writtenForStudents(own)),
    setFile(set),
    JSON.stringify(readPacked(setFragment(set).slice('#set='.length))),
  ];
  expect(given.filter((text) => text.includes('GEHEIM'))).toEqual([]);
  expect(given.filter((text) => text.includes('eigen-tel'))).toHaveLength(3);
});

test.each(['groet-iedereen', 'eigen-', 'eigen-../x', '__proto__', 'eigen-A', 'eigen-tel ', 'constructor'])(
  'an own exercise that would be called as something else: %j',
  (name) => {
    expect(isOwn(readOwn({ ...OWN, name }))).toBe(false);
    const set = asSet({ ...SET, exercises: ['groet-iedereen'], own: [{ ...OWN, name }] });
    expect(set?.own).toEqual([]);
  },
);

test.each([
  { project: { ...PROJECT, runtime: 'node' } },
  { files: [{ path: '../tel.js', text: '' }] },
  { files: [{ path: 'functielab.json', text: '' }] },
  { solution: [{ path: 'x/../../y.js', text: '' }] },
  { checks: [{ ...OWN.checks[0], run: 'alert(1)' }] },
  { checks: [{ ...OWN.checks[0], steps: [{ do: 'request', path: 'https://elders.example/' }] }] },
  { checks: [{ ...OWN.checks[0], steps: Array(21).fill({ do: 'timer' }) }] },
  { checks: [{ ...OWN.checks[0], id: '__proto__' }] },
  { html: '<script>x</script>' },
])('an own exercise that asks for more than an exercise is (%#)', (more) => {
  expect(isOwn(readOwn({ ...OWN, ...more }))).toBe(false);
});

test('a set with an own exercise that is deep is read, without that exercise', () => {
  const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  for (const part of ['project', 'checks', 'files', 'hints', 'given', 'solution']) {
    const read = asSet({ ...SET, own: [{ ...OWN, [part]: deep }] });
    expect([part, read?.title, read?.own.length]).toEqual([part, 'Reeks', part === 'given' ? 1 : 0]);
  }
  expect(readSetFile(`{"functielab":"reeks","v":2,"own":${'['.repeat(100_000)}`)).toBeNull();
});
