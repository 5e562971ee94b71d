/**
 * What may still be logged: `LOG_LIMIT_BYTES` an invocation, and as much an instance for module scope and
 * the time between invocations. The host counts as well, but what is beside the learner's code is not
 * believed.
 */
import type { LogLine } from '../contract/data.ts';
import { LOG_LIMIT_BYTES } from '../contract/lab-defaults.ts';

const encoder = new TextEncoder();

export class LogBudget {
  #leftBytes = LOG_LIMIT_BYTES;

  /** @returns the lines that fit. After the first that does not, none does: a log has an end, not holes. */
  take(lines: readonly LogLine[]): readonly LogLine[] {
    for (const [index, { text }] of lines.entries()) {
      const bytes = costBytes(text, this.#leftBytes);
      if (bytes > this.#leftBytes) {
        this.#leftBytes = 0;
        return lines.slice(0, index);
      }
      this.#leftBytes -= bytes;
    }
    return lines;
  }
}

/** A line and its end as UTF-8. One that is too long anyhow is not encoded: it may be very long. */
function costBytes(text: string, leftBytes: number): number {
  return text.length >= leftBytes ? text.length + 1 : encoder.encode(text).length + 1;
}
