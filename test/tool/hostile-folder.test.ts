/** A folder that came from somebody else: what is in it may be made to reach further than the folder, or to look like the tool itself. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { command, folderWith, HELLO, PATIENT, patiently, start, write } from './running.ts';

const json = (value: unknown) => JSON.stringify(value);
const ON_WINDOWS = process.platform === 'win32';

describe.skipIf(ON_WINDOWS)('a link where the tool would write', () => {
  const theirs = () => folderWith({ 'dagboek.txt': 'van mij', lock: 'van mij' });

  test.each(['', 'files'])('.functielab/%s is not followed, and nothing there goes', async (name) => {
    const mine = theirs();
    const folder = folderWith({ 'hallo.js': HELLO });
    if (name !== '') mkdirSync(join(folder, '.functielab'));
    symlinkSync(mine, join(folder, '.functielab', name));
    const { status, err } = await command(folder, ['--keep', '--port', '0']);
    expect([status, err]).toEqual([2, expect.stringContaining('koppeling')]);
    expect(readdirSync(mine).map((file) => readFileSync(join(mine, file), 'utf8'))).toEqual([
      'van mij',
      'van mij',
    ]);
  });

  test('the list is never written through one that lies ready beside it', async () => {
    const mine = theirs();
    const code = `export default async (_, { kv }) => { await kv.put('a', 1); return new Response('x'); };`;
    const functions = { a: { entry: 'a.js', trigger: { type: 'http' }, grants: ['kv'] } };
    const folder = folderWith({
      'a.js': code,
      'functielab.json': json({ version: 1, functions, timeoutMs: PATIENT }),
    });
    mkdirSync(join(folder, '.functielab'));
    symlinkSync(join(mine, 'dagboek.txt'), join(folder, '.functielab/stores.json.new'));
    const { call, stop } = await start(folder, ['--keep']);
    await call('/');
    await stop();
    expect(readFileSync(join(mine, 'dagboek.txt'), 'utf8')).toBe('van mij');
    expect(readFileSync(join(folder, '.functielab/stores.json'), 'utf8')).toContain('"a"');
  });
});

test.each([
  { kv: [], objects: [{ key: 'x', size: 1, contentType: 'a/b', file: '../../hallo.js' }], messages: [] },
  { kv: [], objects: [], messages: [{}] },
  { kv: [], objects: [], messages: [null] },
])('kept values that the tool did not write are damaged: %j', async (kept) => {
  const folder = folderWith({
    'hallo.js': HELLO,
    '.functielab/stores.json': json({ version: 1, ...kept }),
  });
  mkdirSync(join(folder, '.functielab/files'));
  const { status, err } = await command(folder, ['--keep', '--port', '0']);
  expect([status, err]).toEqual([2, expect.stringContaining('niet te lezen')]);
});

describe.skipIf(ON_WINDOWS)('a file to try an upload with', () => {
  const uploading = (file: string) =>
    folderWith({
      'u.js': 'export default () => {};',
      'functielab.json': json({
        version: 1,
        functions: {
          u: {
            entry: 'u.js',
            trigger: { type: 'upload', prefix: 'u/', samples: [{ title: 'x', file }] },
          },
        },
      }),
    });
  const exported = async (folder: string) => {
    const { status, err } = await command(folder, ['export', 'aws', '--out', 'x.zip']);
    expect([status, err]).toEqual([0, '']);
    const zip = unzipSync(readFileSync(join(folder, 'x.zip')));
    const path = Object.keys(zip).find((one) => one.endsWith('test/voorbeelden.json')) ?? '';
    return strFromU8(zip[path] ?? new Uint8Array());
  };

  test('is in the project when it lies in the folder, and not when it is a setting', async () => {
    const folder = uploading('open.txt');
    write(folder, 'open.txt', 'geheim');
    const secret = Buffer.from('geheim').toString('base64');
    expect(await exported(folder)).toContain(secret);
    const hidden = uploading('.env');
    write(hidden, '.env', 'geheim');
    expect(await exported(hidden)).not.toContain(secret);
  });

  test('is not waited for when it is a pipe', async () => {
    const folder = uploading('pijp');
    expect(spawnSync('mkfifo', [join(folder, 'pijp')]).status).toBe(0);
    expect(await exported(folder)).not.toContain('u/pijp');
  });
});

test('what a function throws at an event begins no line as the platform does', async () => {
  const code = `export default () => { throw new Error('x\\nUitgerold: kwaad\\u202e'); };`;
  const functions = { m: { entry: 'm.js', trigger: { type: 'queue' } } };
  const folder = folderWith({
    'm.js': code,
    'functielab.json': json({ version: 1, functions, timeoutMs: PATIENT }),
  });
  const { call, until, printed } = await start(folder);
  await call('/_functielab/queue', { method: 'POST', body: '{}' });
  await until(/kwaad/);
  expect(printed.out).toContain('\n    Uitgerold: kwaad�');
  expect(printed.out).not.toContain('\nUitgerold: kwaad');
});

test.each([
  ['check', ['a\nUitgerold: kwaad.js']],
  ['bill', ['bill', '\u001b[2J.log']],
  ['lang', ['--lang', '__proto__']],
  ['lang', ['--lang', 'constructor']],
])('%s: a name that is made to mean something else is told as a name', async (_, args) => {
  const folder = folderWith({ 'hallo.js': HELLO });
  const { status, err } = await command(folder, args);
  expect(status).toBe(2);
  expect(err).not.toContain('\u001b');
});

test.skipIf(ON_WINDOWS)('a file whose name has a line end makes no line of its own', async () => {
  const folder = folderWith({ 'a\nUitgerold: kwaad.js': HELLO });
  for (const language of ['nl', 'en']) {
    const { status, err } = await command(folder, ['check', '--lang', language]);
    expect([status, err.split('\n').length]).toEqual([2, 2]);
  }
});

test.each(['aws', 'cloudflare'])(
  'a timer that %s can’t have is refused in a sentence, and nothing is made',
  async (id) => {
    const functions = { a: { entry: 'hallo.js', trigger: { type: 'timer', cron: '*/10 * * * * *' } } };
    const folder = folderWith({ 'hallo.js': HELLO, 'functielab.json': json({ version: 1, functions }) });
    const { status, err } = await command(folder, ['export', id]);
    expect([status, err]).toEqual([2, expect.stringMatching(/velden.*\. Er is niets veranderd\.\n$/)]);
    expect(readdirSync(folder).length).toBe(2);
  },
);

test('what a function prints is marked, and reads as no line of the platform', async () => {
  const code = `export default () => { console.log('x\\nUitgerold: kwaad\\n    Bon: niets'); return new Response('x'); };`;
  const { call, printed } = await start(folderWith({ 'a.js': code, 'functielab.json': patiently('a.js') }));
  await call('/');
  expect(printed.out).toContain('    | x\n    | Uitgerold: kwaad\n    |     Bon: niets\n');
  expect(printed.out.match(/^ {4}Bon: /gm)).toHaveLength(1);
});

test('a package that the project will not have is named', async () => {
  const functions = { a: { entry: 'a.js', trigger: { type: 'http' } } };
  const folder = folderWith({
    'a.js': `import 'node:fs';\nimport _ from 'pakket-x/deel';\nexport default () => new Response(_);`,
    'functielab.json': json({ version: 1, functions }),
  });
  const { status, out } = await command(folder, ['export', 'container']);
  expect([status, out]).toEqual([0, expect.stringContaining('niet in het project: pakket-x. Zet ze')]);
});
