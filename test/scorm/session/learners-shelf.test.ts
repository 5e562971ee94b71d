/** Code on two devices: the newest wins, and what is not part of it is put aside. */
import { describe, expect, test } from 'vitest';
import { openShelf } from '../../../src/scorm/session/learners-shelf.ts';
import type { Travelling } from '../../../src/scorm/session/suspend.ts';

const PREFIX = 'functielab-abc';
const KEY = `${PREFIX}:code:groet`;

/** As a browser has it: what is kept are its own properties. */
function storage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, text: string) {
      this[key] = text;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}

const forbidden = { setItem: refuse, getItem: refuse, removeItem: refuse } as unknown as Storage;
function refuse(): never {
  throw new DOMException('forbidden', 'SecurityError');
}

/** A device, on which each visit begins with what the environment has. */
function device(name: Storage | null) {
  return (world: World) => {
    const kept = openShelf({
      prefix: PREFIX,
      travelled: world.environment,
      device: name,
      nowMs: () => world.clock++,
      onCode: () => {
        world.calls += 1;
      },
    });
    const close = () => {
      world.environment = { code: kept.code(), older: kept.older() };
    };
    return {
      ...kept,
      close,
      text: () => kept.shelf.getItem(KEY),
      edit: (text: string) => kept.shelf.setItem(KEY, text),
    };
  };
}

interface World {
  environment: Pick<Travelling, 'code' | 'older'>;
  clock: number;
  calls: number;
}
const newWorld = (): World => ({ environment: { code: [], older: [] }, clock: 100, calls: 0 });

describe.each([
  ['devices that keep', () => storage()],
  ['devices that keep nothing', () => forbidden],
  ['browsers that give no storage', () => null],
])('%s', (_, make) => {
  test('code travels, there and back, and is nobody’s older version', () => {
    const world = newWorld();
    const [school, home] = [device(make()), device(make())];
    const monday = school(world);
    monday.edit('een');
    monday.edit('twee');
    monday.close();
    const evening = home(world);
    expect(evening.text()).toBe('twee');
    evening.edit('drie');
    evening.close();
    const tuesday = school(world);
    expect(tuesday.text()).toBe('drie');
    expect(tuesday.older()).toEqual([]);
    expect(world.calls).toBe(3);
  });

  test('the course’s own code travels too', () => {
    const world = newWorld();
    const [school, home] = [device(make()), device(make())];
    const monday = school(world);
    monday.edit('een');
    monday.close();
    const evening = home(world);
    evening.shelf.removeItem(KEY);
    evening.close();
    expect(school(world).text()).toBeNull();
  });
});

test('what was typed on two devices at once: the newest wins, the other is put aside and travels', () => {
  const world = newWorld();
  const [school, home] = [device(storage()), device(storage())];
  const start = school(world);
  start.edit('samen');
  start.close();
  const offline = home(world);
  const monday = school(world);
  offline.edit('thuis');
  monday.edit('op school');
  // What was typed at home never arrived: the environment has only that of school.
  monday.close();
  const evening = home(world);
  expect(evening.text()).toBe('op school');
  expect(evening.older()).toMatchObject([{ name: 'groet', saved: 'thuis' }]);
  evening.close();
  expect(device(null)(world).older()).toMatchObject([{ saved: 'thuis' }]);
  const again = home(world);
  expect(again.older()).toHaveLength(1);
  again.forgetOlder();
  again.close();
  expect(device(null)(world).older()).toEqual([]);
});

test('the newest may be the one on this device', () => {
  const world = newWorld();
  const [school, home] = [device(storage()), device(storage())];
  const [monday, offline] = [school(world), home(world)];
  monday.edit('op school');
  monday.close();
  offline.edit('thuis, later');
  const evening = home(world);
  expect(evening.text()).toBe('thuis, later');
  expect(evening.older()).toMatchObject([{ saved: 'op school' }]);
});

test('code of before there were times is older than what travels, and is not lost', () => {
  const world = newWorld();
  const old = storage();
  old.setItem(KEY, 'van vroeger');
  world.environment = { code: [{ name: 'groet', atMs: 50, fromMs: 0, saved: 'nieuw' }], older: [] };
  const visit = device(old)(world);
  expect(visit.text()).toBe('nieuw');
  expect(visit.older()).toMatchObject([{ saved: 'van vroeger' }]);
  expect(visit.isOnDevice()).toBe(true);
});

test('a clock that was set back makes no older version of what is newer', () => {
  const world = newWorld();
  const monday = device(storage())(world);
  monday.edit('een');
  world.clock = 3;
  monday.edit('twee');
  const [kept] = monday.code();
  expect(kept?.atMs).toBeGreaterThan(100);
});

test('a device with room for something small only does not count as one that keeps the code', () => {
  const small = storage();
  const world = newWorld();
  const visit = device({
    ...small,
    setItem: (key, text) => {
      if (text.length > 100) throw new DOMException('full', 'QuotaExceededError');
      small.setItem(key, text);
    },
  })(world);
  visit.edit('x'.repeat(200));
  visit.shelf.setItem('functielab-mila:voortgang', '{}');
  expect(visit.isOnDevice()).toBe(false);
});

test('a device that keeps nothing is known for it', () => {
  const world = newWorld();
  expect(device(null)(world).isOnDevice()).toBe(false);
  const visit = device(forbidden)(world);
  visit.edit('een');
  expect(visit.isOnDevice()).toBe(false);
  expect(visit.text()).toBe('een');
});
