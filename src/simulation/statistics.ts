/**
 * What is counted of a run, exactly and in the same memory however long it is: counts are whole numbers, and an average over
 * time is a whole number of microseconds (so many instances, for so long) that is divided when somebody asks for it.
 */
import { Counter } from '../billing/index.ts';
import type { InvocationEnded, PlatformState } from '../platform/index.ts';
import type { Call } from './open-calls.ts';
import { createSketch } from './quantiles.ts';

type FunctionState = NonNullable<ReturnType<PlatformState['functions']['get']>>;

/** Sums at one moment; the difference of two says what happened between them. */
interface Sums {
  readonly atUs: number;
  readonly total: number;
  readonly cold: number;
  readonly warm: number;
  readonly rejected: number;
  readonly failed: number;
  readonly pings: number;
  readonly coldPings: number;
  readonly ended: number;
  /** How long the instances lived that ended. */
  readonly lifespanUs: bigint;
  /** Instances, over time; and of these the idle ones and those that start. */
  readonly instanceUs: bigint;
  readonly idleUs: bigint;
  readonly startingUs: bigint;
  /** Open invocations, over time. */
  readonly openUs: bigint;
  /** How long the invocations were open that ended: the other side of Little's law. */
  readonly spentUs: bigint;
  /** Messages that wait for a place, over time. */
  readonly queuedUs: bigint;
}

/** A stretch of the run, for a picture. Instances are averages over its time. */
export interface Slice {
  readonly fromMs: number;
  readonly toMs: number;
  readonly arrived: number;
  readonly cold: number;
  readonly warm: number;
  readonly rejected: number;
  /** Messages that waited for a place, on average. */
  readonly queued: number;
  readonly instances: { readonly cold: number; readonly busy: number; readonly idle: number };
  /** Most instances at once. */
  readonly peak: number;
  /** Of the calls that began in it: how long they had waited, for a place and for a start. */
  readonly waitP50: number;
  readonly waitP95: number;
  readonly waitP99: number;
}

export interface SliceOptions {
  readonly onSlice: (slice: Slice) => void;
  /** How wide the slice is that begins at a moment. */
  readonly widthMs: (fromMs: number) => number;
}

const US_PER_MS = 1000;

export class Statistics {
  total = 0;
  cold = 0;
  warm = 0;
  rejected = 0;
  /** Of those that ran, the ones that ended otherwise than well. */
  failed = 0;
  /** Calls of our own, which keep instances warm and are in none of the counts above. */
  pings = 0;
  coldPings = 0;
  ended = 0;
  peak = 0;
  nowUs = 0;
  /** From where on is counted: 0, and the end of what is skipped when that is past. */
  countedFromUs = 0;
  readonly #lifespanUs = new Counter();
  readonly #spentUs = new Counter();
  readonly #state: PlatformState;
  readonly #owner: FunctionState;
  readonly #instanceUs = new Counter();
  readonly #idleUs = new Counter();
  readonly #startingUs = new Counter();
  readonly #openUs = new Counter();
  readonly #queuedUs = new Counter();
  /** The next moment at which sums are noted: the end of a slice, or of what is skipped. */
  #markUs: number;
  #skipUs: number;
  readonly #wait = createSketch();
  readonly #sliceWait = createSketch();
  /** Most calls wait for nothing: these are only counted, and told to the two sketches before one is asked. */
  #unwaited = 0;
  #slicePeak = 0;
  #sliceEndUs = Number.POSITIVE_INFINITY;
  readonly #slices: SliceOptions | null;
  #skipped: Sums;
  #sliceFrom: Sums;

  constructor(state: PlatformState, owner: FunctionState, skipMs: number, slices: SliceOptions | null) {
    this.#state = state;
    this.#owner = owner;
    this.#slices = slices;
    this.#skipUs = skipMs > 0 ? Math.round(skipMs * US_PER_MS) : Number.POSITIVE_INFINITY;
    this.#skipped = this.#sums();
    this.#sliceFrom = this.#skipped;
    if (slices !== null) this.#sliceEndUs = Math.round(slices.widthMs(0) * US_PER_MS);
    this.#markUs = Math.min(this.#sliceEndUs, this.#skipUs);
  }

  /** Time goes on to `atUs`, while everything was as it is. To be called before each step of the platform. */
  pass(atUs: number): void {
    while (atUs >= this.#markUs) this.#mark(this.#markUs);
    this.#count(atUs);
  }

  /** To be called when an instance may have started. */
  notePeak(): void {
    const { size } = this.#state.instances;
    if (size > this.peak) this.peak = size;
    if (size > this.#slicePeak) this.#slicePeak = size;
  }

  /** A call began that had waited, or had not. */
  noteWait(waitUs: number): void {
    if (waitUs === 0) {
      this.#unwaited += 1;
      return;
    }
    this.#wait.add(waitUs / US_PER_MS);
    if (this.#slices !== null) this.#sliceWait.add(waitUs / US_PER_MS);
  }

  noteInstanceEnd(startedUs: number): void {
    this.ended += 1;
    this.#lifespanUs.add(this.nowUs - startedUs);
  }

  /** The platform accepted it. */
  noteAccepted(kind: Call['kind'], isCold: boolean): void {
    if (kind === 'ping') {
      this.pings += 1;
      if (isCold) this.coldPings += 1;
    } else if (isCold) this.cold += 1;
    else this.warm += 1;
  }

  noteRefused(kind: Call['kind']): void {
    if (kind === 'ping') this.pings += 1;
    else this.rejected += 1;
  }

  noteCallEnd(acceptedUs: number, outcome: InvocationEnded['outcome']): void {
    if (outcome !== 'ok') this.failed += 1;
    this.#spentUs.add(this.nowUs - Math.max(acceptedUs, this.countedFromUs));
  }

  /** The last slice ends with the run. */
  finish(): void {
    if (this.#slices !== null && this.nowUs > this.#sliceFrom.atUs) this.#endSlice();
  }

  /** What was counted since what is skipped. */
  counted(): Sums {
    return between(this.#skipped, this.#sums());
  }

  /** @returns milliseconds that such a share of the calls waited at most; 0 when there were none */
  waitMs(share: number): number {
    this.#tellUnwaited();
    return this.#wait.quantile(share) ?? 0;
  }

  #tellUnwaited(): void {
    this.#wait.add(0, this.#unwaited);
    if (this.#slices !== null) this.#sliceWait.add(0, this.#unwaited);
    this.#unwaited = 0;
  }

  #count(atUs: number): void {
    const us = atUs - this.nowUs;
    if (us === 0) return;
    const { newest, inFlight } = this.#owner;
    this.nowUs = atUs;
    this.#instanceUs.add(us, this.#state.instances.size);
    this.#idleUs.add(us, newest.idle.length + newest.keptIdle.length);
    this.#openUs.add(us, inFlight);
    const starting = newest.starting.length + newest.startingAhead.length;
    if (starting > 0) this.#startingUs.add(us, starting);
    for (let queue = this.#state.ready.head; queue !== null; queue = queue.next) {
      this.#queuedUs.add(us, queue.visible.length);
    }
  }

  #mark(atUs: number): void {
    this.#count(atUs);
    this.#tellUnwaited();
    if (atUs === this.#skipUs) {
      this.#skipped = this.#sums();
      this.countedFromUs = atUs;
      this.#wait.reset();
      this.peak = this.#state.instances.size;
      this.#skipUs = Number.POSITIVE_INFINITY;
    }
    if (atUs === this.#sliceEndUs) {
      this.#endSlice();
      const widthMs = this.#slices?.widthMs(atUs / US_PER_MS) ?? Number.POSITIVE_INFINITY;
      this.#sliceEndUs = atUs + Math.max(1, Math.round(widthMs * US_PER_MS));
    }
    this.#markUs = Math.min(this.#sliceEndUs, this.#skipUs);
  }

  #endSlice(): void {
    this.#tellUnwaited();
    const sums = this.#sums();
    const fromUs = this.#sliceFrom.atUs;
    const { total, cold, warm, rejected, ...over } = between(this.#sliceFrom, sums);
    const average = (sumUs: bigint) => Number(sumUs) / over.atUs;
    this.#slices?.onSlice({
      fromMs: fromUs / US_PER_MS,
      toMs: sums.atUs / US_PER_MS,
      arrived: total,
      cold,
      warm,
      rejected,
      queued: average(over.queuedUs),
      instances: {
        cold: average(over.startingUs),
        busy: average(over.instanceUs - over.idleUs - over.startingUs),
        idle: average(over.idleUs),
      },
      peak: this.#slicePeak,
      waitP50: this.#sliceWait.quantile(0.5) ?? 0,
      waitP95: this.#sliceWait.quantile(0.95) ?? 0,
      waitP99: this.#sliceWait.quantile(0.99) ?? 0,
    });
    this.#sliceFrom = sums;
    this.#sliceWait.reset();
    this.#slicePeak = this.#state.instances.size;
  }

  #sums(): Sums {
    return {
      atUs: this.nowUs,
      total: this.total,
      cold: this.cold,
      warm: this.warm,
      rejected: this.rejected,
      failed: this.failed,
      pings: this.pings,
      coldPings: this.coldPings,
      ended: this.ended,
      lifespanUs: this.#lifespanUs.value,
      instanceUs: this.#instanceUs.value,
      idleUs: this.#idleUs.value,
      startingUs: this.#startingUs.value,
      openUs: this.#openUs.value,
      spentUs: this.#spentUs.value,
      queuedUs: this.#queuedUs.value,
    };
  }
}

function between(from: Sums, to: Sums): Sums {
  const difference = Object.entries(to).map(([name, value]) => {
    const before = from[name as keyof Sums];
    return [name, typeof value === 'bigint' ? value - (before as bigint) : value - (before as number)];
  });
  return Object.fromEntries(difference) as unknown as Sums;
}
