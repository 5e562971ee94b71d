/**
 * A tape: what went on in a lab, so that it can be seen again anywhere. It holds two things.
 *
 * - What the platform was told (`inputs`), each with its moment: by these alone `replay` of the platform gives the list of what
 *   happened, equal to the last byte.
 * - What passed between engine and instances (`instances`, `invocations`, `calls`, `results`, `logs`): the code, what it was
 *   given, and what it answered. By these the code can run again (`replay-in-lab.ts`), at whatever speed the computer has: the
 *   times that count are those of the tape.
 *
 * `tape-recorder.ts` makes one, `tape-file.ts` writes and reads it. Whoever opens a lab imports this folder by the engine's door;
 * begin here.
 */
import type { BindingCall, BindingResult } from '../../contract/bindings.ts';
import type { LogLine, SourceFile } from '../../contract/data.ts';
import type { InstanceSpec, InvocationSpec, SettledResult } from '../../contract/host.ts';
import type { Input } from '../../platform/index.ts';

export interface Tape {
  /** Null: the platform's own. */
  readonly maxInstances: number | null;
  readonly inputs: readonly Input[];
  /** Each set of files once: `instances` count in this list. */
  readonly codes: readonly (readonly SourceFile[])[];
  readonly instances: readonly StartedInstance[];
  readonly invocations: readonly GivenInvocation[];
  /** What was asked of bindings and services, in the order of the answers of each instance. */
  readonly calls: readonly AnsweredCall[];
  readonly results: readonly InvocationResult[];
  /** What was logged by each invocation, one entry each; null: outside of all of them. */
  readonly logs: readonly InstanceLog[];
}

export interface StartedInstance extends Omit<InstanceSpec, 'files'> {
  readonly code: number;
}

export interface GivenInvocation {
  readonly instanceId: number;
  readonly invocation: InvocationSpec;
}

export interface AnsweredCall {
  readonly instanceId: number;
  readonly invocationId: string | null;
  readonly call: BindingCall;
  readonly result: BindingResult;
}

export interface InvocationResult {
  readonly invocationId: string;
  readonly result: SettledResult;
}

export interface InstanceLog {
  readonly instanceId: number;
  readonly invocationId: string | null;
  readonly lines: readonly LogLine[];
}
