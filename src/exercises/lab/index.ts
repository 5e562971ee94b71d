/**
 * The lab of a check: a platform of its own, set off and then asked what came of it. `driver.ts` drives it, `received.ts` is
 * what a request got, `expectations.ts` what a check says, `counts.ts` what no machine changes. All speak Dutch to a learner
 * (`in-words.ts`) and fail by throwing a `CheckFailure`. Between two steps of the code a service may refuse (`served.ts`)
 * and somebody else may write (`meanwhile.ts`). Read `driver.ts` first. Only `exercises` imports from here.
 */
export { CheckFailure } from './check-failure.ts';
export type { Counts } from './counts.ts';
export { ExerciseLab } from './expectations.ts';
export { BUSY_WORDS, inWords, mayBeBusy, namesInWords } from './in-words.ts';
export { Received } from './received.ts';
export { fieldsOf, isSame } from './same.ts';
