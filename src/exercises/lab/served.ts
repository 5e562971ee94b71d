/** The outside world of a check: what its services were asked, and other answers than those that a manifest shows. */
import type { BindingCall, ServiceCall } from '../../contract/bindings.ts';
import type { PlayedService, ServiceAnswer, ServiceRequest } from '../../contract/services.ts';

/** A request that a service got. */
export interface ServedCall {
  /** Whose instance asked. */
  readonly functionName: string;
  readonly method: string;
  readonly url: string;
  /** As text; empty when there was none. */
  readonly body: string;
  /** The same as JSON; undefined when it holds none. */
  readonly json: unknown;
}

export function servedCall({ method, url, body }: ServiceCall, functionName: string): ServedCall {
  const text = new TextDecoder().decode(body ?? new Uint8Array());
  return { functionName, method, url, body: text, json: jsonIn(text) };
}

/** A timer that the code set (`setTimeout`), seen beside the code. */
export interface WaitedTimer {
  readonly waitMs: number;
  /** How many requests services had got by then. */
  readonly afterCalls: number;
}

/** @param calls of all instances, oldest first */
export function waitedTimers(calls: readonly BindingCall[]): readonly WaitedTimer[] {
  let afterCalls = 0;
  return calls.flatMap((call) => {
    if (call.op === 'service.fetch') afterCalls += 1;
    return call.op === 'timer.wait' ? [{ waitMs: call.waitMs, afterCalls }] : [];
  });
}

/** What a service says in a check, when it is more than JSON with status 200. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** How long it takes; as long as the manifest says, when absent. */
  readonly latencyMs?: number;
}

export function answerOf({ status, headers = {}, json = null, latencyMs }: Reply): ServiceAnswer {
  return {
    ...(latencyMs !== undefined && { latencyMs }),
    status,
    headers: [['content-type', 'application/json'], ...Object.entries(headers)],
    body: JSON.stringify(json),
  };
}

/** The same services, of which this one is never too busy and never fails by itself: a check says when it does. */
export function unlimited(services: readonly PlayedService[], name: string): readonly PlayedService[] {
  const calm = { rateLimit: null, failures: { errors: 0, drops: 0 } };
  return services.map((one) => (one.name === name ? { ...one, ...calm } : one));
}

/**
 * The same services, of which one answers otherwise on one route.
 *
 * @param route a method and a path, as in a manifest: `GET /metingen/:plaats`
 * @throws Error when there is no such service: a mistake of who wrote the check
 */
export function answering(
  services: readonly PlayedService[],
  name: string,
  route: string,
  answer: (asked: ServiceRequest) => ServiceAnswer,
): readonly PlayedService[] {
  if (!services.some((one) => one.name === name)) throw new Error(`No service ${name} is played`);
  const [method = '', path = ''] = route.split(' ');
  return services.map((one) =>
    one.name === name ? { ...one, routes: [{ method, path, maxItems: {}, answer }, ...one.routes] } : one,
  );
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
