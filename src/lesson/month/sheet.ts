/** The month's calculator of this page, for the steps beside it. */
import { signal } from '@preact/signals';
import type { MonthModel } from './month-model.ts';

/** Null until it is there. */
export const monthSheet = signal<MonthModel | null>(null);

/** A step was pressed that fills it in, seen or not. */
export const isSheetWanted = signal(false);

/** It was asked for, and could not be fetched. */
export const hasSheetFailed = signal(false);
