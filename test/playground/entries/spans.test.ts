import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansOf } from '../../../src/playground/entries/spans.ts';
import { read, steady, tell } from '../timeline/story.ts';

const anyCalls = fc.array(
  fc.record({
    atMs: fc.nat(2_000),
    durationMs: fc.integer({ min: 1, max: 300 }),
    outcome: fc.constantFrom('ok' as const, 'error' as const, 'timeout' as const, 'crash' as const),
  }),
  { maxLength: 40 },
);

test('from its start until it is gone an instance starts, works or waits, and never two of them', () => {
  fc.assert(
    fc.property(anyCalls, fc.integer({ min: 20, max: 500 }), (calls, idleTimeoutMs) => {
      const tracks = read(tell(calls, { idleTimeoutMs, concurrencyLimit: 4 }));
      for (const life of tracks.instances) {
        const spans = spansOf(life, Number.NEGATIVE_INFINITY);
        expect(spans[0]).toMatchObject({ kind: 'init', fromMs: life.fromMs });
        expect(spans.at(-1)?.toMs).toBe(life.toMs);
        for (const [at, { fromMs, kind }] of spans.entries()) {
          if (at > 0) expect(fromMs).toBe(spans[at - 1]?.toMs);
          if (at > 0 && kind === 'idle') expect(spans[at - 1]?.kind).toBe('busy');
        }
        expect(spans.filter(({ kind }) => kind === 'busy')).toHaveLength(life.invocations);
      }
    }),
  );
});

test('what was over before is left out, and what lasts has no end', () => {
  const tracks = read(tell(steady(100, 100, 40), { untilMs: 9_920 }));
  const [life] = tracks.instances;
  if (life === undefined) throw new Error('no instance');
  expect(spansOf(life, 9_750).map(({ kind, fromMs, toMs }) => [kind, fromMs, toMs])).toEqual([
    ['idle', 9_740, 9_800],
    ['busy', 9_800, 9_840],
    ['idle', 9_840, 9_900],
    ['busy', 9_900, null],
  ]);
});

test('where something went wrong it says so: at the work, or at a start that came to nothing', () => {
  const outcomes = ['ok', 'error', 'timeout', 'ok'] as const;
  const calls = outcomes.map((outcome, at) => ({ atMs: at * 400, durationMs: 40, outcome }));
  const tracks = read(tell(calls, { idleTimeoutMs: 1_000 }));
  const marked = tracks.instances.flatMap((life) =>
    spansOf(life, Number.NEGATIVE_INFINITY).map(({ kind, isBad }) => (isBad ? `${kind}!` : kind)),
  );
  expect(marked.filter((kind) => kind.startsWith('busy'))).toEqual(['busy', 'busy!', 'busy!', 'busy']);
  expect(marked.filter((kind) => kind.endsWith('!'))).toHaveLength(2);
});
