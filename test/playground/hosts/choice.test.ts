/** The choice of host and the page's one container, without a page. */
import { describe, expect, test, vi } from 'vitest';
import type { Container } from '../../../src/host/webcontainer/index.ts';
import { BootError } from '../../../src/host/webcontainer/support.ts';
import { type HostChoice, HostChoiceModel } from '../../../src/playground/hosts/choice.ts';
import { ContainersModel } from '../../../src/playground/hosts/webcontainer/containers.ts';

/** A container that the test ends by hand. */
function fakeContainer() {
  const listeners = new Set<() => void>();
  const link = { isLost: false, nodeVersion: 'v22.0.0', clockStepMs: 0.1 };
  const container = {
    link,
    onLost: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Container;
  const lose = () => {
    link.isLost = true;
    for (const listener of [...listeners]) listener();
  };
  return { container, lose };
}

function setUp(boot: (signal: AbortSignal) => Promise<Container>) {
  const bootContainer = vi.fn(({ signal }: { signal?: AbortSignal }) =>
    boot(signal ?? new AbortController().signal),
  );
  const library = { bootContainer, createLinkedHost: () => () => ({}) };
  const containers = new ContainersModel({
    load: () => Promise.resolve(library as never),
    coep: 'require-corp',
  });
  containers.look(null);
  return { containers, bootContainer, choice: new HostChoiceModel({ webcontainer: containers }) };
}

test('a page offers the sandbox, and what it can start', () => {
  const { choice } = setUp(() => Promise.resolve(fakeContainer().container));
  expect(choice.offered()).toEqual(['browser', 'webcontainer']);
  const alone = new HostChoiceModel({});
  alone.choose('webcontainer');
  expect([alone.offered(), alone.chosen.value, alone.phase.value.kind]).toEqual([
    ['browser'],
    'browser',
    'home',
  ]);
});

describe('before anything is loaded', () => {
  test('the first choice shows the notice, and boots nothing', async () => {
    const { choice, bootContainer } = setUp(() => Promise.resolve(fakeContainer().container));
    choice.choose('webcontainer');
    expect(choice.phase.value).toEqual({ kind: 'notice' });
    expect(choice.ready()).toBeNull();
    choice.start();
    await expect.poll(() => choice.phase.value.kind).toBe('ready');
    // One boot, which is that of the start.
    expect(bootContainer).toHaveBeenCalledTimes(1);
  });

  test('where there is an obstacle, choosing it does nothing', () => {
    const { choice, containers } = setUp(() => Promise.resolve(fakeContainer().container));
    containers.look('OFFLINE');
    choice.choose('webcontainer');
    expect(choice.chosen.value).toBe('browser');
  });
});

describe('chosen once', () => {
  const never = new AbortController().signal;

  test('it is there for every playground of the page, until one of them goes back', async () => {
    const { choice, containers, bootContainer } = setUp(() => Promise.resolve(fakeContainer().container));
    const other = new HostChoiceModel({ webcontainer: containers });
    choice.choose('webcontainer');
    expect(other.phase.value.kind).toBe('home');
    choice.start();
    expect([choice.phase.value.kind, other.phase.value.kind]).toEqual(['booting', 'waiting']);
    await expect.poll(() => choice.phase.value.kind).toBe('ready');
    expect(other.phase.value.kind).toBe('ready');
    expect(bootContainer).toHaveBeenCalledTimes(1);
    other.choose('browser');
    expect([choice.phase.value.kind, other.phase.value.kind]).toEqual(['home', 'home']);
  });

  test('a later page boots nothing by itself, and its first run waits for it', async () => {
    const { choice, containers, bootContainer } = setUp(() => Promise.resolve(fakeContainer().container));
    containers.isNoticeRead.value = true;
    containers.keep(true);
    expect([choice.phase.value.kind, choice.chosen.value]).toEqual(['waiting', 'webcontainer']);
    expect(bootContainer).toHaveBeenCalledTimes(0);
    const other = new HostChoiceModel({ webcontainer: containers });
    await Promise.all([choice.arrive(never), other.arrive(never), choice.arrive(never)]);
    expect([choice.ready(), other.ready()]).toEqual([expect.anything(), expect.anything()]);
    expect(bootContainer).toHaveBeenCalledTimes(1);
  });

  test('while the reader starts it by hand, a run does not wait for it', async () => {
    const { choice } = setUp(() => new Promise(() => {}));
    choice.choose('webcontainer');
    choice.start();
    await choice.arrive(never);
    expect([choice.phase.value.kind, choice.ready()]).toEqual(['booting', null]);
  });

  test.each([
    ['the run is stopped', (stopped: AbortController) => stopped.abort(), 'booting'],
    ['the starting is stopped', (_: AbortController, choice: HostChoice) => choice.stopWaiting(), 'home'],
  ])('a run waits no longer when %s', async (_, leave, phase) => {
    const { choice, containers } = setUp(() => new Promise(() => {}));
    containers.isNoticeRead.value = true;
    containers.keep(true);
    const stopped = new AbortController();
    const arrived = choice.arrive(stopped.signal);
    expect([choice.phase.value.kind, choice.isAwaited.value]).toEqual(['booting', true]);
    leave(stopped, choice);
    await arrived;
    expect(choice.phase.value.kind).toBe(phase);
  });

  test('what failed is told where it was started, and is not tried by itself again', async () => {
    const { choice, containers } = setUp(() => Promise.reject(new BootError('BOOT_FAILED')));
    const other = new HostChoiceModel({ webcontainer: containers });
    containers.isNoticeRead.value = true;
    containers.keep(true);
    await choice.arrive(never);
    expect([choice.phase.value.kind, choice.chosen.value]).toEqual(['failed', 'browser']);
    expect([other.phase.value.kind, containers.isKept.value]).toEqual(['home', false]);
  });

  test('what cannot be had now is as good as not chosen, and is back when it can', () => {
    const { choice, containers } = setUp(() => new Promise(() => {}));
    containers.keep(true);
    containers.look('OFFLINE');
    expect([choice.phase.value.kind, choice.chosen.value]).toEqual(['home', 'browser']);
    containers.look(null);
    expect(choice.phase.value.kind).toBe('waiting');
  });
});

test('who has read the notice boots with the choice itself', async () => {
  const { choice, containers, bootContainer } = setUp(() => Promise.resolve(fakeContainer().container));
  containers.isNoticeRead.value = true;
  choice.choose('webcontainer');
  await expect.poll(() => choice.phase.value.kind).toBe('ready');
  expect(bootContainer).toHaveBeenCalledTimes(1);
});

test('a failure brings the browser back, says why, and can be tried again', async () => {
  const results = [
    () => Promise.reject(new BootError('BOOT_FAILED', 'not now')),
    () => Promise.resolve(fakeContainer().container),
  ];
  const { choice } = setUp(() => results.shift()?.() ?? Promise.reject(new Error('no more')));
  choice.choose('webcontainer');
  choice.start();
  await expect
    .poll(() => choice.phase.value)
    .toEqual({ kind: 'failed', code: 'BOOT_FAILED', said: 'not now' });
  expect(choice.chosen.value).toBe('browser');
  choice.start();
  await expect.poll(() => choice.chosen.value).toBe('webcontainer');
});

test('a container that dies leaves every playground in the browser', async () => {
  const { container, lose } = fakeContainer();
  const { choice } = setUp(() => Promise.resolve(container));
  choice.choose('webcontainer');
  choice.start();
  await expect.poll(() => choice.phase.value.kind).toBe('ready');
  lose();
  expect(choice.phase.value).toMatchObject({ kind: 'failed', code: 'LOST' });
  expect(choice.ready()).toBeNull();
});

test('who stops waiting is not bothered by what comes later', async () => {
  let come = (_: Container) => {};
  const late = new Promise<Container>((resolve) => {
    come = resolve;
  });
  const { choice, containers, bootContainer } = setUp((signal) =>
    Promise.race([
      late,
      new Promise<Container>((_, reject) => {
        signal.addEventListener('abort', () => reject(new BootError('CANCELLED')));
      }),
    ]),
  );
  choice.choose('webcontainer');
  choice.start();
  const boot = await vi.waitUntil(() => bootContainer.mock.results[0]);
  choice.stopWaiting();
  come(fakeContainer().container);
  await expect(boot.value).rejects.toThrow();
  expect(containers.state.value).toEqual({ kind: 'off' });
  expect(choice.chosen.value).toBe('browser');
});
