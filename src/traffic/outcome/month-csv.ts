/** The month as a table for a spreadsheet: a row an hour, or a minute where it is short. Pure. */
import { type CsvCell, csvForPeople } from '../../kit/people-csv.ts';
import { HOUR_MS } from '../day-shape.ts';
import { clockOf, dayOf } from '../picture/time-marks.ts';
import type { SliceStore } from '../slice-store.ts';

const MINUTE_MS = 60_000;
const MOST_ROWS = 1_000;

const HEADER = [
  'Instellingen',
  'Dag',
  'Tijd',
  'Aanroepen',
  'Koud',
  'Warm',
  'Geweigerd (429)',
  'Start koud (gemiddeld)',
  'Werkt (gemiddeld)',
  'Wacht gratis (gemiddeld)',
  'Instanties (hoogste)',
  'In de wachtrij (gemiddeld)',
  'Wachten p50 (ms)',
  'Wachten p95 (ms)',
  'Wachten p99 (ms)',
];

export interface NamedSlices {
  readonly title: string;
  readonly slices: SliceStore;
}

export function monthCsv(sides: readonly NamedSlices[]): string {
  return csvForPeople(
    HEADER,
    sides.flatMap(({ title, slices }) => rowsOf(title, slices)),
  );
}

function rowsOf(title: string, slices: SliceStore): CsvCell[][] {
  const untilMs = slices.toMs;
  const stepMs = untilMs / MINUTE_MS <= MOST_ROWS ? MINUTE_MS : HOUR_MS;
  const rows: CsvCell[][] = [];
  for (let fromMs = 0; fromMs < untilMs; fromMs += stepMs) {
    const stretch = slices.stretch(fromMs, Math.min(untilMs, fromMs + stepMs) - 0.001);
    if (stretch === null) continue;
    const numbers = [
      stretch.arrived,
      stretch.cold,
      stretch.warm,
      stretch.rejected,
      stretch.starting,
      stretch.busy,
      stretch.idle,
      stretch.peak,
      stretch.queued,
      stretch.waitP50,
      stretch.waitP95,
      stretch.waitP99,
    ].map((value) => ({ decimal: Math.round(value * 1e6) / 1e6 }));
    rows.push([title, { decimal: dayOf(fromMs) }, clockOf(fromMs, stepMs), ...numbers]);
  }
  return rows;
}
