/**
 * A tape in a page: written to a file, read from one, and run again in a sandbox of its own. Fetched when somebody asks for one of
 * these; only `TapeDesk.tsx` imports this folder, and what reports a failure. Begin here; `tape-in-words.ts` says what was on a
 * tape, and `failure-report.ts` what one was saved for.
 */
import { type LabReplay, realClock, replayInLab, type Tape } from '../../engine/index.ts';
import { createBrowserHost } from '../../host/browser/index.ts';

export { printTape, readTape } from '../../engine/index.ts';
export { reportInWords, reportOf } from './failure-report.ts';
export { callsOf, kindInWords, tapeInWords } from './tape-in-words.ts';

/**
 * Runs the code of a tape again. It may be anybody's: the sandbox is one that holds nothing of the reader's.
 *
 * @throws PlatformError when the tape tells of what cannot be
 */
export function runTape(tape: Tape, signal: AbortSignal): Promise<LabReplay> {
  return replayInLab(tape, { createHost: createBrowserHost(), clock: realClock, signal });
}
