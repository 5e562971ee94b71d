/**
 * The platform at one moment, as a picture shows it: who stands where, how full, and what is on its way. A view of a state,
 * and nothing else: the same list gives the same scene, live, paused or read again a week later.
 *
 * This folder keeps the engine's one list of entries (`recording.ts`), reads it (`fold.ts` into `standing.ts`) and shows any
 * moment of it. It knows no page and no playground; `entries/` records, `machine/` draws. Begin here.
 */
import type {
  Happening,
  Line,
  QueueCounts,
  ServiceCounts,
  StandingInstance,
  State,
  StoredThing,
} from './standing.ts';
import { RECENT_MS } from './standing.ts';

export interface Vessel {
  readonly instanceId: number;
  readonly place: number;
  readonly phase: StandingInstance['phase'];
  /** Parts of its height, from the bottom up; together below 1. */
  readonly cold: number;
  readonly worked: number;
  readonly failed: number;
  /** How much of its wait is over, 0 to 1; null unless it is idle. */
  readonly waited: number | null;
  /** Calls that wait for it to start. */
  readonly waiting: number;
  /** Calls that it works on. */
  readonly working: number;
}

export interface FunctionScene {
  readonly functionName: string;
  /** Null until it is known. */
  readonly concurrencyLimit: number | null;
  /** As many places as its row has: more instances than this it never had at once. */
  readonly places: number;
  readonly vessels: readonly Vessel[];
  readonly waiting: number;
  readonly working: number;
  readonly ended: number;
  readonly failed: number;
  readonly refused: number;
  /** Of those that ended or were refused: what another function called, and so never came to the door. */
  readonly inner: { readonly ended: number; readonly failed: number; readonly refused: number };
  readonly lastLine: Line | null;
}

export interface QueueScene extends Readonly<QueueCounts> {
  /** When the first of those that came back can be delivered again; null when none waits for that. */
  readonly nextAttemptMs: number | null;
}

export interface OnItsWay extends Happening {
  /** How far it is, 0 to 1. */
  readonly share: number;
}

export interface Scene {
  readonly atMs: number;
  /** In the order in which they were deployed. */
  readonly functions: readonly FunctionScene[];
  readonly queues: readonly QueueScene[];
  readonly stored: readonly StoredThing[];
  readonly services: readonly Readonly<ServiceCounts>[];
  /** The last lines of the receipt, newest last. */
  readonly lines: readonly Line[];
  readonly onTheirWay: readonly OnItsWay[];
}

/** So much time, in ms, fills half of what a vessel can hold: a start of 300 ms is to be seen, and so is one of 8 s. */
const HALF_FULL_MS = 500;
/** The rest is for what waits. */
const FULLEST = 0.82;

/** @param state what was told until `atMs` */
export function sceneOf(state: State, atMs: number): Scene {
  const rows = rowsOf(state, atMs);
  const functions = [...state.functions.values()].map(({ functionName, places, ...counts }) => {
    const vessels = rows.get(functionName) ?? [];
    const { concurrencyLimit, ended, failed, refused, inner, lastLine } = counts;
    const waiting = sumOf(vessels, (vessel) => vessel.waiting);
    const working = sumOf(vessels, (vessel) => vessel.working);
    const all = { functionName, concurrencyLimit, places: places.length, vessels };
    return { ...all, waiting, working, ended, failed, refused, inner, lastLine };
  });
  const queues = [...state.queues.values()].map((queue) => ({
    ...queue,
    nextAttemptMs: queue.again > 0 ? nextAttemptOf(state, queue.queueName) : null,
  }));
  return {
    atMs,
    functions,
    queues,
    stored: [...state.stored.values()],
    services: [...state.services.values()],
    lines: state.lines,
    onTheirWay: state.happenings.flatMap((happening) => {
      const share = Math.max(0, atMs - happening.atMs) / RECENT_MS;
      return share < 1 ? [{ ...happening, share }] : [];
    }),
  };
}

/** `busy`: something is on its way, starts or works; `waiting`: instances count down, and nothing else; `still`: nothing. */
export type Pace = 'busy' | 'waiting' | 'still';

/** How fast time alone changes the picture. */
export function paceOf({ functions, onTheirWay }: Scene): Pace {
  const isBusy = functions.some(({ waiting, working }) => waiting + working > 0);
  if (isBusy || onTheirWay.length > 0) return 'busy';
  return functions.some(({ vessels }) => vessels.length > 0) ? 'waiting' : 'still';
}

function rowsOf(state: State, atMs: number): Map<string, Vessel[]> {
  const open = new Map<number, { waiting: number; working: number }>();
  for (const { instanceId, startedAtMs } of state.calls.values()) {
    const counts = open.get(instanceId) ?? { waiting: 0, working: 0 };
    open.set(instanceId, counts);
    counts[startedAtMs === null ? 'waiting' : 'working'] += 1;
  }
  const rows = new Map<string, Vessel[]>();
  for (const instance of state.instances.values()) {
    const row = rows.get(instance.functionName) ?? [];
    rows.set(instance.functionName, row);
    const { waiting = 0, working = 0 } = open.get(instance.instanceId) ?? {};
    row.push({ ...levelsOf(instance, atMs), waiting, working });
  }
  return rows;
}

function levelsOf(instance: StandingInstance, atMs: number): Omit<Vessel, 'waiting' | 'working'> {
  const { instanceId, place, phase, sinceMs, expiresAtMs, failedMs } = instance;
  const passedMs = Math.max(0, atMs - sinceMs);
  const startMs = phase === 'starting' ? passedMs : instance.startMs;
  const workedMs = instance.workedMs + (phase === 'busy' ? passedMs : 0);
  const [cold, toWorked, toFailed] = [startMs, startMs + workedMs, startMs + workedMs + failedMs].map(
    levelOf,
  ) as [number, number, number];
  return {
    instanceId,
    place,
    phase,
    cold,
    worked: toWorked - cold,
    failed: toFailed - toWorked,
    waited: expiresAtMs === null ? null : Math.min(1, passedMs / Math.max(1, expiresAtMs - sinceMs)),
  };
}

/** What lies below never sinks when more comes on top. */
const levelOf = (ms: number) => (FULLEST * ms) / (ms + HALF_FULL_MS);

function nextAttemptOf({ messages }: State, queueName: string): number {
  let firstMs = Number.POSITIVE_INFINITY;
  for (const message of messages.values()) {
    const isAgain = message.queueName === queueName && message.state === 'waiting' && message.attempts > 0;
    if (isAgain) firstMs = Math.min(firstMs, message.visibleAtMs);
  }
  return firstMs;
}

function sumOf<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + numberOf(item), 0);
}
