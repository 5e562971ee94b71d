/**
 * The numbers of the lab, in one place: what a learner gets without asking, and what the lab refuses. The lessons say
 * which real platforms have similar ones. A sentence that names one of these numbers computes it from here.
 */

/** What a function gets when its manifest says nothing else. */
export const MEMORY_MB = 128;
export const MOST_MEMORY_MB = 10_240;
export const TIMEOUT_MS = 3_000;
export const LONGEST_TIMEOUT_MS = 30_000;
/**
 * What the start of an instance gets, or the timeout where that is longer. AWS Lambda gives a start ten seconds, whatever the timeout of
 * the function (docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html); and on a computer that is busy with other things
 * a start takes seconds in which the code of the learner has done nothing yet.
 */
export const INIT_TIMEOUT_MS = 10_000;
/** Short enough to watch an instance disappear. */
export const IDLE_TIMEOUT_MS = 30_000;
export const CONCURRENCY_LIMIT = 10;

/** Waits before the second and the third attempt of an event, or a message, that failed; then it is a dead letter. */
export const RETRY_WAITS_MS: readonly number[] = [2_000, 4_000];
export const MOST_ATTEMPTS = RETRY_WAITS_MS.length + 1;

/** Of how many invocations, the newest, what happened is kept; of older ones only totals. */
export const KEPT_INVOCATIONS = 20_000;

export const REQUEST_LIMIT_BYTES = 6 * 1024 * 1024;
export const RESPONSE_LIMIT_BYTES = 6 * 1024 * 1024;
export const LOG_LIMIT_BYTES = 256 * 1024;
/** What a handler of an event may return, as JSON text; what is longer counts as nothing. */
export const RETURNED_LIMIT_BYTES = 256 * 1024;
/** A key of a store, in UTF-8. */
export const KEY_LIMIT_BYTES = 512;
export const KV_VALUE_LIMIT_BYTES = 400 * 1024;
export const OBJECT_LIMIT_BYTES = 25 * 1024 * 1024;
export const MESSAGE_LIMIT_BYTES = 256 * 1024;
export const LONGEST_DELAY_MS = 900_000;
