/**
 * What code could use to know beforehand what it will be asked, and what a class has of each other: nothing of either comes near it.
 *
 * Seen to fail without its defence: with the seed in a file beside the code, with one seed for all, with inputs that hang on the
 * exercise alone, and with all fields of a hand-in in what is read of it.
 */
import { expect, test } from 'vitest';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { readHandIn } from '../../src/classroom/hand-in/hand-in.ts';
import type { CreateHost } from '../../src/contract/host.ts';
import { Oracle, randomFor } from '../../src/exercises/run/oracle.ts';
import { runChecks } from '../../src/exercises/run/run-checks.ts';
import { tariff } from '../../src/till/prices/lab-tariff.ts';
import { tools } from '../classroom/marking-support.ts';
import { fakeHost, TurningClock } from '../exercises/fake-platform.ts';

const SEED = 1_987_654_321;

/** All that a host is told, as text: what code could ever find out comes by it. */
function watched(createHost: CreateHost, told: string[]): CreateHost {
  return (report) => {
    const host = createHost(report);
    return {
      start(spec) {
        told.push(JSON.stringify(spec));
        host.start(spec);
      },
      invoke(instanceId, invocation) {
        told.push(JSON.stringify(invocation));
        host.invoke(instanceId, invocation);
      },
      reply: (instanceId, callId, result) => host.reply(instanceId, callId, result),
      kill: (instanceId) => host.kill(instanceId),
      dispose: () => host.dispose(),
    };
  };
}

test('neither the seed nor the solution is in anything that code gets to see', async () => {
  const exercise = await exerciseFromDisk('groet-iedereen');
  const clock = new TurningClock();
  const told: string[] = [];
  const code = exercise.sample.files.map(({ path }) => ({ path, text: 'van een ander' }));
  const solution = exercise.sample.files.map(({ path }) => ({ path, text: 'de oplossing' }));
  const fake = fakeHost(
    { 'van een ander': () => ({ says: '' }), 'de oplossing': () => ({ says: 'dag' }) },
    clock,
  );
  await runChecks({ ...exercise, solution }, code, {
    createHost: watched(fake, told),
    clock,
    tariff,
    oracle: new Oracle(SEED),
  });
  const first = told.findIndex((text) => text.includes('van een ander'));
  const ofLearner = told.slice(first).join('\n');
  expect(first).toBeGreaterThan(0);
  for (const secret of [
    String(SEED),
    SEED.toString(16),
    SEED.toString(36),
    'de oplossing',
    'checks.ts',
    'geen-naam',
  ]) {
    expect(ofLearner).not.toContain(secret);
  }
});

test('two markings of one class ask something else, and no hand-in says what', async () => {
  const seeds = new Set<number>();
  for (let at = 0; at < 20; at += 1) {
    const { marking } = tools({ run: async () => [] });
    const text = '{"functielab":"inlevering","v":1,"name":"x","work":[],"seed":7,"oracle":{"seed":7}}';
    const bytes = new TextEncoder().encode(text);
    await marking.mark([{ name: 'x.json', size: bytes.length, arrayBuffer: async () => bytes.buffer }]);
    seeds.add(marking.marked.value?.seed ?? 7);
  }
  expect([seeds.size, seeds.has(7)]).toEqual([20, false]);
});

test('what was asked in one play does not tell what comes in the next', () => {
  const of = (play: number, seed = SEED) => {
    const random = randomFor(seed, 'groet-iedereen', 'naam', play);
    return Array.from({ length: 50 }, () => random.word(6, 6));
  };
  expect(new Set([...of(0), ...of(1), ...of(0, SEED + 1)]).size).toBe(150);
});

test('a hand-in has nothing but a name and code, whatever it brings', () => {
  const more =
    '"results":[{"isPassed":true}],"passed":["a"],"points":3,"mark":10,"rows":[],"way":["docent"],"equalTo":[0],"__proto__":{"isPassed":true}';
  for (const start of ['"v":1,"name":"x"', '"v":2,"names":["x"]']) {
    const read = readHandIn(
      `{"functielab":"inlevering",${start},"work":[{"exercise":"a","files":{"a.js":"x"},${more}}],${more}}`,
    );
    expect(read).toEqual({
      name: 'x',
      names: ['x'],
      madeAt: null,
      set: null,
      exercises: new Map([['a', { 'a.js': 'x' }]]),
      versions: new Map(),
      claims: { predictions: [], traffic: [], twelve: [] },
    });
  }
});
