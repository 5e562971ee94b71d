/** A sample function as the page gives it to its playground: everything here is plain, serialisable data. */
import type { SourceFile } from '../host/contract.ts';
import type { TriggerStart } from './trigger.ts';

export interface Sample {
  readonly name: string;
  readonly title: string;
  /** The first is the one that the reader sees first. */
  readonly files: readonly SourceFile[];
  readonly entry: string;
  readonly trigger: TriggerStart;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly concurrencyLimit: number;
  readonly env: Readonly<Record<string, string>>;
  /** Many calls can be sent at once. */
  readonly traffic: boolean;
  /** Only real Node can run it: it has packages, or uses parts of Node. */
  readonly needsNode: boolean;
}

/** A program that stays on, as the page gives it to its playground. */
export interface ProgramSample {
  readonly name: string;
  readonly title: string;
  readonly files: readonly SourceFile[];
  /** On which it listens. */
  readonly port: number;
}
