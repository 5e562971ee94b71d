/** A tape of a lab: what happened can be had again to the last byte, through a file, whatever went on. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replayTape } from '../../../src/cli/simulate.ts';
import {
  type Deployment,
  Engine,
  type Entry,
  printTape,
  readTape,
  TapeRecorder,
} from '../../../src/engine/index.ts';
import { replay } from '../../../src/platform/index.ts';
import { FakeHost, GET, GREET, ManualClock, text } from '../lab.ts';

const WORK: Deployment = {
  ...GREET,
  functionName: 'werk',
  source: {
    type: 'queue',
    batchSize: 2,
    batchWindowMs: 40,
    visibilityTimeoutMs: 500,
    lostAcks: { seed: 7, chance: 0.3 },
  },
};

type Deed = { readonly kind: string; readonly nth: number; readonly ms: number };

/** An engine that is recorded, with a host that does what a deed says. */
function openRecorded() {
  const clock = new ManualClock();
  let host: FakeHost | null = null;
  let ids = 0;
  const recorder = new TapeRecorder({ limits: { maxInstances: 6 } });
  const engine = new Engine(
    recorder.options({
      createHost: (report) => {
        host = new FakeHost(report);
        return host;
      },
      clock,
      limits: { maxInstances: 6 },
      newInvocationId: () => `i${ids++}`,
      newMessageId: () => `m${ids++}`,
    }),
  );
  if (host === null) throw new Error('the engine made no host');
  return { clock, engine, host: host as FakeHost, recorder };
}

type Lab = ReturnType<typeof openRecorded>;

/** What is meant by a deed that cannot be just then is left out. */
function perform({ clock, engine, host }: Lab, { kind, nth, ms }: Deed): void {
  const instances = engine.instances();
  const instance = instances[nth % Math.max(1, instances.length)];
  const given = host.invoked[nth % Math.max(1, host.invoked.length)];
  switch (kind) {
    case 'deploy':
      engine.deploy({ ...GREET, memoryMb: 128 + nth, concurrencyLimit: 1 + (nth % 4) });
      break;
    case 'deployWork':
      engine.deploy({ ...WORK, timeoutMs: 100 + nth });
      break;
    case 'invoke':
      void engine.invoke('begroet', { ...GET, body: new Uint8Array([nth, 0, 255]) });
      break;
    case 'wait':
      clock.wait(ms);
      break;
    case 'ready':
      if (instance) host.ready(instance.instanceId, ms);
      break;
    case 'settle': {
      if (given === undefined) break;
      const { instanceId, invocation } = given;
      if ('event' in invocation) host.settleEvent(instanceId, invocation.invocationId);
      else host.settle(instanceId, invocation.invocationId, ms, text('Hoi', 200 + (nth % 300)));
      break;
    }
    case 'send':
      if (given) {
        const { instanceId, invocation } = given;
        host.ask(instanceId, invocation.invocationId, {
          op: 'queue.send',
          body: `{"$bytes":"${nth}"}`,
          delayMs: nth,
        });
      }
      break;
    case 'log':
      if (given) host.log(given.instanceId, given.invocation.invocationId, `regel ${nth}`);
      break;
    case 'crash':
      if (instance)
        host.say({ type: 'ended', instanceId: instance.instanceId, failure: { code: 'INSTANCE_CRASHED' } });
      break;
    case 'clear':
      engine.clear();
      break;
  }
}

const OF_ENGINE: ReadonlySet<Entry['type']> = new Set([
  'log',
  'result',
  'stored',
  'serviceCall',
  'functionAsked',
]);
const platformEvents = (engine: Engine) => engine.entries().filter(({ type }) => !OF_ENGINE.has(type));

const linesOf = (events: readonly unknown[]) => events.map((event) => `${JSON.stringify(event)}\n`).join('');

const anyDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(
    'deploy',
    'deployWork',
    'invoke',
    'invoke',
    'invoke',
    'wait',
    'wait',
    'ready',
    'ready',
    'settle',
    'settle',
    'send',
    'log',
    'crash',
    'clear',
  ),
  nth: fc.nat(40),
  ms: fc.double({ min: 0, max: 900, noNaN: true }),
});

test('whatever goes on in a lab, its tape gives the list of what happened, equal to the last byte', () => {
  let most = 0;
  fc.assert(
    fc.property(fc.array(anyDeed, { minLength: 1, maxLength: 150, size: 'max' }), (deeds) => {
      const lab = openRecorded();
      lab.engine.deploy(GREET);
      lab.engine.deploy(WORK);
      for (const deed of deeds) perform(lab, deed);
      const tape = lab.recorder.tape();
      const file = printTape(tape as NonNullable<typeof tape>) ?? '';
      const read = readTape(file);
      expect(read).toEqual(tape);
      const happened = platformEvents(lab.engine);
      most = Math.max(most, happened.length);
      const again = replay({ maxInstances: 6 }, read?.inputs ?? []);
      expect(JSON.stringify(again)).toBe(JSON.stringify(happened));
      expect(replayTape(file)).toEqual({ stdout: linesOf(happened), stderr: '', status: 0 });
    }),
  );
  // Labs in which next to nothing happens would prove nothing.
  expect(most).toBeGreaterThan(30);
});

describe('a file', () => {
  const lab = openRecorded();
  lab.engine.deploy(GREET);
  void lab.engine.invoke('begroet', { ...GET, body: new Uint8Array([1, 2, 255]) });
  lab.host.ready(1);
  const file = printTape(lab.recorder.tape() as NonNullable<ReturnType<typeof lab.recorder.tape>>) ?? '';

  test('of data that looks like bytes is read as it was', () => {
    const tape = readTape(file);
    const odd = { $bytes: 'no base64 at all', inside: { $bytes: 1 }, more: { $$bytes: [{ $bytes: {} }] } };
    const [given] = tape?.invocations ?? [];
    if (tape === null || given === undefined) throw new Error('no tape');
    const invocation = { ...given.invocation, params: odd as never };
    const changed = { ...tape, invocations: [{ ...given, invocation }] };
    expect(readTape(printTape(changed) ?? '')).toEqual(changed);
  });

  const asObject = JSON.parse(file);
  test.each<[string, unknown]>([
    ['no JSON', undefined],
    ['another kind', { ...asObject, functielab: 'code' }],
    ['a later version', { ...asObject, v: 2 }],
    ['no inputs', { ...asObject, inputs: undefined }],
    ['an input without a moment', { ...asObject, inputs: [{ type: 'tick' }] }],
    ['code that is not there', { ...asObject, instances: [{ instanceId: 1, code: 5 }] }],
    ['a file without text', { ...asObject, codes: [[{ path: 'a.js' }]] }],
    ['bytes that are none', { ...asObject, logs: [{ $bytes: '!' }] }],
    ['a list instead', []],
  ])('is no tape: %s', (_, changed) => {
    expect(readTape(changed === undefined ? file.slice(0, -9) : JSON.stringify(changed))).toBeNull();
  });

  test('that is too large is neither written nor read', () => {
    const tape = readTape(file);
    const huge = { ...tape, codes: [[{ path: 'a.js', text: 'x'.repeat(9_000_000) }]] };
    expect(printTape(huge as never)).toBeNull();
    expect(readTape(JSON.stringify({ functielab: 'opname', v: 1, ...huge }))).toBeNull();
  });
});

test('a lab in which too much goes on has no tape, rather than half of one', () => {
  const { engine, recorder } = openRecorded();
  engine.deploy(GREET);
  for (let at = 0; at < 20_001; at += 1) engine.clear();
  expect(recorder.tape()).toBeNull();
});

test('of code that is changed and run again, each version is kept once, and what did not change costs nothing', () => {
  const { engine, recorder } = openRecorded();
  const run = (own: string, shared: string) => {
    const files = [
      { path: 'begroet.js', text: own },
      { path: 'gedeeld.js', text: shared },
    ];
    engine.deploy({ ...GREET, files });
    void engine.invoke('begroet', GET);
    engine.clear();
  };
  const megabyte = 'x'.repeat(1_024 ** 2);
  for (let at = 0; at < 20; at += 1) run(`versie ${at % 10}`, megabyte);
  const tape = recorder.tape();
  expect(tape?.codes.map(([own]) => own?.text)).toEqual(
    Array.from({ length: 10 }, (_, at) => `versie ${at}`),
  );
  expect(tape?.instances.map(({ code }) => code)).toEqual(Array.from({ length: 20 }, (_, at) => at % 10));
  for (let at = 0; at < 4; at += 1) run('versie 0', `${megabyte}${at}`);
  expect(recorder.tape()).toBeNull();
});

describe('in a shell', () => {
  const shell = (...args: string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/simulate.ts', ...args], {
      encoding: 'utf8',
    });
    return { stdout, stderr, status };
  };

  test('a tape prints what happened, as one event a line', ({ onTestFinished }) => {
    const { engine, host, clock, recorder } = openRecorded();
    engine.deploy(GREET);
    void engine.invoke('begroet', GET);
    host.ready(1, 12.25);
    clock.wait(3);
    host.settle(1, 'i0', 2.5, text('Hoi'));
    const folder = mkdtempSync(join(tmpdir(), 'tape-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'begroet.opname.json');
    writeFileSync(path, printTape(recorder.tape() as NonNullable<ReturnType<typeof recorder.tape>>) ?? '');
    const happened = platformEvents(engine);
    expect(happened.some(({ type }) => type === 'invocationEnded')).toBe(true);
    expect(shell('--tape', path)).toEqual({ stdout: linesOf(happened), stderr: '', status: 0 });
  });

  test('what is no tape, cannot be, or is not there, ends with a sentence and status 2', () => {
    const refused = (stderr: string) => ({ stdout: '', stderr: `${stderr}\n`, status: 2 });
    expect(shell('--tape')).toEqual(refused('Zet achter --tape het bestand van een opname.'));
    expect(shell('--tape', 'er-niet.json')).toEqual(
      refused('Het bestand er-niet.json kan niet worden gelezen.'),
    );
    expect(replayTape('{}')).toEqual(
      refused('Dit is geen opname van Functielab die hier kan worden afgespeeld.'),
    );
    const { recorder } = openRecorded();
    const input = { type: 'request', atMs: 1, functionName: 'niemand', invocationId: 'i1' };
    const impossible = { ...recorder.tape(), inputs: [input] };
    expect(replayTape(printTape(impossible as never) ?? '')).toEqual(
      refused('In deze opname staat iets wat niet kan gebeuren.'),
    );
  });
});
