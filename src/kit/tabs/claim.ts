/** Which tab may save: the first that asks, until it goes. */
import { shelved } from '../storage.ts';

/**
 * A browser may let go of what a page held only after its next self has begun: a reader who reloads on a busy machine would
 * then work on a copy of what is their own, and nothing would be kept any more. So a page that is left says which it was, and the
 * next one of its tab waits until that has really gone.
 */
const LEFT_KEY = 'functielab:verlaten';
/** A page that crashed, or was left before it knew which it was, has said nothing; nor has one that is no former self at all. */
const RELOAD_GRACE_MS = 3_000;
/** For a browser that never lets go. */
const FORMER_SELF_LIMIT_MS = 60_000;
const LOOK_EVERY_MS = 500;

/** This page, by the name that the browser gives to each that holds something. */
let own: string | undefined;
/** Claims that are not decided yet. */
let waiting = 0;
const formerSelves = typeof document === 'undefined' ? [] : takeFormerSelves();

/** @returns what gives the claim up; null when another tab has it */
export async function claim(name: string): Promise<(() => void) | null> {
  // Without locks (a page over plain HTTP) every tab counts as the only one.
  if (navigator.locks === undefined) return () => {};
  waiting += 1;
  const giveUp = await (wasLoadedAgain() ? askPatiently(name) : ask(name, { ifAvailable: true })).finally(
    () => {
      waiting -= 1;
    },
  );
  // There is no other way to learn that.
  if (giveUp !== null) own ??= await holderOf(name);
  return giveUp;
}

function askPatiently(name: string): Promise<(() => void) | null> {
  const askedMs = performance.now();
  const patience = new AbortController();
  const looking = setInterval(async () => {
    const holder = await holderOf(name);
    if (holder === undefined) return;
    const limitMs = formerSelves.includes(holder) ? FORMER_SELF_LIMIT_MS : RELOAD_GRACE_MS;
    if (performance.now() - askedMs > limitMs) patience.abort();
  }, LOOK_EVERY_MS);
  return ask(name, { signal: patience.signal }).finally(() => clearInterval(looking));
}

function ask(name: string, options: LockOptions): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, options, (lock) =>
        lock === null ? resolve(null) : new Promise<void>((release) => resolve(release)),
      )
      .catch((error: unknown) => {
        if (options.signal?.aborted) resolve(null);
        else reject(error);
      });
  });
}

async function holderOf(name: string): Promise<string | undefined> {
  // A page that is going is told nothing.
  const { held = [] } = await navigator.locks.query().catch(() => ({ held: [] }) as LockManagerSnapshot);
  return held.find((lock) => lock.name === name)?.clientId;
}

function takeFormerSelves(): readonly string[] {
  addEventListener('pagehide', () => {
    // Who is left while it waits passes on for whom.
    const left = [own ?? [], waiting > 0 ? formerSelves : []].flat();
    write(left.length > 0 ? left.join(' ') : null);
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) write(null);
  });
  const left = read();
  // A tab that is duplicated from now on must not wait for a page that is shown.
  write(null);
  return left;
}

function read(): readonly string[] {
  try {
    return (sessionStorage.getItem(shelved(LEFT_KEY)) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

function write(left: string | null): void {
  try {
    if (left === null) sessionStorage.removeItem(shelved(LEFT_KEY));
    else sessionStorage.setItem(shelved(LEFT_KEY), left);
  } catch {
    // Full or forbidden: the next page waits as after a crash.
  }
}

function wasLoadedAgain(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type !== 'navigate';
}
