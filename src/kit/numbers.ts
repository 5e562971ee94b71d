/** Numbers as a Dutch reader writes them. */

/** With a comma and exactly so many decimals: `14,2`. */
export function decimal(value: number, decimals: number): string {
  return value.toLocaleString('nl', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/**
 * `12.500`. A whole number is written by hand: each page begins with one, and the first that a browser is asked for keeps a slow
 * phone busy for a tenth of a second.
 */
export function grouped(value: number): string {
  if (!Number.isSafeInteger(value)) return value.toLocaleString('nl');
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '.');
}

/** A measured span with no more digits than its clock can mean. `stepMs`: the smallest step of that clock. */
export function span(ms: number, stepMs: number): string {
  // Finer than a tenth is noise to a reader, however fine the clock.
  const shownStepMs = Math.max(stepMs, 0.1);
  const decimals = shownStepMs < 1 ? 1 : 0;
  return ms < shownStepMs ? `< ${decimal(shownStepMs, decimals)} ms` : `${decimal(ms, decimals)} ms`;
}

/** "1 aanroep", "2 aanroepen". */
export function count(value: number, one: string, more: string): string {
  return `${grouped(value)} ${value === 1 ? one : more}`;
}

/** A stretch of time in words: "12 s", "1 min 12 s", "2 u 5 min". */
export function elapsed(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} u ${minutes % 60} min`;
}

const SMALL_NUMBERS = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'];

/** `drie keer`, and from eleven on `11 keer`. */
export function times(value: number): string {
  return `${SMALL_NUMBERS[value] ?? grouped(value)} keer`;
}

const BYTES_PER_KB = 1024;
/** Half of the last digit that is shown: with more than this short of the next unit, an amount does not round up to it. */
const HALF_A_DIGIT = 0.05;

/**
 * How large something is, the one way in which this site says so: `340 bytes`, `12,4 KB`, `256 KB`, `3,1 MB`. A KB is 1.024 bytes,
 * and there is no decimal where there is none.
 */
export function bytesInWords(bytes: number): string {
  if (bytes < BYTES_PER_KB) return count(bytes, 'byte', 'bytes');
  const kb = bytes / BYTES_PER_KB;
  const [amount, unit] = kb < BYTES_PER_KB - HALF_A_DIGIT ? [kb, 'KB'] : [kb / BYTES_PER_KB, 'MB'];
  return `${amount.toLocaleString('nl', { maximumFractionDigits: 1 })} ${unit}`;
}
