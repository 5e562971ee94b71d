/** What a function gets on Lambda, from what it gets in the lab: the same in `template.yaml` and on the reader's computer. */
import { MOST_ATTEMPTS } from '../../../../contract/lab-defaults.ts';
import type { CloudFunctionSpec, CloudTrigger } from '../../adapter/index.ts';

/** The adapter itself answers for a function that takes too long; Lambda ends one that computes on, this much later. */
const GRACE_S = 1;
export const HANDLERS_FOLDER = 'lambda';
/** Lambda counts a window in whole seconds, and wants one for more messages than SQS gives at once. */
const MOST_WITHOUT_WINDOW = 10;

export function lambdaTimeoutS({ timeoutMs }: Pick<CloudFunctionSpec, 'timeoutMs'>): number {
  return Math.ceil(timeoutMs / 1_000) + GRACE_S;
}

/** For Lambda: a file of the project, without its ending, and what it exports. */
export function handlerOf({ name }: Pick<CloudFunctionSpec, 'name'>): string {
  return `${HANDLERS_FOLDER}/${name}.handler`;
}

export interface FeedSettings {
  readonly batchSize: number;
  readonly batchWindowS: number;
  /** Never shorter than the function may take: Lambda refuses that. */
  readonly visibilityTimeoutS: number;
  /** Deliveries; then a message is a dead letter. */
  readonly maxReceiveCount: number;
}

/** Of the queue that feeds a function; one that the course has no numbers for delivers its events one at a time. */
export function feedOf({
  trigger,
  timeoutMs,
}: Pick<CloudFunctionSpec, 'trigger' | 'timeoutMs'>): FeedSettings {
  const { batchSize, batchWindowMs, visibilityTimeoutMs } = queueRulesOf(trigger);
  const windowS = Math.ceil(batchWindowMs / 1_000);
  return {
    batchSize,
    batchWindowS: batchSize > MOST_WITHOUT_WINDOW ? Math.max(1, windowS) : windowS,
    visibilityTimeoutS: Math.max(Math.ceil(visibilityTimeoutMs / 1_000), lambdaTimeoutS({ timeoutMs })),
    maxReceiveCount: MOST_ATTEMPTS,
  };
}

function queueRulesOf(trigger: CloudTrigger) {
  return trigger.type === 'queue' ? trigger : { batchSize: 1, batchWindowMs: 0, visibilityTimeoutMs: 30_000 };
}
