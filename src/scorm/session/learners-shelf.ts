/**
 * What the pages of a package keep, in one place for the visit: on the device where that is allowed, and in this window where
 * it is not. Of each function's code the shelf knows when it was changed and from what, so that the newest of two devices wins, and
 * a version that is not part of the newest is put aside instead of lost.
 */
import type { Shelf } from '../../kit/storage.ts';
import { isMoment, isName, type KeptCode, type OlderCode, type Travelling } from './suspend.ts';

export interface LearnersShelf {
  /** For the pages. */
  readonly shelf: Shelf;
  /** False when this device keeps nothing of it. */
  isOnDevice(): boolean;
  code(): readonly KeptCode[];
  older(): readonly OlderCode[];
  /** The learner has put the older versions away. */
  forgetOlder(): void;
}

interface ShelfOptions {
  /** With which all names of this learner begin: `functielab-1x2y3z`. */
  readonly prefix: string;
  /** What the learning environment had. */
  readonly travelled: Pick<Travelling, 'code' | 'older'>;
  /** Null where a browser gives none. */
  readonly device: Storage | null;
  /** On the wall's clock. */
  readonly nowMs: () => number;
  /** Some code was changed. */
  readonly onCode: () => void;
}

interface Times {
  readonly atMs: number;
  readonly fromMs: number;
}

/** Code that was kept before anything knew when: older than all that is known. */
const BEFORE_ALL: Times = { atMs: 1, fromMs: 0 };

export function openShelf({ prefix, travelled, device, nowMs, onCode }: ShelfOptions): LearnersShelf {
  const here = thisVisit(device);
  const codeKey = `${prefix}:code:`;
  const timesKey = `${prefix}:code-tijd`;
  const olderKey = `${prefix}:code-eerder`;
  const times = parseTimes(here.getItem(timesKey));
  /** What each function's code was when this visit began. */
  const atStart = new Map<string, number>();
  let older = parseOlder(here.getItem(olderKey));

  const timesOf = (name: string): Times | undefined =>
    times.get(name) ?? (here.getItem(codeKey + name) === null ? undefined : BEFORE_ALL);

  function keepTimes(name: string, time: Times): void {
    times.set(name, time);
    here.setItem(timesKey, JSON.stringify(Object.fromEntries(times)));
  }

  function put({ name, saved, atMs, fromMs }: KeptCode): void {
    if (saved === null) here.removeItem(codeKey + name);
    else here.setItem(codeKey + name, saved);
    keepTimes(name, { atMs, fromMs });
  }

  function setAside(one: OlderCode): void {
    if (older.some(({ name, atMs }) => name === one.name && atMs === one.atMs)) return;
    older = [...older, one];
    here.setItem(olderKey, JSON.stringify(older));
  }

  function meet(theirs: KeptCode): void {
    const { name } = theirs;
    const mine = here.getItem(codeKey + name);
    const time = timesOf(name);
    if (time === undefined) put(theirs);
    else if (theirs.atMs > time.atMs) {
      if (theirs.fromMs < time.atMs && mine !== null && mine !== theirs.saved) {
        setAside({ name, atMs: time.atMs, saved: mine });
      }
      put(theirs);
    } else if (theirs.atMs < time.atMs && time.fromMs < theirs.atMs && theirs.saved !== null) {
      if (theirs.saved !== mine) setAside({ name, atMs: theirs.atMs, saved: theirs.saved });
    }
  }

  /** @param write changes what is kept under the key */
  function change(key: string, write: () => void): void {
    if (!key.startsWith(codeKey)) {
      write();
      return;
    }
    const name = key.slice(codeKey.length);
    // Asked before it is written: afterwards code that was never there would seem to have been.
    const before = timesOf(name)?.atMs ?? 0;
    const fromMs = atStart.get(name) ?? before;
    atStart.set(name, fromMs);
    write();
    keepTimes(name, { atMs: Math.max(nowMs(), before + 1), fromMs });
    onCode();
  }

  for (const one of travelled.code) meet(one);
  for (const one of travelled.older) setAside(one);

  return {
    shelf: {
      ...here,
      setItem(key, text) {
        if (here.getItem(key) !== text) change(key, () => here.setItem(key, text));
      },
      removeItem(key) {
        if (here.getItem(key) !== null) change(key, () => here.removeItem(key));
      },
    },
    isOnDevice: here.isOnDevice,
    code() {
      const kept = here.keys().flatMap((key) => (key.startsWith(codeKey) ? [key.slice(codeKey.length)] : []));
      return [...new Set([...kept, ...times.keys()])].filter(isName).map((name) => ({
        name,
        ...(timesOf(name) ?? BEFORE_ALL),
        saved: here.getItem(codeKey + name),
      }));
    },
    older: () => older,
    forgetOlder() {
      older = [];
      here.removeItem(olderKey);
      onCode();
    },
  };
}

/** The device, and what it would not keep beside it, as long as this window is open. */
function thisVisit(device: Storage | null): Shelf & { isOnDevice(): boolean } {
  const beside = new Map<string, string>();
  return {
    getItem: (key) => beside.get(key) ?? attempt(() => device?.getItem(key)) ?? null,
    setItem(key, text) {
      const isKept = attempt(() => {
        device?.setItem(key, text);
        return device !== null;
      });
      if (isKept) beside.delete(key);
      else beside.set(key, text);
    },
    removeItem(key) {
      beside.delete(key);
      attempt(() => device?.removeItem(key));
    },
    keys: () => [...new Set([...beside.keys(), ...(attempt(() => Object.keys(device ?? {})) ?? [])])],
    isOnDevice: () => device !== null && beside.size === 0,
  };
}

/** Storage may be forbidden or full at any moment. */
function attempt<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

function parseTimes(text: string | null): Map<string, Times> {
  const value = attempt(() => JSON.parse(text ?? '{}') as unknown);
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return new Map(
    entries.flatMap(([name, one]) => {
      const { atMs, fromMs } = (one ?? {}) as Partial<Times>;
      return isName(name) && isMoment(atMs) && isMoment(fromMs) ? [[name, { atMs, fromMs }] as const] : [];
    }),
  );
}

function parseOlder(text: string | null): readonly OlderCode[] {
  const value = attempt(() => JSON.parse(text ?? '[]') as unknown);
  return (Array.isArray(value) ? value : []).flatMap((one: Partial<OlderCode> | null) => {
    const { name, atMs, saved } = one ?? {};
    return isName(name) && isMoment(atMs) && typeof saved === 'string' ? [{ name, atMs, saved }] : [];
  });
}
