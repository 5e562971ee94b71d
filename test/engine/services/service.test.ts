/** What one service of the outside world answers, to whom, and when: the same for the same seed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServiceCall } from '../../../src/contract/bindings.ts';
import type { PlayedService } from '../../../src/contract/services.ts';
import { type Played, Service } from '../../../src/engine/services/service.ts';

const WEATHER: PlayedService = {
  name: 'https://weer.example',
  latencyMs: [60, 60],
  rateLimit: null,
  failures: { errors: 0, drops: 0 },
  seed: 1,
  routes: [
    {
      method: 'GET',
      path: '/metingen/:plaats',
      maxItems: {},
      answer: { status: 200, headers: [['x-bron', 'dak']], body: '{"graden":14}' },
    },
    {
      method: 'POST',
      path: '/mails',
      maxItems: { adressen: 10 },
      answer: ({ body, params }) => ({
        status: 202,
        headers: [],
        body: JSON.stringify({ bytes: body?.byteLength ?? 0, params }),
      }),
    },
  ],
};

function call(method: string, path: string, body: string | null = null): ServiceCall {
  const bytes = body === null ? null : new TextEncoder().encode(body);
  return {
    op: 'service.fetch',
    method,
    url: `https://weer.example${path}`,
    headers: [],
    body: bytes,
    timeoutMs: null,
  };
}

const GENT = call('GET', '/metingen/Gent?dag=1');

function shown({ response, latencyMs }: Played) {
  if (response === null) return { status: null, latencyMs };
  const { status, headers, body } = response;
  return { status, headers, body: new TextDecoder().decode(body), latencyMs };
}
const statusOf = (service: Service, atMs: number) => service.ask(GENT, atMs).response?.status ?? null;

describe('routes', () => {
  test('the answer of its manifest, after its wait', () => {
    expect(shown(new Service(WEATHER).ask(GENT, 0))).toEqual({
      status: 200,
      headers: [['x-bron', 'dak']],
      body: '{"graden":14}',
      latencyMs: 60,
    });
  });

  test('a name in braces becomes what its path matched, and can break out of no text', () => {
    const answer = { status: 200, headers: [], body: '["Alles over {woord}, {niets}"]' };
    const route = { method: 'GET', path: '/zoek/:woord', maxItems: {}, answer };
    const service = new Service({ ...WEATHER, routes: [route] });
    const bodyFor = (word: string) => shown(service.ask(call('GET', `/zoek/${word}`), 0)).body;
    expect(bodyFor('kat')).toBe('["Alles over kat, {niets}"]');
    expect(JSON.parse(bodyFor('%22%5D%5C%24%26') ?? '')).toEqual(['Alles over "]\\$&, {niets}']);
  });

  test('an answer can be made from what is asked', () => {
    const body = JSON.stringify({ adressen: ['a'] });
    expect(shown(new Service(WEATHER).ask(call('POST', '/mails', body), 0))).toMatchObject({
      status: 202,
      body: JSON.stringify({ bytes: body.length, params: {} }),
    });
  });

  test.each([
    [call('GET', '/elders'), 404, 'Hier is niets: /elders'],
    [call('PUT', '/metingen/Gent'), 405, 'Dit adres kent alleen GET.'],
    [call('POST', '/mails', 'geen json'), 400, 'Stuur JSON met een lijst `adressen`.'],
    [call('POST', '/mails'), 400, 'Stuur JSON met een lijst `adressen`.'],
    [
      call('POST', '/mails', JSON.stringify({ adressen: Array.from({ length: 11 }, () => 'a') })),
      413,
      'Maximaal 10 adressen tegelijk: dit zijn er 11.',
    ],
  ])('what it does not answer, it refuses in words: %j', (asked, status, fout) => {
    const answer = shown(new Service(WEATHER).ask(asked, 0));
    expect(answer).toMatchObject({ status, body: JSON.stringify({ fout }) });
  });

  test('HEAD is GET without a body', () => {
    expect(shown(new Service(WEATHER).ask(call('HEAD', '/metingen/Gent'), 0))).toMatchObject({
      status: 200,
      body: '',
    });
  });
});

describe('the rate limit', () => {
  const limited = new Service({ ...WEATHER, rateLimit: { requests: 2, windowMs: 2_500 } });

  test('a window begins with a request; what is too much is told how long to wait', () => {
    expect([statusOf(limited, 100), statusOf(limited, 900)]).toEqual([200, 200]);
    const tooMuch = shown(limited.ask(GENT, 1_000));
    expect(tooMuch).toMatchObject({ status: 429, latencyMs: 60 });
    expect(tooMuch.headers).toContainEqual(['retry-after', '2']);
    expect([statusOf(limited, 2_599), statusOf(limited, 2_600)]).toEqual([429, 200]);
  });

  test('no window lets in more than it may, and whoever waits as told is let in', () => {
    const spans = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 40 });
    const limits = fc.record({
      requests: fc.integer({ min: 1, max: 5 }),
      windowMs: fc.integer({ min: 1_000, max: 4_000 }),
    });
    fc.assert(
      fc.property(limits, spans, (rateLimit, waits) => {
        const service = new Service({ ...WEATHER, rateLimit });
        let atMs = 0;
        const letIn: number[] = [];
        for (const waitMs of waits) {
          atMs += waitMs;
          const { response } = service.ask(GENT, atMs);
          if (response?.status === 200) letIn.push(atMs);
          else {
            const header = response?.headers.find(([name]) => name === 'retry-after')?.[1];
            atMs += Number(header) * 1_000;
            expect(statusOf(service, atMs)).toBe(200);
            letIn.push(atMs);
          }
        }
        // Counted here anew: a window begins with the first that is let in after the one before it.
        let fromMs = Number.NEGATIVE_INFINITY;
        let inWindow = 0;
        for (const moment of letIn) {
          if (moment >= fromMs + rateLimit.windowMs) [fromMs, inWindow] = [moment, 0];
          inWindow += 1;
          expect(inWindow).toBeLessThanOrEqual(rateLimit.requests);
        }
      }),
    );
  });
});

describe('luck', () => {
  const unlucky = (seed: number): PlayedService => ({
    ...WEATHER,
    seed,
    latencyMs: [20, 120],
    failures: { errors: 0.2, drops: 0.1 },
  });
  const played = (service: Service, times: number) =>
    Array.from({ length: times }, (_, at) => {
      const { response, latencyMs } = service.ask(GENT, at);
      return `${response?.status ?? 'weg'} ${latencyMs}`;
    });

  test('one seed gives one story, of whole waits within the range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        fc.integer({ min: 1, max: 50 }),
        (seed, times) => {
          const story = played(new Service(unlucky(seed)), times);
          expect(played(new Service(unlucky(seed)), times)).toEqual(story);
          for (const line of story) expect(line).toMatch(/^(?:200|503|weg) (?:[2-9]\d|1[01]\d|120)$/);
        },
      ),
    );
  });

  test('what may go wrong moves no other luck: the waits are the same without it', () => {
    const waits = (failures: PlayedService['failures']) => {
      const service = new Service({ ...unlucky(3), failures });
      return Array.from({ length: 50 }, (_, at) => service.ask(GENT, at).latencyMs);
    };
    expect(waits({ errors: 0, drops: 0 })).toEqual(waits({ errors: 0.2, drops: 0.1 }));
    expect(waits({ errors: 0.2, drops: 0 })).toEqual(waits({ errors: 0, drops: 1 }));
  });

  test('failures come about as often as the manifest says, and another seed is another story', () => {
    const story = played(new Service(unlucky(7)), 5_000);
    const share = (start: string) => story.filter((line) => line.startsWith(start)).length / story.length;
    expect(share('weg')).toBeCloseTo(0.1, 1);
    expect(share('503')).toBeCloseTo(0.2 * 0.9, 1);
    expect(played(new Service(unlucky(8)), 50)).not.toEqual(story.slice(0, 50));
  });
});
