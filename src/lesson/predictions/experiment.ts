/**
 * Finds the experiment of a prediction in what happened on the platform: the calls that its text asks for, one right after another,
 * from the first of them until all that they set in motion is done. The reader may have done other things before.
 *
 * Pure: a page feeds it with the entries of a playground, a test with those of the same engine under Node.
 *
 * Begin in this folder here. `measures.ts` reads a number or a word off what was found and `sums.ts` has the tariffs say one;
 * `verdict.ts` lays it beside what was said. `watch.ts` watches a playground until its experiment is done. `PredictCard.tsx` is what
 * a reader sees, drawn by the server and made live by `begin.tsx`, which `near.ts` fetches. Only tags import the folder.
 */
import type { Act } from '../../course/schemas/prediction.ts';
import type { Entry } from '../../engine/index.ts';

/** What a call asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What a call that somebody waited for came to. */
export interface Answered {
  readonly status: number;
  /** Empty when there was none. */
  readonly text: string;
}

/** All that was seen of a playground. */
export interface Seen {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** Entries before this one are of before the prediction: they only say which instances were there. */
  readonly from: number;
  /** By invocation. */
  readonly asked: ReadonlyMap<string, Asked>;
  readonly answered: ReadonlyMap<string, Answered>;
}

/** The experiment, done. */
export interface Done {
  /** From its first call until its end. */
  readonly entries: readonly Entry[];
  /** Ids of its calls, in order; those of messages, files and a clock are not among them. */
  readonly calls: readonly string[];
  /** Of the last call, where its answer was seen. */
  readonly answer: Answered | null;
  /** Instances that are there at the end. */
  readonly alive: number;
}

/**
 * Calls that are sent together come within this of each other, in ms, and before any of them has ended: so long may a slow machine be
 * held up between two of them. By hand a call waits for the one before, and steady traffic of one a second stays apart.
 */
const TOGETHER_MS = 900;
/** How the engine calls the queue of a function's own events. */
const OWN_EVENTS = /^events:/;

interface Arrival {
  readonly act: 'call' | 'send' | 'upload' | 'tick';
  readonly at: number;
  /** Of a call; empty for others. */
  readonly invocationId: string;
}

type Group = readonly [Arrival, ...Arrival[]];
interface Step {
  readonly act: Arrival['act'];
  readonly size: number;
  readonly asks: Act;
  /** No instance may be there when it comes. */
  readonly afterQuiet: boolean;
}

/** @returns null while it has not been done, or is not over */
export function experimentIn(seen: Seen, acts: readonly Act[]): Done | null {
  const steps = stepsOf(acts);
  const groups = groupsOf(seen);
  const first = groups.findIndex((_, at) =>
    steps.every((step, index) => isStep(seen, groups[at + index], step)),
  );
  const begin = groups[first]?.[0].at;
  if (begin === undefined) return null;
  const mine = groups.slice(first, first + steps.length).flat();
  const calls = mine.flatMap(({ invocationId }) => (invocationId === '' ? [] : [invocationId]));
  const entries = seen.entries.slice(begin);
  const alive = aliveBefore(seen.entries, seen.entries.length);
  const endsQuiet = acts.at(-1)?.do === 'quiet';
  if (!isOver(entries, calls) || (endsQuiet && alive.size > 0)) return null;
  return { entries, calls, answer: seen.answered.get(calls.at(-1) ?? '') ?? null, alive: alive.size };
}

/** Several in a row are as many steps; what is done at once is one. */
function stepsOf(acts: readonly Act[]): readonly Step[] {
  return acts.flatMap((asks, at): readonly Step[] => {
    if (asks.do === 'quiet') return [];
    const afterQuiet = acts[at - 1]?.do === 'quiet';
    if (asks.do === 'burst') return [{ act: 'call', size: asks.times, asks, afterQuiet }];
    const act = asks.do;
    return Array.from({ length: asks.times }, (_, time) => ({
      act,
      size: 1,
      asks,
      afterQuiet: afterQuiet && time === 0,
    }));
  });
}

function isStep({ entries, asked }: Seen, group: Group | undefined, step: Step): boolean {
  if (group === undefined || group[0].act !== step.act || group.length !== step.size) return false;
  const [{ at, invocationId }] = group;
  const { request, has, cold } = step.asks;
  const was = asked.get(invocationId);
  if (request !== undefined && (was === undefined || `${was.method} ${was.path}` !== request)) return false;
  if (has !== undefined && !withoutSpaces(was?.body ?? '').includes(withoutSpaces(has))) return false;
  if (cold && startedFor(entries, invocationId) === null) return false;
  return !step.afterQuiet || aliveBefore(entries, at, invocationId).size === 0;
}

const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '');

function groupsOf({ entries, from }: Seen): readonly Group[] {
  const groups: [Arrival, ...Arrival[]][] = [];
  let hasEnded = false;
  // Of these no reader pressed a button: a message set them off, or another function.
  const unasked = new Set(
    entries.flatMap((entry) =>
      entry.type === 'serviceCall' && entry.calledId !== undefined ? [entry.calledId] : [],
    ),
  );
  for (const [at, entry] of entries.entries()) {
    if (entry.type === 'messagesDelivered') unasked.add(entry.invocationId);
    if (entry.type === 'invocationEnded') hasEnded = true;
    const arrival = at < from ? null : arrivalOf(entry, at, unasked);
    if (arrival === null) continue;
    const last = groups.at(-1);
    const before = entries[last?.at(-1)?.at ?? -1];
    const isTogether =
      arrival.act === 'call' &&
      last?.[0].act === 'call' &&
      !hasEnded &&
      before !== undefined &&
      entry.atMs - before.atMs <= TOGETHER_MS;
    if (isTogether) last.push(arrival);
    else groups.push([arrival]);
    hasEnded = false;
  }
  return groups;
}

function arrivalOf(entry: Entry, at: number, unasked: ReadonlySet<string>): Arrival | null {
  switch (entry.type) {
    case 'accepted':
    case 'throttled': {
      const { invocationId } = entry;
      return unasked.has(invocationId) ? null : { act: 'call', at, invocationId };
    }
    case 'messageSent': {
      const isReaders = entry.causedBy === null && !OWN_EVENTS.test(entry.queueName);
      return isReaders ? { act: 'send', at, invocationId: '' } : null;
    }
    case 'stored': {
      const isReaders = entry.op === 'bucket.put' && entry.functionName === null;
      return isReaders ? { act: 'upload', at, invocationId: '' } : null;
    }
    case 'timerFired':
      return { act: 'tick', at, invocationId: '' };
    default:
      return null;
  }
}

/** All calls have ended, and no message is under way or waits. */
function isOver(entries: readonly Entry[], calls: readonly string[]): boolean {
  const open = new Set(calls);
  const waiting = new Set<string>();
  for (const entry of entries) {
    if (entry.type === 'invocationEnded' || entry.type === 'throttled') open.delete(entry.invocationId);
    if (entry.type === 'messageSent' || entry.type === 'messageRedriven') waiting.add(entry.messageId);
    if (entry.type === 'messageDone' || entry.type === 'messageDead' || entry.type === 'messageDiscarded') {
      waiting.delete(entry.messageId);
    }
    if (entry.type === 'queuePurged') waiting.clear();
  }
  return open.size === 0 && waiting.size === 0;
}

/** @returns the instance that was started for this call; null when it found one, or got none */
export function startedFor(entries: readonly Entry[], invocationId: string): number | null {
  const start = entries.find(
    (entry) => entry.type === 'instanceStarted' && entry.invocationId === invocationId,
  );
  return start?.type === 'instanceStarted' ? start.instanceId : null;
}

/** @param except the call before which is asked: an instance that starts for it is not there yet */
function aliveBefore(entries: readonly Entry[], end: number, except = ''): ReadonlySet<number> {
  const alive = new Set<number>();
  for (const entry of entries.slice(0, end)) {
    if (entry.type === 'instanceStarted' && entry.invocationId !== except) alive.add(entry.instanceId);
    if (entry.type === 'instanceGone') alive.delete(entry.instanceId);
  }
  return alive;
}
