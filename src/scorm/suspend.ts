/**
 * Progress as a learning environment keeps it for a learner, in `cmi.suspend_data`: at most 4,096 characters in SCORM 1.2
 * (SCORM 1.2 RTE, 3.4.4), 64,000 in SCORM 2004 (RTE 4th ed., 4.2.22). Code does not fit in that: it stays on the device.
 */

import { readPacked, toPacked } from '../kit/packed.ts';
import { NO_PROGRESS, type Progress, parseProgress } from '../progress/progress.ts';

export const MOST_CHARACTERS = { '1.2': 4_096, '2004': 64_000 } as const;

/** @returns null when it does not even fit without the best bills: what was kept before then stays */
export function toSuspend(progress: Progress, most: number): string | null {
  const withoutBest = Object.fromEntries(
    Object.entries(progress.exercises).map(([name, { passed }]) => [name, { passed }]),
  );
  for (const exercises of [progress.exercises, withoutBest]) {
    const text = toPacked(JSON.stringify({ v: 1, ...progress, exercises }));
    if (text.length <= most) return text;
  }
  return null;
}

/** @returns no progress for what is not ours, or not whole */
export function fromSuspend(text: string): Progress {
  return (text === '' ? null : parseProgress(readPacked(text))) ?? NO_PROGRESS;
}
