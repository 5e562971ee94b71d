import { expect, test } from 'vitest';
import type { Answer } from '../../../src/engine/index.ts';
import { burstOf } from '../../../src/playground/model/burst.ts';

const answer = (status: number, instanceId: number | null, isCold = false): Answer => ({
  invocationId: 'i',
  functionName: 'f',
  status,
  response: null,
  failure: { code: 'CANCELLED' },
  isCold,
  instanceId,
  initMs: null,
  durationMs: 0,
  usage: null,
});

test('a burst counts its statuses, what went well first, and the instances that had work', () => {
  const answers = [
    answer(200, 1, true),
    answer(429, null),
    answer(200, 2, true),
    answer(429, null),
    answer(429, null),
    answer(200, 1),
    answer(500, 2),
  ];
  expect(burstOf(answers)).toEqual({
    calls: 7,
    statuses: [
      { status: 200, calls: 3 },
      { status: 429, calls: 3 },
      { status: 500, calls: 1 },
    ],
    coldStarts: 2,
    instances: 2,
  });
});
