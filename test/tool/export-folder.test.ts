/** `functielab export`: a zip with the project of a target, whose examples are what the folder did here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { targets } from '../../src/take-home/clouds/index.ts';
import { command, folderWith, HELLO } from './running.ts';

const asked = {
  'functielab.json': JSON.stringify({
    version: 1,
    functions: {
      hallo: { entry: 'hallo.js', trigger: { type: 'http', method: 'POST', path: '/dag', body: 'zó' } },
    },
  }),
  'hallo.js': HELLO,
};

test.each(targets.map(({ id }) => id))(
  'for %s has the files as they are, and the answers of here',
  async (id) => {
    const folder = folderWith({
      'mijn map/functielab.json': asked['functielab.json'],
      'mijn map/hallo.js': HELLO,
    });
    const { status, out, err } = await command(folder, ['export', id, 'mijn map']);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain(`gemaakt: mijn-map-${id}.zip`);
    const zip = unzipSync(readFileSync(join(folder, `mijn-map-${id}.zip`)));
    const textOf = (path: string) => strFromU8(zip[`mijn-map/${path}`] ?? new Uint8Array());
    expect(textOf('functie/hallo.js')).toBe(HELLO);
    expect(textOf('package.json')).toContain('"mijn-map"');
    const [example] = JSON.parse(textOf('test/voorbeelden.json'));
    expect(example).toMatchObject({ title: 'POST /dag', expected: { status: 200 } });
    expect(JSON.parse(Buffer.from(example.expected.body, 'base64').toString())).toEqual({
      versie: 1,
      tekst: 'zó',
    });
  },
);

test('never writes over a zip that is there', async () => {
  const folder = folderWith({ ...asked, 'weg.zip': 'van mij' });
  const { status, err } = await command(folder, ['export', 'container', '--out', 'weg.zip']);
  expect([status, err]).toEqual([2, expect.stringContaining('weg.zip')]);
  expect(readFileSync(join(folder, 'weg.zip'), 'utf8')).toBe('van mij');
});

test.each([[['export']], [['export', 'weg']]])('%j names the targets that there are', async (args) => {
  const { status, err } = await command(folderWith(asked), args);
  expect([status, err]).toEqual([2, expect.stringContaining(targets.map(({ id }) => id).join(', '))]);
});

test('says what a platform has no place for, in both languages, and makes nothing', async () => {
  const functions = { klok: { entry: 'hallo.js', trigger: { type: 'timer', cron: '* * * * *' } } };
  const folder = folderWith({ ...asked, 'functielab.json': JSON.stringify({ version: 1, functions }) });
  const { status, err } = await command(folder, ['export', 'container']);
  expect([status, err]).toEqual([2, expect.stringContaining('Er is niets veranderd.')]);
  const translated = await command(folder, ['export', 'container', '--lang', 'en']);
  expect(translated.err).toContain('no proven place for this: trigger timer');
  expect(readdirSync(folder).sort()).toEqual(['functielab.json', 'hallo.js']);
});
