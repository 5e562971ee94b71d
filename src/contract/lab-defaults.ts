/**
 * The numbers of the lab, in one place: what a learner gets without asking, and what the lab refuses. The lessons say
 * which real platforms have similar ones. A sentence that names one of these numbers computes it from here.
 */

/** Limits of the lab; the lessons say which real platforms have similar ones. */
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
