/**
 * The figures of an earlier run, kept in the repository (`last.json`), laid beside those of now. A machine is never the same twice, so
 * each run times one fixed piece of work as well, its yardstick: a time counts in yardsticks, and a speed is what is done in one.
 */
import { createHash } from 'node:crypto';
import { median } from './statistics.ts';

/** Figures by part and name: `platform.invocationsPerSecond`. */
export type Figures = Readonly<Record<string, number>>;

export interface KeptFigure {
  readonly value: number;
  /** Of the run that it comes from, in ms. */
  readonly yardstickMs: number;
  /** In full. */
  readonly commit: string;
  /** `2026-11-30` */
  readonly day: string;
}

export type KeptRun = Readonly<Record<string, KeptFigure>>;

export interface Change {
  readonly name: string;
  readonly before: KeptFigure;
  readonly now: number;
  /** How many times as slow, or as large; below 1 is better. */
  readonly ratio: number;
}

/** What else a machine does makes a figure jump; less than this is no news. */
export const WORTH_TELLING = 1.25;

/** @param values of the parts, nested; what is no number, or no speed, time or size by its name, is left out */
export function figuresOf(values: unknown, path = ''): Figures {
  if (typeof values === 'number')
    return Number.isFinite(values) && values > 0 && kindOf(path) !== null ? { [path]: values } : {};
  if (typeof values !== 'object' || values === null) return {};
  return Object.assign(
    {},
    ...Object.entries(values).map(([name, value]) =>
      figuresOf(value, path === '' ? name : `${path}.${name}`),
    ),
  ) as Figures;
}

type Kind = 'time' | 'speed' | 'size';

function kindOf(path: string): Kind | null {
  if (/PerSecond$/.test(path)) return 'speed';
  if (/(Ms|Seconds)$/.test(path)) return 'time';
  return /(Bytes|Kb|KB|Mb|MB)$/.test(path) ? 'size' : null;
}

/** @returns those that are in both, the one that grew worst first */
export function changesOf(before: KeptRun, now: Figures, yardstickMs: number): readonly Change[] {
  return Object.entries(now)
    .flatMap(([name, value]): Change[] => {
      const kept = Object.hasOwn(before, name) ? before[name] : undefined;
      return kept === undefined
        ? []
        : [{ name, before: kept, now: value, ratio: ratioOf(name, kept, value, yardstickMs) }];
    })
    .sort((a, b) => b.ratio - a.ratio || (a.name < b.name ? -1 : 1));
}

function ratioOf(name: string, before: KeptFigure, now: number, yardstickMs: number): number {
  const machine = before.yardstickMs / yardstickMs;
  const kind = kindOf(name);
  if (kind === 'time') return (now / before.value) * machine;
  return kind === 'speed' ? before.value / now / (1 / machine) : now / before.value;
}

/** What is worth telling, in lines. */
export function toldOf(changes: readonly Change[]): readonly string[] {
  const line = ({ name, before, now, ratio }: Change) =>
    `${name.padEnd(48)} ${ratio.toFixed(2)} × (${short(before.value)} on ${before.day}, ${short(now)} now)`;
  const worse = changes.filter(({ ratio }) => ratio >= WORTH_TELLING);
  const better = changes.filter(({ ratio }) => ratio <= 1 / WORTH_TELLING).reverse();
  return [
    `${changes.length} figures beside those that are kept, in yardsticks: ${worse.length} slower or larger, ${better.length} faster or smaller`,
    ...(worse.length > 0 ? ['Slower or larger:', ...worse.map(line)] : []),
    ...(better.length > 0 ? ['Faster or smaller:', ...better.map(line)] : []),
  ];
}

const short = (value: number) => (value >= 100 ? Math.round(value).toString() : value.toPrecision(3));

/** The kept figures with those of this run in their place; parts that did not run keep theirs. */
export function keptWith(before: KeptRun, now: Figures, run: Omit<KeptFigure, 'value'>): KeptRun {
  const all = {
    ...before,
    ...Object.fromEntries(Object.entries(now).map(([name, value]) => [name, { value, ...run }])),
  };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const ROUNDS = 5;
const NUMBERS = 400_000;

/** Hashing, sorting and parsing, as much as always. @returns ms, the median of a few rounds */
export function yardstick(): number {
  const bytes = new Uint8Array(8 * 1_024 ** 2).fill(7);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    createHash('sha256').update(bytes).digest();
    let state = 1;
    const numbers = Array.from({ length: NUMBERS }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state;
    });
    JSON.parse(JSON.stringify(numbers.sort((a, b) => a - b)));
    return performance.now() - started;
  });
  return median(rounds);
}
