/** The marks of the time axis. */
import type { Window } from '../window.ts';

export interface Tick {
  readonly atMs: number;
  /** In seconds since the first entry: `12,5 s`. */
  readonly text: string;
}

/** Round steps: 1, 2 or 5 and zeros. @param leastMs two ticks lie at least so far apart */
export function roundStepMs(leastMs: number): number {
  const power = 10 ** Math.floor(Math.log10(leastMs));
  const factor = [1, 2, 5].find((each) => each * power >= leastMs) ?? 10;
  return factor * power;
}

export function secondsText(ms: number, stepMs: number): string {
  const decimals = Math.max(0, Math.ceil(3 - Math.log10(stepMs) - 1e-9));
  // Without a sign before a zero.
  const seconds = Math.round((ms / 1_000) * 10 ** decimals) / 10 ** decimals || 0;
  return `${formatOf(decimals).format(seconds)} s`;
}

const formats = new Map<number, Intl.NumberFormat>();

/** Kept, since making one takes longer than drawing a whole axis. */
function formatOf(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals);
  if (known !== undefined) return known;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = new Intl.NumberFormat('nl', digits);
  formats.set(decimals, format);
  return format;
}

/**
 * @param startedAtMs where the axis says 0
 * @param leastMs two ticks lie at least so far apart
 */
export function ticksOf(window: Window, startedAtMs: number, leastMs: number): Tick[] {
  const stepMs = roundStepMs(leastMs);
  const first = Math.max(0, Math.ceil((window.fromMs - startedAtMs) / stepMs));
  const last = Math.floor((window.toMs - startedAtMs) / stepMs);
  const ticks: Tick[] = [];
  for (let at = first; at <= last; at++) {
    ticks.push({ atMs: startedAtMs + at * stepMs, text: secondsText(at * stepMs, stepMs) });
  }
  return ticks;
}
