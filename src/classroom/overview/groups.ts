/**
 * Hand-ins of one exercise, grouped by what went wrong. What code did counts, and not how it is written:
 *
 *     failed checks ─┐
 *     what came      ├─ the same? ── and goes about it in the same way? ─▶ one group
 *     in its place ──┘                  (what it uses, `code/code-signs.ts`)
 *
 * Where the outcome differs by chance, one program under other names is one group all the same
 * (`marking/equal-work.ts`). In each group
 * the shortest code is the example.
 */
import type { SourceFile } from '../../contract/data.ts';
import type { CheckResult, Deed } from '../../exercises/check.ts';
import { problemInSigns } from '../../exercises/difference.ts';
import type { WorkKey } from '../marking/equal-work.ts';
import { signsOf } from './code/code-signs.ts';

/** A hand-in that did not pass. */
export interface WrongWork {
  /** Its row in the marking. */
  readonly row: number;
  readonly results: readonly CheckResult[];
  /** All files of the exercise. */
  readonly files: readonly SourceFile[];
}

export interface Group {
  /** Ids, in the order of the exercise. */
  readonly failed: readonly string[];
  /** The shortest first: that is the example. */
  readonly members: readonly WrongWork[];
  /** Nothing was changed. */
  readonly isUntouched: boolean;
}

/** How alike two ways of working have to be to be one, from 0 to 1, where what they did is the same. */
const ALIKE = 0.7;

export interface GroupedExercise {
  readonly name: string;
  /** Start code. */
  readonly files: readonly SourceFile[];
  readonly given: readonly string[];
}

/** @param keyOf tells one program from another. @returns the largest group first */
export function groupsOf(
  work: readonly WrongWork[],
  exercise: GroupedExercise,
  keyOf: WorkKey,
): readonly Group[] {
  const seen = work.map((one) => lookAt(one, exercise, keyOf));
  const apart = [...Map.groupBy(seen, ({ outcome }) => outcome).values()].flatMap(splitByWay);
  return joinedByForm(apart)
    .map((members): Group => {
      const [shortest, ...others] = members.toSorted(
        (a, b) => a.length - b.length || a.chars - b.chars || a.work.row - b.work.row,
      ) as [Seen, ...Seen[]];
      return {
        failed: shortest.failed,
        members: [shortest, ...others].map((one) => one.work),
        isUntouched: shortest.isUntouched,
      };
    })
    .toSorted((a, b) => b.members.length - a.members.length || order(a, b));
}

const order = ({ members: [a] }: Group, { members: [b] }: Group) => (a?.row ?? 0) - (b?.row ?? 0);

/** A hand-in with what it is compared by. */
interface Seen {
  readonly work: WrongWork;
  readonly failed: readonly string[];
  /** What came of it, the same for the same. */
  readonly outcome: string;
  /** What the code uses, and how it works: each with how much it weighs. */
  readonly way: ReadonlyMap<string, number>;
  /** The same for one program. */
  readonly form: string;
  readonly length: number;
  readonly chars: number;
  readonly isUntouched: boolean;
}

function lookAt(work: WrongWork, exercise: GroupedExercise, keyOf: WorkKey): Seen {
  const wrong = work.results.filter(({ isPassed }) => !isPassed);
  const key = keyOf(exercise, work.files);
  const changed = work.files.filter(
    ({ path, text }) => exercise.files.find((file) => file.path === path)?.text !== text,
  );
  return {
    work,
    failed: wrong.map(({ id }) => id),
    outcome: key === null ? 'untouched' : wrong.map(outcomeOf).join('\n'),
    way: key === null ? new Map() : wayOf(wrong, changed),
    form: key ?? 'untouched',
    // A line of the key is a word of the code.
    length: key?.split('\n').length ?? 0,
    chars: changed.reduce((sum, { text }) => sum + text.length, 0),
    isUntouched: key === null,
  };
}

/** What the code did with fresh inputs tells more than the first thing that a check stumbled over, and is not said in words. */
function outcomeOf({ id, problem, failedAt = '', ...result }: CheckResult): string {
  const did = deedsOf(result);
  const isToldByDeeds = did.some(({ outcome }) => outcome !== '=');
  const outcome = isToldByDeeds
    ? [failedAt, ...did.map((deed) => deed.outcome)].join(' ')
    : problem &&
      problemInSigns(
        problem,
        did.some(({ wasTogether }) => wasTogether),
      );
  return `${id} ${outcome ?? ''}`;
}

/** A marking that was kept may come out of a file: what is no deed in it is left out. */
function deedsOf({ did }: Pick<CheckResult, 'did'>): readonly Deed[] {
  return Array.isArray(did) ? did.filter((deed) => Array.isArray(deed?.used)) : [];
}

/** What is kept in an instance, or not waited for, is a misconception by itself. */
const HEAVY = 2;

function wayOf(wrong: readonly CheckResult[], changed: readonly SourceFile[]): ReadonlyMap<string, number> {
  const used = wrong.flatMap((result) => deedsOf(result).flatMap((deed) => deed.used));
  const signs = [...signsOf(changed.map(({ text }) => text))];
  return new Map([...used.map((what) => [what, 1] as const), ...signs.map((sign) => [sign, HEAVY] as const)]);
}

/** Of those who did the same: those who went about it in another way apart. */
function splitByWay(same: readonly Seen[]): readonly (readonly Seen[])[] {
  const groups: Seen[][] = [];
  for (const one of same) {
    const near = groups
      .map((group) => ({ group, likeness: likenessOf(one.way, group[0]?.way ?? one.way) }))
      .filter(({ likeness }) => likeness >= ALIKE)
      .toSorted((a, b) => b.likeness - a.likeness)[0];
    if (near) near.group.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** What both have, of what one of them has. */
function likenessOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const all = [...new Map([...a, ...b])];
  const sum = (some: readonly (readonly [string, number])[]) => some.reduce((total, [, w]) => total + w, 0);
  const both = all.filter(([what]) => a.has(what) && b.has(what));
  return all.length === 0 ? 1 : sum(both) / sum(all);
}

/** One program that came to something else the second time, by what ran beside it, is one program: it stands where most of it stands. */
function joinedByForm(groups: readonly (readonly Seen[])[]): readonly (readonly Seen[])[] {
  const placed = groups.flatMap((group, place) => group.map((seen) => ({ seen, place })));
  const byForm = Map.groupBy(placed, ({ seen }) => seen.form);
  const homeOf = new Map(
    [...byForm].map(([form, all]) => {
      const often = [...Map.groupBy(all, ({ place }) => place)].toSorted(
        ([, a], [, b]) => b.length - a.length,
      );
      return [form, often[0]?.[0]] as const;
    }),
  );
  return groups
    .map((_, place) => placed.flatMap(({ seen }) => (homeOf.get(seen.form) === place ? [seen] : [])))
    .filter((group) => group.length > 0);
}
