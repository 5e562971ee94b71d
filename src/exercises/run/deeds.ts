/**
 * What code did where it failed a check: played with the fresh inputs once more, after all checks have their result, so that no
 * mark depends on it. For a teacher, who wants to see who did the same; `run-checks.ts` imports it.
 */
import type { Deed } from '../check.ts';
import { differenceOf, problemInSigns } from '../difference.ts';
import { CheckFailure, type ExerciseLab } from '../lab/index.ts';

/** One play: what the solution came to, and what plays it on the code that failed. */
export interface PlayAgain {
  readonly expected: unknown;
  readonly begin: () => ExerciseLab;
  readonly act: (lab: ExerciseLab) => Promise<unknown>;
}

/** @returns null when it was stopped before it came to its end: half of it tells nothing */
export async function deedsOf(
  plays: readonly PlayAgain[],
  stopped: AbortSignal,
): Promise<readonly Deed[] | null> {
  const deeds: Deed[] = [];
  for (const { expected, begin, act } of plays) {
    const lab = begin();
    const outcome = await outcomeOf(expected, lab, act);
    if (stopped.aborted) return null;
    deeds.push({ outcome, used: usedBy(lab), ...(lab.wasTogether && { wasTogether: true }) });
  }
  return deeds;
}

async function outcomeOf(expected: unknown, lab: ExerciseLab, act: PlayAgain['act']): Promise<string> {
  try {
    return differenceOf(expected, await act(lab), lab.wasTogether);
  } catch (error) {
    return error instanceof CheckFailure ? problemInSigns(error, lab.wasTogether) : 'stumbles';
  }
}

/** Which of the stores, the queue and the services it asked anything of. */
function usedBy({ counts }: ExerciseLab): readonly string[] {
  return OF_CODE.filter((what) => counts[what] > 0);
}

const OF_CODE = [
  'kvReads',
  'kvWrites',
  'bucketReads',
  'bucketWrites',
  'messagesSent',
  'serviceCalls',
] as const satisfies readonly (keyof ExerciseLab['counts'])[];
