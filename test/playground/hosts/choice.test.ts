/** The choice of host and the page's one container, without a page. */
import { describe, expect, test, vi } from 'vitest';
import type { Container } from '../../../src/host/webcontainer/index.ts';
import { BootError } from '../../../src/host/webcontainer/support.ts';
import { HostChoiceModel } from '../../../src/playground/hosts/choice.ts';
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

test('after the notice it boots, and is there for every playground that wants it', async () => {
  const { choice, containers, bootContainer } = setUp(() => Promise.resolve(fakeContainer().container));
  const other = new HostChoiceModel({ webcontainer: containers });
  choice.choose('webcontainer');
  choice.start();
  await expect.poll(() => choice.phase.value.kind).toBe('ready');
  expect(other.phase.value.kind).toBe('home');
  other.choose('webcontainer');
  expect(other.phase.value.kind).toBe('ready');
  expect(bootContainer).toHaveBeenCalledTimes(1);
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
