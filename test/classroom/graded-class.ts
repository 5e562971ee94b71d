/** A small class that was marked, for whoever writes about it: one with a fault, one late, two of one name, one of nobody’s list. */
import { NO_CLAIMS } from '../../src/classroom/hand-in/claims.ts';
import type { Mark } from '../../src/classroom/marking/mark.ts';
import type { ExerciseToMark, MarkedFiles } from '../../src/classroom/marking/marking-model.ts';
import type { HandedIn, Refused } from '../../src/classroom/marking/read-files.ts';
import { HALF, totalOf } from '../../src/classroom/marking/totals.ts';
import { rowsOf } from '../../src/classroom/marking/whose.ts';
import type { Sample } from '../../src/course/sample.ts';
import type { CheckResult } from '../../src/exercises/check.ts';

const START = { path: 'groet.js', text: 'export default () => "?";\n' };

export const exercise = (name: string, title: string, checks: number) =>
  ({
    name,
    title,
    version: '00000000',
    files: [START],
    given: [],
    checks: Array.from({ length: checks }, (_, at) => ({ id: `${at}`, title: `Controle ${at + 1}` })),
    sample: {} as Sample,
  }) as ExerciseToMark;

export function handedIn(path: string, name: string, work: Readonly<Record<string, string>>): HandedIn {
  return {
    name,
    names: [name],
    madeAt: null,
    set: null,
    versions: new Map(),
    claims: NO_CLAIMS,
    way: path.split('/'),
    exercises: new Map(Object.entries(work).map(([one, text]) => [one, { 'groet.js': text }])),
  };
}

/** How many of the checks pass: as many as there are `+` in the code. */
const resultsOf = (code: string, { checks }: Pick<ExerciseToMark, 'checks'>): CheckResult[] =>
  checks.map(({ id, title }, at) => {
    const isPassed = at < code.split('+').length - 1;
    const problem = {
      expected: 'dag <Mila>',
      received: `"${code}"`,
      look: 'Kijk naar de naam.',
      place: null,
    };
    return { id, title, isPassed, problem: isPassed ? null : problem, bill: null };
  });

export interface ClassToGrade {
  readonly exercises: readonly ExerciseToMark[];
  readonly handIns: readonly HandedIn[];
  readonly refused?: readonly Refused[];
  readonly remarks?: Readonly<Record<string, string>>;
  /** Index of a row whose first exercise the machine could not mark. */
  readonly notMarked?: number;
}

export function graded({
  exercises,
  handIns,
  refused = [],
  remarks = {},
  notMarked,
}: ClassToGrade): MarkedFiles {
  const rows = rowsOf(handIns, refused);
  const marks = rows.map((row, at) => {
    const mine = new Map<string, Mark>();
    for (const one of exercises) {
      const code = row.work?.get(one.name)?.['groet.js'];
      if (code === undefined) continue;
      const results = at === notMarked ? null : resultsOf(code, one);
      const isUntouched = code === START.text;
      mine.set(one.name, { results, files: [{ path: 'groet.js', text: code }], equalTo: [], isUntouched });
    }
    return mine;
  });
  const grading = { weights: new Map<string, number>(), passMark: HALF };
  return {
    handIns: rows.flatMap(({ handIn }) => handIn ?? []),
    rows,
    refused,
    exercises,
    marks,
    seed: 7,
    tariffId: null,
    done: 0,
    of: 0,
    ...grading,
    remarksOf: new Map(Object.entries(remarks)),
    totals: rows.map((row, at) => totalOf(row, marks[at], exercises, grading)),
  };
}
