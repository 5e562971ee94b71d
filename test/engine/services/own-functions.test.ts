/** A name of the outside world that leads back to the lab's own functions: one of them calls another, and both are there. */
import { expect, test } from 'vitest';
import type { ServiceCall } from '../../../src/contract/bindings.ts';
import type { PlayedService } from '../../../src/contract/services.ts';
import type { Entry, ServiceCallEntry, ServiceWaits } from '../../../src/engine/index.ts';
import { GREET, openLab as openBareLab, text } from '../lab.ts';

const BANK: PlayedService = {
  name: 'https://bank.example',
  latencyMs: [500, 500],
  rateLimit: null,
  failures: { errors: 0, drops: 0 },
  seed: 1,
  routes: [{ method: 'POST', path: '/', maxItems: {}, answer: { status: 201, headers: [], body: '' } }],
};
const OWN: PlayedService = { ...BANK, name: 'https://winkel.example', routes: [], isOwn: true };

const ask = (url: string, timeoutMs: number | null = null): ServiceCall => ({
  op: 'service.fetch',
  method: 'POST',
  url,
  headers: [],
  body: new TextEncoder().encode('Mila'),
  timeoutMs,
});
const OWN_CALL = ask('https://winkel.example/betaal/12');

const isServiceCall = (entry: Entry): entry is ServiceCallEntry => entry.type === 'serviceCall';
/** What was promised is told in microtasks. */
const told = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

/** One warm instance, in which invocation `i2` runs: it is the one that calls. */
async function openLab(serviceWaits: ServiceWaits = 'real') {
  const lab = openBareLab({}, {}, undefined, { services: [OWN, BANK], serviceWaits });
  await lab.warmUp();
  const answered = lab.invoke();
  const calls = () => lab.engine.entries().filter(isServiceCall);
  return { ...lab, host: lab.host, clock: lab.clock, engine: lab.engine, answered, calls };
}

test('the call is an invocation of its own, in an instance of its own, and its answer is the answer of the fetch', async () => {
  const { host, clock, engine, calls } = await openLab();
  const id = host.ask(1, 'i2', OWN_CALL);
  host.ready(2);
  const called = host.invoked.at(-1);
  expect([called?.instanceId, called?.invocation.invocationId]).toEqual([2, 'i3']);
  expect(called?.invocation).toMatchObject({
    request: { method: 'POST', url: OWN_CALL.url, body: OWN_CALL.body },
  });
  clock.wait(500);
  expect(host.replyTo(id)).toBeNull();
  host.settle(2, 'i3', 500, { ...text('betaald'), status: 201 });
  await told();
  expect(host.replyTo(id)).toMatchObject({ ok: true, value: { status: 201, body: text('betaald').body } });
  expect(calls()).toMatchObject([
    {
      invocationId: 'i2',
      instanceId: 1,
      url: OWN_CALL.url,
      outcome: 'answered',
      status: 201,
      waitedMs: 500,
      calledId: 'i3',
    },
  ]);
  expect(engine.instances()).toHaveLength(2);
});

test('who calls is told before the platform hears of the call', async () => {
  const { host, engine } = await openLab();
  host.ask(1, 'i2', OWN_CALL);
  const asked = {
    type: 'functionAsked',
    functionName: 'begroet',
    instanceId: 1,
    invocationId: 'i2',
    calledId: 'i3',
  };
  const ofCall = engine
    .entries()
    .filter(
      (entry) => entry.type === 'functionAsked' || ('invocationId' in entry && entry.invocationId === 'i3'),
    );
  expect(ofCall).toMatchObject([asked, { type: 'accepted' }, { type: 'instanceStarted' }]);
});

test('both are billed: the one that works, and the one that waits for it', async () => {
  const { host, clock, engine } = await openLab();
  host.ask(1, 'i2', OWN_CALL);
  host.ready(2);
  clock.wait(500);
  host.settle(2, 'i3', 500);
  await told();
  host.settle(1, 'i2', 500);
  const ended = engine.entries().flatMap((entry) => (entry.type === 'invocationEnded' ? [entry] : []));
  expect(ended.slice(-2).map(({ invocationId, durationMs }) => [invocationId, durationMs])).toEqual([
    ['i3', 500],
    ['i2', 500],
  ]);
});

test('a function that gives no answer is one with a status that says so', async () => {
  const { host, calls } = await openLab();
  const id = host.ask(1, 'i2', OWN_CALL);
  host.ready(2);
  host.say({ type: 'ended', instanceId: 2, failure: { code: 'INSTANCE_CRASHED' } });
  await told();
  expect(host.replyTo(id)).toMatchObject({ ok: true, value: { status: 502 } });
  expect(calls()).toMatchObject([{ outcome: 'answered', status: 502 }]);
});

test('who gives up, and whose time is up, leaves the called function at work', async () => {
  const { host, clock, engine, answered, calls } = await openLab();
  const id = host.ask(1, 'i2', OWN_CALL);
  host.ready(2);
  host.say({ type: 'abandoned', instanceId: 1, callId: id });
  host.ask(1, 'i2', OWN_CALL);
  clock.wait(GREET.timeoutMs - 1);
  host.settle(2, 'i3');
  await told();
  clock.wait(1);
  expect(await answered).toMatchObject({ failure: { code: 'HANDLER_TIMEOUT' } });
  expect(calls().map(({ outcome }) => outcome)).toEqual(['aborted', 'lost']);
  const done = engine.entries().filter((entry) => entry.type === 'invocationEnded' && entry.outcome === 'ok');
  expect(done.map((entry) => 'invocationId' in entry && entry.invocationId)).toContain('i3');
});

test('where waiting is counted, who waits for a function waits along with what that one waits for', async () => {
  const { host, engine, calls } = await openLab('counted');
  const rests = async (instanceId: number, heard: number) => {
    host.say({ type: 'waiting', instanceId, heard });
    await told();
  };
  const outer = host.ask(1, 'i2', OWN_CALL);
  host.ready(2);
  const inner = host.ask(2, 'i3', ask('https://bank.example/'));
  await rests(1, 2);
  expect(host.replyTo(inner)).toBeNull();
  await rests(2, 1);
  expect(host.replyTo(inner)).toMatchObject({ ok: true });
  host.settle(2, 'i3', 1);
  await told();
  expect(host.replyTo(outer)).toMatchObject({ ok: true });
  host.settle(1, 'i2', 1);
  const ended = engine.entries().flatMap((entry) => (entry.type === 'invocationEnded' ? [entry] : []));
  expect(ended.slice(-2).map(({ durationMs }) => durationMs)).toEqual([501, 501]);
  expect(calls().map(({ waitedMs }) => waitedMs)).toEqual([500, 500]);
});

test('where waiting is counted, a time limit of the call itself still ends it', async () => {
  const { host } = await openLab('counted');
  const outer = host.ask(1, 'i2', ask('https://winkel.example/betaal/12', 200));
  host.ready(2);
  host.ask(2, 'i3', ask('https://bank.example/'));
  for (const [instanceId, heard] of [
    [1, 2],
    [2, 1],
  ] as const) {
    host.say({ type: 'waiting', instanceId, heard });
    await told();
  }
  expect(host.replyTo(outer)).toMatchObject({ ok: false, failure: { code: 'CALL_TIMED_OUT' } });
});
