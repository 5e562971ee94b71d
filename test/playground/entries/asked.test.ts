/** What services were asked, as a page keeps and tells it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ServiceCallEntry } from '../../../src/engine/index.ts';
import { askedOf, askedText, waitedText, waitsOf } from '../../../src/playground/entries/asked.ts';
import type { Asked } from '../../../src/playground/entries/invocation.ts';
import { emptyLedger } from '../../../src/playground/entries/ledger.ts';
import { readEntry } from '../../../src/playground/entries/read.ts';
import { invocationText } from '../../../src/playground/timeline/words.ts';

const ENTRY: ServiceCallEntry = {
  type: 'serviceCall',
  atMs: 160,
  functionName: 'weer',
  instanceId: 1,
  invocationId: 'a',
  method: 'GET',
  url: 'https://weer.example/metingen/Gent',
  outcome: 'answered',
  status: 200,
  waitedMs: 60,
};

const from = (fromMs: number, toMs: number): Asked => ({ ...askedOf(ENTRY), fromMs, toMs });

test.each([
  [{}, 'GET https://weer.example/metingen/Gent: 200 na 60,0 ms'],
  [{ status: 429 }, 'GET https://weer.example/metingen/Gent: 429 na 60,0 ms'],
  [
    { outcome: 'dropped', status: null },
    'GET https://weer.example/metingen/Gent: verbinding verbroken na 60,0 ms',
  ],
  [
    { outcome: 'aborted', status: null },
    'GET https://weer.example/metingen/Gent: afgebroken door de functie na 60,0 ms',
  ],
] as const)('%j in words', (changes, words) => {
  expect(askedText(askedOf({ ...ENTRY, ...changes }))).toBe(words);
});

test('waiting for two at once counts once', () => {
  expect(waitedText([])).toBeNull();
  expect(waitedText([from(0, 60)])).toBe('wachtte 60,0 ms op een dienst');
  expect(waitedText([from(0, 60), from(20, 90), from(200, 210)])).toBe('wachtte 100,0 ms op diensten');
});

test('stretches of waiting lie apart, in order, and cover each moment of waiting and no other', () => {
  const span = fc.tuple(fc.nat(50), fc.nat(10)).map(([at, ms]) => from(at, at + ms));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (asked) => {
      const waits = waitsOf(asked);
      for (const [at, wait] of waits.entries()) {
        const next = waits[at + 1];
        if (next !== undefined) expect(wait.toMs).toBeLessThan(next.fromMs);
      }
      for (let moment = 0.5; moment < 61; moment += 1) {
        const within = ({ fromMs, toMs }: { fromMs: number; toMs: number }) =>
          fromMs < moment && moment < toMs;
        expect(waits.some(within)).toBe(asked.some(within));
      }
    }),
  );
});

test('the log has a row of it, and its invocation knows it; between invocations only the log does', () => {
  const ledger = emptyLedger();
  const of = { functionName: 'weer', version: 1, instanceId: 1, invocationId: 'a' };
  readEntry(ledger, { ...of, type: 'accepted', atMs: 99 });
  readEntry(ledger, { ...of, type: 'invocationStarted', atMs: 100, isCold: false });
  readEntry(ledger, ENTRY);
  readEntry(ledger, { ...ENTRY, invocationId: null });
  const invocation = ledger.tracks.invocations.get('a');
  expect(invocation?.asked).toEqual([askedOf(ENTRY)]);
  expect(ledger.tracks.hasAsked).toBe(true);
  expect(ledger.log.rows.map(({ kind, invocationId }) => [kind, invocationId])).toEqual([
    ['service', 'a'],
    ['service', null],
  ]);
  expect(invocation && invocationText(invocation)).toContain('wachtte 60,0 ms op een dienst');
});
