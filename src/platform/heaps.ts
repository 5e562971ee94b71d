/**
 * Binary heaps: who is due first is at the head, and joining or leaving costs the same order of work
 * (the logarithm of the size) wherever in the heap it happens, since a member knows its place.
 */

export interface Heaped {
  /** When it is its turn. */
  atUs: number;
  /** Among those with the same moment, the lower number goes first. */
  readonly order: number;
  /** Where in its heap it is; -1: in none. */
  heapIndex: number;
}

export type Heap<T extends Heaped> = T[];

export function push<T extends Heaped>(heap: Heap<T>, member: T): void {
  heap.push(member);
  rise(heap, member, heap.length - 1);
}

/** `member` must be in `heap`. Its moment may be changed only while it is in none. */
export function pull<T extends Heaped>(heap: Heap<T>, member: T): void {
  const index = member.heapIndex;
  const last = heap.pop() as T;
  member.heapIndex = -1;
  if (last === member) return;
  // The last fills the hole, from where it may belong higher up as well as deeper down.
  rise(heap, last, index);
  if (last.heapIndex === index) sink(heap, last, index);
}

function rise<T extends Heaped>(heap: Heap<T>, member: T, from: number): void {
  let index = from;
  while (index > 0) {
    const above = (index - 1) >> 1;
    const parent = heap[above] as T;
    if (!isBefore(member, parent)) break;
    put(heap, parent, index);
    index = above;
  }
  put(heap, member, index);
}

function sink<T extends Heaped>(heap: Heap<T>, member: T, from: number): void {
  let index = from;
  for (;;) {
    const left = 2 * index + 1;
    if (left >= heap.length) break;
    const right = left + 1;
    const isRightFirst = right < heap.length && isBefore(heap[right] as T, heap[left] as T);
    const below = isRightFirst ? right : left;
    const child = heap[below] as T;
    if (!isBefore(child, member)) break;
    put(heap, child, index);
    index = below;
  }
  put(heap, member, index);
}

function put<T extends Heaped>(heap: Heap<T>, member: T, index: number): void {
  heap[index] = member;
  member.heapIndex = index;
}

function isBefore(one: Heaped, other: Heaped): boolean {
  return one.atUs < other.atUs || (one.atUs === other.atUs && one.order < other.order);
}
