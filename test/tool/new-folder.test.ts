/** `functielab new`: a beginning that is in order and runs at once, and that never writes over what is there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, folderWith, start } from './running.ts';

const TEMPLATES = ['crud', 'http', 'timer', 'upload', 'wachtrij'];

describe.each(TEMPLATES)('the template %s', (name) => {
  test('is made in a folder of its own, is in order, and starts', async () => {
    const folder = folderWith({});
    const made = await command(folder, ['new', name, 'mijn']);
    expect([made.status, made.err]).toEqual([0, '']);
    expect(made.out).toMatch(/gemaakt: mijn\/functielab\.json[\s\S]*Start met: functielab mijn\n$/);
    expect((await command(folder, ['check', 'mijn'])).status).toBe(0);
    const { printed } = await start(folder, ['mijn']);
    expect(printed.err).toBe('');
  });
});

test('without a name of its own it has that of the template', async () => {
  const folder = folderWith({});
  await command(folder, ['new', 'http']);
  expect(readdirSync(folder)).toEqual(['http']);
});

test('what is there is never written over: then nothing is written at all', async () => {
  const folder = folderWith({ 'mijn/hallo.js': 'van mij' });
  const { status, err } = await command(folder, ['new', 'http', 'mijn']);
  expect([status, err]).toEqual([
    2,
    'Dit staat er al, en wordt niet overschreven: hallo.js. Er is niets veranderd.\n',
  ]);
  expect(readdirSync(join(folder, 'mijn'))).toEqual(['hallo.js']);
  expect(readFileSync(join(folder, 'mijn/hallo.js'), 'utf8')).toBe('van mij');
});

test.each([[['new']], [['new', 'weg']], [['new', '../functions']]])(
  '%j names the templates',
  async (args) => {
    const { status, err } = await command(folderWith({}), args);
    expect([status, err]).toEqual([2, expect.stringContaining(TEMPLATES.join(', '))]);
  },
);

test('a place that can’t be written is told of', async () => {
  const folder = folderWith({ mijn: 'een bestand' });
  const { status, err } = await command(folder, ['new', 'http', 'mijn']);
  expect([status, err]).toEqual([2, expect.stringMatching(/kunnen we niet schrijven/)]);
});
