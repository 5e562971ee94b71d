import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { panels } from '../../../src/playground/hosts/panel-table.ts';
import type { StartedWords } from '../../../src/playground/hosts/starter.ts';
import { HOME, hosts, kinds, startedKinds } from '../../../src/playground/hosts/table.ts';

const ROOM = join(import.meta.dirname, '../../../src/playground');

test('one host is there at once, and each other one says how it starts', () => {
  expect(hosts[HOME].started).toBeNull();
  expect([HOME, ...startedKinds].sort()).toEqual([...kinds].sort());
  for (const kind of startedKinds) {
    const { started } = hosts[kind];
    const words: StartedWords = panels[kind];
    expect(started.stages.map((stage) => words.stageWords(stage))).not.toContain('');
  }
});

test('no other file of the playground spells which hosts there are', () => {
  const spelled = new RegExp(`['"\`](?:${kinds.join('|')})['"\`]`);
  const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  const spelling = files.filter((path) => spelled.test(readFileSync(join(ROOM, path), 'utf8')));
  expect(spelling.map((path) => path.replaceAll('\\', '/'))).toEqual(['hosts/table.ts']);
});
