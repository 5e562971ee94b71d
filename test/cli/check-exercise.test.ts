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

test('what the page of marking gives to repeat a verdict: its seed, and the tariff of the set', {
  timeout: PATIENT_MS,
}, () => {
  const seed = String(2 ** 32 - 1);
  const { status, stdout, stderr } = oefening(
    'groet-iedereen',
    '--code',
    'content/functions/groet-iedereen/oplossing',
    '--seed',
    seed,
    '--tariff',
    'azure-functions-flex',
    '--json',
  );
  expect(status, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ seed: 2 ** 32 - 1, points: 3, of: 3 });
});

test('without a folder: the solution passes all of it, the start code does not', {
  timeout: PATIENT_MS,
}, () => {
  const { status, stdout, stderr } = oefening('groet-iedereen', '--seed', '7', '--json');
  expect(status, stderr).toBe(0);
  const [{ solution, start, problems }] = JSON.parse(stdout);
  const passed = (results: readonly { isPassed: boolean }[]) => results.map(({ isPassed }) => isPassed);
  expect([passed(solution), problems]).toEqual([[true, true, true], []]);
  expect(passed(start)).toContain(false);
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
  [['omslagpunt', '--tariff', 'duur', '--code', SOLUTION], 'Het tarief duur kennen we niet. Dit zijn ze: '],
  [['omslagpunt', '--code', 'src'], 'In src staat geen bestand van deze oefening. Verwacht: omslag.js.'],
  [['--onbekend'], 'Dit begrijpen we niet. Zo werkt het:'],
])('%j is refused, and nothing runs', ([args, said]) => {
  const { status, stdout, stderr } = oefening(...args);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(said);
});
