/** A program's life: start, server, change, restart, crash, and what its time costs. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { createProgram } from '../../../src/playground/model/program-run.ts';
import { FakeProject, readyContainers } from '../fake-project.ts';

const SAMPLE = {
  name: 'server',
  title: 'Server',
  files: [{ path: 'server.js', text: 'een' }],
  port: 3000,
};

async function started() {
  const project = new FakeProject();
  const world = readyContainers(project);
  let nowMs = 0;
  const program = createProgram(SAMPLE, world.starters, () => nowMs);
  program.host.choose('webcontainer');
  await program.start();
  return {
    ...world,
    project,
    program,
    wait: (ms: number) => {
      nowMs += ms;
    },
  };
}

test('in the browser it does not start, and says why', async () => {
  const program = createProgram(SAMPLE, readyContainers(new FakeProject()).starters);
  await program.start();
  expect(program.problem.value).toEqual({ code: 'NODE_NEEDED' });
  expect(program.phase.value).toBe('off');
});

test('it is on, shows where it listens, and costs time from start to stop, all starts together', async () => {
  const { program, project, listen, wait } = await started();
  expect([program.phase.value, project.runs[0]?.command]).toEqual(['on', 'npm start --silent']);
  listen(8080, 'http://elders/');
  expect(program.server.value).toEqual({ port: 8080, url: 'http://elders/' });
  listen(8080, null);
  expect(program.server.value).toBeNull();
  wait(1_000);
  program.stop();
  wait(5_000);
  expect([program.phase.value, program.onMs(), project.runs[0]?.isKilled]).toEqual(['off', 1_000, true]);
  project.runs[0]?.end(137);
  await program.start();
  wait(500);
  expect(program.onMs()).toBe(1_500);
  program.clear();
  expect(program.onMs()).toBe(0);
});

test('one that ends by itself says with which code; one that was stopped does not', async () => {
  const { program, project } = await started();
  const codes: (number | null)[] = [];
  onTestFinished(program.exitCode.subscribe((code) => codes.push(code)));
  project.runs[0]?.end(3);
  await expect.poll(() => [program.phase.value, program.exitCode.value]).toEqual(['off', 3]);
  await program.start();
  expect(program.exitCode.value).toBeNull();
  program.stop();
  project.runs[1]?.end(137);
  await program.start();
  project.runs[2]?.end(4);
  await expect.poll(() => program.exitCode.value).toBe(4);
  expect(codes).toEqual([null, 3, null, 4]);
});

test('a restart waits until the one before has gone, so that its port is free', async () => {
  const { program, project } = await started();
  const restarted = program.restart();
  project.runs[0]?.end(137);
  await restarted;
  expect(project.runs.map(({ besides }) => besides)).toEqual([0, 0]);
  // What the first still had to say is not the second's.
  project.runs[0]?.say('te laat\n');
  project.runs[1]?.say('nieuw\n');
  await expect.poll(() => program.lines.value.map(({ text }) => text)).toEqual(['nieuw']);
});

test('a restart waits for as long as the one before takes to go, and can be stopped meanwhile', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { program, project } = await started();
  const restarted = program.restart();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([program.phase.value, project.runs.length]).toEqual(['preparing', 1]);
  program.stop();
  await restarted;
  expect([program.phase.value, project.runs.length]).toEqual(['off', 1]);
  const again = program.start();
  await vi.advanceTimersByTimeAsync(60_000);
  project.runs[0]?.end(137);
  await again;
  expect(program.phase.value).toBe('on');
  expect(project.runs.map(({ besides }) => besides)).toEqual([0, 0]);
});

test('changed code is told apart from what runs', async () => {
  const { program } = await started();
  expect(program.isStale.value).toBe(false);
  program.edits.edit('server.js', 'twee');
  expect(program.isStale.value).toBe(true);
  program.stop();
  expect(program.isStale.value).toBe(false);
});

test('it ends with the container, and with the choice for the browser', async () => {
  const lost = await started();
  lost.lose();
  expect(lost.program.phase.value).toBe('off');
  const left = await started();
  left.program.host.choose('browser');
  expect([left.program.phase.value, left.project.runs[0]?.isKilled]).toEqual(['off', true]);
});

test('a start that the container never answers can be stopped', async () => {
  const project = new FakeProject();
  project.isFrozen = true;
  const program = createProgram(SAMPLE, readyContainers(project).starters);
  program.host.choose('webcontainer');
  const starting = program.start();
  await vi.waitUntil(() => project.asked === 1);
  expect(program.phase.value).toBe('preparing');
  program.stop();
  await starting;
  expect(program.phase.value).toBe('off');
});
