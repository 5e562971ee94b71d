/**
 * An outside world that the platform plays: services under names that exist nowhere else, with their answers, their waits,
 * their limits and their failures. A function asks them by `fetch`; the engine answers, beside the learner's realm.
 */
import type { HeaderList } from './data.ts';

/** What a service answers on one route. */
export interface ServiceAnswer {
  /** 200 to 599, and no redirect. */
  readonly status: number;
  readonly headers: HeaderList;
  /** `{plaats}` in it stands for what the `:plaats` of its path matched. */
  readonly body: string;
  /** How long this one takes; as long as its service does, when absent. */
  readonly latencyMs?: number;
}

/** What a service is asked. */
export interface ServiceRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  /** Null when there is none. */
  readonly body: Uint8Array | null;
  /** What the `:name` parts of the route matched. */
  readonly params: Readonly<Record<string, string>>;
}

interface RouteOf<Answer> {
  readonly method: string;
  /** As in a function's own routes: `/metingen/:plaats`. */
  readonly path: string;
  /** Most items in these lists of a JSON body; more are answered with 413. */
  readonly maxItems: Readonly<Record<string, number>>;
  readonly answer: Answer;
}

interface ServiceOf<Answer> {
  /** Its origin: `https://weer.example`. */
  readonly name: string;
  /** From asking to answer: drawn between these two, both included. */
  readonly latencyMs: readonly [least: number, most: number];
  /** More requests than this in a window are answered with 429; null without a limit. A window begins with a request. */
  readonly rateLimit: { readonly requests: number; readonly windowMs: number } | null;
  /** Chances from 0 to 1: of a 503, and of a connection that drops. */
  readonly failures: { readonly errors: number; readonly drops: number };
  /** The same seed draws the same waits and failures for the same requests in the same order. */
  readonly seed: number;
  readonly routes: readonly RouteOf<Answer>[];
  /**
   * Nothing is played here: what is asked under this name comes to the functions of the playground itself, by their own routes.
   * Of such a service only the name counts.
   */
  readonly isOwn?: true;
}

/** As a manifest names it: plain data. */
export type ServiceSpec = ServiceOf<ServiceAnswer>;
/** As the engine plays it: an answer may also be made from what is asked. */
export type PlayedService = ServiceOf<ServiceAnswer | ((asked: ServiceRequest) => ServiceAnswer)>;

/** What an instance is told of the outside world. */
export interface ServicesInside {
  /** Origins. */
  readonly names: readonly string[];
  /** Then the instance tells when it has nothing to do but wait: see `Report`. */
  readonly isWaitingCounted: boolean;
}

/** Reserved for examples and tests: nobody can own a name under them. Source: RFC 2606, section 2. */
export const RESERVED_ENDINGS: readonly string[] = ['.example', '.test', '.invalid'];

/** Only text of its own is looked at: `https://weer.example`, without a port, a path or a user. */
export const SERVICE_NAME = /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:example|test|invalid)$/;

/** No redirect is played: whoever asks would have to be sent on. */
export function isPlayedStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 200 && status <= 599 && !(status >= 300 && status < 400);
}

/** With these an answer has no body. Source: fetch.spec.whatwg.org, "null body status". */
export const STATUSES_WITHOUT_BODY: readonly number[] = [204, 205];
