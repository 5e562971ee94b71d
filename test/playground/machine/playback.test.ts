/** Which moment is shown, on a clock that the test moves. */
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Entry } from '../../../src/engine/index.ts';
import { emptyLedger } from '../../../src/playground/entries/ledger.ts';
import { readEntry } from '../../../src/playground/entries/read.ts';
import { createPlayback } from '../../../src/playground/machine/playback.ts';
import { type Call, tell } from '../timeline/story.ts';

/** Two calls, two seconds apart: each 200 ms of start or none, then 100 ms of work. */
const CALLS: readonly Call[] = [
  { atMs: 1_000, durationMs: 100 },
  { atMs: 3_000, durationMs: 100 },
];

function open(entries: readonly Entry[] = tell(CALLS, { initMs: 200, idleTimeoutMs: 5_000 })) {
  const ledger = emptyLedger();
  const recording = signal({ current: ledger.recording });
  let nowMs = 0;
  const hear = (untilMs: number) => {
    nowMs = untilMs;
    for (const entry of entries) if (entry.atMs <= untilMs) readEntry(ledger, entry);
    recording.value = { current: ledger.recording };
  };
  const functions = [{ name: 'begroet', isFedByQueue: false }];
  const playback = createPlayback({
    title: 'Begroet',
    recording,
    nowMs: () => nowMs,
    startedAtMs: signal(1_000),
    isRunning: signal(false),
    functions,
    hasStore: false,
    hasServices: false,
  });
  return {
    playback,
    hear,
    phaseAt: (wallMs: number) => playback.look(wallMs).functions[0]?.vessels[0]?.phase,
  };
}

test('live is now, and what stands still does so whatever comes in', () => {
  const { playback, hear } = open();
  hear(1_050);
  expect(playback.look(0)).toMatchObject({ atMs: 1_050, functions: [{ waiting: 1, working: 0 }] });
  playback.pause();
  hear(9_000);
  expect(playback.look(50)).toMatchObject({ atMs: 1_050, functions: [{ waiting: 1, working: 0 }] });
  playback.followLive();
  expect(playback.look(60)).toMatchObject({ functions: [{ ended: 2, vessels: [] }] });
});

test('a moment is chosen from all that was, and none beside it', () => {
  const { playback, hear } = open();
  hear(3_050);
  playback.scrubTo(1_250);
  expect(playback.look(0)).toMatchObject({ atMs: 1_250, functions: [{ working: 1 }] });
  playback.scrubTo(-5);
  expect(playback.look(0).atMs).toBe(1_000);
  playback.scrubTo(99_999);
  expect(playback.look(0).atMs).toBe(3_050);
});

test('it plays at the tempo that is chosen, over what is quiet it jumps, and at the end it is live again', () => {
  const { playback, hear, phaseAt } = open();
  hear(9_000);
  playback.scrubTo(1_000);
  playback.setTempo(0.5);
  playback.play();
  playback.look(0);
  expect(playback.look(50).atMs).toBe(1_025);
  expect(playback.look(100).atMs).toBe(1_050);
  playback.setTempo(1);
  let wallMs = 100;
  const phases: unknown[] = [];
  while (playback.mode.peek().kind !== 'live') {
    wallMs += 50;
    phases.push(phaseAt(wallMs));
    expect(wallMs).toBeLessThan(5_000);
  }
  expect(phases.slice(0, 5)).toEqual(['starting', 'starting', 'busy', 'busy', 'idle']);
  // Two seconds between the calls and five before the end: neither was sat out.
  expect(wallMs).toBeLessThan(3_500);
});

test('who looks slowly sees what comes next slowly too', () => {
  const { playback, hear } = open();
  hear(1_000);
  playback.setTempo(0.25);
  for (const wallMs of [0, 100, 200]) playback.look(wallMs);
  hear(1_250);
  for (const wallMs of [300, 400]) playback.look(wallMs);
  expect(playback.look(500).atMs).toBe(1_075);
  expect(playback.mode.peek().kind).toBe('at');
});

test('an empty recording has nothing to show, and no moment but one', () => {
  const { playback } = open([]);
  expect(playback.look(0)).toMatchObject({ functions: [], queues: [], stored: [], onTheirWay: [] });
  expect(playback.range()).toEqual({ firstMs: 0, lastMs: 0 });
});
