/** What somebody's own cloud logged, read and billed under every tariff, a slice at a time so that the page goes on. */
import { batch, signal } from '@preact/signals';
import { createMeter, priceTotals, type Receipt, type Tariff } from '../../billing/index.ts';
import { readUsageSlowly, type UsageReading } from '../../billing/reading/index.ts';

export interface OwnBill {
  readonly tariff: Tariff;
  /** With and without the free tier: it is one more pricing, not one more reading. */
  readonly paid: Receipt;
  readonly withFreeTier: Receipt;
}

export interface OwnBills {
  readonly reading: UsageReading;
  readonly bills: readonly OwnBill[];
}

export type OwnLogsState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'unreadable' }
  | ({ readonly kind: 'ready' } & OwnBills);

/** More would fill the memory of a phone. A year of a busy function is far below. */
export const LARGEST_BYTES = 200 * 1024 * 1024;
/** Records that are billed before the page gets its turn. */
const RECORDS_AT_ONCE = 50_000;

/** @param pause lets the page do what it has to do */
export async function billOwn(
  text: string,
  tariffs: readonly Tariff[],
  pause: () => Promise<void>,
): Promise<OwnBills> {
  const reading = await readUsageSlowly(text, pause);
  const bills: OwnBill[] = [];
  for (const tariff of tariffs) {
    const meter = createMeter(tariff);
    for (let from = 0; from < reading.records.length; from += RECORDS_AT_ONCE) {
      for (const record of reading.records.slice(from, from + RECORDS_AT_ONCE)) meter.add(record);
      await pause();
    }
    const totals = meter.totals();
    bills.push({
      tariff,
      paid: priceTotals(tariff, totals, { freeTier: false }),
      withFreeTier: priceTotals(tariff, totals, { freeTier: true }),
    });
  }
  return { reading, bills };
}

/** Until the browser has had a turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

export function createOwnLogs(tariffs: readonly Tariff[], pause: () => Promise<void> = nextTurn) {
  const state = signal<OwnLogsState>({ kind: 'empty' });
  const text = signal('');
  /** What was there before the last change of a whole text, for `Ongedaan maken`. */
  const before = signal<string | null>(null);
  let latest = 0;

  async function read(): Promise<void> {
    latest += 1;
    const mine = latest;
    const own = text.peek();
    if (own.trim() === '') {
      state.value = { kind: 'empty' };
      return;
    }
    state.value = { kind: 'busy' };
    const bills = await billOwn(own, tariffs, pause);
    if (mine === latest) state.value = { kind: 'ready', ...bills };
  }

  async function open(file: Blob): Promise<void> {
    if (file.size > LARGEST_BYTES) {
      state.value = { kind: 'too-large', bytes: file.size };
      return;
    }
    const own = await file.text().catch(() => null);
    if (own === null) {
      state.value = { kind: 'unreadable' };
      return;
    }
    replace(own);
    await read();
  }

  function replace(next: string): void {
    batch(() => {
      before.value = text.peek() === '' ? null : text.peek();
      text.value = next;
    });
  }

  function clear(): void {
    latest += 1;
    replace('');
    state.value = { kind: 'empty' };
  }

  async function undo(): Promise<void> {
    const old = before.peek();
    if (old === null) return;
    batch(() => {
      text.value = old;
      before.value = null;
    });
    await read();
  }

  return { state, text, before, read, open, clear, undo };
}
