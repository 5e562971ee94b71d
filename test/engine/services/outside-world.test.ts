/** Waiting for a service on the engine's side: as real time, and counted on its clock without passing. */
import { describe, expect, test } from 'vitest';
import type { ServiceCall } from '../../../src/contract/bindings.ts';
import type { PlayedService } from '../../../src/contract/services.ts';
import type { Entry, ServiceCallEntry, ServiceWaits } from '../../../src/engine/index.ts';
import { GREET, openLab as openBareLab } from '../lab.ts';

const WEATHER: PlayedService = {
  name: 'https://weer.example',
  latencyMs: [60, 60],
  rateLimit: { requests: 3, windowMs: 10_000 },
  failures: { errors: 0, drops: 0 },
  seed: 1,
  routes: [{ method: 'GET', path: '/', maxItems: {}, answer: { status: 200, headers: [], body: 'zon' } }],
};
const SLOW: PlayedService = { ...WEATHER, name: 'https://traag.test', latencyMs: [5_000, 5_000] };
const BROKEN: PlayedService = { ...WEATHER, name: 'https://stuk.test', failures: { errors: 0, drops: 1 } };

function ask(name: string, timeoutMs: number | null = null): ServiceCall {
  return { op: 'service.fetch', method: 'GET', url: `${name}/`, headers: [], body: null, timeoutMs };
}

const isServiceCall = (entry: Entry): entry is ServiceCallEntry => entry.type === 'serviceCall';

/** An engine with one warm instance, of which invocation `i2` runs. */
async function openLab(serviceWaits: ServiceWaits) {
  const services = [WEATHER, SLOW, BROKEN];
  const lab = openBareLab({}, {}, undefined, { services, serviceWaits });
  await lab.warmUp();
  const answered = lab.invoke();
  const { host, clock, engine } = lab;
  const calls = () => engine.entries().filter(isServiceCall);
  /** The instance says that it only waits. @param heard invocations and answers that it was given */
  const rests = async (heard: number) => {
    host.say({ type: 'waiting', instanceId: 1, heard });
    await Promise.resolve();
  };
  return { ...lab, host, clock, engine, answered, calls, rests };
}

describe('real waiting', () => {
  test('the answer comes when the service is done, and is written down before the function gets it', async () => {
    const { host, clock, calls, engine } = await openLab('real');
    const id = host.ask(1, 'i2', ask('https://weer.example'));
    clock.wait(59);
    expect(host.replyTo(id)).toBeNull();
    clock.wait(1);
    expect(host.replyTo(id)).toMatchObject({ ok: true, value: { status: 200 } });
    expect(calls()).toEqual([
      {
        type: 'serviceCall',
        atMs: engine.nowMs(),
        functionName: 'begroet',
        instanceId: 1,
        invocationId: 'i2',
        method: 'GET',
        url: 'https://weer.example/',
        outcome: 'answered',
        status: 200,
        waitedMs: 60,
      },
    ]);
  });

  test('several at once wait beside each other, and a limit counts over all of them', async () => {
    const { host, clock, calls } = await openLab('real');
    const ids = Array.from({ length: 4 }, () => host.ask(1, 'i2', ask('https://weer.example')));
    clock.wait(60);
    expect(ids.map((id) => host.replyTo(id)?.ok)).toEqual([true, true, true, true]);
    expect(calls().map(({ status, waitedMs }) => [status, waitedMs])).toEqual([
      [200, 60],
      [200, 60],
      [200, 60],
      [429, 60],
    ]);
  });

  test('a service that hangs up, one that is not there, and a request that is too large', async () => {
    const { host, clock, calls } = await openLab('real');
    const dropped = host.ask(1, 'i2', ask('https://stuk.test'));
    expect(host.call(1, 'i2', ask('https://elders.test'))).toEqual({
      ok: false,
      failure: { code: 'SERVICE_UNKNOWN', details: { service: 'https://elders.test' } },
    });
    const body = new Uint8Array(7 * 1024 * 1024);
    expect(host.call(1, 'i2', { ...ask('https://weer.example'), method: 'POST', body })).toMatchObject({
      failure: { code: 'SERVICE_REQUEST_TOO_LARGE' },
    });
    clock.wait(60);
    expect(host.replyTo(dropped)).toMatchObject({ failure: { code: 'CONNECTION_DROPPED' } });
    expect(calls().map(({ outcome, status }) => [outcome, status])).toEqual([['dropped', null]]);
  });

  test('what a function gives up, and what a timeout of the platform cuts off, says how long was waited', async () => {
    const { host, clock, calls, answered, types } = await openLab('real');
    const id = host.ask(1, 'i2', ask('https://traag.test'));
    clock.wait(200);
    host.say({ type: 'abandoned', instanceId: 1, callId: id });
    expect(host.replyTo(id)).toMatchObject({ failure: { code: 'CALL_ABORTED' } });
    host.ask(1, 'i2', ask('https://traag.test'));
    clock.wait(GREET.timeoutMs);
    expect(await answered).toMatchObject({ failure: { code: 'HANDLER_TIMEOUT' } });
    expect(calls().map(({ outcome, waitedMs }) => [outcome, waitedMs])).toEqual([
      ['aborted', 200],
      ['lost', GREET.timeoutMs - 200],
    ]);
    expect(types().slice(-3)).toEqual(['serviceCall', 'invocationEnded', 'instanceGone']);
  });

  test('module scope may ask, and an invocation that is over may too', async () => {
    const { host, clock, calls } = await openLab('real');
    host.settle(1, 'i2');
    const id = host.ask(1, null, ask('https://weer.example'));
    clock.wait(60);
    expect(host.replyTo(id)).toMatchObject({ ok: true });
    expect(calls()).toMatchObject([{ invocationId: null }]);
  });
});

describe('counted waiting', () => {
  test('no time passes, and the invocation gets the wait on its bill', async () => {
    const { host, calls, answered, rests, clock } = await openLab('counted');
    const id = host.ask(1, 'i2', ask('https://weer.example'));
    await rests(2);
    expect(host.replyTo(id)).toMatchObject({ ok: true });
    clock.wait(3);
    host.settle(1, 'i2', 3);
    expect((await answered).durationMs).toBe(63);
    expect(calls()).toMatchObject([{ waitedMs: 60, outcome: 'answered' }]);
  });

  test('at once costs as much as the slowest, one after the other costs both', async () => {
    const together = await openLab('counted');
    for (let time = 0; time < 3; time += 1) together.host.ask(1, 'i2', ask('https://weer.example'));
    await together.rests(2);
    together.host.settle(1, 'i2', 0);
    expect((await together.answered).durationMs).toBe(60);

    const inTurn = await openLab('counted');
    for (let time = 0; time < 3; time += 1) {
      inTurn.host.ask(1, 'i2', ask('https://weer.example'));
      await inTurn.rests(2 + time);
    }
    inTurn.host.settle(1, 'i2', 0);
    expect((await inTurn.answered).durationMs).toBe(180);
  });

  test('nobody is answered while the instance may still ask: it was given something since, or asked since', async () => {
    const { host, rests } = await openLab('counted');
    const first = host.ask(1, 'i2', ask('https://weer.example'));
    await rests(1);
    expect(host.replyTo(first)).toBeNull();
    host.say({ type: 'waiting', instanceId: 1, heard: 2 });
    const second = host.ask(1, 'i2', ask('https://weer.example'));
    await Promise.resolve();
    expect([host.replyTo(first), host.replyTo(second)]).toEqual([null, null]);
    await rests(2);
    expect([host.replyTo(first)?.ok, host.replyTo(second)?.ok]).toEqual([true, true]);
  });

  test('nobody is answered while another instance still works', async () => {
    const { host, rests, invoke } = await openLab('counted');
    const id = host.ask(1, 'i2', ask('https://weer.example'));
    const other = invoke();
    await rests(2);
    expect(host.replyTo(id)).toBeNull();
    host.ready(2, 0);
    host.settle(2, 'i3', 0);
    await other;
    await Promise.resolve();
    expect(host.replyTo(id)).toMatchObject({ ok: true });
    host.settle(1, 'i2', 0);
  });

  test('what a busy machine lets wait too long is nobody’s bill', async () => {
    const { host, clock, rests, answered } = await openLab('counted');
    host.ask(1, 'i2', ask('https://weer.example'));
    clock.wait(500);
    await rests(2);
    host.settle(1, 'i2', 500);
    expect((await answered).durationMs).toBe(60);
  });

  test('a timeout of the platform still ends what waits too long', async () => {
    const { host, rests, answered } = await openLab('counted');
    host.ask(1, 'i2', ask('https://traag.test'));
    await rests(2);
    expect(await answered).toMatchObject({
      failure: { code: 'HANDLER_TIMEOUT' },
      durationMs: GREET.timeoutMs,
    });
  });

  test('a signal of a timeout goes off when it would have', async () => {
    const { host, rests, answered, calls } = await openLab('counted');
    const id = host.ask(1, 'i2', ask('https://traag.test', 250));
    await rests(2);
    expect(host.replyTo(id)).toMatchObject({ failure: { code: 'CALL_TIMED_OUT' } });
    host.settle(1, 'i2', 0);
    expect((await answered).durationMs).toBe(250);
    expect(calls()).toMatchObject([{ outcome: 'timedOut', waitedMs: 250 }]);
  });

  test('a timer of the function goes off on the same clock, beside what services take, and is on the bill', async () => {
    const { host, rests, answered, calls } = await openLab('counted');
    const slow = host.ask(1, 'i2', ask('https://traag.test'));
    const timer = host.ask(1, 'i2', { op: 'timer.wait', waitMs: 400 });
    const cleared = host.ask(1, 'i2', { op: 'timer.wait', waitMs: 300 });
    host.say({ type: 'abandoned', instanceId: 1, callId: cleared });
    // That it is given up is answered too.
    await rests(3);
    expect([host.replyTo(timer), host.replyTo(slow)]).toEqual([{ ok: true, value: null }, null]);
    host.settle(1, 'i2', 0);
    expect((await answered).durationMs).toBe(400);
    // Of a timer nothing is written down: no service was asked.
    expect(calls()).toEqual([]);
  });

  test('a start that waits for a service gets it on its own bill', async () => {
    const { engine, host, invoke, answered } = await openLab('counted');
    host.settle(1, 'i2', 0);
    await answered;
    engine.clear();
    const cold = invoke();
    const id = host.ask(2, null, ask('https://weer.example'));
    host.say({ type: 'waiting', instanceId: 2, heard: 0 });
    await Promise.resolve();
    expect(host.replyTo(id)).toMatchObject({ ok: true });
    host.ready(2, 1);
    host.settle(2, 'i3', 0);
    expect(await cold).toMatchObject({ initMs: 61, durationMs: 0 });
  });
});

test('an emptied lab plays its services from their beginning, and other ones when it is told to', async () => {
  const { engine, host, clock, invoke } = await openLab('real');
  for (let time = 0; time < 3; time += 1) host.ask(1, 'i2', ask('https://weer.example'));
  clock.wait(60);
  engine.empty();
  void invoke();
  host.ready(2, 0);
  const afterEmpty = host.ask(2, 'i3', ask('https://weer.example'));
  clock.wait(60);
  expect(host.replyTo(afterEmpty)).toMatchObject({ ok: true, value: { status: 200 } });
  engine.play([SLOW]);
  expect(host.call(2, 'i3', ask('https://weer.example'))).toMatchObject({
    failure: { code: 'SERVICE_UNKNOWN' },
  });
  expect(host.started.at(-1)?.services?.names).toEqual([
    'https://weer.example',
    'https://traag.test',
    'https://stuk.test',
  ]);
});
