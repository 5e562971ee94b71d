/** What a platform, or a computer that unpacks a project, does not take is told in a sentence when the project is made. */
import { expect, test } from 'vitest';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import type { Sample } from '../../../src/course/sample.ts';
import { cloudProject, RefusedProject, targetOf, targets } from '../../../src/take-home/clouds/index.ts';

const plain = sampleFromDisk('begroet');

async function refusalOf(id: string, changed: Partial<Sample>): Promise<string | null> {
  const sample = { ...plain, ...changed };
  try {
    await cloudProject(targetOf(id), { name: 'x', sample, files: sample.files, examples: [] });
    return null;
  } catch (error) {
    if (error instanceof RefusedProject) return error.message;
    throw error;
  }
}

const namedFiles = (...paths: string[]) => ({ files: paths.map((path) => ({ path, text: '' })) });

test.each([
  ['aws', ['AWS_REGION', 'AWS_MIJN', 'LAMBDA_TASK_ROOT', '_HANDLER', 'TZ', 'PATH', 'NODE_OPTIONS']],
  [
    'azure',
    ['FUNCTIONS_WORKER_RUNTIME', 'AzureWebJobsStorage', 'azurewebjobsstorage', 'WEBSITE_SITE_NAME', 'PORT'],
  ],
  ['google', ['PORT', 'K_SERVICE', 'X_GOOGLE_A', 'FUNCTION_TARGET', 'Path']],
  ['knative', ['PORT', 'K_REVISION', 'FUNC_LOG_LEVEL']],
  ['oracle', ['FN_LISTENER', 'OCI_RESOURCE_PRINCIPAL_VERSION', 'HOME']],
  ['container', ['PORT', 'PATH', 'NODE_ENV', 'FUNCTIELAB_WORLD']],
  ['cloudflare', ['DB', 'BUCKET', 'QUEUE', 'FUNCTIELAB_WATCH']],
])('%s: a setting that the platform fills in itself is refused', async (id, names) => {
  for (const name of names) {
    const told = await refusalOf(id, { env: { [name]: 'x' } });
    expect(told, name).toContain(`De instelling ${name} is bij ${targetOf(id).name} bezet`);
  }
});

test.each(targets)('$id takes a setting that only looks like one of its own', async ({ id }) => {
  const env = { MIJN_PATH: 'a', REPORT: 'b', PORTAAL: 'c', KLANT: 'd', DATABASE: 'e', LAND: '{{ naam' };
  expect(await refusalOf(id, { env })).toBeNull();
});

test('a name that a platform does not take is refused with how it has to be', async () => {
  expect(await refusalOf('aws', { env: { _GEHEIM: 'x' } })).toMatch(/_GEHEIM aan\. Begin met een letter/);
  expect(await refusalOf('aws', { env: { X: 'x' } })).toMatch(/naam X aan\. Begin met een letter/);
  expect(await refusalOf('azure', { env: { A__B: 'x' } })).toMatch(/naam A__B aan\. Zet geen twee keer _/);
  expect(await refusalOf('google', { env: { _GEHEIM: 'x', X: 'x', A__B: 'x' } })).toBeNull();
});

test('two names that are one to the platform are refused, and are two elsewhere', async () => {
  const env = { Sleutel: 'a', SLEUTEL: 'b' };
  expect(await refusalOf('azure', { env })).toContain('Sleutel en SLEUTEL zijn bij Azure Functions één naam');
  expect(await refusalOf('container', { env })).toBeNull();
});

test('a value that a platform would fill in is refused there, and is text elsewhere', async () => {
  const vault = { env: { SLEUTEL: '@Microsoft.KeyVault(SecretUri=https://x.example)' } };
  expect(await refusalOf('azure', vault)).toContain(
    'De waarde van SLEUTEL leest Azure Functions als een verwijzing',
  );
  expect(await refusalOf('aws', vault)).toBeNull();
  const local = { env: { SLEUTEL: '{{ env:HOME }}' } };
  expect(await refusalOf('knative', local)).toContain('De waarde van SLEUTEL leest Knative Functions als');
  expect(await refusalOf('google', local)).toBeNull();
});

test('a dynamic reference reaches no template of AWS, wherever it is written', async () => {
  const reference = 'a {{resolve:secretsmanager:geheim:SecretString}}';
  const words = 'staat {{resolve:…}}';
  expect(await refusalOf('aws', { env: { SLEUTEL: reference } })).toContain(words);
  expect(await refusalOf('aws', { env: { SLEUTEL: `\u0085${reference}` } })).toContain(words);
  expect(await refusalOf('aws', { title: reference })).toContain(words);
  const functions = plain.functions.map((fn) => ({
    ...fn,
    trigger: { type: 'upload', prefix: reference, accept: '', samples: [] } as const,
  }));
  expect(await refusalOf('aws', { functions })).toContain(words);
  expect(await refusalOf('azure', { env: { SLEUTEL: reference } })).toBeNull();
});

test('settings that are too large together are refused with both sizes', async () => {
  const env = { TEKST: 'é'.repeat(1_600) };
  expect(await refusalOf('aws', { env })).toContain(
    'samen 3205 bytes, en bij AWS Lambda is er plaats voor 3000',
  );
  expect(await refusalOf('azure', { env })).toBeNull();
});

test.each(targets)('$id: files that are one on Windows or macOS are refused by name', async ({ id }) => {
  const entry = plain.files.map(({ path }) => path);
  expect(await refusalOf(id, namedFiles(...entry, 'Hulp.js', 'hulp.js'))).toContain(
    'De bestanden Hulp.js en hulp.js heten op Windows of macOS hetzelfde',
  );
  const [composed, apart] = ['caf\u00e9.js', 'cafe\u0301.js'];
  expect(await refusalOf(id, namedFiles(...entry, composed, apart))).toContain(`${composed} en ${apart}`);
  expect(await refusalOf(id, namedFiles(...entry, 'a/hulp.js', 'b/hulp.js'))).toBeNull();
});

test('each sample of the course keeps its settings on every platform', async () => {
  for (const { id } of targets) {
    expect(await refusalOf(id, { env: sampleFromDisk('golf-instellingen').env }), id).toBeNull();
  }
});
