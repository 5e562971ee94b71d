/**
 * Usage as people have it: what clouds log, CSV with named columns, JSON; packed or not, in any letters and of any size. What
 * kind it is shows from its beginning. Every piece that can't be read is told with its line, and the others count.
 *
 * No DOM and no Node here: the page of own logs and `npm run bill` read through this same door. To read it, follow a file:
 * `bytes.ts`, `usage-text.ts`, then `lines.ts`, `csv-rows.ts` or `json-pieces.ts`, then `log-piece.ts` and what it asks, and
 * `tally.ts`.
 */
import type { UsageRecord } from '../usage.ts';
import { decoderFor, ENOUGH_BYTES, isGzip, isNoText, otherKindOf } from './bytes.ts';
import type { ReadingProblemCode } from './found.ts';
import { Tally, type UsageReading } from './tally.ts';
import { createTextReader, type ReadingOptions } from './usage-text.ts';

export { nearColumn } from './columns.ts';
export type { Cloud, ReadingProblemCode } from './found.ts';
export type { ReadingProblem, Span, UsageFormat, UsageReading } from './tally.ts';
export { ASSUMED_MEMORY_MB, type ReadingOptions } from './usage-text.ts';

/** Reads a text whole, and keeps its records: for texts that are short. */
export function readUsageText(
  text: string,
  options: ReadingOptions = {},
): UsageReading & { readonly records: readonly UsageRecord[] } {
  const records: UsageRecord[] = [];
  const reader = createTextReader({
    ...options,
    onRecord: (record, usage) => {
      records.push(record);
      options.onRecord?.(record, usage);
    },
  });
  reader.write(text.replace(/^\uFEFF/, ''));
  return { ...reader.end(), records };
}

export interface BytesOptions extends ReadingOptions {
  /** Unpacks gzip as this machine does it. It throws when what comes in is no whole gzip. */
  readonly gunzip: (packed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  /** Is waited for every few hundred lines, so that a page goes on; may throw to end it. */
  readonly pause?: () => Promise<void>;
}

/** Bytes that are read before a page gets its turn: some milliseconds of work. */
const BYTES_AT_ONCE = 256 * 1024;

/**
 * Reads a file that comes in parts, in the same memory whatever its size.
 *
 * @throws what the parts throw: a file that is gone is no matter of what is in it
 */
export async function readUsageBytes(
  parts: AsyncIterable<Uint8Array>,
  options: BytesOptions,
): Promise<UsageReading> {
  const source = withHead(parts);
  const packed = await source.head();
  if (!isGzip(packed)) return readPlain(source, options);
  let failure: { readonly cause: unknown } | null = null;
  async function* watched() {
    try {
      yield* source.all();
    } catch (cause) {
      failure = { cause };
      throw cause;
    }
  }
  const unpacked = withHead(stopAtFlaw(options.gunzip(watched())));
  let isBroken = false;
  async function* stopAtFlaw(bytes: AsyncIterable<Uint8Array>) {
    try {
      yield* bytes;
    } catch {
      // It ended halfway, or something follows it. What came before is read, and the flaw is told.
      isBroken = true;
    }
  }
  const reading = await readPlain(unpacked, options, () => isBroken);
  if (failure !== null) throw (failure as { readonly cause: unknown }).cause;
  return reading;
}

interface Headed {
  /** The first bytes, as many as say what it is. */
  head(): Promise<Uint8Array>;
  /** All of it, these included. */
  all(): AsyncIterable<Uint8Array>;
}

function withHead(parts: AsyncIterable<Uint8Array>): Headed {
  const iterator = parts[Symbol.asyncIterator]();
  const begun: Uint8Array[] = [];
  let head: Uint8Array | null = null;
  return {
    async head() {
      let length = 0;
      while (head === null && length < ENOUGH_BYTES) {
        const next = await iterator.next();
        if (next.done) break;
        begun.push(next.value);
        length += next.value.length;
      }
      head ??= joined(begun).subarray(0, ENOUGH_BYTES);
      return head;
    },
    async *all() {
      try {
        yield* begun;
        for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
      } finally {
        // Whoever stops early lets go of the file.
        await iterator.return?.();
      }
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function readPlain(
  source: Headed,
  { pause, ...options }: BytesOptions,
  isBroken: () => boolean = () => false,
): Promise<UsageReading> {
  const head = await source.head();
  const decoder = decoderFor(head);
  const kind = isGzip(head) ? 'gzip' : otherKindOf(head);
  if (kind !== null || isNoText(decoder.decode(head))) return refused('NO_TEXT', kind ?? '');
  if (head.length === 0 && isBroken()) return refused('GZIP_BROKEN');
  // A decoder that has ended begins anew, and takes a mark of letters off again.
  const reader = createTextReader(options);
  for await (const part of source.all()) {
    for (let at = 0; at < part.length; at += BYTES_AT_ONCE) {
      reader.write(decoder.decode(part.subarray(at, at + BYTES_AT_ONCE), { stream: true }));
      await pause?.();
    }
  }
  reader.write(decoder.decode());
  const reading = reader.end();
  return isBroken() ? withProblem(reading, 'GZIP_BROKEN') : reading;
}

function refused(code: ReadingProblemCode, field = ''): UsageReading {
  const tally = new Tally(() => {});
  tally.refuse(1, code, field);
  return tally.reading('lines');
}

/** What is wrong with the whole file goes before what is wrong with its lines. */
function withProblem(reading: UsageReading, code: ReadingProblemCode): UsageReading {
  const others = reading.problems.filter((problem) => problem.code !== 'NOTHING_FOUND');
  return {
    ...reading,
    problems: [{ line: 1, code, field: '' }, ...others],
    problemCount: reading.problemCount - (reading.problems.length - others.length) + 1,
  };
}
