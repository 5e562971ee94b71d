/**
 * Puts the refusals of `refusals.ts` in place of what the browser offers.
 *
 * A browser spreads its globals over the global object and the prototypes behind it, so each name is replaced
 * on every object that has it, and can't be deleted or redefined after that: WebKit alone still opens `caches`
 * inside the sandbox, and a nested `Worker` would bring a fresh, unguarded set of globals. Functions and
 * classes can still be assigned, so that a learner can put a fake `fetch` in their place: the original is gone.
 */
import {
  type Refusal,
  type RefusalCode,
  refusalText,
  refusedClasses,
  refusedFetch,
  refusedFunctions,
  refusedGlobals,
  refusedOfNavigator,
} from './refusals.ts';

/** What the learner catches, and what the log shows. */
export class RefusalError extends Error {
  readonly code: RefusalCode;

  constructor(name: string, refusal: Refusal) {
    super(refusalText(name, refusal));
    this.name = 'SandboxError';
    this.code = refusal.code;
  }
}

export interface RefuseOptions {
  /** Where instances do reach the network, nothing of it is refused. */
  readonly hasNetwork?: boolean;
}

/** @param scope the global object, with the prototypes behind it */
export function refuseWhatSandboxForbids(scope: object, { hasNetwork = false }: RefuseOptions = {}): void {
  const refusedHere = (list: Readonly<Record<string, Refusal>>) =>
    Object.entries(list).filter(([, { code }]) => !(hasNetwork && code === 'NETWORK_BLOCKED'));
  for (const [name, refusal] of refusedHere(refusedFunctions)) {
    replaceEverywhere(scope, name, { value: refusingFunction(name, refusal), writable: true });
  }
  if (!hasNetwork) {
    const refuseFetch = () => Promise.reject(new RefusalError('fetch', refusedFetch));
    replaceEverywhere(scope, 'fetch', { value: named('fetch', refuseFetch), writable: true });
  }
  for (const [name, refusal] of refusedHere(refusedClasses)) {
    replaceEverywhere(scope, name, { value: refusingClass(name, refusal), writable: true });
  }
  for (const [name, refusal] of refusedHere(refusedGlobals)) {
    replaceEverywhere(scope, name, { get: refusingFunction(name, refusal) });
  }
  const navigator: unknown = Reflect.get(scope, 'navigator');
  if (typeof navigator !== 'object' || navigator === null) return;
  for (const [name, refusal] of refusedHere(refusedOfNavigator)) {
    replaceEverywhere(navigator, name, { get: refusingFunction(`navigator.${name}`, refusal) });
  }
}

/** Also used for `close`, which is watched and not refused. */
export function replaceEverywhere(object: object, name: string, replacement: PropertyDescriptor): void {
  const sealed = { ...replacement, enumerable: false, configurable: false };
  // The object itself always, so that the words are the same where a browser lacks the thing.
  Object.defineProperty(object, name, sealed);
  let holder: object | null = Object.getPrototypeOf(object);
  for (; holder !== null; holder = Object.getPrototypeOf(holder)) {
    if (Object.hasOwn(holder, name)) Object.defineProperty(holder, name, sealed);
  }
}

function refusingFunction(name: string, refusal: Refusal): () => never {
  return named(name, () => {
    throw new RefusalError(name, refusal);
  });
}

function refusingClass(name: string, refusal: Refusal): object {
  return named(
    name,
    class {
      constructor() {
        throw new RefusalError(name, refusal);
      }
    },
  );
}

function named<T extends object>(name: string, value: T): T {
  return Object.defineProperty(value, 'name', { value: name });
}
