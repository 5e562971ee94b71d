/** What `--keep` keeps: all of it, whole, for one process at a time, and never at the cost of what was there. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../../src/engine/index.ts';
import { StateUnusable, StoredState } from '../../src/tool/stored-state.ts';
import { command, folderWith, HELLO, PATIENT, start, write } from './running.ts';

const NOTHING: Changes = { isEmptied: false, kv: new Map(), objects: new Map(), messages: new Map() };
const value = (key: string, version: number) => [key, { key, value: '1', version }] as const;
const object = (key: string, text: string) => {
  const body = new TextEncoder().encode(text);
  return [key, { key, body, size: body.length, contentType: 'text/plain' }] as const;
};
const message = (messageId: string) =>
  [
    messageId,
    {
      messageId,
      queueName: 'q',
      content: { kind: 'queue', body: '{}', sentTime: '2026-11-29T12:00:00Z' },
      attempts: 1,
      hops: 0,
      visibleAtWallMs: 5,
      deadReason: null,
    },
  ] as const;

function codeOf(make: () => StoredState): string {
  try {
    make().close();
    return 'no problem';
  } catch (error) {
    return error instanceof StateUnusable ? error.code : String(error);
  }
}

test('what was kept comes back as it was, in its order, with what was taken away gone', () => {
  const folder = folderWith({});
  const state = new StoredState(folder);
  state.keep({
    ...NOTHING,
    kv: new Map([value('a', 1), value('b', 2)]),
    objects: new Map([object('o', 'zó')]),
  });
  state.keep({ ...NOTHING, kv: new Map([['a', null]]), messages: new Map([message('m2'), message('m1')]) });
  const { saved } = state;
  state.close();
  const again = new StoredState(folder);
  expect(again.saved).toEqual(saved);
  expect(again.saved.kv.map(({ key }) => key)).toEqual(['b']);
  expect(again.saved.messages.map(({ messageId }) => messageId)).toEqual(['m2', 'm1']);
  again.keep({ ...NOTHING, isEmptied: true, kv: new Map([value('c', 3)]) });
  again.close();
  const last = new StoredState(folder);
  expect([last.saved.kv.map(({ key }) => key), last.saved.objects, last.saved.messages]).toEqual([
    ['c'],
    [],
    [],
  ]);
  last.close();
  expect(readdirSync(join(folder, '.functielab/files'))).toEqual([]);
});

test('it is on the disk once the turn is over, without anybody closing it', async () => {
  const folder = folderWith({});
  const state = new StoredState(folder);
  state.keep({ ...NOTHING, kv: new Map([value('a', 1)]) });
  await nextTurn();
  const list = JSON.parse(readFileSync(join(folder, '.functielab/stores.json'), 'utf8'));
  expect(list).toEqual({ version: 1, kv: [{ key: 'a', value: '1', version: 1 }], objects: [], messages: [] });
  state.close();
});

test('a git repository around it never gets it', () => {
  const folder = folderWith({});
  const state = new StoredState(folder);
  state.keep({ ...NOTHING, kv: new Map([value('a', 1)]) });
  state.close();
  expect(readFileSync(join(folder, '.functielab/.gitignore'), 'utf8')).toBe('*\n');
});

describe('is refused, and left as it is,', () => {
  test.each([
    [
      'when a file that it names is gone',
      'DAMAGED',
      (own: string) => rmSync(join(own, 'files'), { recursive: true }),
    ],
    [
      'when its list is cut',
      'DAMAGED',
      (own: string) => writeFileSync(join(own, 'stores.json'), '{ "version": 1, '),
    ],
    [
      'when its list is another thing',
      'DAMAGED',
      (own: string) => writeFileSync(join(own, 'stores.json'), '[]'),
    ],
    [
      'when it is of a newer tool',
      'NEWER',
      (own: string) => writeFileSync(join(own, 'stores.json'), '{"version":2}'),
    ],
    [
      'while a process that lives has it',
      'IN_USE',
      (own: string) => writeFileSync(join(own, 'lock'), String(process.ppid)),
    ],
  ])('%s', (_, code, spoil) => {
    const folder = folderWith({});
    const state = new StoredState(folder);
    state.keep({ ...NOTHING, objects: new Map([object('o', 'x')]) });
    state.close();
    const own = join(folder, '.functielab');
    spoil(own);
    const before = readdirSync(own).map((name) => [
      name,
      name === 'files' ? '' : readFileSync(join(own, name), 'utf8'),
    ]);
    expect(codeOf(() => new StoredState(folder))).toBe(code);
    expect(
      readdirSync(own).map((name) => [name, name === 'files' ? '' : readFileSync(join(own, name), 'utf8')]),
    ).toEqual(before);
  });

  test('where nothing can be written', () => {
    const folder = folderWith({ '.functielab': 'een bestand' });
    expect(codeOf(() => new StoredState(folder))).toBe('NOT_WRITABLE');
    expect(readFileSync(join(folder, '.functielab'), 'utf8')).toBe('een bestand');
  });
});

// Above the highest number that any system gives out; nothing, as after a full disk; and ours, which in a container is always the same.
test.each(['999999999', '', String(process.pid)])(
  'what a process that died left locked is free: %j',
  (pid) => {
    const folder = folderWith({});
    mkdirSync(join(folder, '.functielab'));
    writeFileSync(join(folder, '.functielab/lock'), pid);
    expect(codeOf(() => new StoredState(folder))).toBe('no problem');
    expect(readdirSync(join(folder, '.functielab'))).toEqual([]);
  },
);

test('two tools do not keep in one folder', async () => {
  const folder = folderWith({ 'hallo.js': HELLO });
  await start(folder, ['--keep']);
  const { status, err } = await command(folder, ['--keep', '--port', '0']);
  expect([status, err]).toEqual([2, expect.stringContaining('Een andere functielab heeft')]);
});

test('a message that waits is delivered by the next run', async () => {
  const project = {
    version: 1,
    functions: { lees: { entry: 'lees.js', trigger: { type: 'queue' }, grants: ['kv'] } },
    timeoutMs: PATIENT,
  };
  const folder = folderWith({
    'functielab.json': JSON.stringify(project),
    'lees.js': `export default () => { throw new Error('nog niet'); };`,
  });
  const first = await start(folder, ['--keep']);
  await first.call('/_functielab/queue', { method: 'POST', body: '{ "n": 7 }' });
  await first.until(/De functie gaf een fout\.\n {4}Error: nog niet/);
  expect(await first.stop()).toBe(0);
  write(
    folder,
    'lees.js',
    `export default async (event, { kv }) => {
  for (const { body, attempt } of event.data.messages) await kv.put('gelezen', [body.n, attempt]);
};`,
  );
  const second = await start(folder, ['--keep']);
  await second.call('/_functielab/clock', { method: 'POST' });
  await second.until(/klaar in/);
  const { kv } = JSON.parse((await second.call('/_functielab/stores')).text);
  expect(kv).toMatchObject([{ key: 'gelezen', value: '[7,2]' }]);
});
