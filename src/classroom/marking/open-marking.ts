/** The marking that is open: what is in it, and what follows from that. It marks nothing and keeps nothing by itself. */
import { batch, computed, signal } from '@preact/signals';
import { readSet } from '../../exercises/set.ts';
import { type MarkingHead, type MarkingState, MOST_WEIGHT } from './kept/marking-record.ts';
import { type LooksOf, plainLooks } from './looks.ts';
import type { Mark } from './mark.ts';
import {
  type CourseExercise,
  exercisesOf,
  isMarked,
  type MarkedFiles,
  piecesOf,
  rememberingMarks,
  rememberingTotals,
  twinsOf,
  type Verdict,
} from './marked-files.ts';
import { isHandedIn, isRefused, type Source } from './read-files.ts';
import { HALF, NO_WEIGHTS } from './totals.ts';
import { rowsOf } from './whose.ts';

/** What is looked at: a row and an exercise of it. */
export interface Picked {
  readonly row: number;
  readonly exercise: string;
}

const NO_SOURCES: readonly Source[] = [];
const NO_VERDICTS: ReadonlyMap<string, Verdict> = new Map();
export const NOTHING_FAILED: ReadonlySet<string> = new Set();

const EMPTY: MarkingHead = {
  title: '',
  link: '',
  seed: 0,
  passMark: HALF,
  weights: NO_WEIGHTS,
  remarksOf: new Map(),
  people: '',
};

/** @param onChange after each change that a teacher makes */
export function createOpenMarking(onChange: () => void) {
  /** Of what is kept; null until something was added. */
  const id = signal<string | null>(null);
  const title = signal('');
  /** Of the set, as it was typed or pasted; empty for none. */
  const link = signal('');
  const seed = signal(0);
  const passMark = signal(HALF);
  const weights = signal(NO_WEIGHTS);
  const remarksOf = signal<ReadonlyMap<string, string>>(new Map());
  /** The class list, as it was pasted; empty for none. */
  const people = signal('');
  const sources = signal(NO_SOURCES);
  const verdicts = signal(NO_VERDICTS);
  /** Keys of what the machine kept from being marked: tried again when marking goes on. */
  const failed = signal(NOTHING_FAILED);
  const course = signal<readonly CourseExercise[]>([]);
  /** What makes two pieces of work equal: by white space, until the parser is there. */
  const looksOf = signal<LooksOf>(plainLooks);
  const picked = signal<Picked | null>(null);
  const marksOf = rememberingMarks();
  const totalsOf = rememberingTotals();

  const set = computed(() => {
    const at = link.value.indexOf('#');
    return at === -1 ? null : readSet(link.value.slice(at));
  });
  const refused = computed(() => sources.value.filter(isRefused));
  const rows = computed(() => rowsOf(sources.value.filter(isHandedIn), refused.value));
  const exercises = computed(() => exercisesOf(course.value, rows.value, set.value));
  const pieces = computed(() => piecesOf(rows.value, exercises.value, looksOf.value));
  const twins = computed(() => twinsOf(pieces.value));
  const marks = computed(() =>
    marksOf({ pieces: pieces.value, twins: twins.value, verdicts: verdicts.value, failed: failed.value }),
  );
  const work = computed(() => pieces.value.flatMap((mine) => [...mine.values()]));
  const done = computed(() => work.value.filter((piece) => isMarked(verdicts.value, piece)).length);
  const marked = computed((): MarkedFiles | null => {
    if (id.value === null || course.value.length === 0) return null;
    const untotalled = {
      handIns: rows.value.flatMap(({ handIn }) => handIn ?? []),
      rows: rows.value,
      refused: refused.value,
      exercises: exercises.value,
      marks: marks.value,
      seed: seed.value,
      tariffId: set.value?.tariff ?? null,
      done: done.value,
      of: work.value.length,
      weights: weights.value,
      passMark: passMark.value,
      remarksOf: remarksOf.value,
    };
    return { ...untotalled, totals: totalsOf(untotalled) };
  });

  const head = (): MarkingHead => ({
    title: title.peek(),
    link: link.peek(),
    seed: seed.peek(),
    passMark: passMark.peek(),
    weights: weights.peek(),
    remarksOf: remarksOf.peek(),
    people: people.peek(),
  });

  /** @param at the id under which it is kept */
  function show({ head, ...state }: MarkingState, at: string | null): void {
    batch(() => {
      id.value = at;
      title.value = head.title;
      link.value = head.link;
      seed.value = head.seed;
      passMark.value = head.passMark;
      weights.value = head.weights;
      remarksOf.value = head.remarksOf;
      people.value = head.people;
      sources.value = state.sources;
      verdicts.value = state.verdicts;
      failed.value = NOTHING_FAILED;
      picked.value = null;
    });
  }

  function change(edit: () => void): void {
    batch(edit);
    onChange();
  }

  return {
    id,
    title,
    link,
    set,
    seed,
    people,
    sources,
    verdicts,
    failed,
    course,
    looksOf,
    rows,
    /** All pieces of work that count. */
    work,
    marked,
    picked,
    /** Something is in the field of the link, but no whole set. */
    isLinkWrong: computed(() => link.value !== '' && set.value === null),
    /** What was picked; null when nothing is, or it is not marked. */
    shown: computed(() => markOf(marked.value, picked.value)),
    head,
    state: (): MarkingState => ({ head: head(), sources: sources.peek(), verdicts: verdicts.peek() }),
    show,
    empty: () => show({ head: EMPTY, sources: NO_SOURCES, verdicts: NO_VERDICTS }, null),
    setLink: (text: string) =>
      change(() => {
        link.value = text.trim();
      }),
    rename: (text: string) =>
      change(() => {
        title.value = text;
      }),
    setPeople: (text: string) =>
      change(() => {
        people.value = text;
      }),
    /** @param share between 0 and 1; anything else is left out */
    setPassMark: (share: number) => {
      if (!(share > 0 && share <= 1)) return;
      change(() => {
        passMark.value = share;
      });
    },
    setWeight: (exercise: string, weight: number) => {
      if (!(weight >= 0 && weight <= MOST_WEIGHT)) return;
      change(() => {
        weights.value = new Map(weights.peek()).set(exercise, weight);
      });
    },
    /** @param key of the row */
    setRemark: (key: string, text: string) =>
      change(() => {
        const next = new Map(remarksOf.peek());
        if (text === '') next.delete(key);
        else next.set(key, text);
        remarksOf.value = next;
      }),
  };
}

function markOf(marked: MarkedFiles | null, picked: Picked | null): Mark | null {
  if (marked === null || picked === null) return null;
  return marked.marks[picked.row]?.get(picked.exercise) ?? null;
}
