/**
 * What somebody's own cloud logged, read and billed under every tariff in slices, so that the page goes on. A text is pasted and
 * kept; a file is read where it lies, whatever its size, and only its bill is kept.
 */
import { batch, signal } from '@preact/signals';
import type { Tariff } from '../../billing/index.ts';
import { ASSUMED_MEMORY_MB, readUsageBytes, type UsageReading } from '../../billing/reading/index.ts';
import { createOwnBilling, type OwnBill } from './own-bills.ts';

export interface OwnBills {
  readonly reading: UsageReading;
  readonly paid: readonly OwnBill[];
  /** It is one more pricing, not one more reading. */
  readonly withFreeTier: readonly OwnBill[];
}

export type OwnLogsState =
  | { readonly kind: 'empty' }
  /** `part` of it is read, from 0 to 1. */
  | { readonly kind: 'busy'; readonly part: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'unreadable' }
  | ({ readonly kind: 'ready' } & OwnBills);

/** A file that was dropped or picked. */
export interface OwnFile {
  readonly name: string;
  readonly blob: Blob;
}

/** A longer text is read as a file: a text field of it would freeze the page. */
export const SHOWN_CHARACTERS = 200_000;

export interface BillOptions {
  readonly memoryMb: number;
  /** Lets the page do what it has to do; throws to end it. */
  readonly pause: () => Promise<void>;
  readonly onProgress: (bytes: number) => void;
}

/** @throws what reading the file or the pause throws */
export async function billOwn(
  source: Blob,
  tariffs: readonly Tariff[],
  { memoryMb, pause, onProgress }: BillOptions,
): Promise<OwnBills> {
  const billing = createOwnBilling(tariffs);
  const reading = await readUsageBytes(partsOf(source.stream(), onProgress), {
    gunzip,
    memoryMb,
    pause,
    onRecord: (_, usage) => billing.add(usage),
  });
  return {
    reading,
    paid: billing.bills([reading], { freeTier: false }),
    withFreeTier: billing.bills([reading], { freeTier: true }),
  };
}

/** Safari has no `for await` over a stream. */
async function* partsOf(
  stream: ReadableStream<Uint8Array>,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let bytes = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      bytes += next.value.length;
      onBytes(bytes);
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function gunzip(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = packed[Symbol.asyncIterator]();
  const source = new ReadableStream<BufferSource>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value as Uint8Array<ArrayBuffer>);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return partsOf(source.pipeThrough(new DecompressionStream('gzip')));
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

/** What was read of before something else was asked for. */
class Overtaken extends Error {}

export function createOwnLogs(tariffs: readonly Tariff[], pause: () => Promise<void> = nextTurn) {
  const state = signal<OwnLogsState>({ kind: 'empty' });
  const text = signal('');
  const file = signal<OwnFile | null>(null);
  /** Taken where a log does not tell the memory. */
  const memoryMb = signal(ASSUMED_MEMORY_MB);
  /** What was there before the last change of a whole text, for `Ongedaan maken`. */
  const before = signal<{ readonly text: string; readonly file: OwnFile | null } | null>(null);
  let latest = 0;

  async function read(): Promise<void> {
    latest += 1;
    const mine = latest;
    const source = file.peek()?.blob ?? new Blob([text.peek()]);
    if (file.peek() === null && text.peek().trim() === '') {
      state.value = { kind: 'empty' };
      return;
    }
    state.value = { kind: 'busy', part: 0 };
    let part = 0;
    try {
      const bills = await billOwn(source, tariffs, {
        memoryMb: memoryMb.peek(),
        pause: async () => {
          await pause();
          if (mine !== latest) throw new Overtaken();
          if (state.peek().kind === 'busy') state.value = { kind: 'busy', part };
        },
        onProgress: (bytes) => {
          part = bytes / Math.max(1, source.size);
        },
      });
      if (mine === latest) state.value = { kind: 'ready', ...bills };
    } catch {
      if (mine === latest) state.value = { kind: 'unreadable' };
    }
  }

  /** A short text is shown and can be changed; anything else stays a file. */
  async function open(blob: Blob, name: string): Promise<void> {
    const own = blob.size <= SHOWN_CHARACTERS ? await textIn(blob) : null;
    const old = { text: text.peek(), file: file.peek(), before: before.peek() };
    remember();
    batch(() => {
      text.value = own ?? '';
      file.value = own === null ? { name, blob } : null;
    });
    await read();
    if (state.peek().kind !== 'unreadable') return;
    batch(() => {
      text.value = old.text;
      file.value = old.file;
      before.value = old.before;
    });
  }

  function remember(): void {
    const isEmpty = text.peek() === '' && file.peek() === null;
    before.value = isEmpty ? null : { text: text.peek(), file: file.peek() };
  }

  function stop(): void {
    latest += 1;
    state.value = { kind: 'stopped' };
  }

  function clear(): void {
    latest += 1;
    remember();
    batch(() => {
      text.value = '';
      file.value = null;
      state.value = { kind: 'empty' };
    });
  }

  async function undo(): Promise<void> {
    const old = before.peek();
    if (old === null) return;
    batch(() => {
      text.value = old.text;
      file.value = old.file;
      before.value = null;
    });
    await read();
  }

  return { state, text, file, memoryMb, before, read, open, stop, clear, undo };
}

/** @returns null for what is no plain UTF-8: the reader of files knows more letters than a text field */
async function textIn(blob: Blob): Promise<string | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await blob.arrayBuffer());
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
