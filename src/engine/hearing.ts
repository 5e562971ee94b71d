/**
 * What a host reports, turned into what the platform is told. A host runs beside the learner's code, so it may say
 * anything: of an instance that is gone, or never was, nothing is heard; what makes no sense is ignored; what makes
 * some sense is brought back to what can be true. Only what is left becomes an input.
 *
 * The result itself never enters the platform: it is left with the open invocation (`work.ts`), and the platform hears
 * that a handler came to its end.
 */
import { checkCall } from '../contract/binding-rules.ts';
import type { HttpResponseData, LogLine } from '../contract/data.ts';
import type { CodeFrame, ErrorInfo, Failure } from '../contract/failure.ts';
import type { Report, SettledResult } from '../contract/host.ts';
import { RESPONSE_LIMIT_BYTES, RETURNED_LIMIT_BYTES } from '../contract/lab-defaults.ts';
import { STATUS_OF_HOST_FAILURE } from './invocation-failure.ts';
import { failedOf } from './messages/event-data.ts';
import type { OutsideWorld } from './services/index.ts';
import { type Desk, refused } from './stores/index.ts';
import type { Loop } from './types.ts';
import type { LiveInstance, Work } from './work.ts';

type Told<Type extends Report['type']> = Extract<Report, { type: Type }>;

export class Hearing {
  readonly #loop: Loop;
  readonly #work: Work;
  readonly #desk: Desk;
  readonly #world: OutsideWorld;

  constructor(loop: Loop, work: Work, desk: Desk, world: OutsideWorld) {
    this.#loop = loop;
    this.#work = work;
    this.#desk = desk;
    this.#world = world;
  }

  hear(report: Report): void {
    const live = this.#work.live.get(report.instanceId);
    if (live === undefined) return;
    switch (report.type) {
      case 'ready':
        this.#ready(report, live);
        break;
      case 'settled':
        this.#settled(report);
        break;
      case 'ended':
        this.#ended(report, live);
        break;
      case 'log':
        this.#log(report, live);
        break;
      case 'call':
        live.isAtRest = false;
        this.#call(report, live);
        break;
      case 'abandoned':
        this.#world.abandon(report.instanceId, report.callId);
        break;
      case 'waiting':
        live.isAtRest = report.heard >= live.told;
        this.#world.look();
        break;
    }
  }

  #ready({ instanceId, initMs: measuredMs }: Told<'ready'>, live: LiveInstance): void {
    const initMs = believableMs(measuredMs, this.#loop.nowMs() - live.startedAtMs, live.countedMs);
    if (!live.isReady && initMs !== null) this.#loop.tell({ type: 'ready', instanceId, initMs });
  }

  #settled({ instanceId, invocationId, durationMs: measuredMs, result }: Told<'settled'>): void {
    const open = this.#work.running(instanceId, invocationId);
    if (open === null || open.startedAtMs === null) return;
    const durationMs = believableMs(measuredMs, this.#loop.nowMs() - open.startedAtMs, open.countedMs);
    if (durationMs === null) return;
    const settled = believableResult(result, open.asked === null);
    open.settled = settled;
    const outcome = settled.ok ? 'ok' : 'error';
    const failed = settled.ok && 'returned' in settled ? failedOf(settled.returned) : [];
    this.#loop.tell({
      type: 'settled',
      instanceId,
      invocationId,
      durationMs,
      outcome,
      ...(failed.length > 0 && { failed }),
    });
  }

  #ended({ instanceId, failure, initMs: measuredMs }: Told<'ended'>, live: LiveInstance): void {
    live.failure = believableFailure(failure, 'INSTANCE_CRASHED');
    // Without a sandbox nothing of the learner's ran: that is no start to pay for.
    const wasNeverThere = live.failure.code === 'HOST_UNAVAILABLE';
    const elapsedMs = this.#loop.nowMs() - live.startedAtMs;
    const initMs = wasNeverThere ? 0 : believableMs(measuredMs, elapsedMs, live.countedMs);
    if (live.isReady || initMs === null) this.#loop.tell({ type: 'ended', instanceId });
    else this.#loop.tell({ type: 'ended', instanceId, initMs });
  }

  #log(report: Told<'log'>, live: LiveInstance): void {
    const { instanceId, invocationId } = report;
    const open = this.#work.running(instanceId, invocationId);
    const told = believableLines(report.lines);
    const lines = (open ?? live).logBudget.take(told);
    const dropped = believableCount(report.dropped) + told.length - lines.length;
    if (lines.length === 0 && dropped === 0) return;
    this.#loop.append({
      type: 'log',
      atMs: this.#loop.nowMs(),
      functionName: live.functionName,
      instanceId,
      invocationId: open === null ? null : invocationId,
      lines,
      dropped,
    });
  }

  /** What is written is there before the answer goes out: the instance may die at any moment after. */
  #call({ instanceId, invocationId, callId, call }: Told<'call'>, live: LiveInstance): void {
    const { functionName, grants } = live;
    if (call.op === 'service.fetch') {
      const failure = checkCall(call);
      if (failure === null) this.#world.ask(call, { instanceId, invocationId, callId }, live);
      else this.#loop.reply(instanceId, callId, refused(failure));
      return;
    }
    if (call.op === 'timer.wait') {
      this.#world.wait(call, { instanceId, invocationId, callId }, live);
      return;
    }
    const isOpen = this.#work.running(instanceId, invocationId) !== null;
    const result = isOpen
      ? this.#desk.perform(call, { functionName, invocationId, grants })
      : refused({ code: 'INVOCATION_OVER' });
    this.#loop.reply(instanceId, callId, result);
  }
}

/**
 * A host cannot have measured more than has passed here. Its clock may step by 1 ms (Firefox and WebKit
 * in a frame that is not isolated), so it may be that much ahead.
 */
const CLOCK_TOLERANCE_MS = 1;

/**
 * @param countedMs what was waited without real time passing: the host can't have measured it
 * @returns a span that can be true, or null for what is no span at all
 */
function believableMs(measuredMs: unknown, elapsedMs: number, countedMs: number): number | null {
  if (typeof measuredMs !== 'number' || !(measuredMs >= 0)) return null;
  return Math.max(0, Math.min(measuredMs + countedMs, elapsedMs + CLOCK_TOLERANCE_MS));
}

/**
 * A result in which nothing can be recognised counts as an answer that is no `Response`, and of an event as nothing.
 *
 * @param isEvent what was asked: an answer to something else is none
 */
function believableResult(result: SettledResult, isEvent: boolean): SettledResult {
  if (isObject(result) && !result.ok)
    return { ok: false, failure: believableFailure(result.failure, 'HANDLER_ERROR') };
  if (isEvent) return { ok: true, returned: believableReturned(result) };
  const response = isObject(result) && 'response' in result ? result.response : undefined;
  if (response === undefined || !isResponse(response))
    return { ok: false, failure: { code: 'NOT_A_RESPONSE' } };
  const bytes = response.body.byteLength;
  if (bytes > RESPONSE_LIMIT_BYTES) {
    return {
      ok: false,
      failure: { code: 'RESPONSE_TOO_LARGE', details: { bytes, limitBytes: RESPONSE_LIMIT_BYTES } },
    };
  }
  return { ok: true, response };
}

function believableReturned(result: SettledResult): string | null {
  if (!isObject(result) || !('returned' in result) || !isString(result.returned)) return null;
  return result.returned.length <= RETURNED_LIMIT_BYTES ? result.returned : null;
}

/** @param otherwise what it counts as when its code is none that a host can know */
function believableFailure(failure: Failure, otherwise: Failure['code']): Failure {
  if (!isObject(failure) || typeof failure.code !== 'string') return { code: otherwise };
  if (!Object.hasOwn(STATUS_OF_HOST_FAILURE, failure.code)) return { code: otherwise };
  const { code, error, details } = failure;
  return {
    code,
    ...(isErrorInfo(error) && { error }),
    ...(isDetails(details) && { details }),
  };
}

function believableLines(lines: readonly LogLine[]): readonly LogLine[] {
  if (!Array.isArray(lines)) return [];
  return lines.filter(isLogLine);
}

/** @returns a whole number; 0 for what is none */
function believableCount(count: unknown): number {
  return Number.isSafeInteger(count) ? Math.max(0, Number(count)) : 0;
}

const LEVELS: ReadonlySet<unknown> = new Set<LogLine['level']>(['log', 'info', 'warn', 'error', 'debug']);

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isLogLine(value: LogLine): boolean {
  return isObject(value) && isString(value.text) && LEVELS.has(value.level);
}

function isResponse(value: HttpResponseData): boolean {
  return (
    isObject(value) &&
    Number.isInteger(value.status) &&
    value.status >= 200 &&
    value.status <= 599 &&
    typeof value.statusText === 'string' &&
    value.body instanceof Uint8Array &&
    Array.isArray(value.headers) &&
    value.headers.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isString))
  );
}

function isErrorInfo(value: ErrorInfo | undefined): value is ErrorInfo {
  return (
    isObject(value) &&
    isString(value.name) &&
    isString(value.message) &&
    Array.isArray(value.frames) &&
    value.frames.every(isCodeFrame)
  );
}

function isCodeFrame(value: CodeFrame): boolean {
  return (
    isObject(value) &&
    isString(value.file) &&
    Number.isInteger(value.line) &&
    Number.isInteger(value.column) &&
    (value.functionName === undefined || isString(value.functionName))
  );
}

function isDetails(value: Failure['details']): value is NonNullable<Failure['details']> {
  return (
    isObject(value) && Object.values(value).every((detail) => isString(detail) || Number.isFinite(detail))
  );
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
