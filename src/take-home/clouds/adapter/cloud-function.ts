/** A function outside the lab: what the project says of it, and the reader's own handler with that. */
import type { BindingName, BindingResult, StoreOrQueueCall } from '../../../contract/bindings.ts';
import type { CloudEvent, Context } from '../../../contract/context.ts';
import type { ServiceSpec } from '../../../contract/services.ts';

/** Answers what a binding asks, on the provider's own service. What it throws is a fault of that service. */
export type AnswerCall = (call: StoreOrQueueCall) => Promise<BindingResult>;

export type CloudTrigger =
  /** `routes`: which requests it answers, as `engine/routes.ts` reads them; null for all of them. */
  | { readonly type: 'http'; readonly routes: readonly string[] | null }
  | { readonly type: 'upload'; readonly prefix: string }
  | { readonly type: 'timer'; readonly cron: string }
  | {
      readonly type: 'queue';
      readonly batchSize: number;
      readonly batchWindowMs: number;
      readonly visibilityTimeoutMs: number;
    };

/** What `functielab/project.json` says of one function. */
export interface CloudFunctionSpec {
  readonly name: string;
  /** In the reader's own folder. */
  readonly entry: string;
  readonly trigger: CloudTrigger;
  readonly grants: readonly BindingName[];
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string>>;
}

/** `functielab/project.json`. */
export interface CloudManifest {
  readonly name: string;
  /** Id of the target that the project was made for. */
  readonly target: string;
  /** In the order in which they look for a route. */
  readonly functions: readonly CloudFunctionSpec[];
  /** The outside world of the course, which is played when the project runs on the reader's own computer. */
  readonly services: readonly ServiceSpec[];
}

export type Handler = (asked: Request | CloudEvent, context: Context) => unknown;

export interface CloudFunction extends CloudFunctionSpec {
  readonly handler: Handler;
  /** It has served something in this process before: the next is no cold start. */
  isWarm: boolean;
}

export interface CloudApp {
  readonly functions: readonly CloudFunction[];
  readonly answer: AnswerCall;
}

/**
 * @param handlers by the name of the function: the default exports of the reader's files
 * @param provided the settings as the provider has them now, by which a declared one can be changed without its code
 * @throws Error, in Dutch, when a function has no handler
 */
export function makeApp(
  { functions }: Pick<CloudManifest, 'functions'>,
  handlers: Readonly<Record<string, unknown>>,
  provided: Readonly<Record<string, unknown>>,
  answer: AnswerCall,
): CloudApp {
  return {
    answer,
    functions: functions.map((spec) => {
      const handler = handlers[spec.name];
      if (typeof handler !== 'function') {
        throw new Error(`In ${spec.entry} ontbreekt export default met de functie ${spec.name}.`);
      }
      const env = Object.entries(spec.env).map(([name, declared]) => {
        const own = provided[name];
        return [name, typeof own === 'string' ? own : declared] as const;
      });
      return {
        ...spec,
        env: Object.freeze(Object.fromEntries(env)),
        handler: handler as Handler,
        isWarm: false,
      };
    }),
  };
}

/** For a platform of which no store and no queue is used: the project grants none, so nothing asks. */
export const NO_STORES: AnswerCall = async (call) => {
  throw new Error(`Op dit platform is er geen ${call.op.slice(0, call.op.indexOf('.'))}.`);
};
