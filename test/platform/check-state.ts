/**
 * What must hold of the platform's state between any two steps, checked the slow way: each thing is in the one place
 * where things of its state are kept, and nothing that is due has been left.
 */
import type { PlatformState } from '../../src/platform/index.ts';

type Version = PlatformState['versions'][number];
type Message = PlatformState['delayed'][number];
type Instance = NonNullable<Version['pool']>[number];
type Heaped = Pick<Message, 'atUs' | 'order'>;

/** @throws Error that names the rule that is broken */
export function checkState(state: PlatformState): void {
  for (const version of state.versions) checkVersion(state, version);
  checkMessages(state);
  for (const { name, inFlight } of state.functions.values()) {
    const open = [...state.invocations.values()].filter(
      ({ instance }) => instance.version.functionName === name,
    );
    must(inFlight === open.length, `${name} counts its open invocations`);
  }
  must(state.wakeUs > state.nowUs, 'nothing that is due is left after a step');
  must(state.wakeUs <= firstDeadlineUs(state), 'no deadline is slept through');
}

function checkVersion(state: PlatformState, version: Version): void {
  const mine = [...state.instances.values()].filter((instance) => instance.version === version);
  must(version.instanceCount === mine.length, 'a version counts its instances');
  must(version.isNewest || mine.length > 0, 'an old version without instances is forgotten');
  const { starting, startingAhead, idle, keptIdle, roomy, running, pool } = version;
  for (const instance of mine) {
    const hasPlace = !instance.isDraining && instance.invocations.length < version.instanceConcurrency;
    const busyList = hasPlace ? roomy : null;
    const expected = instance.isKept
      ? { starting: startingAhead, idle: keptIdle, busy: busyList, gone: null }[instance.state]
      : { starting, idle, busy: busyList, gone: null }[instance.state];
    must(instance.list === expected, `instance ${instance.id} is in the list of its state`);
  }
  for (const list of [starting, startingAhead, idle, keptIdle, roomy]) {
    const members = mine.filter((instance) => instance.list === list);
    must(sameMembers(membersOf(list), members), 'a list of instances holds those that say so');
    must(list.length === members.length, 'a list knows its length');
  }
  const timed = [starting, startingAhead, idle].map(membersOf);
  must(timed.every(isInOrder), 'the first to fall due is at the head');
  checkPool(pool, mine);
  const started = [...state.invocations.values()].filter(
    ({ instance, startedUs }) => instance.version === version && startedUs >= 0,
  );
  must(sameMembers(membersOf(running), started), 'what runs is in the list of what runs');
}

/** Whom a request could be given by creation or by chance; an idle instance that is kept ready goes before all of them. */
function checkPool(pool: Version['pool'], mine: readonly Instance[]): void {
  if (pool === null) return;
  const withPlace = mine.filter(
    ({ isDraining, isKept, state, invocations, version }) =>
      !isDraining && !(isKept && state !== 'busy') && invocations.length < version.instanceConcurrency,
  );
  must(sameMembers(pool, withPlace), 'the pool holds those with a free place');
  must(
    pool.every((instance, at) => instance.heapIndex === at && !isBefore(instance, pool[(at - 1) >> 1])),
    'the pool is a heap',
  );
}

function checkMessages(state: PlatformState): void {
  const { messages, delayed, hidden, ready } = state;
  for (const message of messages.values()) {
    const isTimed = message.atUs !== Number.POSITIVE_INFINITY;
    const heap = {
      new: null,
      delayed,
      visible: message.queue.visible,
      inFlight: isTimed ? hidden : null,
      dead: null,
      gone: null,
    }[message.state];
    must(message.heap === heap, `${message.id} is in the heap of its state`);
    const place = heap === null ? -1 : heap.indexOf(message);
    must(message.heapIndex === place, `${message.id} knows its place`);
  }
  const queues = [...state.queues.values()];
  const heaps = [delayed, hidden, ...queues.map(({ visible }) => visible)];
  const kept = heaps.reduce((sum, heap) => sum + heap.length, 0);
  must(
    kept === [...messages.values()].filter(({ heap }) => heap !== null).length,
    'no heap keeps what is gone',
  );
  for (const heap of heaps)
    must(
      heap.every((message, at) => !isBefore(message, heap[(at - 1) >> 1])),
      'a heap',
    );
  must(
    sameMembers(
      membersOf(ready),
      queues.filter(({ visible }) => visible.length > 0),
    ),
    'the queues that stand in line are those that have something',
  );
}

/** Windows of batches are left out: these are looked up when they are asked for. */
function firstDeadlineUs(state: PlatformState): number {
  const moments = [
    ...[...state.timers.values()].map(({ dueUs }) => dueUs),
    ...[...state.messages.values()].flatMap(({ state: where, atUs }) =>
      where === 'delayed' || where === 'inFlight' ? [atUs] : [],
    ),
    ...[...state.invocations.values()].flatMap(({ startedUs, instance }) =>
      startedUs >= 0 ? [startedUs + instance.version.timeoutUs] : [],
    ),
    ...[...state.instances.values()].flatMap(({ state: what, sinceUs, version, isKept }) => {
      if (what === 'starting') return [sinceUs + version.initTimeoutUs];
      return what === 'idle' && !isKept ? [sinceUs + version.idleTimeoutUs] : [];
    }),
  ];
  return Math.min(...moments);
}

function isBefore(message: Heaped, parent: Heaped | undefined): boolean {
  if (parent === undefined || parent === message) return false;
  return message.atUs < parent.atUs || (message.atUs === parent.atUs && message.order < parent.order);
}

function membersOf<T extends { next: T | null; prev: T | null }>(list: {
  head: T | null;
  tail: T | null;
}): T[] {
  const members: T[] = [];
  let before: T | null = null;
  for (let member = list.head; member !== null; member = member.next) {
    must(member.prev === before, 'a list can be walked both ways');
    members.push(member);
    before = member;
  }
  must(list.tail === before, 'a list ends at its tail');
  return members;
}

function sameMembers<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((member) => other.includes(member));
}

function isInOrder(members: readonly { readonly sinceUs: number }[]): boolean {
  return members.every(({ sinceUs }, at) => sinceUs >= (members[at - 1]?.sinceUs ?? 0));
}

function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(`the state is broken: ${rule}`);
}
