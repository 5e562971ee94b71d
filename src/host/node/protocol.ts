/** What a page and the process of the Node host say to each other, a line a message. */
import type { BindingResult } from '../../contract/bindings.ts';
import type { InstanceSpec, InvocationSpec, Report } from '../../contract/host.ts';

/** `host` names one engine's host among all that share the process. */
export type ToNode =
  | { readonly type: 'hello'; readonly secret: string }
  | {
      readonly type: 'start';
      readonly host: string;
      /** Name of the folder in which the function's packages are. */
      readonly project: string;
      readonly spec: InstanceSpec;
    }
  | {
      readonly type: 'invoke';
      readonly host: string;
      readonly instanceId: number;
      readonly invocation: InvocationSpec;
    }
  | {
      readonly type: 'reply';
      readonly host: string;
      readonly instanceId: number;
      readonly callId: number;
      readonly result: BindingResult;
    }
  | { readonly type: 'kill'; readonly host: string; readonly instanceId: number }
  /** Kills all instances of this host. */
  | { readonly type: 'dispose'; readonly host: string }
  | { readonly type: 'ping' };

export type FromNode =
  | {
      readonly type: 'hello';
      /** Such as `v22.12.0`. */
      readonly nodeVersion: string;
      readonly clockStepMs: number;
    }
  | { readonly type: 'report'; readonly host: string; readonly report: Report }
  | { readonly type: 'pong' };

/** The first line of the process, without a mark: its terminal is in raw mode, it can be spoken to. */
export const READY_LINE = 'functielab: klaar';

/** What a project's folder may be called. */
export const PROJECT_NAME = /^[a-z0-9][a-z0-9-]*$/;
