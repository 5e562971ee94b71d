/**
 * One service of the outside world, as the platform plays it: what it answers to a request that comes at a moment, and how
 * long that takes. It reads no clock and waits for nothing; what is chance in it follows from its seed.
 */
import type { ServiceCall } from '../../contract/bindings.ts';
import type { HttpResponseData } from '../../contract/data.ts';
import { type PlayedService, type ServiceAnswer, STATUSES_WITHOUT_BODY } from '../../contract/services.ts';
import { nextRandomState, randomFrom } from '../../platform/index.ts';
import { findRoute } from '../routes.ts';

/** What comes of one request. */
export interface Played {
  /** Null: the connection drops. */
  readonly response: HttpResponseData | null;
  /** From asking until this has come: in whole ms. */
  readonly latencyMs: number;
}

const JSON_TYPE = 'application/json';

export class Service {
  readonly #spec: PlayedService;
  #randomState: number;
  /** The window that counts now; null before the first request. */
  #window: { readonly fromMs: number; requests: number } | null = null;

  constructor(spec: PlayedService) {
    this.#spec = spec;
    this.#randomState = spec.seed;
  }

  /** @param atMs when it is asked, on any clock that does not go back */
  ask(call: ServiceCall, atMs: number): Played {
    const { failures, latencyMs } = this.#spec;
    const [least, most] = latencyMs;
    // As many numbers for every request, so that what one request meets moves no other one's luck.
    const waits = least + Math.floor(this.#random() * (most - least + 1));
    const fails = this.#random() < failures.errors;
    const drops = this.#random() < failures.drops;
    const answer = this.#refusedByLimit(atMs) ?? (fails ? UNAVAILABLE : this.#answerTo(call));
    return { latencyMs: answer.latencyMs ?? waits, response: drops ? null : responseOf(answer, call.method) };
  }

  #random(): number {
    this.#randomState = nextRandomState(this.#randomState);
    return randomFrom(this.#randomState);
  }

  /** A request that is refused takes no place in a window, and makes none longer. */
  #refusedByLimit(atMs: number): ServiceAnswer | null {
    const limit = this.#spec.rateLimit;
    if (limit === null) return null;
    if (this.#window === null || atMs >= this.#window.fromMs + limit.windowMs) {
      this.#window = { fromMs: atMs, requests: 0 };
    }
    if (this.#window.requests < limit.requests) {
      this.#window.requests += 1;
      return null;
    }
    // Whole seconds, rounded up: who waits that long is let in. Source: RFC 9110, section 10.2.3.
    const leftS = Math.ceil((this.#window.fromMs + limit.windowMs - atMs) / 1_000);
    return problem(429, 'Te veel verzoeken. Wacht zo lang als Retry-After zegt.', [
      ['retry-after', String(leftS)],
    ]);
  }

  #answerTo(call: ServiceCall): ServiceAnswer {
    const { routes } = this.#spec;
    const { pathname } = new URL(call.url);
    const byNumber = routes.map(({ method, path }, at) => ({
      functionName: String(at),
      routes: [`${method} ${path}`],
    }));
    const method = call.method === 'HEAD' ? 'GET' : call.method;
    const found = findRoute(byNumber, method, pathname);
    if (found.kind === 'none') return problem(404, `Hier is niets: ${pathname}`);
    if (found.kind === 'otherMethod') {
      const allowed = found.allowed.join(', ');
      return problem(405, `Dit adres kent alleen ${allowed}.`, [['allow', allowed]]);
    }
    const route = routes[Number(found.functionName)];
    if (route === undefined) return problem(404, `Hier is niets: ${pathname}`);
    const refusal = tooManyItems(route.maxItems, call.body);
    if (refusal !== null) return refusal;
    const { url, headers, body } = call;
    const { params } = found;
    return typeof route.answer === 'function'
      ? route.answer({ method: call.method, url, headers, body, params })
      : { ...route.answer, body: filledIn(route.answer.body, params) };
  }
}

const UNAVAILABLE = problem(503, 'Deze dienst werkt even niet. Probeer het later opnieuw.');

function tooManyItems(
  maxItems: Readonly<Record<string, number>>,
  body: Uint8Array | null,
): ServiceAnswer | null {
  const limits = Object.entries(maxItems);
  if (limits.length === 0) return null;
  const sent = fieldsOf(body);
  for (const [field, most] of limits) {
    const items = sent?.[field];
    if (!Array.isArray(items)) return problem(400, `Stuur JSON met een lijst \`${field}\`.`);
    if (items.length > most)
      return problem(413, `Maximaal ${most} ${field} tegelijk: dit zijn er ${items.length}.`);
  }
  return null;
}

/** A `{naam}` in an answer becomes what the `:naam` of its path matched; no JSON has a brace like that of its own. */
function filledIn(body: string, params: Readonly<Record<string, string>>): string {
  return body.replace(/\{(\w+)\}/g, (whole, name: string) =>
    // As it stands between quotes: a value must not end the text that it is in.
    Object.hasOwn(params, name) ? JSON.stringify(params[name]).slice(1, -1) : whole,
  );
}

function fieldsOf(body: Uint8Array | null): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body ?? new Uint8Array()));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function problem(status: number, text: string, headers: [string, string][] = []): ServiceAnswer {
  return { status, headers: [['content-type', JSON_TYPE], ...headers], body: JSON.stringify({ fout: text }) };
}

function responseOf({ status, headers, body }: ServiceAnswer, method: string): HttpResponseData {
  const hasBody = method !== 'HEAD' && !STATUSES_WITHOUT_BODY.includes(status);
  return { status, statusText: '', headers, body: new TextEncoder().encode(hasBody ? body : '') };
}
