/** A sample as the page gives it to its playground: everything here is plain, serialisable data. */
import type { BindingName } from '../contract/bindings.ts';
import type { SourceFile } from '../contract/data.ts';
import type { ServiceSpec } from '../contract/services.ts';

/** One function of a playground. */
export interface SampleFunction {
  readonly name: string;
  readonly entry: string;
  readonly grants: readonly BindingName[];
  readonly trigger: SampleTrigger;
}

export type SampleTrigger =
  | { readonly type: 'http'; readonly routes: readonly string[] | null }
  | {
      readonly type: 'upload';
      readonly prefix: string;
      readonly accept: string;
      readonly samples: readonly SampleFile[];
    }
  | { readonly type: 'timer'; readonly cron: string }
  | {
      readonly type: 'queue';
      readonly batchSize: number;
      readonly batchWindowMs: number;
      readonly visibilityTimeoutMs: number;
      /** JSON text. */
      readonly example: string;
      readonly lostAcks: { readonly seed: number; readonly chance: number } | null;
    };

/** A request as the form of a playground is filled in with it. */
export interface RequestStart {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request that a button fills in. */
export interface RequestExample extends RequestStart {
  /** The file that answers it. */
  readonly file: string;
}

/** A file to try an upload with. */
export interface SampleFile {
  readonly title: string;
  readonly file: string;
  /** Where the site has it. */
  readonly url: string;
}

export interface Sample {
  readonly name: string;
  readonly title: string;
  /** The first is the one that the reader sees first. */
  readonly files: readonly SourceFile[];
  /** Paths of files that the task gives: nobody changes them, and when code is checked they come from the course. */
  readonly given: readonly string[];
  /** At least one; requests look for their route in this order. */
  readonly functions: readonly SampleFunction[];
  /** The request that the reader finds filled in; null when no function answers HTTP. */
  readonly request: RequestStart | null;
  /** Requests that a button fills in. */
  readonly examples: readonly RequestExample[];
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly concurrencyLimit: number;
  readonly env: Readonly<Record<string, string>>;
  /** The outside world that the platform plays for it. */
  readonly services: readonly ServiceSpec[];
  /** Many calls can be sent at once. */
  readonly traffic: boolean;
  readonly timeline: boolean;
  /** Only real Node can run it: it has packages, or uses parts of Node. */
  readonly needsNode: boolean;
  /** Only a browser can run it: it uses parts that Node lacks. */
  readonly needsBrowser: boolean;
}

/** A program that stays on, as the page gives it to its playground. */
export interface ProgramSample {
  readonly name: string;
  readonly title: string;
  readonly files: readonly SourceFile[];
  /** On which it listens. */
  readonly port: number;
}
