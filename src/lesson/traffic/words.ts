/** How a figure of simulated traffic reads, by what was read. */
import { decimal, grouped } from '../../kit/numbers.ts';
import type { Reading, ServedReading } from '../traffic-figures.ts';

const WHOLE: readonly (Reading | ServedReading)[] = [
  'total',
  'cold',
  'rejected',
  'peakInstances',
  'peakServers',
];

/** @param decimals of what is no count and no time; 1 if absent */
export function simulatedFigure(reading: Reading | ServedReading, value: number, decimals = 1): string {
  if (WHOLE.includes(reading)) return grouped(value);
  if (reading.startsWith('wait')) return `${grouped(Math.round(value))}\u00a0ms`;
  return `${decimal(value, decimals)}${reading.endsWith('Percent') ? '\u00a0%' : ''}`;
}
