/** The triggers of a playground from the reader's side, on an engine of which the host and the clock are the test's. */
import { expect, test } from 'vitest';
import type { SampleFunction } from '../../../src/course/sample.ts';
import { sampleOf } from '../a-sample.ts';
import { openPlayground } from '../open-playground.ts';

const FUNCTIONS: SampleFunction[] = [
  {
    name: 'klein',
    entry: 'klein.js',
    grants: ['bucket'],
    trigger: {
      type: 'upload',
      prefix: 'uploads/',
      accept: 'image/*',
      samples: [{ title: 'Strand', file: 'strand.jpg', url: 'data:image/jpeg;base64,/9j/4A==' }],
    },
  },
  { name: 'klok', entry: 'klok.js', grants: [], trigger: { type: 'timer', cron: '*/5 * * * *' } },
  {
    name: 'werk',
    entry: 'werk.js',
    grants: [],
    trigger: {
      type: 'queue',
      batchSize: 1,
      batchWindowMs: 0,
      visibilityTimeoutMs: 30_000,
      example: '{ "bestelling": 1 }',
      lostAcks: null,
    },
  },
];

const SAMPLE = sampleOf(FUNCTIONS, {
  files: ['klein.js', 'klok.js', 'werk.js'].map((path) => ({ path, text: 'export default () => null' })),
});

const open = () => openPlayground(SAMPLE);

/** As a browser has it: its size is known before anything of it is read. */
function bigFile(bytes: number): File {
  return Object.defineProperty(new File(['x'], 'film.mp4', { type: 'video/mp4' }), 'size', { value: bytes });
}

test('a file of the reader’s lands under the prefix, under a name that leads nowhere', async () => {
  const { model, engine, host } = open();
  await model.events.upload('uploads/', [new File(['abc'], '../../x', { type: '' })]);
  expect(engine.bindings.objects()).toEqual([
    { key: 'uploads/x', size: 3, contentType: 'application/octet-stream' },
  ]);
  expect(model.events.uploadNote.value).toContain('heet hier "x"');
  expect(model.lastTrigger.value).toBe('event');
  expect(host.started.map(({ functionName }) => functionName)).toEqual(['klein']);
});

test('a ready file of the site’s own does the same', async () => {
  const { model, engine } = open();
  await model.events.upload(
    'uploads/',
    FUNCTIONS.flatMap(({ trigger }) => (trigger.type === 'upload' ? trigger.samples : [])),
  );
  expect(engine.bindings.objects()).toEqual([
    { key: 'uploads/strand.jpg', size: 4, contentType: 'image/jpeg' },
  ]);
  expect(model.problem.value).toBeNull();
});

test('a file of 200 MB is refused before it is read; the file after it still comes', async () => {
  const { model, engine } = open();
  const empty = new File([], 'leeg.txt', { type: 'text/plain' });
  await model.events.upload('uploads/', [bigFile(200 * 1024 * 1024), empty]);
  expect(model.problem.value).toMatchObject({ code: 'OBJECT_TOO_LARGE' });
  expect(engine.bindings.objects()).toMatchObject([{ key: 'uploads/leeg.txt', size: 0 }]);
  await model.events.upload('uploads/', [empty]);
  expect(model.problem.value).toBeNull();
});

test('a ready file that cannot be fetched is said to be missing', async () => {
  const { model } = open();
  await model.events.upload('uploads/', [{ title: 'Weg', file: 'weg.jpg', url: 'data:nonsense' }]);
  expect(model.problem.value).toEqual({ code: 'SAMPLE_UNAVAILABLE' });
});

test('a message that is no JSON is not sent, one that is goes to the queue', async () => {
  const { model, engine } = open();
  model.events.messageText.value = '{ naam: Mila }';
  await model.events.sendMessage();
  expect(model.problem.value).toMatchObject({ code: 'MESSAGE_NOT_JSON' });
  expect(engine.bindings.messages.list()).toEqual([]);
  model.events.messageText.value = JSON.stringify('x'.repeat(256 * 1024));
  await model.events.sendMessage();
  expect(model.problem.value).toMatchObject({ code: 'MESSAGE_TOO_LARGE' });
  model.events.messageText.value = '{ "naam": "Mila" }';
  await model.events.sendMessage();
  expect(engine.bindings.messages.list()).toMatchObject([
    { content: { body: '{"naam":"Mila"}' }, functionName: 'werk' },
  ]);
});

test.each([
  ['onzin', 'CRON_INVALID'],
  ['0 0 30 2 *', 'CRON_NEVER'],
])('a clock does not start on "%s"', async (cron, code) => {
  const { model, engine } = open();
  model.events.cron.value = cron;
  await model.events.startClock();
  expect(model.problem.value).toEqual({ code });
  expect(model.events.isClockOn.value).toBe(false);
  expect(engine.nextPlannedMs()).toBeNull();
});

test('the clock fires at its moment or by a jump, and the five next moments move along', async () => {
  const { model, engine, host, clock } = open();
  await model.events.startClock();
  const before = model.events.moments.value;
  expect(before?.ok && before.moments).toHaveLength(5);
  await model.events.skip();
  expect(host.started.map(({ functionName }) => functionName)).toEqual(['klok']);
  const after = model.events.moments.value;
  expect(after?.ok && before?.ok && after.moments[0]).toBe(before?.ok && before.moments[1]);
  model.events.stopClock();
  host.ready(1, 0);
  host.settleEvent(1, 'event-1');
  clock.wait(60 * 60_000);
  expect(host.started).toHaveLength(1);
  expect(engine.nextPlannedMs()).toBeNull();
});

test('`Maak leeg` leaves nothing, stops the clock, and says so to nobody twice', async () => {
  const { model, engine } = open();
  await model.events.startClock();
  await model.events.upload('uploads/', [new File(['abc'], 'a.txt', { type: 'text/plain' })]);
  model.clear();
  await Promise.resolve();
  await Promise.resolve();
  expect([engine.bindings.objects(), engine.bindings.messages.list(), engine.instances()]).toEqual([
    [],
    [],
    [],
  ]);
  expect(model.events.isClockOn.value).toBe(false);
  expect(model.ledger.value.current.log.rows).toEqual([]);
  expect(model.sales.value.current.total).toBe(0);
});
