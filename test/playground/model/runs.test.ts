/** Runs of a playground from the reader's side, on an engine of which the host and the clock are the test's. */
import { expect, test, vi } from 'vitest';
import { invocations } from '../../../src/till/visit/visit.ts';
import { sampleOf } from '../a-sample.ts';
import { openPlayground } from '../open-playground.ts';

const SAMPLE = sampleOf(
  [{ name: 'groet', entry: 'groet.js', grants: [], trigger: { type: 'http', routes: null } }],
  {
    files: [{ path: 'groet.js', text: 'export default () => new Response("Hoi")' }],
    request: { method: 'GET', path: '/', headers: {}, body: '' },
  },
);

const open = () => openPlayground(SAMPLE);

test('a run brings its answer, its log, its line on the bill and its pick, all at once', async () => {
  const lab = open();
  const { model, host } = lab;
  const before = invocations.value;
  const running = lab.model.run();
  await vi.waitFor(() => expect(host.started).toHaveLength(1));
  expect(model.isRunning.value).toBe(true);
  host.ready(1, 14);
  const { invocationId } = host.invoked[0]?.invocation ?? { invocationId: '' };
  host.log(1, invocationId, 'dag');
  host.settle(1, invocationId);
  await running;
  expect(model.answer.value).toMatchObject({ status: 200, isCold: true });
  expect(model.ledger.value.current.log.rows.map(({ kind }) => kind)).toEqual(['cold', 'line']);
  expect(model.sales.value.current).toMatchObject({ total: 1, lastCold: { invocationId, isCold: true } });
  expect(model.picked.value).toBe(invocationId);
  expect(invocations.value).toBe(before + 1);
  expect(model.isRunning.value).toBe(false);
});

test('while one runs, pressing again does nothing', async () => {
  const lab = open();
  const running = lab.model.run();
  await lab.model.run();
  await vi.waitFor(() => expect(lab.host.started).toHaveLength(1));
  lab.host.ready(1);
  lab.host.settle(1, lab.host.invoked[0]?.invocation.invocationId ?? '');
  await running;
  expect(lab.host.invoked).toHaveLength(1);
});

test('many calls at once are counted by status, and no one of them is picked', async () => {
  const lab = open();
  const { model, host } = lab;
  model.settings.concurrencyLimit.value = 2;
  model.burstCalls.value = 5;
  const running = model.runBurst();
  await vi.waitFor(() => expect(host.started).toHaveLength(2));
  for (const { instanceId } of host.started) {
    host.ready(instanceId);
    const invoked = host.invoked.find((one) => one.instanceId === instanceId);
    host.settle(instanceId, invoked?.invocation.invocationId ?? '');
  }
  await running;
  expect(model.burst.value).toEqual({
    calls: 5,
    statuses: [
      { status: 200, calls: 2 },
      { status: 429, calls: 3 },
    ],
    coldStarts: 2,
    instances: 2,
  });
  expect([model.answer.value, model.picked.value]).toEqual([null, null]);
});

test.each([
  ['a path', 'REQUEST_BAD_PATH', (lab: ReturnType<typeof open>) => (lab.model.trigger.path.value = '//x')],
  ['the environment', 'ENV_BAD_LINE', (lab) => (lab.model.settings.envText.value = 'geen regel')],
])('what is wrong with %s is told, and nothing runs', async (_, code, spoil) => {
  const lab = open();
  spoil(lab);
  await lab.model.run();
  expect(lab.model.problem.value).toMatchObject({ code });
  expect(lab.host.started).toEqual([]);
});

test('a lab that could not be fetched is said so, and fetched at the next run', async () => {
  const lab = open();
  lab.network.failures = 1;
  await lab.model.run();
  expect(lab.model.problem.value).toEqual({ code: 'LAB_UNAVAILABLE' });
  const running = lab.model.run();
  await vi.waitFor(() => expect(lab.host.started).toHaveLength(1));
  lab.model.stop();
  await running;
  expect(lab.model.problem.value).toBeNull();
  expect(lab.model.answer.value?.failure?.code).toBe('CANCELLED');
});

test('`Maak leeg` empties the receipt, and leaves what was spent on the bill of the visit', async () => {
  const lab = open();
  const { model, host } = lab;
  const running = lab.model.run();
  await vi.waitFor(() => expect(host.started).toHaveLength(1));
  host.ready(1);
  host.settle(1, host.invoked[0]?.invocation.invocationId ?? '');
  await running;
  const spent = invocations.value;
  model.clear();
  await Promise.resolve();
  await Promise.resolve();
  expect(model.sales.value.current.total).toBe(0);
  expect(model.ledger.value.current.log.rows).toEqual([]);
  expect([model.answer.value, model.picked.value, model.hasSomething.value]).toEqual([null, null, false]);
  expect(invocations.value).toBe(spent);
});

test.each<[string, (model: ReturnType<typeof open>['model']) => unknown]>([
  ['set to nothing', (model) => model.setTraffic(0)],
  ['stopped', (model) => model.stop()],
  ['emptied', (model) => model.clear()],
])('traffic that is %s before its lab has come does not begin after all', async (_, end) => {
  const { model } = open();
  const wanted = model.setTraffic(10);
  end(model);
  await wanted;
  expect(model.traffic.perSecond.value).toBe(0);
});

test('of two paces that wait for a lab the last one counts', async () => {
  const { model } = open();
  await Promise.all([model.setTraffic(10), model.setTraffic(3)]);
  expect(model.traffic.perSecond.value).toBe(3);
  model.stop();
});
