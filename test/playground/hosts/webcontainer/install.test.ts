import { expect, test, vi } from 'vitest';
import { InstallModel } from '../../../../src/playground/hosts/webcontainer/install.ts';
import { FakeProject } from '../../fake-project.ts';

const FILES = [{ path: 'package.json', text: '{}' }];
const started = (project: FakeProject) => vi.waitUntil(() => project.runs[0]);

test('files that need no packages are written, and npm does not run', async () => {
  const project = new FakeProject();
  const install = new InstallModel(FILES);
  expect(await install.run(project.asProject(), FILES, new AbortController().signal)).toBeNull();
  expect([project.writes, project.runs.length]).toEqual([1, 0]);
});

test('npm’s last line shows while it is at work; its end is the end', async () => {
  const project = new FakeProject();
  project.needs = true;
  const install = new InstallModel(FILES);
  const done = install.run(project.asProject(), FILES, new AbortController().signal);
  const npm = await started(project);
  npm.say('npm warn iets\r\nadded 1 package');
  expect(install.working.value).toBe('added 1 package');
  npm.end(0);
  expect(await done).toBeNull();
  expect(install.working.value).toBeNull();
});

test('a failure holds what npm said last', async () => {
  const project = new FakeProject();
  project.needs = true;
  const done = new InstallModel(FILES).run(project.asProject(), FILES, new AbortController().signal);
  const npm = await started(project);
  npm.say('npm error 404');
  npm.end(1);
  expect(await done).toEqual({ code: 'INSTALL_FAILED', details: { said: 'npm error 404' } });
});

test.each([true, false])('Stop ends it when the container answers nothing (packages: %s)', async (needs) => {
  const project = new FakeProject();
  project.needs = needs;
  project.isFrozen = true;
  const stop = new AbortController();
  const install = new InstallModel(FILES);
  const done = install.run(project.asProject(), FILES, stop.signal);
  await vi.waitUntil(() => project.asked === 1);
  stop.abort();
  expect(await done).toEqual({ code: 'INSTALL_STOPPED' });
  expect(install.working.value).toBeNull();
});

test('an npm that starts after Stop is killed', async () => {
  const project = new FakeProject();
  project.needs = true;
  let spawn = () => {};
  project.spawning = new Promise((resolve) => {
    spawn = resolve;
  });
  const stop = new AbortController();
  const done = new InstallModel(FILES).run(project.asProject(), FILES, stop.signal);
  stop.abort();
  expect(await done).toEqual({ code: 'INSTALL_STOPPED' });
  spawn();
  await expect.poll(() => project.runs.map(({ isKilled }) => isKilled)).toEqual([true]);
});

test('one that was stopped before it began does not begin', async () => {
  const project = new FakeProject();
  const done = new InstallModel(FILES).run(project.asProject(), FILES, AbortSignal.abort());
  expect(await done).toEqual({ code: 'INSTALL_STOPPED' });
});
