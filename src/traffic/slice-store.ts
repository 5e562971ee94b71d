/**
 * What a simulated month was like, slice by slice, as columns of numbers: the only thing that the picture, the list and the file
 * are made from. All slices of a store are as wide; one that ends the run is as wide as is left. Pure.
 */
import type { Slice } from '../simulation/index.ts';

/** In the order in which a batch has them. */
export const COLUMNS = [
  'arrived',
  'cold',
  'warm',
  'rejected',
  'queued',
  'starting',
  'busy',
  'idle',
  'peak',
  'waitP50',
  'waitP95',
  'waitP99',
] as const;
export type Column = (typeof COLUMNS)[number];
const WIDTH = COLUMNS.length;
const at = Object.fromEntries(COLUMNS.map((name, index) => [name, index])) as Record<Column, number>;

/** Several slices, or parts of them, as one: sums of what is counted, means over time of instances, the highest of peaks and waits. */
export type Stretch = Readonly<Record<Column, number>> & {
  readonly fromMs: number;
  readonly toMs: number;
};

/** One slice as a row of a batch. */
export function rowOf({ arrived, cold, warm, rejected, queued, instances, ...slice }: Slice): number[] {
  return [
    arrived,
    cold,
    warm,
    rejected,
    queued,
    instances.cold,
    instances.busy,
    instances.idle,
    slice.peak,
    slice.waitP50,
    slice.waitP95,
    slice.waitP99,
  ];
}

const SUMMED = new Set<Column>(['arrived', 'cold', 'warm', 'rejected']);
const HIGHEST = new Set<Column>(['peak', 'waitP50', 'waitP95', 'waitP99']);

export class SliceStore {
  readonly fromMs: number;
  readonly sliceMs: number;
  #rows = new Float64Array(WIDTH * 1_024);
  /** Instances that started or worked, over time, up to the end of each slice. */
  #worked: number[] = [];
  #count = 0;

  constructor(fromMs: number, sliceMs: number) {
    this.fromMs = fromMs;
    this.sliceMs = sliceMs;
  }

  get count(): number {
    return this.#count;
  }

  /** Until when it knows. */
  get toMs(): number {
    return this.fromMs + this.#count * this.sliceMs;
  }

  /** @param rows whole rows, one after the other */
  add(rows: Float64Array): void {
    const needed = (this.#count + rows.length / WIDTH) * WIDTH;
    if (needed > this.#rows.length) {
      const larger = new Float64Array(Math.max(needed, this.#rows.length * 2));
      larger.set(this.#rows.subarray(0, this.#count * WIDTH));
      this.#rows = larger;
    }
    this.#rows.set(rows, this.#count * WIDTH);
    this.#count += rows.length / WIDTH;
    let worked = this.#worked.at(-1) ?? 0;
    for (let row = this.#worked.length; row < this.#count; row++) {
      worked += (this.#at(row, 'starting') + this.#at(row, 'busy')) * this.sliceMs;
      this.#worked.push(worked);
    }
  }

  /** For how long instances started or worked up to a moment, all together in ms. */
  workedMs(atMs: number): number {
    const slices = Math.min(this.#count, Math.max(0, (atMs - this.fromMs) / this.sliceMs));
    const whole = Math.floor(slices);
    const before = whole === 0 ? 0 : (this.#worked[whole - 1] as number);
    const after = this.#worked[whole] ?? before;
    return before + (after - before) * (slices - whole);
  }

  /** The slices between two moments as one; null where it knows nothing. A moment within a slice takes all of it. */
  stretch(fromMs: number, toMs: number): Stretch | null {
    const first = Math.max(0, Math.floor((fromMs - this.fromMs) / this.sliceMs));
    const last = Math.min(this.#count, Math.max(first + 1, Math.ceil((toMs - this.fromMs) / this.sliceMs)));
    if (first >= last) return null;
    const sum = { fromMs: this.#momentOf(first), toMs: this.#momentOf(last) } as Record<
      Column | 'fromMs' | 'toMs',
      number
    >;
    for (const name of COLUMNS) sum[name] = this.#over(name, first, last);
    return sum;
  }

  /** The highest that a column was in all slices that overlap with these moments. */
  highest(name: Column, fromMs: number, toMs: number): number {
    const first = Math.max(0, Math.floor((fromMs - this.fromMs) / this.sliceMs));
    const last = Math.min(this.#count, Math.ceil((toMs - this.fromMs) / this.sliceMs));
    let most = 0;
    for (let row = first; row < last; row++) most = Math.max(most, this.#at(row, name));
    return most;
  }

  #momentOf(row: number): number {
    return this.fromMs + row * this.sliceMs;
  }

  #at(row: number, name: Column): number {
    return this.#rows[row * WIDTH + at[name]] as number;
  }

  #over(name: Column, first: number, last: number): number {
    const rows = this.#rows;
    const isHighest = HIGHEST.has(name);
    let value = 0;
    for (let place = first * WIDTH + at[name]; place < last * WIDTH; place += WIDTH) {
      const one = rows[place] as number;
      if (!isHighest) value += one;
      else if (one > value) value = one;
    }
    return isHighest || SUMMED.has(name) ? value : value / (last - first);
  }
}
