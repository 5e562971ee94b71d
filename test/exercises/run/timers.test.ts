/** Timers of a function in a check, on the Node host: counted beside the waiting for services, so that a time limit goes off. */
import { expect, test } from 'vitest';
import { withNodeHost } from '../../../src/build/exercises/validate.ts';
import type { ServiceSpec } from '../../../src/contract/services.ts';
import { ExerciseLab } from '../../../src/exercises/lab/index.ts';
import { httpSample } from '../fake-platform.ts';

const PATIENT_MS = 300_000;

/** Slower than any test may be: who really waits for it is late. */
const service = (name: string, latencyMs: number): ServiceSpec => ({
  name,
  latencyMs: [latencyMs, latencyMs],
  rateLimit: null,
  failures: { errors: 0, drops: 0 },
  seed: 1,
  routes: [{ method: 'GET', path: '/', maxItems: {}, answer: { status: 200, headers: [], body: 'ja' } }],
});

const HELP = `const slow = 'https://traag.example/';
const quick = 'https://snel.example/';
const rest = (ms, says) => new Promise((done) => setTimeout(done, ms, says));
`;

/** What `code` answers, and what the lab saw. */
function play<T>(code: string, seen: (lab: ExerciseLab) => T, timeoutMs = 3 * PATIENT_MS) {
  const services = [service('https://traag.example', 2 * PATIENT_MS), service('https://snel.example', 1_000)];
  return withNodeHost(async (createHost) => {
    const lab = new ExerciseLab(
      createHost,
      { ...httpSample, services, timeoutMs },
      new AbortController().signal,
    );
    try {
      lab.begin([{ path: 'a.js', text: `${HELP}export default async function proef() { ${code} }` }]);
      const { text, status } = await lab.request('GET', '/');
      return { text, status, seen: seen(lab) };
    } finally {
      lab.dispose();
    }
  });
}

test.for<[what: string, code: string, says: string]>([
  [
    'a race with a slow service is won by the timer',
    `return new Response(await Promise.race([fetch(slow).then(() => 'antwoord'), rest(${PATIENT_MS}, 'te laat')]));`,
    'te laat',
  ],
  [
    'a race with a quick one is not',
    `return new Response(await Promise.race([fetch(quick).then(() => 'antwoord'), rest(${PATIENT_MS}, 'te laat')]));`,
    'antwoord',
  ],
  [
    'a controller that a timer aborts ends the waiting',
    `const hand = new AbortController();
     setTimeout(() => hand.abort(new Error('genoeg')), ${PATIENT_MS});
     return new Response(await fetch(slow, { signal: hand.signal }).then(() => 'antwoord', (error) => error.message));`,
    'genoeg',
  ],
  [
    'what is cleared never runs',
    `const hand = new AbortController();
     const timer = setTimeout(() => hand.abort(), ${PATIENT_MS});
     clearTimeout(timer);
     return new Response((await fetch(slow, { signal: hand.signal })).ok ? 'antwoord' : '');`,
    'antwoord',
  ],
  [
    'timers go off in the order of their moments, with what they were given',
    `const said = [];
     await Promise.all([[${(3 * PATIENT_MS) / 4}, 'c'], [undefined, 'a'], [${PATIENT_MS / 4}, 'b']].map(([ms, name]) =>
       rest(ms, name).then((is) => said.push(is))));
     return new Response(said.join(''));`,
    'abc',
  ],
])('%s', { timeout: PATIENT_MS }, async ([, code, says]) => {
  expect(await play(code, () => null)).toMatchObject({ text: says, status: 200 });
});

test('what a function waited before each request is told, and costs no call', {
  timeout: PATIENT_MS,
}, async () => {
  const { seen } = await play(
    `await fetch(quick); await rest(${PATIENT_MS}); await fetch(quick); await rest(7); return new Response('');`,
    ({ timers, served, counts }) => ({ timers, served: served.length, calls: counts.serviceCalls }),
  );
  expect(seen).toEqual({
    timers: [
      { waitMs: PATIENT_MS, afterCalls: 1 },
      { waitMs: 7, afterCalls: 2 },
    ],
    served: 2,
    calls: 2,
  });
});

test('a function that waits longer than it may is stopped by the platform, without anybody waiting', {
  timeout: PATIENT_MS,
}, async () => {
  const { status } = await play(`await rest(${PATIENT_MS}); return new Response('');`, () => null, 3_000);
  expect(status).toBe(504);
});
