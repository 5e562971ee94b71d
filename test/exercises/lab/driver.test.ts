/** What a check sets off, and how long it waits: on a clock that turns by itself. */
import process from 'node:process';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Sample } from '../../../src/course/sample.ts';
import { CheckFailure, ExerciseLab } from '../../../src/exercises/lab/index.ts';
import {
  code,
  type FakeFunction,
  failure,
  fakeHost,
  httpSample,
  openLab,
  pair,
  queueSample,
  TurningClock,
  timerSample,
  uploadSample,
} from '../fake-platform.ts';

const text = (body: Uint8Array | null) => (body === null ? null : new TextDecoder().decode(body));
const messagesOf = (event: { data: unknown }) =>
  (event.data as { messages: readonly { body: unknown }[] }).messages.map(({ body }) => body);

test.for<
  [what: string, options: object | undefined, body: string | null, headers: readonly string[][], sent: string]
>([
  ['nothing', undefined, null, [], ''],
  ['a body as it is', { body: 'hoi' }, 'hoi', [], ' met "hoi"'],
  ['an empty body', { body: '' }, '', [], ' met ""'],
  ['JSON', { json: { a: 1 } }, '{"a":1}', [['content-type', 'application/json']], ' met {"a":1}'],
  ['JSON that is null', { json: null }, 'null', [['content-type', 'application/json']], ' met niets'],
  ['headers', { headers: { 'x-a': 'b' } }, null, [['x-a', 'b']], ' met x-a: b'],
  [
    'JSON under another type',
    { json: 1, headers: { 'content-type': 'text/x' } },
    '1',
    [['content-type', 'text/x']],
    ' met content-type: text/x en 1',
  ],
])('a request with %s', async ([, options, body, headers, sent]) => {
  const seen: { method: string; url: string; headers: unknown; body: string | null }[] = [];
  const ziet: FakeFunction = ({ request }) => {
    seen.push({ ...request, body: text(request.body) });
    return {};
  };
  const { lab } = openLab(httpSample, { ziet }, code('ziet'));
  const received = await lab.request('POST', '/a?b=c', options);
  expect(received.asked).toBe(`POST /a?b=c${sent}`);
  expect(seen).toEqual([{ method: 'POST', url: 'https://proef.functie.test/a?b=c', headers, body }]);
});

test('a path that leads to another host is a mistake of the check, and says so', async () => {
  const { lab } = openLab(httpSample, {}, code('niets'));
  await expect(lab.request('GET', '//elders.test/')).rejects.toThrow("a path that can't be: //elders.test/");
});

test('a burst is sent all at once, and answered each by its own', async () => {
  const { lab } = openLab(
    httpSample,
    { telt: ({ nth, isCold }) => ({ says: `${nth} ${isCold}`, takesMs: 50 }) },
    code('telt'),
  );
  const answers = await lab.burst(3, 'GET', '/x', { json: 1 });
  expect(answers.map((answer) => [answer.asked, answer.text])).toEqual([
    ['GET /x met 1', '1 true'],
    ['GET /x met 1', '1 true'],
    ['GET /x met 1', '1 true'],
  ]);
});

test('instances that end are started again, with what is stored still there', async () => {
  const { lab } = openLab(httpSample, { telt: ({ nth }) => ({ says: String(nth) }) }, code('telt'));
  lab.store('a', [1]);
  expect((await lab.request('GET', '/')).text).toBe('1');
  expect((await lab.request('GET', '/')).text).toBe('2');
  lab.endInstances();
  expect((await lab.request('GET', '/')).text).toBe('1');
  expect(lab.kv).toEqual({ a: [1] });
});

test('a fresh beginning has nothing of what was before', async () => {
  const { lab } = openLab(
    queueSample,
    {
      vult: ({ ask, log }) => {
        log('hier');
        ask({ op: 'kv.put', key: 'a', value: '1' });
        ask({ op: 'bucket.put', key: 'b', body: new Uint8Array(1), contentType: 'text/plain' });
        ask({ op: 'queue.send', body: '1', delayMs: 1_000 });
        return { takesMs: 30 };
      },
      faalt: () => ({ failure: failure('HANDLER_ERROR') }),
      anders: ({ isCold }) => ({ says: String(isCold) }),
    },
    pair('vult', 'faalt'),
  );
  await lab.request('GET', '/');
  await lab.quiet();
  expect([lab.deadMessages, lab.logLines.length, lab.events.length]).toEqual([1, 1, 3]);
  lab.begin(pair('anders', 'faalt'));
  expect(lab.kv).toEqual({});
  expect(lab.objects).toEqual({});
  expect([lab.deadMessages, lab.logLines, lab.events, lab.usages]).toEqual([0, [], [], []]);
  expect(Object.values(lab.counts).every((count) => count === 0)).toBe(true);
  expect((await lab.request('GET', '/')).text).toBe('true');
  expect(lab.counts.invocations).toBe(1);
});

test('a fresh beginning counts from its own beginning, also after a warm-up', async () => {
  const { lab } = openLab(httpSample, { klaar: () => ({}) }, code('klaar'));
  await lab.request('GET', '/');
  lab.countFromHere();
  lab.begin(code('klaar'));
  await lab.request('GET', '/');
  expect(lab.counts.invocations).toBe(1);
});

test('the sample says how much memory and time a function has, and what is in its environment', async () => {
  const sample = { ...httpSample, memoryMb: 512, timeoutMs: 700, env: { KLEUR: 'rood' } };
  const specs: object[] = [];
  const ziet: FakeFunction = ({ spec }) => {
    specs.push(spec);
    return {};
  };
  const { lab } = openLab(sample, { ziet }, code('ziet'));
  await lab.request('GET', '/');
  expect(specs).toMatchObject([{ memoryMb: 512, timeoutMs: 700, env: { KLEUR: 'rood' } }]);
});

test('code is rolled out again with other settings, on instances of its own, with what is stored still there', async () => {
  const sample = { ...httpSample, env: { KLEUR: 'rood' } };
  const { lab } = openLab(
    sample,
    { ziet: ({ spec, nth }) => ({ says: `${nth} ${JSON.stringify((spec as { env: object }).env)}` }) },
    code('ziet'),
  );
  lab.store('a', 1);
  expect((await lab.request('GET', '/')).text).toBe('1 {"KLEUR":"rood"}');
  lab.rollOutWith({ MAAT: 'xl', NAAM: 'Mila' });
  expect((await lab.request('GET', '/')).text).toBe('1 {"MAAT":"xl","NAAM":"Mila"}');
  lab.rollOutWith({});
  expect((await lab.request('GET', '/')).text).toBe('1 {}');
  expect(lab.kv).toEqual({ a: 1 });
  expect(lab.steps.filter((step) => step.startsWith('uitgerold'))).toEqual([
    'uitgerold met MAAT=xl en NAAM=Mila',
    'uitgerold met geen enkele instelling',
  ]);
  lab.begin(code('ziet'));
  expect((await lab.request('GET', '/')).text).toBe('1 {"KLEUR":"rood"}');
});

test('messages that are sent are all there before the first is handled, and are waited for', async () => {
  const batches: unknown[][] = [];
  const { lab, clock } = openLab(
    queueSample,
    {
      leest: ({ event }) => {
        batches.push(messagesOf(event));
        return { takesMs: 40 };
      },
    },
    pair('niets', 'leest'),
  );
  await lab.send('a', { b: 1 }, 'c');
  expect(batches).toEqual([['a', { b: 1 }], ['c']]);
  expect(lab.events.map(({ isOk }) => isOk)).toEqual([true, true]);
  expect(clock.nowMs()).toBeGreaterThanOrEqual(80);
});

test('an answer is not held up by what it set in motion; quiet waits for that, through retries', async () => {
  let tries = 0;
  const { lab } = openLab(
    queueSample,
    {
      stuurt: ({ ask }) => {
        ask({ op: 'queue.send', body: '"x"', delayMs: 60_000 });
        return {};
      },
      lukt: () => {
        tries += 1;
        return tries < 3 ? { failure: failure('HANDLER_ERROR') } : { returned: '"klaar"' };
      },
    },
    pair('stuurt', 'lukt'),
  );
  await lab.request('GET', '/');
  expect(tries).toBe(0);
  await lab.quiet();
  expect(tries).toBe(3);
  expect(lab.deadMessages).toBe(0);
  expect(lab.events.map(({ isOk, returned }) => [isOk, returned])).toEqual([
    [false, null],
    [false, null],
    [true, 'klaar'],
  ]);
});

test('a message that is given up is dead, and no reason to wait', async () => {
  const { lab } = openLab(
    queueSample,
    { faalt: () => ({ failure: failure('HANDLER_ERROR') }) },
    pair('niets', 'faalt'),
  );
  await lab.send('a');
  expect(lab.deadMessages).toBe(1);
  await lab.quiet();
});

test('a message that nobody reads is no reason to wait either', async () => {
  const { lab } = openLab(httpSample, {}, code('niets'));
  await lab.send('a');
  expect(lab.deadMessages).toBe(0);
});

/** A function that answers sends so many messages, each of which comes at a moment of its own. */
function manyMoments(count: number) {
  let handled = 0;
  const functions: Record<string, FakeFunction> = {
    stuurt: ({ ask }) => {
      for (let at = 1; at <= count; at += 1) ask({ op: 'queue.send', body: '1', delayMs: at * 2_000 });
      return {};
    },
    leest: () => {
      handled += 1;
      return {};
    },
  };
  const [web, work] = queueSample.functions;
  if (web === undefined || work?.trigger.type !== 'queue') throw new Error('the sample has no queue');
  const sample = {
    ...queueSample,
    functions: [web, { ...work, trigger: { ...work.trigger, batchSize: 1 } }],
  };
  return { ...openLab(sample, functions, pair('stuurt', 'leest')), handled: () => handled };
}

test('a long chain is waited for', async () => {
  const { lab, handled } = manyMoments(299);
  await lab.request('GET', '/');
  await lab.quiet();
  expect(handled()).toBe(299);
});

test('functions that set each other to work without end fail the check, after 300 jumps of the clock', async () => {
  const { lab, handled } = manyMoments(400);
  await lab.request('GET', '/');
  await expect(lab.quiet()).rejects.toMatchObject({
    name: 'CheckFailure',
    expected: 'dat het een keer klaar is',
    received: 'je functies blijven elkaar aan het werk zetten',
  });
  expect(handled()).toBeLessThanOrEqual(300);
  const last = manyMoments(300);
  await last.lab.request('GET', '/');
  await expect(last.lab.quiet()).rejects.toBeInstanceOf(CheckFailure);
});

test('a file that comes in is handled before the check goes on, and holds what was put in it', async () => {
  const { lab } = openLab(
    uploadSample,
    {
      leest: ({ event, ask }) => {
        const { key } = event.data as { key: string };
        const body = new TextEncoder().encode(`gelezen: ${key}`);
        ask({ op: 'bucket.put', key: 'uit/kopie', body, contentType: 'text/plain' });
        return {};
      },
    },
    pair('niets', 'leest'),
  );
  await lab.upload('in/a.txt', 'Dag €');
  expect(lab.objects).toEqual({ 'in/a.txt': 'Dag €', 'uit/kopie': 'gelezen: in/a.txt' });
  await lab.upload('elders/a.txt', 'x');
  expect(lab.events).toHaveLength(1);
});

test('the timer goes off once, and never by itself', async () => {
  let ticks = 0;
  const { lab } = openLab(
    timerSample,
    {
      tikt: () => {
        ticks += 1;
        return {};
      },
    },
    pair('niets', 'tikt'),
  );
  await lab.tick();
  expect(ticks).toBe(1);
  await lab.quiet();
  expect(ticks).toBe(1);
  expect(lab.events).toEqual([{ functionName: 'werk', isOk: true, isCold: true, returned: null }]);
  await lab.tick();
  expect(ticks).toBe(2);
  expect(lab.events).toHaveLength(2);
});

test('without a timer there is nothing to go off', async () => {
  const { lab } = openLab(httpSample, {}, code('niets'));
  await expect(lab.tick()).rejects.toMatchObject({
    expected: 'een timer die afgaat',
    received: 'er is geen timer gepland',
  });
});

test('what is waited for ends when the run is stopped, with its reason', async () => {
  const { lab, stopping } = openLab(
    { ...queueSample, timeoutMs: 60_000 },
    { blijft: () => ({ never: true }) },
    pair('blijft', 'blijft'),
  );
  const waiting = [lab.request('GET', '/'), lab.burst(2, 'GET', '/'), lab.send(1)];
  const why = new CheckFailure('x', 'gestopt');
  stopping.abort(why);
  for (const one of waiting) await expect(one).rejects.toBe(why);
  await expect(lab.request('GET', '/')).rejects.toBe(why);
});

test('a run that is stopped while nobody waits fails nothing else', async () => {
  const unheard = vi.fn();
  process.on('unhandledRejection', unheard);
  onTestFinished(() => void process.off('unhandledRejection', unheard));
  const { stopping } = openLab(httpSample, {}, code('niets'));
  stopping.abort(new CheckFailure('x', 'gestopt'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(unheard).not.toHaveBeenCalled();
});

test('a function that runs too long is answered for by the platform', async () => {
  const { lab, clock } = openLab(httpSample, { blijft: () => ({ never: true }) }, code('blijft'));
  const received = await lab.request('GET', '/');
  expect(received.answer.failure?.code).toBe('HANDLER_TIMEOUT');
  expect(clock.nowMs()).toBe(3_000);
});

test('what was done is told step by step, in Dutch, and begins again with a fresh platform', async () => {
  const { lab } = openLab(
    { ...queueSample, functions: [...queueSample.functions, ...timerSample.functions.slice(1)] },
    { klaar: () => ({}) },
    pair('klaar', 'klaar'),
  );
  expect(lab.steps).toEqual([]);
  lab.store('a', { n: 1 });
  await lab.request('GET', '/');
  await lab.request('POST', '/kies', { json: { a: 1 }, headers: { 'x-a': 'b', 'x-c': 'd' } });
  await lab.request('POST', '/tekst', { body: 'hoi' });
  await lab.request('POST', '/leeg', { body: '' });
  await lab.burst(2, 'GET', '/x', { headers: { 'x-a': 'b' } });
  await lab.upload('in/a.txt', 'Dag');
  await lab.send('a', 2);
  lab.endInstances();
  expect(lab.steps).toEqual([
    'in kv bij "a": {"n":1}',
    'GET /',
    'POST /kies met x-a: b en x-c: d en {"a":1}',
    'POST /tekst met "hoi"',
    'POST /leeg met ""',
    '2 keer tegelijk GET /x met x-a: b',
    'upload van in/a.txt met "Dag"',
    'bericht "a"',
    'bericht 2',
    'alle instanties weg',
  ]);
  lab.begin(pair('klaar', 'klaar'));
  expect(lab.steps).toEqual([]);
});

test('outcomes are of requests one after another: what each said, until one has no answer', async () => {
  const { lab } = openLab(
    httpSample,
    {
      telt: ({ nth, request }) =>
        request.url.endsWith('/stuk')
          ? { failure: failure('HANDLER_ERROR') }
          : { says: nth === 2 ? 'Dag' : String(nth), status: nth === 3 ? 404 : 200 },
    },
    code('telt'),
  );
  expect(await lab.outcomes(['GET', '/a'], ['POST', '/b', { json: 1 }], ['GET', '/c'])).toEqual([
    { status: 200, json: 1 },
    { status: 200, text: 'Dag' },
    { status: 404 },
  ]);
  await expect(lab.outcomes(['GET', '/stuk'], ['GET', '/later'])).rejects.toMatchObject({
    expected: 'bij GET /stuk: een antwoord',
  });
  expect(lab.steps.at(-1)).toBe('GET /stuk');
});

test('when the timer goes off next is known beforehand, and is what the function is told', async () => {
  const told: string[] = [];
  const { lab } = openLab(
    timerSample,
    {
      tikt: ({ event }) => {
        told.push((event.data as { scheduledTime: string }).scheduledTime);
        return {};
      },
    },
    pair('niets', 'tikt'),
  );
  const nextMs = lab.nextTickMs;
  // Midnight UTC is when the clock of the test began, and three o'clock is what the sample says.
  expect(new Date(nextMs).toISOString()).toBe('2026-11-25T03:00:00.000Z');
  expect(lab.nextTickMs).toBe(nextMs);
  expect(lab.steps).toEqual([]);
  await lab.tick();
  expect(lab.steps).toEqual(['de timer']);
  expect(told.map((time) => Date.parse(time))).toEqual([nextMs]);
  expect(new Date(lab.nextTickMs).toISOString()).toBe('2026-11-26T03:00:00.000Z');
  await lab.quiet();
  expect(told).toHaveLength(1);
  const without = openLab(httpSample, {}, code('niets')).lab;
  expect(() => without.nextTickMs).toThrow(
    expect.objectContaining({
      expected: 'een timer die afgaat',
      received: 'er is geen timer gepland',
    }),
  );
});

test('the clock stands still but for the timer itself, however long the work that it set off waits', async () => {
  let ticks = 0;
  let messages = 0;
  const [web, work] = queueSample.functions;
  if (web === undefined || work === undefined) throw new Error('the sample has no queue');
  const everyMinute: Sample = {
    ...queueSample,
    functions: [
      web,
      { ...work, entry: 'c.js' },
      { ...work, name: 'klok', trigger: { type: 'timer', cron: '* * * * *' } },
    ],
  };
  const sends = (call: Parameters<FakeFunction>[0]) => {
    call.ask({ op: 'queue.send', body: '1', delayMs: 300_000 });
    return {};
  };
  const functions: Record<string, FakeFunction> = {
    stuurt: sends,
    tikt: (call) => {
      ticks += 1;
      return sends(call);
    },
    leest: () => {
      messages += 1;
      return {};
    },
  };
  const { lab } = openLab(everyMinute, functions, [
    { path: 'a.js', text: 'stuurt' },
    { path: 'b.js', text: 'tikt' },
    { path: 'c.js', text: 'leest' },
  ]);
  expect(lab.nextTickMs).toBeGreaterThan(0);
  await lab.request('GET', '/');
  await lab.quiet();
  expect([ticks, messages]).toEqual([0, 1]);
  await lab.tick();
  expect([ticks, messages]).toEqual([1, 2]);
});

test('quiet waits for a request that still runs, too', async () => {
  let isDone = false;
  const { lab } = openLab(httpSample, { werkt: () => ({ takesMs: 500 }) }, code('werkt'));
  const answered = lab.request('GET', '/').then(() => {
    isDone = true;
  });
  await lab.quiet();
  await answered;
  expect(isDone).toBe(true);
  expect(lab.counts.invocations).toBe(1);
  const other = openLab(httpSample, { werkt: () => ({ takesMs: 500 }) }, code('werkt'));
  void other.lab.request('GET', '/');
  await other.lab.quiet();
  expect(other.clock.nowMs()).toBe(500);
});

test('a run that was stopped before it began rejects whatever is waited for', async () => {
  const clock = new TurningClock();
  const lab = new ExerciseLab(
    fakeHost({ klaar: () => ({}) }, clock),
    httpSample,
    AbortSignal.abort(new CheckFailure('x', 'gestopt')),
    clock,
  );
  lab.begin(code('klaar'));
  await expect(lab.request('GET', '/')).rejects.toMatchObject({ received: 'gestopt' });
});

test('a lab that is disposed of takes its instances with it', async () => {
  const { lab } = openLab(httpSample, { klaar: () => ({}) }, code('klaar'));
  await lab.request('GET', '/');
  lab.dispose();
  expect((await lab.request('GET', '/')).answer.failure).not.toBeNull();
});
