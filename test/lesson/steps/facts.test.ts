/** What a step hears of a playground and of a program, what its button refuses, and the numbers that steps get. */
import { expect, test, vi } from 'vitest';
import type { Fact } from '../../../src/lesson/steps/counting.ts';
import { followPlayground, followProgram, standing } from '../../../src/lesson/steps/facts.ts';
import { NUMBER, nextOf, numberSteps } from '../../../src/lesson/steps/numbered.ts';
import { perform } from '../../../src/lesson/steps/perform.ts';
import { createProgram } from '../../../src/playground/model/program-run.ts';
import { sampleOf } from '../../playground/a-sample.ts';
import { FakeProject, readyContainers } from '../../playground/fake-project.ts';
import { openPlayground } from '../../playground/open-playground.ts';

const SAMPLE = sampleOf(
  [{ name: 'groet', entry: 'groet.js', grants: [], trigger: { type: 'http', routes: null } }],
  {
    files: [{ path: 'groet.js', text: 'export default () => new Response("Hoi")' }],
    request: { method: 'GET', path: '/hoi', headers: {}, body: '' },
  },
);

async function runOnce({ model, host }: ReturnType<typeof openPlayground>): Promise<void> {
  const running = model.run();
  await vi.waitFor(() => expect(host.started).toHaveLength(1));
  host.ready(1, 14);
  host.settle(1, host.invoked[0]?.invocation.invocationId ?? '');
  await running;
}

function heardFrom(model: ReturnType<typeof openPlayground>['model']): Fact[] {
  const heard: Fact[] = [];
  followPlayground(model, (fact) => heard.push(fact));
  return heard;
}

test('a call is told with its answer and as it was set when it was sent', async () => {
  const lab = openPlayground(SAMPLE);
  const heard = heardFrom(lab.model);
  lab.model.settings.memoryMb.value = 1_024;
  await runOnce(lab);
  expect(heard).toMatchObject([
    { type: 'set', memory: 1_024 },
    {
      type: 'call',
      functionName: 'groet',
      status: 200,
      isCold: true,
      request: 'GET /hoi',
      memory: 1_024,
      isEdited: false,
    },
  ]);
});

test('a reader who ran something before anybody listened did run it', async () => {
  const lab = openPlayground(SAMPLE);
  await runOnce(lab);
  expect(heardFrom(lab.model)).toMatchObject([{ type: 'call', status: 200 }]);
});

test('an instance that waited in vain is told, and one that made room for new code is not', async () => {
  const lab = openPlayground(SAMPLE);
  await runOnce(lab);
  const heard = heardFrom(lab.model);
  lab.clock.wait(31_000);
  await vi.waitFor(() => expect(heard).toContainEqual({ type: 'gone' }));
  const other = openPlayground(SAMPLE);
  await runOnce(other);
  const told = heardFrom(other.model);
  other.model.edits.edit('groet.js', 'export default () => new Response("Dag")');
  void other.model.run();
  await vi.waitFor(() => expect(other.host.started).toHaveLength(2));
  expect(told.filter(({ type }) => type === 'gone')).toEqual([]);
});

test('code that is the lesson’s again is told, changed code is not', () => {
  const { model } = openPlayground(SAMPLE);
  const heard = heardFrom(model);
  model.edits.edit('groet.js', 'anders');
  expect(heard).toEqual([]);
  model.edits.reset();
  expect(heard).toEqual([{ type: 'restored' }]);
});

test('what stands as a button asks is told once more, also when nothing changed', () => {
  const { model } = openPlayground(SAMPLE);
  expect(standing(model, { restore: true, limit: 10 })).toEqual([
    { type: 'set', memory: 128, timeout: 3_000, limit: 10, env: '' },
    { type: 'restored' },
  ]);
  expect(standing(model, { run: 1 })).toEqual([]);
});

test('an environment that a button sets is told as it was meant, and one with a mistake as it was typed', async () => {
  const { model } = openPlayground(SAMPLE);
  const heard = heardFrom(model);
  await perform(model, { env: 'KLEUR=rood' });
  model.settings.envText.value = '\n KLEUR = rood \n';
  model.settings.envText.value = 'geen regel';
  expect(heard).toMatchObject([{ env: 'KLEUR=rood' }, { env: 'KLEUR=rood' }, { env: 'geen regel' }]);
  expect(standing(model, { env: 'geen regel' })).toMatchObject([{ type: 'set', env: 'geen regel' }]);
});

test('a button does nothing with somebody else’s code, and nothing while something runs', async () => {
  const lab = openPlayground(SAMPLE);
  lab.model.edits.showCopy({ 'groet.js': 'van een ander' });
  expect(await perform(lab.model, { run: 1 })).toBe('STRANGERS_CODE');
  lab.model.edits.leaveCopy();
  void lab.model.run();
  expect(await perform(lab.model, { run: 1 })).toBe('BUSY');
  expect(lab.strangers).toEqual([]);
});

test('a program that starts and ends is told, with whether its code was changed', async () => {
  const project = new FakeProject();
  const files = [{ path: 'server.js', text: 'een' }];
  const program = createProgram(
    { name: 'server', title: 'Server', files, port: 3000 },
    readyContainers(project).starters,
  );
  const heard: Fact[] = [];
  followProgram(program, (fact) => heard.push(fact));
  program.host.choose('webcontainer');
  program.edits.edit('server.js', 'twee');
  await program.start();
  project.runs[0]?.end(0);
  await vi.waitFor(() => expect(program.phase.value).toBe('off'));
  expect(heard).toEqual([
    { type: 'program', isOn: true, isEdited: true },
    { type: 'program', isOn: false, isEdited: true },
  ]);
});

test('steps are numbered in their order, and each Probeer of a page in its own', () => {
  const step = `<li class="step">stap ${NUMBER}, nog eens ${NUMBER}</li>`;
  expect(numberSteps(`\n${step}<li>geen stap</li>${step}`)).toEqual({
    steps: 2,
    html: '\n<li class="step">stap 1, nog eens 1</li><li>geen stap</li><li class="step">stap 2, nog eens 2</li>',
  });
  const page = {};
  expect([nextOf(page), nextOf(page), nextOf({})]).toEqual([1, 2, 1]);
});
