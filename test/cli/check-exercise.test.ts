/** `npm run -s oefening -- <name> --code <folder>`: a verdict on anybody's own code, as a page gives it. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENT_MS = 300_000;
const SOLUTION = 'content/functions/omslagpunt/oplossing';
const TABLE = 'test/exercises/fixtures/kies-geheugen/wrong/tabel';

function oefening(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/check-exercise.ts', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
    timeout: PATIENT_MS,
  });
  return { status, stdout, stderr };
}

test('right code, and code that knows the visible examples alone', { timeout: 2 * PATIENT_MS }, () => {
  const right = oefening('omslagpunt', '--code', SOLUTION, '--seed', '7', '--json');
  expect(right.status, right.stderr).toBe(0);
  expect(JSON.parse(right.stdout)).toMatchObject({ exercise: 'omslagpunt', seed: 7, points: 5, of: 5 });
  const wrong = oefening('kies-geheugen', '--code', TABLE, '--seed', '7');
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toContain('startgetal 7');
  expect(wrong.stdout).toContain('✗');
});

test('the help says whose code may run', () => {
  const { status, stdout } = oefening('--help');
  expect(status).toBe(0);
  expect(stdout).toContain('Node is geen afgesloten');
});

test.for<[args: readonly string[], said: string]>([
  [['bestaat-niet'], 'Deze oefening is er niet: bestaat-niet.'],
  [['--code', SOLUTION], 'Geef bij --code de naam van één oefening'],
  [['omslagpunt', '--seed=-1.5', '--code', SOLUTION], 'Geef bij --seed een geheel getal'],
  [['omslagpunt', '--seed=', '--code', SOLUTION], 'Geef bij --seed een geheel getal'],
  [['omslagpunt', '--code', 'src'], 'In src staat geen bestand van deze oefening. Verwacht: omslag.js.'],
  [['--onbekend'], 'Dat begrijpt dit commando niet.'],
])('%j is refused, and nothing runs', ([args, said]) => {
  const { status, stdout, stderr } = oefening(...args);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(said);
});
