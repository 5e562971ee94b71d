/** The codes of all that can be wrong before anything runs; `failures/words.ts` has a sentence for each. */
import type { EventProblemCode } from './event-triggers.ts';
import type { TriggerProblem } from './request-form.ts';
import type { EnvProblem } from './settings.ts';

export type ProblemCode =
  | TriggerProblem['code']
  | EnvProblem['code']
  | EventProblemCode
  /** The code of the lab could not be fetched: no network, or an older page than the site. */
  | 'LAB_UNAVAILABLE'
  /** It needs packages or parts of Node, and runs in the browser now. */
  | 'NODE_NEEDED'
  /** The same for a stranger's code, which never runs there. */
  | 'STRANGER_NEEDS_NODE'
  /** npm could not install the packages. `details.said`: the end of what it printed. */
  | 'INSTALL_FAILED'
  /** The reader stopped npm. */
  | 'INSTALL_STOPPED'
  /** A program could not be started at all. */
  | 'PROGRAM_FAILED';
