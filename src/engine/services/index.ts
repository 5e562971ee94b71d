/**
 * The outside world that the platform plays. What a function asks of a service comes here, waits here as long as that
 * service takes, and is answered from here: so its waiting, counting and failing are measured outside the learner's realm.
 * Begin here; `service.ts` says what one service answers.
 *
 * Waiting is real, or counted. A check has no use for time that passes: where waiting is counted, the clock jumps to the
 * next answer that is due as soon as all who are busy do nothing but wait. Each instance tells when that is so, since
 * nobody else can know whether it computes; one that lies about it only makes its own bill longer, because no answer is
 * there before it was waited for. What an invocation waited so is added to what its host measured (`countedMs`). A timer of
 * the function (`wait`) is counted on the same clock: a time limit of its own would never go off beside answers that are there at once.
 *
 * A name may also lead to the functions of the lab itself (`isOwn`). Nobody knows beforehand when such an answer is due, and who
 * waits for it waits along with whatever the called function waits for.
 */
import type { BindingResult, ServiceCall, TimerCall } from '../../contract/bindings.ts';
import type { HttpRequestData, HttpResponseData } from '../../contract/data.ts';
import type { PlayedService, ServicesInside } from '../../contract/services.ts';
import { nextWakeMs, type PlatformEvent } from '../../platform/index.ts';
import { Alarm } from '../clock.ts';
import { refused } from '../stores/index.ts';
import type { Clock, Loop, ServiceCallEntry, ServiceWaits } from '../types.ts';
import type { LiveInstance, OpenInvocation, Work } from '../work.ts';
import { Service } from './service.ts';

/** Who asks; `invocationId` is null for module scope, and for what outlives its invocation. */
export interface Asking {
  readonly instanceId: number;
  readonly invocationId: string | null;
  readonly callId: number;
}

interface Pending extends Asking {
  readonly functionName: string;
  /** Null for a timer, of which nothing is written down. */
  readonly call: ServiceCall | null;
  readonly fromMs: number;
  /** When its answer is there, or its time is up; infinite where only a function of the lab itself can tell. */
  readonly dueMs: number;
  readonly outcome: ServiceCallEntry['outcome'];
  readonly result: BindingResult;
  /** Of a function of the lab itself. */
  readonly calledId?: string;
}

/** The loop with what only the counting of waits asks of it. */
interface JumpingLoop extends Loop {
  readonly isDisposed: boolean;
  /** Moves the clock on, if it is not there yet, and does what falls due there. */
  jumpTo(atMs: number): void;
}

/** What the functions of the lab answer, whatever becomes of it. */
export type AskOwn = (request: HttpRequestData) => {
  readonly invocationId: string;
  /** Tells the platform; not before this. */
  readonly send: () => Promise<HttpResponseData>;
};

export class OutsideWorld {
  readonly #loop: JumpingLoop;
  readonly #work: Work;
  readonly #isCounted: boolean;
  readonly #alarm: Alarm;
  #askOwn: AskOwn | null = null;
  #specs: readonly PlayedService[] = [];
  #services = new Map<string, Service>();
  #pending: Pending[] = [];
  #isLooking = false;

  constructor(loop: JumpingLoop, work: Work, clock: Clock, waits: ServiceWaits) {
    this.#loop = loop;
    this.#work = work;
    this.#isCounted = waits === 'counted';
    this.#alarm = new Alarm(clock, () => this.#answerDue());
  }

  /** Once, before anything is asked: where a name leads that is the lab's own. */
  ownBy(askOwn: AskOwn): void {
    this.#askOwn = askOwn;
  }

  /** From now on these are played, from their beginning. */
  play(specs: readonly PlayedService[]): void {
    this.#specs = specs;
    this.restart();
  }

  /** As if nobody had asked anything yet. */
  restart(): void {
    const played = this.#specs.filter(({ isOwn }) => !isOwn);
    this.#services = new Map(played.map((spec) => [spec.name, new Service(spec)]));
  }

  get inside(): ServicesInside {
    return { names: this.#specs.map(({ name }) => name), isWaitingCounted: this.#isCounted };
  }

  ask(call: ServiceCall, asking: Asking, { functionName }: LiveInstance): void {
    const name = originOf(call.url);
    if (this.#specs.some((spec) => spec.isOwn && spec.name === name)) {
      this.#askFunction(call, asking, functionName);
      return;
    }
    const service = this.#services.get(name);
    if (service === undefined) {
      const result = refused({ code: 'SERVICE_UNKNOWN', details: { service: name } });
      this.#loop.reply(asking.instanceId, asking.callId, result);
      return;
    }
    const fromMs = this.#loop.nowMs();
    const { response, latencyMs } = service.ask(call, fromMs);
    const isTooLate = this.#isCounted && call.timeoutMs !== null && call.timeoutMs < latencyMs;
    this.#pending.push({
      ...asking,
      functionName,
      call,
      fromMs,
      dueMs: fromMs + (isTooLate ? (call.timeoutMs ?? 0) : latencyMs),
      ...(isTooLate
        ? { outcome: 'timedOut', result: refused({ code: 'CALL_TIMED_OUT' }) }
        : response === null
          ? {
              outcome: 'dropped',
              result: refused({ code: 'CONNECTION_DROPPED', details: { service: name } }),
            }
          : { outcome: 'answered', result: { ok: true, value: response } }),
    });
    this.#wakeForFirst();
    this.look();
  }

  /** A timer of the function, which is told when its time has come. */
  wait({ waitMs }: TimerCall, asking: Asking, { functionName }: LiveInstance): void {
    const fromMs = this.#loop.nowMs();
    const result = { ok: true, value: null } as const;
    this.#pending.push({
      ...asking,
      functionName,
      call: null,
      fromMs,
      dueMs: fromMs + waitMs,
      outcome: 'answered',
      result,
    });
    this.#wakeForFirst();
    this.look();
  }

  /** The called function goes on, also when nobody waits for it any more: as over a real network. */
  #askFunction(call: ServiceCall, asking: Asking, functionName: string): void {
    const fromMs = this.#loop.nowMs();
    // Where time is counted, a time limit of the call itself is counted here too.
    const dueMs = fromMs + ((this.#isCounted ? call.timeoutMs : null) ?? Number.POSITIVE_INFINITY);
    const { method, url, headers, body } = call;
    const called = this.#askOwn?.({ method, url, headers, body });
    if (called === undefined) return;
    const pending: Pending = {
      ...asking,
      functionName,
      call,
      fromMs,
      dueMs,
      outcome: 'timedOut',
      result: refused({ code: 'CALL_TIMED_OUT' }),
      calledId: called.invocationId,
    };
    this.#pending.push(pending);
    const calledId = called.invocationId;
    this.#loop.append({ type: 'functionAsked', atMs: fromMs, functionName, calledId, ...whoAsks(asking) });
    void called.send().then((response) => {
      if (!this.#pending.includes(pending)) return;
      this.#pending = this.#pending.filter((one) => one !== pending);
      const result: BindingResult = { ok: true, value: response };
      this.#write({ ...pending, result }, 'answered');
      this.#loop.reply(pending.instanceId, pending.callId, result);
    });
    this.look();
  }

  /** The function no longer wants this answer. */
  abandon(instanceId: number, callId: number): void {
    const pending = this.#pending.find((one) => one.instanceId === instanceId && one.callId === callId);
    if (pending === undefined) return;
    this.#pending = this.#pending.filter((one) => one !== pending);
    this.#write(pending, 'aborted');
    this.#loop.reply(instanceId, callId, refused({ code: 'CALL_ABORTED' }));
  }

  /** Before the event is written down: what was waited for until then belongs before it. */
  note(event: PlatformEvent): void {
    if (event.type === 'invocationEnded' && event.outcome !== 'ok' && event.outcome !== 'error') {
      this.#lose((one) => one.invocationId === event.invocationId);
    } else if (event.type === 'instanceGone') {
      this.#lose((one) => one.instanceId === event.instanceId);
    }
  }

  /** After a jump of the clock. */
  afterJump(): void {
    this.#alarm.reset();
    this.#wakeForFirst();
  }

  /** Where waiting is counted: looks whether all wait, once what goes on now is done. */
  look(): void {
    if (!this.#isCounted || this.#isLooking) return;
    this.#isLooking = true;
    queueMicrotask(() => {
      this.#isLooking = false;
      this.#jumpIfAllWait();
    });
  }

  #jumpIfAllWait(): void {
    if (this.#loop.isDisposed) return;
    const busy = [...this.#work.live].filter(([id, live]) => !live.isReady || this.#runningIn(id).length > 0);
    if (busy.some(([, live]) => !live.isAtRest)) return;
    const waiting = busy.filter(([id]) => this.#pending.some((one) => one.instanceId === id));
    const ids = new Set(waiting.map(([id]) => id));
    const dueMs = Math.min(...this.#pending.filter((one) => ids.has(one.instanceId)).map((one) => one.dueMs));
    if (!Number.isFinite(dueMs)) return;
    const nowMs = this.#loop.nowMs();
    const toMs = Math.min(dueMs, nextWakeMs(this.#loop.state) ?? dueMs);
    // Below 0 when this machine was slower than the wait is long: what it was too slow is nobody's bill.
    const waitedMs = toMs - nowMs;
    for (const [id, live] of waiting) {
      if (!live.isReady) live.countedMs += waitedMs;
      for (const open of this.#runningIn(id)) open.countedMs += waitedMs;
    }
    this.#loop.jumpTo(toMs);
    this.#answerDue();
    this.look();
  }

  #runningIn(instanceId: number): OpenInvocation[] {
    const all = [...this.#work.open.values()];
    return all.filter((open) => open.instanceId === instanceId && open.startedAtMs !== null);
  }

  #answerDue(): void {
    const nowMs = this.#loop.nowMs();
    const due = this.#pending
      .filter(({ dueMs }) => dueMs <= nowMs)
      .sort((one, other) => one.dueMs - other.dueMs);
    this.#pending = this.#pending.filter(({ dueMs }) => dueMs > nowMs);
    for (const pending of due) {
      this.#write(pending, pending.outcome);
      this.#loop.reply(pending.instanceId, pending.callId, pending.result);
    }
    this.#wakeForFirst();
  }

  #lose(isLost: (one: Pending) => boolean): void {
    const lost = this.#pending.filter(isLost);
    if (lost.length === 0) return;
    this.#pending = this.#pending.filter((one) => !lost.includes(one));
    for (const pending of lost) this.#write(pending, 'lost');
  }

  #write(
    { functionName, instanceId, invocationId, call, fromMs, dueMs, result, calledId }: Pending,
    outcome: ServiceCallEntry['outcome'],
  ): void {
    if (call === null) return;
    const atMs = this.#loop.nowMs();
    // Counted waiting ends when it is due: that an answer came later is this machine's doing.
    const untilMs = this.#isCounted ? Math.min(atMs, dueMs) : atMs;
    const response = outcome === 'answered' && result.ok ? result.value : null;
    this.#loop.append({
      type: 'serviceCall',
      atMs,
      functionName,
      instanceId,
      invocationId,
      method: call.method,
      url: call.url,
      outcome,
      status:
        typeof response === 'object' && response !== null && 'status' in response ? response.status : null,
      waitedMs: untilMs - fromMs,
      ...(calledId !== undefined && { calledId }),
    });
  }

  /** Where waiting is counted nobody has to be woken: the clock is brought to what is due. */
  #wakeForFirst(): void {
    if (this.#isCounted) return;
    const dueMs = Math.min(...this.#pending.map((one) => one.dueMs));
    this.#alarm.set(Number.isFinite(dueMs) ? dueMs : null);
  }
}

const whoAsks = ({ instanceId, invocationId }: Asking) => ({ instanceId, invocationId });

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
