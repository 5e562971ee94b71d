/** What an instance does after its answer: it stands still until the next invocation, on every host, and the log says so. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServiceSpec } from '../../src/contract/services.ts';
import { FROZEN_WORDS } from '../../src/host/instance/freeze.ts';
import type { LabFunction } from './lab/engine-lab.ts';
import { hosts, type Lab, openLab } from './lab/lab.ts';

const WEATHER: ServiceSpec = {
  name: 'https://weer.example',
  latencyMs: [5, 5],
  rateLimit: null,
  failures: { errors: 0, drops: 0 },
  seed: 1,
  routes: [
    { method: 'GET', path: '/gent', maxItems: {}, answer: { status: 200, headers: [], body: '14 graden' } },
  ],
};

/** Answers the first time with work that is left, and after that with what of it was done. */
const first = (work: string, wait = 'await new Promise((done) => setTimeout(done, 20));') => `
  let done = [];
  let hasBegun = false;
  export default async () => {
    if (!hasBegun) { hasBegun = true; ${work} return new Response('eerst'); }
    const before = done.join();
    ${wait}
    return Response.json({ before, after: done.join() });
  };`;

describe.each(hosts)('after an answer, in %s', (host) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(host);
  });
  afterAll(() => lab?.close());

  /** One request, then another once the instance has had time to go on and told what it has not done; what the second says. */
  const twice = (code: string, words: string | null) =>
    lab.evaluate(
      async ({ one, services, words }) => {
        const engine = pageLab.newEngineLab({ services });
        engine.deploy([one]);
        await engine.request('GET', '/');
        const isTold = () => words === null || engine.state().lines.includes(words);
        for (let turns = 0; turns < 3_000 && !isTold(); turns += 1) {
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        const { text } = await engine.request('GET', '/');
        const { lines } = engine.state();
        engine.dispose();
        return { text, lines };
      },
      {
        one: { functionName: 'proef', grants: ['kv'], code } satisfies LabFunction,
        services: [WEATHER],
        words,
      },
    );

  test('a timer waits for the next invocation, runs then, and the log says why', async () => {
    const { text, lines } = await twice(
      first(`setTimeout((word) => done.push(word), 1, 'timer'); setInterval(() => done.push('tik'), 1);`),
      FROZEN_WORDS,
    );
    const { before, after } = JSON.parse(text);
    expect(before).toBe('');
    expect(after).toMatch(/^(timer|tik)/);
    expect(after).toContain('timer');
    expect(lines.filter((line) => line === FROZEN_WORDS)).toHaveLength(1);
  });

  test('the answer of a service waits too', async () => {
    const { text, lines } = await twice(
      first(
        `fetch('https://weer.example/gent').then((answer) => answer.text()).then((said) => done.push(said));`,
        'while (done.length === 0) await new Promise((done) => setTimeout(done, 5));',
      ),
      FROZEN_WORDS,
    );
    expect(JSON.parse(text)).toEqual({ before: '', after: '14 graden' });
    expect(lines).toContain(FROZEN_WORDS);
  });

  test('what is cleared before its time comes is not done, and what is waited for is as ever', async () => {
    const { text, lines } = await twice(
      `let count = 0;
       const wait = (ms) => new Promise((done) => setTimeout(done, ms));
       const never = setTimeout(() => { count += 100; }, 1);
       clearTimeout(never);
       await wait(2);
       export default async () => {
         const timer = setInterval(() => { count += 1; }, 1);
         while (count < 3) await wait(1);
         clearInterval(timer);
         count = 0;
         await wait(5);
         return new Response(String(count));
       };`,
      null,
    );
    expect(text).toBe('0');
    expect(lines).toEqual([]);
  });

  test('a write that nobody waits for is done, and needs no words', async () => {
    const { text, lines } = await twice(
      `export default async (request, { kv }) => {
         const earlier = await kv.get('a');
         kv.put('a', 1);
         return Response.json(earlier?.value ?? earlier ?? null);
       };`,
      null,
    );
    expect(text).toBe('1');
    expect(lines).toEqual([]);
  });

  test.each([
    ['Response.json({ data: later() })', '{}'],
    ['Response.json([later()])', '{}'],
    [`new Response('Dag ' + later())`, '[object Promise]'],
  ])('an answer with a forgotten await (%s) says so', async (answer, found) => {
    const { log } = await lab.run(`const later = async () => 1; export default () => ${answer};`);
    expect(log.lines.join()).toContain(
      `In je antwoord staat ${found}: dat is een Promise, een waarde die nog moest komen. Zet await voor wat die waarde ophaalt of maakt.`,
    );
  });

  test('an empty object is no forgotten await', async () => {
    const { log } = await lab.run(`export default () => Response.json({ data: {}, said: '{}' });`);
    expect(log.lines).toEqual([]);
  });
});
