/** Putting sets together, apart from how it looks: what is chosen, what comes of it, and what this device keeps of it. */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { ListedForSet } from '../../exercises/list.ts';
import { isOwn, type OwnExercise, readOwnFile } from '../../exercises/own/index.ts';
import { type ExerciseSet, readSetFile } from '../../exercises/set.ts';
import { MOST_WEEKS, setsInLink } from '../sets/series.ts';
import { listedOwn } from '../sets/set-listed.ts';
import {
  type ChosenExercise,
  copyOf,
  type Draft,
  type DraftForm,
  draftOf,
  EMPTY_DRAFT,
  overWeeks,
  setsOf,
} from './draft.ts';
import { addPlans, type KeptPlan, keepPlan, keptPlans, readPlans } from './kept-sets.ts';

/** Which exercises are in sight; an empty text for all. */
export interface Filter {
  readonly level: string;
  readonly lesson: string;
  readonly kind: string;
}

export function createMaker(exercises: readonly ListedForSet[]) {
  const draft = signal<Draft>(EMPTY_DRAFT);
  const filter = signal<Filter>({ level: '', lesson: '', kind: '' });
  /** Of the plan that is being changed; null for one that is not kept yet. */
  const id = signal<string | null>(null);
  /** When that was last changed, as far as it is shown here. */
  let shownMs = 0;
  const byName = new Map(exercises.map((one) => [one.name, one]));

  const versionOf = (name: string) => byName.get(name)?.version ?? '';
  const sets = computed(() => setsOf(draft.value, versionOf));
  /** Those of the course that the filter lets through. */
  const inSight = computed(() => {
    const { level, lesson, kind } = filter.value;
    return exercises.filter(
      (one) =>
        (level === '' || one.level === level) &&
        (lesson === '' || one.lesson === lesson) &&
        (kind === '' || one.kind === kind),
    );
  });

  /** What a teacher does is kept at once, when there is a set in it. */
  function change(part: Partial<Draft>): void {
    draft.value = { ...draft.peek(), ...part };
    if (sets.peek().length === 0) return;
    id.value ??= crypto.randomUUID();
    shownMs = Math.max(Date.now(), shownMs + 1);
    const { form, title, weeks } = draft.peek();
    keepPlan({ id: id.value, changedAtMs: shownMs, sets: sets.peek(), form: { form, title, weeks } });
  }

  function begin(next: Draft, of: KeptPlan | null): void {
    shownMs = of?.changedAtMs ?? 0;
    draft.value = next;
    id.value = of?.id ?? null;
  }

  function follow(plan: KeptPlan): void {
    const next = draftOf(plan.sets, plan.form);
    const isIn = new Set(next.own.map(({ name }) => name));
    // One that is not chosen is in no set.
    const others = draft.peek().own.filter(({ name }) => !isIn.has(name));
    begin({ ...next, own: [...next.own, ...others] }, plan);
  }

  // Two tabs that each keep their own form of one plan would take turns in losing what was chosen in the other.
  effect(() => {
    const plan = keptPlans.value.find((one) => one.id === id.value);
    if (plan !== undefined && plan.changedAtMs > shownMs) untracked(() => follow(plan));
  });

  const minutesOf = (name: string) => factsOf(name)?.minutes ?? 0;

  function factsOf(name: string) {
    const own = draft.value.own.find((one) => one.name === name);
    return own ? listedOwn(own) : byName.get(name);
  }

  function choose(name: string, isChosen: boolean): void {
    const { chosen, form, weeks } = draft.peek();
    const rest = chosen.filter((one) => one.name !== name);
    const part = form === 'weeks' ? (rest.at(-1)?.part ?? 1) : 0;
    change({ chosen: isChosen ? [...rest, { name, part: Math.min(part, weeks) }] : rest });
  }

  function setForm(form: DraftForm): void {
    const { chosen, weeks, form: before } = draft.peek();
    if (form === before) return;
    const apart: readonly ChosenExercise[] = chosen.map(({ name }) => ({ name, part: 0 }));
    change({ form, chosen: form === 'weeks' ? overWeeks(apart, weeks, minutesOf) : apart });
  }

  /** What a teacher chose or dropped: a set, all of them, or exercises of their own. @returns what is said of it */
  function openFile(text: string): string {
    const plans = readPlans(text);
    if (plans !== null) {
      const added = addPlans(plans);
      return added === 0
        ? 'Wat in dit bestand staat, stond hier al.'
        : `${added === 1 ? 'Eén reeks is' : `${added} reeksen zijn`} erbij gekomen.`;
    }
    const set = readSetFile(text);
    if (set !== null) {
      begin(draftOf([set]), null);
      change({});
      return `“${set.title}” staat in het formulier.`;
    }
    const own = readOwnFile(text);
    if (!isOwn(own)) {
      return 'Dit is geen reeks en geen oefening van Functielab. Kies een bestand dat je hier of bij Eigen oefeningen bewaarde.';
    }
    addOwn(own);
    return `“${own.title}” kun je nu kiezen, en hij is al aangevinkt.`;
  }

  function addOwn(own: OwnExercise): void {
    const others = draft.peek().own.filter(({ name }) => name !== own.name);
    draft.value = { ...draft.peek(), own: [...others, own] };
    choose(own.name, true);
  }

  /** @returns whether there was a set in it */
  function openLink(link: string): boolean {
    const found = setsInLink(link);
    if (found === null) return false;
    begin(draftOf(found), null);
    change({});
    return true;
  }

  return {
    draft,
    filter,
    id,
    sets,
    inSight,
    minutes: computed(() => draft.value.chosen.reduce((sum, { name }) => sum + minutesOf(name), 0)),
    change,
    choose,
    setForm,
    openFile,
    openLink,
    addOwn,
    factsOf,
    open: (plan: KeptPlan) => begin(draftOf(plan.sets, plan.form), plan),
    copy: (plan: KeptPlan) => {
      begin(copyOf(draftOf(plan.sets, plan.form)), null);
      change({});
    },
    startAnew: () => begin(EMPTY_DRAFT, null),
    move: (at: number, step: number) => {
      const next = [...draft.peek().chosen];
      const [one] = next.splice(at, 1);
      if (one) next.splice(at + step, 0, one);
      change({ chosen: next });
    },
    setPart: (name: string, part: number) =>
      change({ chosen: draft.peek().chosen.map((one) => (one.name === name ? { name, part } : one)) }),
    setWeeks: (weeks: number) => {
      const most = Math.min(MOST_WEEKS, Math.max(1, Math.round(weeks) || 1));
      change({ weeks: most, chosen: overWeeks(draft.peek().chosen, most, minutesOf) });
    },
    /** From what is in sight, easy ones first, until there is about so much to do; in the order of the course. */
    suggest: (minutes: number) => {
      const names = suggestion(inSight.peek(), minutes).map(({ name }) => name);
      const { form, weeks } = draft.peek();
      const apart = exercises
        .filter(({ name }) => names.includes(name))
        .map(({ name }) => ({ name, part: 0 }));
      change({ chosen: form === 'weeks' ? overWeeks(apart, weeks, minutesOf) : apart });
    },
  };
}

export type Maker = ReturnType<typeof createMaker>;

const LEVEL_ORDER = ['instap', 'midden', 'pittig'];

function suggestion(from: readonly ListedForSet[], minutes: number): readonly ListedForSet[] {
  const easyFirst = from.toSorted((a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level));
  let sum = 0;
  return easyFirst.filter((one) => {
    if (sum + one.minutes > minutes) return false;
    sum += one.minutes;
    return true;
  });
}

/** What is known of sets that belong together, for a list: "Klas 1B, 6 weken". */
export function planInWords(sets: readonly ExerciseSet[]): {
  readonly title: string;
  readonly facts: string;
} {
  const { title, form } = draftOf(sets);
  const exercises = new Set(sets.flatMap((set) => set.exercises)).size;
  const amount = `${exercises} ${exercises === 1 ? 'oefening' : 'oefeningen'}`;
  const kinds = {
    one: amount,
    variants: `variant A en B, ${amount}`,
    weeks: `${sets.length} weken, ${amount}`,
  };
  return { title, facts: kinds[form] };
}
