/** The month's calculator of this page, for the steps beside it; null until it is there. */
import { signal } from '@preact/signals';
import type { MonthModel } from './month-model.ts';

export const monthSheet = signal<MonthModel | null>(null);
