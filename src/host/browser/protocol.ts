/** What the page and its sandboxed frame say to each other over their port. Both ends are ours. */
import type { BindingResult } from '../../contract/bindings.ts';
import type { InvocationSpec, Report } from '../../contract/host.ts';
import type { LoadMessage } from '../instance/protocol.ts';

export type ToFrame =
  | { readonly type: 'start'; readonly instanceId: number; readonly load: LoadMessage }
  | { readonly type: 'invoke'; readonly instanceId: number; readonly invocation: InvocationSpec }
  | {
      readonly type: 'reply';
      readonly instanceId: number;
      readonly callId: number;
      readonly result: BindingResult;
    }
  | { readonly type: 'kill'; readonly instanceId: number }
  | { readonly type: 'ping' };

export type FromFrame =
  | Report
  | { readonly type: 'booted' }
  | { readonly type: 'clock'; readonly stepMs: number }
  | { readonly type: 'pong' };
