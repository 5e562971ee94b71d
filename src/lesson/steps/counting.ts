/**
 * Which steps of a lesson are done, reckoned from what happened: pure, and the same whether it happened by a button of the
 * step, in the playground itself, all at once or one by one. `facts.ts` reads what happened from the engine's one list.
 *
 * Within a `Probeer` steps are done in order: what happens counts for the first open step behind the last one that is done.
 * Of all that stand at one playground those count that are on the screen, and the first that is not done yet.
 */
import { COUNTED, type StepDo, type StepMonth, type StepWhen } from '../../course/lesson-step.ts';

/** What the reader had set when something ran. */
export interface AsSet {
  readonly memory: number;
  readonly timeout: number;
  readonly limit: number;
  /** As `envLines` of the settings gives it. */
  readonly env: string;
}

/** How many were used, in the words of the engine. */
export interface Usage {
  readonly durationMs: number;
  readonly memoryMb: number;
  readonly initMs?: number;
}

/** One call that ended, by request (`call`) or by an event (`run`). */
export interface Ended extends AsSet {
  readonly type: 'call' | 'run';
  readonly functionName: string;
  /** Of a request; null for a run by an event. */
  readonly status: number | null;
  readonly isOk: boolean;
  /** The function itself broke, or took too long. */
  readonly isFailed: boolean;
  readonly isCold: boolean;
  /** No instance was given the call: nothing ran. */
  readonly isRefused: boolean;
  /** Null when nothing is billed. */
  readonly usage: Usage | null;
  /** Method and path; empty for a run by an event. */
  readonly request: string;
  /** Name of the file that the reader uploaded last; null for none. */
  readonly file: string | null;
  /** It is one that the playground has ready. */
  readonly isReadyFile: boolean;
  readonly isEdited: boolean;
}

export type Fact =
  | Ended
  | ({ readonly type: 'set' } & AsSet)
  | { readonly type: 'gone' }
  | { readonly type: 'timer' }
  | { readonly type: 'dead' }
  | { readonly type: 'redriven' }
  | { readonly type: 'discarded' }
  | { readonly type: 'restored' }
  | { readonly type: 'clock'; readonly isOn: boolean }
  | { readonly type: 'cron'; readonly cron: string }
  | { readonly type: 'traffic'; readonly perSecond: number }
  | {
      readonly type: 'month';
      readonly month: Required<StepMonth>;
      readonly cheaper: 'server' | 'function';
    }
  | { readonly type: 'alarm'; readonly is: NonNullable<StepWhen['alarm']> }
  | { readonly type: 'program'; readonly isOn: boolean; readonly isEdited: boolean };

export interface Step {
  /** Place of its `Probeer` in the lesson, and its own place in that, both from 1: `2-1`. */
  readonly key: string;
  readonly group: number;
  readonly number: number;
  /** Name of the playground's function or program. */
  readonly at: string;
  /** Null: only the reader knows. */
  readonly when: StepWhen | null;
}

export function isEnded(fact: Fact): fact is Ended {
  return fact.type === 'call' || fact.type === 'run';
}

/** @returns how often it has to happen */
export function needed(when: StepWhen): number {
  return when.calls ?? when.runs ?? when.timers ?? when.dead ?? when.redriven ?? when.discarded ?? 1;
}

/** Of traffic that goes on until it is stopped, the calls of so many seconds are shown under its step. */
const TRAFFIC_SHOWN_S = 5;

/** @returns how many calls are to come of a step's button, and to be shown under it */
export function expectedOf(doing: StepDo, when: StepWhen | null): number {
  return (
    doing.run ??
    doing.burst ??
    when?.runs ??
    // Each that is sent again runs once more.
    (doing.redrive ? when?.redriven : undefined) ??
    (doing.traffic ? doing.traffic * TRAFFIC_SHOWN_S : when?.dead === undefined ? 0 : 1)
  );
}

/** Whether what happened counts for the step. */
export function counts(when: StepWhen, fact: Fact): boolean {
  const what = COUNTED.find((name) => when[name] !== undefined);
  switch (fact.type) {
    case 'call':
    case 'run':
      return what === `${fact.type}s` && fits(when, fact) && isAsSet(when, fact);
    case 'set':
      return what === undefined && when.edited === undefined && isAsSet(when, fact);
    case 'gone':
    case 'restored':
      return what === fact.type;
    case 'timer':
      return what === 'timers';
    case 'dead':
    case 'redriven':
    case 'discarded':
      return what === fact.type;
    case 'clock':
      return when.clock === (fact.isOn ? 'on' : 'off');
    case 'cron':
      return when.cron === fact.cron;
    case 'traffic':
      return when.traffic === fact.perSecond;
    case 'alarm':
      return when.alarm === fact.is;
    case 'month':
      return when.month === undefined ? when.cheaper === fact.cheaper : holds(fact.month, when.month);
    case 'program':
      return when.program === (fact.isOn ? 'on' : 'off') && (when.edited === undefined || fact.isEdited);
  }
}

function fits(when: StepWhen, ended: Ended): boolean {
  const { status, cold, request, file, edited } = when;
  return (
    // A step that looks for a failure names its status.
    (status === undefined ? !ended.isFailed : status === ended.status) &&
    (cold === undefined || (!ended.isRefused && cold === ended.isCold)) &&
    (request === undefined || request === ended.request) &&
    (when.function === undefined || when.function === ended.functionName) &&
    (file === undefined ||
      (file === '*' ? ended.file !== null && !ended.isReadyFile : file === ended.file)) &&
    (edited === undefined || ended.isEdited)
  );
}

function isAsSet(when: StepWhen, set: AsSet): boolean {
  return (['memory', 'timeout', 'limit', 'env'] as const).every(
    (name) => when[name] === undefined || when[name] === set[name],
  );
}

function holds(month: Required<StepMonth>, wanted: StepMonth): boolean {
  return (Object.keys(wanted) as (keyof StepMonth)[]).every((name) => wanted[name] === month[name]);
}

/** Where the counting stands: of each step that is open how much was seen, by key. */
export interface Counting {
  readonly done: ReadonlySet<string>;
  readonly seen: ReadonlyMap<string, number>;
}

export const NOTHING_COUNTED: Counting = { done: new Set(), seen: new Map() };

/** What the page knows besides what happened. */
export interface Reader {
  /** Places of each `Probeer` that is on the screen. */
  readonly onScreen: ReadonlySet<number>;
  /** Key of the step whose button was pressed last, and that has been open since; null for none. */
  readonly pressed: string | null;
}

/** @returns the open step of each `Probeer` for which it counts what happens at this playground */
export function listening(
  steps: readonly Step[],
  done: ReadonlySet<string>,
  at: string,
  { onScreen, pressed }: Reader,
): readonly Step[] {
  const here = Map.groupBy(
    steps.filter((step) => step.at === at),
    (step) => step.group,
  );
  const fronts = [...here.values()].flatMap((group) => frontOf(group, done) ?? []);
  const [first] = fronts;
  const heard = fronts.filter((step) => step === first || onScreen.has(step.group));
  // What the button of a step does is that step's, and no other's that waits for the like.
  const own = steps.find(({ key, when }) => key === pressed && when !== null && !done.has(key));
  return own === undefined || own.at !== at ? heard : [own];
}

/** The first open step that the platform can see, behind the last one that is done; if there is none, the first open one. */
function frontOf(group: readonly Step[], done: ReadonlySet<string>): Step | undefined {
  const last = group.findLastIndex(({ key }) => done.has(key));
  const isOpen = ({ key, when }: Step) => when !== null && !done.has(key);
  return group.slice(last + 1).find(isOpen) ?? group.find(isOpen);
}

/** @returns where the counting stands after it; the same object when it counts for no step */
export function hear(
  counting: Counting,
  steps: readonly Step[],
  at: string,
  fact: Fact,
  reader: Reader,
): Counting {
  const fronts = listening(steps, counting.done, at, reader);
  // A cold start found no instance: that one was gone, and the step behind it is the one that looks for the start.
  const gone = steps.filter(
    ({ key, at: place, group, number, when }) =>
      when?.gone !== undefined &&
      isEnded(fact) &&
      fact.isCold &&
      place === at &&
      !counting.done.has(key) &&
      fronts.some((front) => front.group === group && number <= front.number),
  );
  if (gone.length > 0) {
    const without = { ...counting, done: new Set([...counting.done, ...gone.map(({ key }) => key)]) };
    return hear(without, steps, at, fact, reader);
  }
  const heard = fronts.filter(({ when }) => when !== null && counts(when, fact));
  if (heard.length === 0) return counting;
  const done = new Set(counting.done);
  const seen = new Map(counting.seen);
  for (const { key, when } of heard) {
    const now = (seen.get(key) ?? 0) + 1;
    seen.set(key, now);
    if (when === null || now < needed(when)) continue;
    done.add(key);
    seen.delete(key);
  }
  return { done, seen };
}

/** The reader ticks or unticks a step: what was counted for it until now is forgotten. */
export function turn(counting: Counting, key: string, isDone: boolean): Counting {
  const done = new Set(counting.done);
  const seen = new Map(counting.seen);
  seen.delete(key);
  if (isDone) done.add(key);
  else done.delete(key);
  return { done, seen };
}
