/**
 * The lines that a function logs, on their way to the host.
 *
 * They travel in batches: a hundred thousand messages would choke the page, and one message at the end would
 * leave an endless loop without a log. A batch goes out when it is big, when the last one is a while ago, or
 * when the event loop is free again; `add()` looks at the clock itself, since in a loop no timer fires.
 *
 * This folder is what a function says and what goes wrong in it, as text; the runtime imports it, and the hosts
 * take from `stack.ts` how a file is named. Begin here, then `console.ts`, which fills the log.
 */
import type { LogLevel, LogLine } from '../../../contract/data.ts';
import { LOG_LIMIT_BYTES } from '../../../contract/lab-defaults.ts';
import { utf8Bytes, utf8Length } from '../../../contract/utf8.ts';
import { now, startTimer } from '../primitives.ts';

const BATCH_BYTES = 16 * 1024;
const BATCH_EVERY_MS = 50;
/** While lines are only being counted there is nothing to read, so there is less haste. */
const COUNT_EVERY_MS = 250;
/** What a line costs beside its text, so that empty lines are bounded too; CloudWatch Logs counts the same. */
export const LINE_OVERHEAD_BYTES = 26;

export type SendLog = (invocationId: string | null, lines: readonly LogLine[], dropped: number) => void;

export class Log {
  readonly #send: SendLog;
  #invocationId: string | null = null;
  #lines: LogLine[] = [];
  #lineBytes = 0;
  #dropped = 0;
  #spentBytes = 0;
  #isFull = false;
  #sentAtMs = now();
  #hasTimer = false;

  constructor(send: SendLog) {
    this.#send = send;
  }

  /** What is logged from here on belongs to this invocation, or to none, and has the whole limit to itself. */
  startPart(invocationId: string | null): void {
    this.flush();
    this.#invocationId = invocationId;
    this.#spentBytes = 0;
    this.#isFull = false;
    this.#sentAtMs = now();
  }

  /** @param write makes the text; not called when the line falls outside the limit */
  add(level: LogLevel, write: () => string): void {
    if (this.#isFull) this.#dropped += 1;
    else this.#keep(level, write());
    const waitedMs = now() - this.#sentAtMs;
    const isDue = this.#isFull ? waitedMs >= COUNT_EVERY_MS : waitedMs >= BATCH_EVERY_MS;
    if (isDue || this.#lineBytes >= BATCH_BYTES) this.flush();
    else this.#flushSoon();
  }

  flush(): void {
    if (this.#lines.length > 0 || this.#dropped > 0) {
      this.#send(this.#invocationId, this.#lines, this.#dropped);
      this.#lines = [];
      this.#lineBytes = 0;
      this.#dropped = 0;
    }
    this.#sentAtMs = now();
  }

  #keep(level: LogLevel, text: string): void {
    const leftBytes = LOG_LIMIT_BYTES - this.#spentBytes - LINE_OVERHEAD_BYTES;
    if (leftBytes < 1) {
      this.#isFull = true;
      this.#dropped += 1;
      return;
    }
    const bytes = utf8Length(text, leftBytes);
    const kept = bytes <= leftBytes ? text : cutToBytes(text, leftBytes);
    this.#isFull = bytes > leftBytes;
    this.#lines[this.#lines.length] = { level, text: kept };
    const usedBytes = Math.min(bytes, leftBytes) + LINE_OVERHEAD_BYTES;
    this.#lineBytes += usedBytes;
    this.#spentBytes += usedBytes;
  }

  #flushSoon(): void {
    if (this.#hasTimer) return;
    this.#hasTimer = true;
    startTimer(() => {
      this.#hasTimer = false;
      this.flush();
    }, BATCH_EVERY_MS / 2);
  }
}

function cutToBytes(text: string, limitBytes: number): string {
  let bytes = 0;
  let at = 0;
  for (; at < text.length; at += 1) {
    bytes += utf8Bytes(text.charCodeAt(at));
    if (bytes > limitBytes) break;
  }
  return `${text.slice(0, at)}…`;
}
