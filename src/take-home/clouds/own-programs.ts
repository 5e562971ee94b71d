/** Two small programs that every project has, as text: `npm start` and `npm test`. */
import type { Sample } from '../../course/sample.ts';
import { steadySource } from './steady.ts';

/** `functielab/start.mjs` */
export function startProgram({ request, functions }: Sample): string {
  const hint =
    request === null
      ? `Deze functie luistert niet naar HTTP: ${functions.map(({ name }) => name).join(', ')}. Met npm test zie je wat ze doet.`
      : `Aanroepen: ${request.method} ${request.path}`;
  return `// Draait dit project in de eigen motor van het platform, op deze computer.
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { start } from './local.mjs';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const port = Number(process.env.PORT ?? 0);
const cloud = await start({ folder, port }).catch((error) => {
  const isTaken = error.message.includes('EADDRINUSE');
  console.error(isTaken ? \`Poort \${port} is bezet. Kies een andere, met PORT=8081 npm start.\` : error.message);
  process.exit(1);
});
console.log(\`Je functie staat klaar op \${cloud.url}\`);
console.log(${JSON.stringify(hint)});
console.log('Stoppen: Ctrl+C');
process.once('SIGINT', async () => {
  await cloud.stop();
  process.exit(0);
});
`;
}

/** `test/voorbeelden.test.mjs` */
export const exampleTest = `// De voorbeelden van de cursus: wat het lab antwoordde, antwoordt dit project ook.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const examples = JSON.parse(await readFile(\`\${here}/voorbeelden.json\`, 'utf8'));
const bytesOf = (base64) => new Uint8Array(Buffer.from(base64, 'base64'));
const textOf = (bytes) => steady(Buffer.from(bytes).toString('utf8'));
const sorted = (rows) => rows.map((row) => JSON.stringify(row)).sort();

// Tijden en getrokken nummers zijn elke keer anders.
${steadySource}
// Met dit adres vragen de voorbeelden het aan wat daar is uitgerold, en niet aan de motor op deze computer.
const address = process.env.FUNCTIELAB_ADRES?.replace(/\\/+$/, '') ?? '';
const isDeployed = address !== '';

let cloud;
before(async () => {
  if (isDeployed) {
    cloud = deployed();
    return;
  }
  const { start } = await import('../functielab/local.mjs');
  cloud = await start({ folder: dirname(here) });
});
after(() => cloud?.stop());

// Wat er in een opslag of een wachtrij staat, is van buiten niet te zien.
function deployed() {
  if (!/^https?:\\/\\/./.test(address) || !URL.canParse(address)) {
    throw new Error(\`FUNCTIELAB_ADRES is geen adres dat met https:// begint: \${address}\`);
  }
  return {
    async request(method, path, headers, body) {
      const asked = fetch(\`\${address}\${path}\`, { method, headers, body, redirect: 'manual' });
      const answer = await asked.catch((error) => {
        throw new Error(\`Op \${address} antwoordt niemand: \${error.cause?.message ?? error.message}\`);
      });
      return { status: answer.status, headers: [...answer.headers], body: new Uint8Array(await answer.arrayBuffer()) };
    },
    settle: async () => {},
    stores: async () => null,
    stop: async () => {},
  };
}

function perform(step) {
  switch (step.type) {
    case 'request': {
      const body = step.body === null ? null : new TextEncoder().encode(step.body);
      return cloud.request(step.method, step.path, Object.entries(step.headers), body);
    }
    case 'upload':
      return cloud.upload(step.key, bytesOf(step.body), step.contentType);
    case 'send':
      return cloud.send(step.body);
    case 'tick':
      return cloud.tick(step.functionName);
  }
}

test('er zijn voorbeelden', () => assert.notEqual(examples.length, 0));

for (const { title, step, expected } of examples) {
  const skip = isDeployed && step.type !== 'request' && 'dit begint niet met een verzoek';
  test(title, { skip }, async () => {
    const answer = await perform(step);
    await cloud.settle();
    if (expected.status !== null) assert.equal(answer.status, expected.status);
    for (const [name, value] of expected.headers ?? []) {
      assert.ok(
        answer.headers.some(([one, has]) => one.toLowerCase() === name && steady(has) === value),
        \`\${name}: \${value} ontbreekt in \${JSON.stringify(answer.headers)}\`,
      );
    }
    if (expected.body !== null) assert.equal(textOf(answer.body), textOf(bytesOf(expected.body)));
    const stores = await cloud.stores();
    if (stores === null) return;
    if (expected.kv !== null) {
      const rows = stores.kv.map(({ key, value }) => [steady(key), JSON.parse(steady(value))]);
      assert.deepEqual(sorted(rows), sorted(expected.kv.map(([key, value]) => [key, JSON.parse(value)])));
    }
    if (expected.bucket !== null) {
      const rows = stores.bucket.map(({ key, contentType, body }) => [steady(key), contentType, textOf(body)]);
      const wanted = expected.bucket.map(([key, contentType, body]) => [key, contentType, textOf(bytesOf(body))]);
      assert.deepEqual(sorted(rows), sorted(wanted));
    }
    if (expected.dead !== null) {
      const rows = stores.dead.map((body) => JSON.parse(steady(body)));
      assert.deepEqual(sorted(rows), sorted(expected.dead.map((body) => JSON.parse(body))));
    }
  });
}
`;
