/** A hand-in is a stranger's code: what runs it can start nothing but the browser's sandbox. */
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { type Arrow, filesUnder, readArrows, textOf } from '../support/import-reader.ts';

/** Where marking begins, and where what it runs is run. */
const BEGINNINGS = ['src/classroom/marking/mark.ts', 'src/exercises/run/in-browser.ts'];

/** Types are gone when it runs. */
function isMoreThanType({ from, to }: Arrow): boolean {
  const code = textOf(from).replaceAll(/^(?:import|export) type [^;]*;$/gm, '');
  return code.includes(posix.basename(to));
}

test('marking reaches no container: nothing that it imports knows one', () => {
  const arrows = Map.groupBy(readArrows(filesUnder('src')).filter(isMoreThanType), ({ from }) => from);
  const reached = new Set(BEGINNINGS);
  // A set that is walked goes on with what is added on the way.
  for (const path of reached) for (const { to } of arrows.get(path) ?? []) reached.add(to);
  expect(reached).toContain('src/host/browser/index.ts');
  const elsewhere = /^src\/(host\/(webcontainer|node)|playground\/hosts)\//;
  expect([...reached].filter((path) => elsewhere.test(path))).toEqual([]);
});
