/**
 * Something that all tabs of a browser share and keep on this device. Tabs write there without waiting for each other, so
 * a copy that is older may be written over a newer one at any moment. Nothing is lost by that: whoever sees a copy with less
 * than it knows puts the two together and writes again, until all tabs know the same.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { onChangeElsewhere, readText, writeText } from './storage.ts';

/** How two copies become one: in any order, any number of times, and neither loses anything by it. */
export interface SharedRules<T> {
  readonly key: string;
  /** Before anything was done: together with any other it is that other. */
  readonly nothing: T;
  readonly merge: (a: T, b: T) => T;
  /** @returns null for what is none, whoever wrote it; it never throws */
  readonly parse: (value: unknown) => T | null;
  /** The same has the same text, in every tab. */
  readonly print: (value: T) => string;
}

/** What a page has of the browser; a test has several. */
export interface SharedWorld {
  readonly read: (key: string) => string | null;
  /** @returns whether it was kept */
  readonly write: (key: string, text: string) => boolean;
  /** Calls back when another tab wrote, and when this page is shown again after it was left. */
  readonly onChange: (key: string, look: () => void) => void;
}

export interface Shared<T> {
  readonly known: ReadonlySignal<T>;
  /** @param next gets all that is known now, and gives what is to be added to it */
  add(next: (known: T) => T): void;
}

const thisPage: SharedWorld = {
  read: readText,
  write: writeText,
  onChange: onChangeElsewhere,
};

export function shareAcrossTabs<T>(rules: SharedRules<T>, world: SharedWorld = thisPage): Shared<T> {
  const { key, nothing, merge, parse, print } = rules;
  const known = signal(nothing);
  /** What this page knows has been on the device: gone means that the reader emptied it, and it is not written again. */
  let wasKept = false;

  function add(next: (known: T) => T): void {
    const text = world.read(key);
    const mine = text === null && wasKept ? nothing : known.peek();
    const found = merge(mine, parsed(text) ?? nothing);
    const all = merge(found, next(found));
    const allText = print(all);
    if (allText !== print(known.peek())) known.value = all;
    if (text === null && allText === print(nothing)) wasKept = false;
    else wasKept = allText === text || world.write(key, allText);
  }

  function parsed(text: string | null): T | null {
    try {
      return parse(JSON.parse(text ?? 'null'));
    } catch {
      return null;
    }
  }

  const look = () => add(() => nothing);
  look();
  world.onChange(key, look);
  return { known, add };
}
