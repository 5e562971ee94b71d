/** A playground that is watched from a prediction on: what its experiment came to is told once, and only when it was set as asked. */
import { expect, test, vi } from 'vitest';
import { type Experiment, watch } from '../../../src/lesson/predictions/watch.ts';
import { sampleOf } from '../../playground/a-sample.ts';
import { openPlayground } from '../../playground/open-playground.ts';

const SAMPLE = sampleOf(
  [{ name: 'groet', entry: 'groet.js', grants: [], trigger: { type: 'http', routes: null } }],
  {
    files: [{ path: 'groet.js', text: 'export default () => new Response("Hoi")' }],
    request: { method: 'GET', path: '/', headers: {}, body: '' },
    concurrencyLimit: 2,
  },
);
const BURST: Experiment = {
  measure: 'refused',
  in: undefined,
  run: [{ do: 'burst', times: 5 }],
  set: {},
  edit: [],
  code: undefined,
};

function open(experiment: Experiment) {
  const lab = openPlayground(SAMPLE);
  const { model, host } = lab;
  const onDone = vi.fn();
  const onHindrance = vi.fn();
  const end = watch(model, experiment, onDone, onHindrance);

  /** Everything that is asked of the host is done, until the reader has the answer. */
  async function whileServed(running: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = running.then(() => {
      isOver = true;
    });
    let [started, invoked] = [0, 0];
    while (!isOver) {
      for (const { instanceId } of host.started.slice(started)) host.ready(instanceId);
      started = host.started.length;
      for (const { instanceId, invocation } of host.invoked.slice(invoked)) {
        host.settle(instanceId, invocation.invocationId);
      }
      invoked = host.invoked.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await over;
  }

  const burst = (times: number) => {
    model.burstCalls.value = times;
    return whileServed(model.runBurst());
  };
  return { model, onDone, onHindrance, end, burst, run: () => whileServed(model.run()) };
}

test('the burst that was asked for is measured, once', async () => {
  const { burst, onDone, onHindrance } = open(BURST);
  await burst(4);
  expect(onDone).not.toHaveBeenCalled();
  await burst(5);
  expect(onDone.mock.calls).toEqual([[3]]);
  await burst(5);
  expect(onDone).toHaveBeenCalledTimes(1);
  expect(onHindrance).not.toHaveBeenCalled();
});

test('what was done with another setting does not count, and is told; done again as asked it counts', async () => {
  const { model, burst, onDone, onHindrance } = open(BURST);
  model.settings.concurrencyLimit.value = 5;
  await burst(5);
  expect(onDone).not.toHaveBeenCalled();
  expect(onHindrance.mock.calls).toEqual([['limit']]);
  model.settings.concurrencyLimit.value = 2;
  await burst(5);
  expect(onDone.mock.calls).toEqual([[3]]);
});

test('an environment is compared as it is meant, with that of the prediction or of the lesson', async () => {
  const { model, burst, onDone, onHindrance } = open({ ...BURST, set: { env: { KLEUR: 'rood' } } });
  await burst(5);
  expect(onHindrance.mock.calls).toEqual([['env']]);
  model.settings.envText.value = '\nKLEUR = rood\n';
  await burst(5);
  expect(onDone.mock.calls).toEqual([[3]]);
  const lesson = open(BURST);
  lesson.model.settings.envText.value = 'KLEUR=rood';
  await lesson.burst(5);
  expect(lesson.onHindrance.mock.calls).toEqual([['env']]);
});

test('an experiment that changes the code counts when the code was changed', async () => {
  const call: Experiment = {
    ...BURST,
    measure: 'field',
    in: 'length',
    run: [{ do: 'call', times: 1 }],
    edit: [{ file: 'groet.js', from: 'Hoi', to: 'Dag' }],
  };
  const { run, onHindrance } = open(call);
  await run();
  expect(onHindrance.mock.calls).toEqual([['edit']]);
});

test('where only the code of the lesson answers, changed code does not count', async () => {
  const { model, run, onDone, onHindrance } = open({
    ...BURST,
    measure: 'billed',
    run: [{ do: 'call', times: 1 }],
    code: 'lesson',
  });
  model.edits.edit('groet.js', 'export default () => new Response("Dag")');
  await run();
  expect(onHindrance.mock.calls).toEqual([['code']]);
  expect(onDone).not.toHaveBeenCalled();
});

test('the answer of the call is read', async () => {
  const { run, onDone } = open({
    ...BURST,
    measure: 'status',
    run: [{ do: 'call', times: 1, request: 'GET /' }],
  });
  await run();
  expect(onDone.mock.calls).toEqual([[200]]);
});

test('when the watch has ended, nothing is told', async () => {
  const { end, burst, onDone } = open(BURST);
  end();
  await burst(5);
  expect(onDone).not.toHaveBeenCalled();
});
