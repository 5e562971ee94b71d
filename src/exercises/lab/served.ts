/** The outside world of a check: what its services were asked, and other answers than those that a manifest shows. */
import type { ServiceCall } from '../../contract/bindings.ts';
import type { PlayedService, ServiceRequest } from '../../contract/services.ts';

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

/**
 * The same services, of which one answers otherwise on one route.
 *
 * @param route a method and a path, as in a manifest: `GET /metingen/:plaats`
 * @param answerTo what becomes the JSON of an answer with status 200
 * @throws Error when there is no such service: a mistake of who wrote the check
 */
export function answering(
  services: readonly PlayedService[],
  name: string,
  route: string,
  answerTo: (asked: ServiceRequest) => unknown,
): readonly PlayedService[] {
  if (!services.some((one) => one.name === name)) throw new Error(`No service ${name} is played`);
  const [method = '', path = ''] = route.split(' ');
  const answer = (asked: ServiceRequest) => ({
    status: 200,
    headers: [['content-type', 'application/json']] as const,
    body: JSON.stringify(answerTo(asked)),
  });
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
