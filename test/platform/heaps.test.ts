/** Heaps, against a list that is sorted anew each time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Heap, type Heaped, pull, push } from '../../src/platform/heaps.ts';
import { cases } from '../support/laws.ts';

type Change = { readonly push: number } | { readonly pull: number };

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ push: fc.nat(8) }) },
  { weight: 2, arbitrary: fc.record({ pull: fc.nat(40) }) },
);

function byTurn(one: Heaped, other: Heaped): number {
  return one.atUs - other.atUs || one.order - other.order;
}

test('whoever joins or leaves, the first to be due is at the head, and each member knows its place', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 80, size: 'max' }), (changes) => {
      const heap: Heap<Heaped> = [];
      const members: Heaped[] = [];
      for (const [order, change] of changes.entries()) {
        if ('push' in change) {
          const member = { atUs: change.push, order, heapIndex: -1 };
          members.push(member);
          push(heap, member);
        } else if (members.length > 0) {
          const [leaving] = members.splice(change.pull % members.length, 1) as [Heaped];
          pull(heap, leaving);
          expect(leaving.heapIndex).toBe(-1);
        }
        members.sort(byTurn);
        expect(heap[0]).toBe(members[0]);
        expect(heap.length).toBe(members.length);
        for (const [at, member] of heap.entries()) {
          expect(member.heapIndex).toBe(at);
          const parent = heap[(at - 1) >> 1] ?? member;
          expect(byTurn(parent, member)).toBeLessThanOrEqual(0);
        }
      }
      const drained: Heaped[] = [];
      for (let first = heap[0]; first !== undefined; first = heap[0]) {
        pull(heap, first);
        drained.push(first);
      }
      expect(drained).toEqual(members);
    }),
    cases(200),
  );
});
