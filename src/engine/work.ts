/** What goes on now: invocations that are open, with what they were asked, and instances that live. */
import type { BindingName } from '../contract/bindings.ts';
import type { CloudEvent, HttpRequestData } from '../contract/data.ts';
import type { Failure } from '../contract/failure.ts';
import type { PlatformEvent } from '../platform/index.ts';
import { LogBudget } from './log-budget.ts';
import type { Settlement } from './reports.ts';
import type { Answer, Deployment } from './types.ts';

/** What a handler is given. */
export type Payload =
  | { readonly request: HttpRequestData; readonly params: Readonly<Record<string, string>> }
  | { readonly event: CloudEvent; readonly attempt: number };

export interface OpenInvocation {
  readonly payload: Payload;
  /** Of the caller who waits; null for an event, for which nobody waits. */
  readonly resolve: ((answer: Answer) => void) | null;
  readonly logBudget: LogBudget;
  instanceId: number | null;
  /** When its instance was handed it; null before. */
  startedAtMs: number | null;
  settlement: Settlement | null;
}

/** An instance that the platform counts on. */
export interface LiveInstance {
  readonly functionName: string;
  readonly grants: readonly BindingName[];
  readonly timeoutMs: number;
  readonly startedAtMs: number;
  readonly logBudget: LogBudget;
  isReady: boolean;
  /** Why it went, if it went by itself. */
  failure: Failure | null;
}

export class Work {
  readonly open = new Map<string, OpenInvocation>();
  readonly live = new Map<number, LiveInstance>();

  begin(invocationId: string, payload: Payload, resolve: OpenInvocation['resolve']): void {
    this.open.set(invocationId, {
      payload,
      resolve,
      logBudget: new LogBudget(),
      instanceId: null,
      startedAtMs: null,
      settlement: null,
    });
  }

  /** The invocation, if it runs in this instance now. */
  running(instanceId: number, invocationId: string | null): OpenInvocation | null {
    const open = invocationId === null ? undefined : this.open.get(invocationId);
    return open?.instanceId === instanceId && open.startedAtMs !== null ? open : null;
  }

  /** @param deployed the newest version of its function, from which an instance starts */
  note(event: PlatformEvent, deployed: Deployment | undefined): void {
    switch (event.type) {
      case 'accepted': {
        const open = this.open.get(event.invocationId);
        if (open) open.instanceId = event.instanceId;
        break;
      }
      case 'invocationStarted': {
        const open = this.open.get(event.invocationId);
        if (open) open.startedAtMs = event.atMs;
        break;
      }
      case 'instanceStarted':
        this.live.set(event.instanceId, {
          functionName: event.functionName,
          grants: deployed?.grants ?? [],
          timeoutMs: deployed?.timeoutMs ?? 0,
          startedAtMs: event.atMs,
          logBudget: new LogBudget(),
          isReady: false,
          failure: null,
        });
        break;
      case 'instanceReady': {
        const live = this.live.get(event.instanceId);
        if (live) live.isReady = true;
        break;
      }
      case 'instanceGone':
        this.live.delete(event.instanceId);
        break;
      default:
    }
  }
}
