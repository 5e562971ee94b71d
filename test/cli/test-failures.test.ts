/** What a run says once more at its end. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Failure, failureLines, failuresIn, lastLines } from '../../src/cli/testing/test-failures.ts';
import { siteFolder } from '../build/site-folder.ts';

const GOOD = { status: 'passed', ancestorTitles: [], title: 'goes well', failureMessages: [] };
const BAD = {
  status: 'failed',
  ancestorTitles: ['a group'],
  title: 'goes wrong',
  failureMessages: [
    'Error: 1 is no 2\n    at here\n    at run (file:///project/node_modules/vitest/run.js:1:1)',
  ],
};

function reported(...files: readonly { status: string; message?: string; assertionResults: object[] }[]) {
  const project = join('/', 'project');
  const testResults = files.map((file, at) => ({
    name: join(project, 'test', `${at}.test.ts`),
    message: '',
    ...file,
  }));
  const root = siteFolder({ 'report.json': JSON.stringify({ testResults }) });
  return failuresIn(join(root, 'report.json'), project);
}

test('a test that failed is told with its file, its groups and what it said; one that went well is not', () => {
  const failures = reported(
    { status: 'passed', assertionResults: [GOOD] },
    { status: 'failed', assertionResults: [GOOD, BAD] },
  );
  expect(failureLines(failures)).toBe(
    '✗ test/1.test.ts > a group > goes wrong\n    Error: 1 is no 2\n        at here',
  );
});

test('a file that cannot be loaded has no test that failed, and is told', () => {
  expect(reported({ status: 'failed', message: 'no such module', assertionResults: [] })).toEqual([
    { file: 'test/0.test.ts', titles: [], message: 'no such module' },
  ]);
});

test('without a report nothing is told, and of a long message the beginning, without colours', () => {
  expect(failuresIn('/nowhere/report.json', '/nowhere')).toEqual([]);
  const message = Array.from({ length: 30 }, (_, at) => `\u001b[31mline ${at}\u001b[39m`).join('\n');
  const long: Failure = { file: 'a.test.ts', titles: ['b'], message };
  const told = failureLines([long, { ...long, file: 'c.test.ts', message: 'short' }]);
  expect(told).toContain('    line 23\n    … en nog 6 regels\n\n✗ c.test.ts > b\n    short');
  expect(told).not.toContain('line 24');
  expect(told).not.toContain('\u001b');
});

test('of a part without tests the end is told', () => {
  const output = `${Array.from({ length: 50 }, (_, at) => `line ${at}`).join('\n')}\n`;
  const told = lastLines('Types', output);
  expect(told.startsWith('✗ Types\n    line 10\n')).toBe(true);
  expect(told.endsWith('    line 49')).toBe(true);
});
