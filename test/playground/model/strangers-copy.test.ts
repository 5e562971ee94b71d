/** A stranger's copy in a playground: what it may not reach, and what the reader finds again when it is gone. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createProgram } from '../../../src/playground/model/program-run.ts';
import { purchases } from '../../../src/till/visit/visit.ts';
import { sampleOf } from '../a-sample.ts';
import { FakeProject, readyContainers } from '../fake-project.ts';
import { openPlayground } from '../open-playground.ts';

const SAMPLE = sampleOf(
  [
    { name: 'teller', entry: 'teller.js', grants: ['kv'], trigger: { type: 'http', routes: null } },
    {
      name: 'klok',
      entry: 'teller.js',
      grants: ['kv'],
      trigger: { type: 'timer', cron: '* * * * *' },
    },
  ],
  {
    title: 'Teller',
    files: [{ path: 'teller.js', text: 'van de cursus' }],
    request: { method: 'GET', path: '/', headers: {}, body: '' },
  },
);
const THEIRS = { 'teller.js': 'van een ander' };

beforeEach(() => {
  // Without storage all of it works, and nothing is left for the next test.
  vi.stubGlobal('localStorage', undefined);
});

type Opened = ReturnType<typeof openPlayground>;

/** Presses `Voer uit`, and plays the host of whichever lab it ran in. */
async function run(lab: Opened, hostOf: () => Opened['host'] | undefined): Promise<string> {
  const before = hostOf()?.started.length ?? 0;
  const running = lab.model.shown.value.run();
  await vi.waitFor(() => expect(hostOf()?.started.length).toBe(before + 1));
  const host = hostOf();
  const spec = host?.started.at(-1);
  if (!host || !spec) throw new Error('nothing started');
  host.ready(spec.instanceId, 10);
  host.settle(spec.instanceId, host.invoked.at(-1)?.invocation.invocationId ?? '');
  await running;
  return spec.files.map(({ text }) => text).join();
}

const keys = ({ engine }: Pick<Opened, 'engine'>) => engine.bindings.kvEntries().map(({ key }) => key);

describe('the lab of a copy', () => {
  test('is another than the reader’s: its code, its stores and its queue never meet those', async () => {
    const lab = openPlayground(SAMPLE);
    expect(await run(lab, () => lab.host)).toBe('van de cursus');
    lab.engine.bindings.perform({ op: 'kv.put', key: 'likes', value: '2' });
    lab.model.edits.showCopy(THEIRS);
    expect(await run(lab, () => lab.strangers[0]?.host)).toBe('van een ander');
    expect(lab.host.started).toHaveLength(1);
    const [theirs] = lab.strangers;
    if (!theirs) throw new Error('no lab');
    expect(keys(theirs)).toEqual([]);
    theirs.engine.bindings.perform({ op: 'kv.put', key: 'x', value: '1' });
    expect(keys(lab)).toEqual(['likes']);
  });

  test('ends with it, and the reader’s log, receipt, answer and settings are as they were', async () => {
    const lab = openPlayground(SAMPLE);
    const { model } = lab;
    await run(lab, () => lab.host);
    model.settings.envText.value = 'SLEUTEL=geheim';
    const before = [model.answer.value, model.sales.value.current.total, model.ledger.value.current.log.rows];
    model.edits.showCopy(THEIRS);
    const theirs = model.shown.value;
    expect([theirs.owner, theirs.answer.value, theirs.sales.value.current.total]).toEqual([
      'stranger',
      null,
      0,
    ]);
    expect(theirs.settings.envText.value).toBe('');
    await run(lab, () => lab.strangers[0]?.host);
    model.edits.leaveCopy();
    expect(lab.strangers[0]?.isClosed()).toBe(true);
    expect(lab.isClosed()).toBe(false);
    const mine = model.shown.value;
    expect(mine.owner).toBe('reader');
    expect([mine.answer.value, mine.sales.value.current.total, mine.ledger.value.current.log.rows]).toEqual(
      before,
    );
    expect(mine.settings.envText.value).toBe('SLEUTEL=geheim');
  });

  test('ends when the next copy comes: that one begins with an empty lab', async () => {
    const lab = openPlayground(SAMPLE);
    lab.model.edits.showCopy(THEIRS);
    await run(lab, () => lab.strangers[0]?.host);
    lab.model.edits.showCopy({ 'teller.js': 'van nog een ander' });
    expect(lab.strangers[0]?.isClosed()).toBe(true);
    expect(await run(lab, () => lab.strangers[1]?.host)).toBe('van nog een ander');
  });

  test('ends when it is taken over: the code then runs in the reader’s lab', async () => {
    const lab = openPlayground(SAMPLE);
    lab.model.edits.showCopy(THEIRS);
    await run(lab, () => lab.strangers[0]?.host);
    lab.model.edits.takeOver();
    expect(lab.strangers[0]?.isClosed()).toBe(true);
    expect(await run(lab, () => lab.host)).toBe('van een ander');
  });
});

test('a copy that comes while the reader’s own run is on its way does not get into that run', async () => {
  const lab = openPlayground(SAMPLE);
  const running = lab.model.run();
  lab.model.edits.showCopy(THEIRS);
  await vi.waitFor(() => expect(lab.host.started).toHaveLength(1));
  expect(lab.host.started[0]?.files[0]?.text).toBe('van de cursus');
  lab.model.stop();
  await running;
});

test('a run of a copy that is gone before it began runs nothing: not in the reader’s lab, and it gets none of its own', async () => {
  const lab = openPlayground(SAMPLE);
  lab.model.edits.showCopy(THEIRS);
  const running = lab.model.shown.value.run();
  lab.model.edits.leaveCopy();
  await running;
  expect([lab.host.started, lab.strangers]).toEqual([[], []]);
});

test('a copy runs nothing by itself, and the reader’s clock and traffic stop while it is shown', async () => {
  const lab = openPlayground(SAMPLE);
  const { model } = lab;
  await model.events.startClock();
  await model.setTraffic(5);
  model.edits.showCopy(THEIRS);
  expect([model.events.isClockOn.value, model.traffic.perSecond.value]).toEqual([false, 0]);
  lab.clock.wait(10 * 60_000);
  expect(lab.host.started).toEqual([]);
  expect(lab.strangers).toEqual([]);
  expect(model.shown.value.events.isClockOn.value).toBe(false);
});

test('what a copy used is on the bill of the visit, under a name that says whose code it was', async () => {
  const lab = openPlayground(SAMPLE);
  lab.model.edits.showCopy(THEIRS);
  await run(lab, () => lab.strangers[0]?.host);
  lab.model.edits.leaveCopy();
  expect(purchases.value.map(({ title }) => title)).toContain('Teller (code van iemand anders)');
});

describe('a container', () => {
  test('that the reader chose is not for a copy, and is there again after it', async () => {
    const { starters } = readyContainers(new FakeProject());
    const lab = openPlayground(SAMPLE, starters);
    const { model } = lab;
    model.host.choose('webcontainer');
    await vi.waitFor(() => expect(model.host.ready()).not.toBeNull());
    model.edits.showCopy(THEIRS);
    const { host } = model.shown.value;
    host.choose('webcontainer');
    host.start();
    expect([host.ready(), host.placeFor('teller'), host.chosen.value]).toEqual([null, null, 'browser']);
    expect([...host.obstacles.value]).toEqual([['webcontainer', 'STRANGERS_CODE']]);
    await run(lab, () => lab.strangers[0]?.host);
    expect(lab.strangers[0]?.places).toEqual([null]);
    model.edits.leaveCopy();
    expect(model.shown.value.host.ready()).not.toBeNull();
  });

  test('does not run a copy of a function that needs one: the reader is told why', async () => {
    const { starters } = readyContainers(new FakeProject());
    const lab = openPlayground({ ...SAMPLE, needsNode: true }, starters);
    lab.model.host.choose('webcontainer');
    lab.model.edits.showCopy(THEIRS);
    await lab.model.shown.value.run();
    expect(lab.model.shown.value.problem.value).toEqual({ code: 'STRANGER_NEEDS_NODE' });
    expect(lab.strangers).toEqual([]);
  });

  test('does not run a copy of a program, and stops the reader’s own while one is shown', async () => {
    const project = new FakeProject();
    const program = createProgram(
      { name: 'server', title: 'Server', files: [{ path: 'server.js', text: 'een' }], port: 3000 },
      readyContainers(project).starters,
    );
    program.host.choose('webcontainer');
    await program.start();
    program.edits.showCopy({ 'server.js': 'van een ander' });
    expect([program.phase.value, project.runs[0]?.isKilled]).toEqual(['off', true]);
    await program.start();
    expect(program.problem.value).toEqual({ code: 'STRANGER_NEEDS_NODE' });
    expect(project.runs).toHaveLength(1);
    expect(program.shownHost.value.ready()).toBeNull();
  });
});
