/** The two stores by themselves: what is in them, and room to the last byte whatever was done before. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUCKET_LIMIT_BYTES, BucketStore } from '../../../src/engine/stores/bucket-store.ts';
import { KV_LIMIT_BYTES, KvStore } from '../../../src/engine/stores/kv-store.ts';
import { cases } from '../../support/laws.ts';

const key = fc.constantFrom('a', 'b/1', 'b/2', 'é');
const move = fc.oneof(
  { weight: 6, arbitrary: fc.record({ move: fc.constant('put' as const), key, size: fc.nat(5_000) }) },
  { weight: 3, arbitrary: fc.record({ move: fc.constant('delete' as const), key }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('clear' as const) }) },
);

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0);

describe('the bucket', () => {
  test('has as much room as its objects leave, with what would be replaced', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const store = new BucketStore();
        const sizes = new Map<string, number>();
        for (const one of moves) {
          if (one.move === 'put') {
            const stored = store.put(one.key, new Uint8Array(one.size), 'x/y');
            expect(stored).toMatchObject({ key: one.key, size: one.size, contentType: 'x/y' });
            sizes.set(one.key, one.size);
          } else if (one.move === 'delete') {
            expect(store.delete(one.key)).toBe(sizes.delete(one.key));
          } else {
            store.clear();
            sizes.clear();
          }
        }
        expect(store.size).toBe(sizes.size);
        for (const name of ['a', 'nog niet']) {
          const left = BUCKET_LIMIT_BYTES - sum(sizes.values()) + (sizes.get(name) ?? 0);
          expect([store.hasRoom(name, left), store.hasRoom(name, left + 1)]).toEqual([true, false]);
        }
        const sorted = [...sizes].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(store.list()).toEqual(sorted.map(([name, size]) => ({ key: name, size, contentType: 'x/y' })));
        expect(store.list('b/')).toEqual(store.list().filter((object) => object.key.startsWith('b/')));
        for (const name of ['a', 'é']) expect(store.get(name)?.size).toBe(sizes.get(name));
        expect(store.get('nog niet')).toBeNull();
      }),
      cases(100),
    );
  });
});

describe('the key-value store', () => {
  /** Leaves less room than the moves can fill, so that what is tried is short. */
  const BALLAST = '7'.repeat(KV_LIMIT_BYTES - 40_000);
  const weigh = (name: string, size: number) => new TextEncoder().encode(name).length + size;

  test('has as much room as its keys and values leave, with what would be replaced', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const store = new KvStore();
        const sizes = new Map<string, number>();
        for (const one of moves) {
          if (one.move === 'put') {
            store.put(one.key, '7'.repeat(one.size));
            sizes.set(one.key, one.size);
          } else if (one.move === 'delete') {
            expect(store.delete(one.key)).toBe(sizes.delete(one.key));
          } else {
            store.clear();
            sizes.clear();
          }
        }
        expect(store.size).toBe(sizes.size);
        const names = [...sizes.keys()].sort();
        expect(store.list().map((entry) => entry.key)).toEqual(names);
        expect(store.list('', 2).map((entry) => entry.key)).toEqual(names.slice(0, 2));
        expect(store.list('b/')).toEqual(store.list().filter((entry) => entry.key.startsWith('b/')));
        expect(store.get('nieuw')).toBeNull();
        const used = sum([...sizes].map(([name, size]) => weigh(name, size)));
        store.put('vol', BALLAST);
        const room = KV_LIMIT_BYTES - used - weigh('vol', BALLAST.length);
        for (const name of ['a', 'nieuw']) {
          const own = sizes.has(name) ? weigh(name, sizes.get(name) ?? 0) : 0;
          const value = '7'.repeat(room + own - weigh(name, 0));
          expect([store.hasRoom(name, value), store.hasRoom(name, `${value}7`)]).toEqual([true, false]);
        }
      }),
      cases(8),
    );
  });

  test('what is put back has the version it had, and the next write a newer one', () => {
    const store = new KvStore();
    store.restore({ key: 'a', value: '1', version: 7 });
    store.restore({ key: 'b', value: '2', version: 3 });
    expect(store.get('a')?.version).toBe(7);
    expect(store.get('b')?.version).toBe(3);
    expect(store.put('b', '3').version).toBe(8);
    expect(store.put('c', '4').version).toBe(9);
  });

  test.each([
    [undefined, true, true],
    [null, false, true],
    [1, true, false],
    [2, false, false],
  ])(
    'the condition %s is met where the version is 1: %s, where there is none: %s',
    (condition, there, absent) => {
      const store = new KvStore();
      store.put('a', '1');
      expect([store.isMet('a', condition), store.isMet('b', condition)]).toEqual([there, absent]);
    },
  );
});
