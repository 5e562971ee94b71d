/** What a workplace can begin with: each template is whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { problemsOfFiles, readProject } from '../../src/project/index.ts';

const folder = fileURLToPath(new URL('../../content/templates/', import.meta.url));
const names = readdirSync(folder);

test('there is one for each way to set a function off, and one with a store', () => {
  expect(names.sort()).toEqual(['crud', 'http', 'timer', 'upload', 'wachtrij']);
});

test.each(names)('%s is whole', (name) => {
  const files = readdirSync(join(folder, name)).map((path) => ({
    path,
    text: readFileSync(join(folder, name, path), 'utf8'),
  }));
  const read = readProject(files.find(({ path }) => path === 'functielab.json')?.text ?? '');
  if ('problems' in read) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'));
  expect(problemsOfFiles(read.project, files)).toEqual([]);
});
