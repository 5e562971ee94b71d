/**
 * What tabs share, in a browser that tells one tab late of what another one wrote, as all browsers do: two tabs may write
 * over each other, and still nothing is lost.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Shared, type SharedWorld, shareAcrossTabs } from '../../src/kit/shared.ts';

/** A set of words, which is the simplest thing that only grows. */
const share = (world: SharedWorld): Shared<readonly string[]> =>
  shareAcrossTabs<readonly string[]>(
    {
      key: 'woorden',
      nothing: [],
      merge: (a, b) => [...new Set([...a, ...b])].sort(),
      parse: (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null),
      print: (words) => JSON.stringify(words),
    },
    world,
  );

class Tab {
  /** As this tab sees the storage. */
  seen: string | null;
  isFull = false;
  readonly post: (string | null)[] = [];
  readonly shared: Shared<readonly string[]>;
  #look = () => {};

  constructor(device: Device) {
    this.seen = device.kept;
    this.shared = share({
      read: () => this.seen,
      write: (_, text) => {
        if (this.isFull) return false;
        this.seen = text;
        device.write(this, text);
        return true;
      },
      onChange: (_, look) => {
        this.#look = look;
      },
    });
  }

  /** Hears of the next thing that another tab wrote. */
  hear(): boolean {
    const next = this.post.shift();
    if (next === undefined) return false;
    this.seen = next;
    this.#look();
    return true;
  }
}

class Device {
  kept: string | null = null;
  readonly tabs: Tab[] = [];

  open(): Tab {
    const tab = new Tab(this);
    this.tabs.push(tab);
    return tab;
  }

  write(by: Tab | null, text: string | null): void {
    this.kept = text;
    for (const tab of this.tabs) if (tab !== by) tab.post.push(text);
  }

  /** All tabs hear all, until there is nothing more to tell. */
  settle(): void {
    for (let round = 0; round < 1_000; round += 1) if (!this.tabs.some((tab) => tab.hear())) return;
    throw new Error('The tabs go on telling each other');
  }
}

const anyStep = fc.tuple(fc.constantFrom('add', 'hear', 'open'), fc.nat({ max: 3 }));

test('whatever tabs write at the same time, all of them end with all of it, and so does the device', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
      const device = new Device();
      device.open();
      const added: string[] = [];
      for (const [what, which] of steps) {
        const tab = device.tabs[which % device.tabs.length];
        if (what === 'open') device.open();
        else if (what === 'hear') tab?.hear();
        else {
          const word = String(added.length);
          added.push(word);
          tab?.shared.add(() => [word]);
        }
      }
      device.settle();
      const all = [...added].sort();
      for (const tab of device.tabs) expect(tab.shared.known.value).toEqual(all);
      expect(JSON.parse(device.kept ?? '[]')).toEqual(all);
    }),
  );
});

test('a page that only reads writes nothing', () => {
  const device = new Device();
  device.open().shared.add(() => []);
  expect(device.kept).toBeNull();
});

test('what the reader emptied in the browser stays empty: no tab writes back what it knew', () => {
  const device = new Device();
  const [one, other] = [device.open(), device.open()];
  one.shared.add(() => ['a']);
  device.settle();
  device.write(null, null);
  device.settle();
  expect(other.shared.known.value).toEqual([]);
  other.shared.add(() => ['b']);
  device.settle();
  expect(one.shared.known.value).toEqual(['b']);
});

test('what could not be kept lasts as long as the page, and is kept as soon as there is room', () => {
  const device = new Device();
  const tab = device.open();
  tab.isFull = true;
  tab.shared.add(() => ['a']);
  expect(tab.shared.known.value).toEqual(['a']);
  tab.isFull = false;
  tab.shared.add(() => ['b']);
  expect(device.kept).toBe('["a","b"]');
});

test.each(['', '{', '{"v":1}', '[1,{}]', '"a"'])('%s in the place of it is read as nothing', (text) => {
  const device = new Device();
  device.kept = text;
  const tab = device.open();
  tab.shared.add(() => ['a']);
  expect(tab.shared.known.value).toEqual(['a']);
});
