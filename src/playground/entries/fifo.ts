/** A list that grows at its end and is forgotten from its front, both in constant time on the whole. */

/** What is before `start` is forgotten. */
export interface Fifo<Item> {
  items: Item[];
  start: number;
}

/** Fewer forgotten places than this are not worth a copy. */
const WORTH_COPYING = 1_024;

export function emptyFifo<Item>(): Fifo<Item> {
  return { items: [], start: 0 };
}

export function sizeOf(fifo: Fifo<unknown>): number {
  return fifo.items.length - fifo.start;
}

export function firstOf<Item>(fifo: Fifo<Item>): Item | undefined {
  return fifo.items[fifo.start];
}

export function lastOf<Item>(fifo: Fifo<Item>): Item | undefined {
  return sizeOf(fifo) > 0 ? fifo.items[fifo.items.length - 1] : undefined;
}

export function dropFirst<Item>(fifo: Fifo<Item>): Item | undefined {
  const first = firstOf(fifo);
  if (sizeOf(fifo) === 0) return undefined;
  fifo.start += 1;
  if (fifo.start === fifo.items.length) {
    fifo.items = [];
    fifo.start = 0;
  } else if (fifo.start > WORTH_COPYING && fifo.start * 2 > fifo.items.length) {
    fifo.items = fifo.items.slice(fifo.start);
    fifo.start = 0;
  }
  return first;
}

/**
 * Where the kept items begin for which `isAtOrAfter` holds.
 *
 * @param isAtOrAfter false for the first items and true for all others
 * @returns an index in `items`; its length when there are none
 */
export function findFrom<Item>(fifo: Fifo<Item>, isAtOrAfter: (item: Item) => boolean): number {
  let low = fifo.start;
  let high = fifo.items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAtOrAfter(fifo.items[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
