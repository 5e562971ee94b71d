/** Which of several instances serves, under each routing; and that what is kept ready goes first and stays. */
import { describe, expect, test } from 'vitest';
import type { FunctionConfig, Routing } from '../../src/platform/index.ts';
import { Driver } from './drive.ts';

/** Three idle instances: created in the order 1, 2, 3, and busy last in the order 2, 3, 1. */
function threeIdle(config: Partial<FunctionConfig>): Driver {
  const driver = new Driver();
  driver.deploy(config);
  const calls = [driver.runningCold(), driver.runningCold(), driver.runningCold()];
  for (const at of [1, 2, 0]) {
    const { instanceId, invocationId } = calls[at] ?? { instanceId: 0, invocationId: '' };
    driver.settle(instanceId, invocationId);
  }
  return driver;
}

function served(driver: Driver, times: number): number[] {
  return Array.from({ length: times }, () => {
    driver.request();
    return driver.commands.at(-1)?.instanceId ?? 0;
  });
}

test.each<[Routing, number[]]>([
  ['most-recent', [1, 3, 2]],
  ['least-recent', [2, 3, 1]],
  ['newest-created', [3, 2, 1]],
  ['oldest-created', [1, 2, 3]],
])('%s', (routing, order) => {
  expect(served(threeIdle({ routing }), 3)).toEqual(order);
});

test('random draws from its seed: the same numbers for the same seed, and each instance as often as another', () => {
  const first = (routingSeed: number) => served(threeIdle({ routing: 'random', routingSeed }), 1)[0] ?? 0;
  expect(first(7)).toBe(first(7));
  const counts = new Map<number, number>();
  for (let seed = 0; seed < 300; seed++) counts.set(first(seed), (counts.get(first(seed)) ?? 0) + 1);
  for (const instanceId of [1, 2, 3]) expect(counts.get(instanceId)).toBeGreaterThan(70);
});

describe('with places in an instance, by creation', () => {
  test('the newest serves whether it is idle, busy with a free place, or starting', () => {
    const driver = new Driver();
    driver.deploy({ routing: 'newest-created', instanceConcurrency: 2 });
    const idle = driver.runningCold();
    const second = driver.request();
    const newest = driver.runningCold();
    driver.settle(idle.instanceId, idle.invocationId);
    driver.settle(idle.instanceId, second);
    // Instance 1 is idle, and instance 2 has a place: by use, the idle one would serve.
    expect(served(driver, 1)).toEqual([newest.instanceId]);
    expect(served(driver, 2)).toEqual([idle.instanceId, idle.instanceId]);
  });
});

test('a routing that does not exist is refused', () => {
  const driver = new Driver();
  expect(() => driver.deploy({ routing: 'nearest' as Routing })).toThrow('INVALID_CONFIG');
  expect(() => driver.deploy({ routingSeed: 0.5 })).toThrow('INVALID_CONFIG');
});

describe('instances that are kept ready', () => {
  const started = (driver: Driver) => driver.all('instanceStartedAhead').map(({ instanceId }) => instanceId);

  test('start when the function is deployed, are idle when they are ready, and do not expire', () => {
    const driver = new Driver();
    driver.deploy({ provisioned: 2 });
    expect(driver.commands.map(({ type }) => type)).toEqual(['startInstance', 'startInstance']);
    for (const instanceId of [1, 2]) driver.tell({ type: 'ready', instanceId, initMs: 20 });
    driver.wait(1_000_000);
    expect(driver.all('instanceIdle').map(({ expiresAtMs }) => expiresAtMs)).toEqual([null, null]);
    expect(driver.state.instances.size).toBe(2);
  });

  test('serve before any other, say so in their usage, and are not cold', () => {
    const driver = new Driver();
    driver.deploy({ provisioned: 1, routing: 'newest-created' });
    const early = driver.request();
    expect(driver.lastStarted()).toBe(2);
    driver.tell({ type: 'ready', instanceId: 2, initMs: 20 });
    driver.settle(2, early);
    driver.tell({ type: 'ready', instanceId: 1, initMs: 20 });
    const late = driver.request();
    driver.settle(1, late, 7);
    expect(driver.end(early).usage).toEqual({ durationMs: 5, memoryMb: 128, initMs: 20 });
    expect(driver.end(late).usage).toEqual({ durationMs: 7, memoryMb: 128, onReserved: true });
  });

  test('are replaced when they crash, and not when they cannot start, or when all is cleared', () => {
    const driver = new Driver();
    driver.deploy({ provisioned: 1 });
    driver.tell({ type: 'ended', instanceId: 1, initMs: 3 });
    expect(started(driver)).toEqual([1]);
    driver.deploy({ provisioned: 1 });
    driver.tell({ type: 'ready', instanceId: 2, initMs: 20 });
    driver.tell({ type: 'ended', instanceId: 2 });
    expect(started(driver)).toEqual([1, 2, 3]);
    driver.tell({ type: 'clear' });
    expect(started(driver)).toEqual([1, 2, 3]);
    expect(driver.state.instances.size).toBe(0);
  });

  test('make way for those of a new version, whether they were ready or not', () => {
    const driver = new Driver();
    driver.deploy({ provisioned: 2 });
    driver.tell({ type: 'ready', instanceId: 1, initMs: 20 });
    driver.deploy({ provisioned: 1 });
    expect([driver.gone(1), driver.gone(2)]).toEqual(['replaced', 'replaced']);
    expect(started(driver)).toEqual([1, 2, 3]);
  });

  test('that start too slowly are ended by the timeout of a start', () => {
    const driver = new Driver();
    driver.deploy({ provisioned: 1 });
    driver.wait(4000);
    expect(driver.gone(1)).toBe('timeout');
    expect(started(driver)).toEqual([1]);
  });

  test('are no more than the platform has room for', () => {
    const driver = new Driver({ maxInstances: 3 });
    driver.deploy({ provisioned: 5 });
    expect(started(driver)).toEqual([1, 2, 3]);
  });
});
