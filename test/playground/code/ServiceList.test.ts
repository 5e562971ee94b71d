import { expect, test } from 'vitest';
import type { ServiceSpec } from '../../../src/contract/services.ts';
import { latencyInWords, troubleInWords } from '../../../src/playground/code/ServiceList.tsx';

const service = (changes: Partial<ServiceSpec> = {}): ServiceSpec => ({
  name: 'https://weer.example',
  latencyMs: [60, 60],
  rateLimit: null,
  failures: { errors: 0, drops: 0 },
  seed: 1,
  routes: [],
  ...changes,
});

test('how long a service takes, as one number or as two', () => {
  expect(latencyInWords([60, 60])).toBe('na 60 ms');
  expect(latencyInWords([40, 1_200])).toBe('na 40 tot 1.200 ms');
});

test('when a service refuses or fails; a service that always answers has nothing to tell', () => {
  expect(troubleInWords(service())).toEqual([]);
  const rateLimit = { requests: 5, windowMs: 1_000 };
  expect(troubleInWords(service({ rateLimit, failures: { errors: 0.1, drops: 0.025 } }))).toEqual([
    'Maximaal 5 keer per 1 s; wat erboven komt, krijgt 429.',
    'Ongeveer 10 % van de aanroepen krijgt 503.',
    'Bij ongeveer 2,5 % valt de verbinding weg.',
  ]);
});
