/** `functielab.json`: what is written reads back, what is wrong is said in Dutch with its field, and a project is a sample. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEMORY_MB } from '../../src/contract/lab-defaults.ts';
import {
  type Project,
  problemsOfFiles,
  readProject,
  sampleOfProject,
  writeProject,
} from '../../src/project/index.ts';

const MINIMAL = {
  version: 1,
  functions: { hallo: { entry: 'hallo.js', trigger: { type: 'http' } } },
};

function read(value: unknown): Project {
  const result = readProject(JSON.stringify(value));
  if ('problems' in result) throw new Error(result.problems.map(({ sentence }) => sentence).join('\n'));
  return result.project;
}

function problems(value: unknown): readonly string[] {
  const result = readProject(typeof value === 'string' ? value : JSON.stringify(value));
  return 'problems' in result ? result.problems.map(({ sentence }) => sentence) : [];
}

const anyName = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const anyText = fc.string({ unit: 'grapheme', maxLength: 30 });
const anyPath = anyText.map((text) => `/${text}`);
const anyMethod = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS');
const anyHeaders = fc.dictionary(fc.stringMatching(/^[a-z-]{1,10}$/), anyText, {
  maxKeys: 3,
  noNullPrototype: true,
});
const anyRequest = fc.record(
  { method: anyMethod, path: anyPath, headers: anyHeaders, body: anyText },
  { requiredKeys: ['method', 'path'], noNullPrototype: true },
);

const anyHttp = fc.record(
  {
    type: fc.constant('http'),
    method: anyMethod,
    path: anyPath,
    headers: anyHeaders,
    body: anyText,
    routes: fc.array(fc.stringMatching(/^[A-Z]{1,7} \/[a-z:/]{0,9}$/), { minLength: 1, maxLength: 3 }),
    examples: fc.array(anyRequest, { maxLength: 2 }),
  },
  { requiredKeys: ['type'], noNullPrototype: true },
);
const anyTimer = fc.record({
  type: fc.constant('timer'),
  cron: fc.constantFrom('*/5 * * * *', '0 0 3 * * 1'),
});
const anyUpload = fc.record(
  { type: fc.constant('upload'), prefix: fc.constantFrom('in/', 'a/b/'), accept: anyText },
  { requiredKeys: ['type', 'prefix'], noNullPrototype: true },
);
const anyQueue = fc.record(
  {
    type: fc.constant('queue'),
    batchSize: fc.integer({ min: 1, max: 100 }),
    batchWindowMs: fc.integer({ min: 0, max: 60_000 }),
    visibilityTimeoutMs: fc.integer({ min: 1_000, max: 900_000 }),
    example: anyText,
    lostAcks: fc.record({ seed: fc.nat(), chance: fc.double({ min: 0, max: 1, noNaN: true }) }),
  },
  { requiredKeys: ['type'], noNullPrototype: true },
);
const anyGrants = fc.subarray(['kv', 'bucket', 'queue']);
const anyService = fc.record(
  {
    latencyMs: fc.oneof(fc.integer({ min: 0, max: 60_000 }), fc.constant([3, 90])),
    rateLimit: fc.record({ requests: fc.integer({ min: 1, max: 9 }), windowMs: fc.constant(1_000) }),
    failures: fc.record({ errors: fc.constantFrom(0, 0.5), drops: fc.constantFrom(0, 1) }),
    seed: fc.integer(),
    routes: fc.constantFrom(
      { 'GET /': { text: 'hoi' } },
      { 'POST /a/:b': { status: 201, headers: { 'x-a': '1' }, json: { b: [null, {}] }, maxItems: { b: 3 } } },
    ),
  },
  { requiredKeys: ['routes'], noNullPrototype: true },
);

const anyProject = fc
  .record(
    {
      version: fc.constant(1),
      title: fc.string({ minLength: 1, maxLength: 80 }),
      functions: fc
        .uniqueArray(
          fc.tuple(
            anyName,
            fc.record({
              entry: fc.constant('a.js'),
              trigger: fc.oneof(anyHttp, anyTimer, anyUpload),
              grants: anyGrants,
            }),
          ),
          { selector: ([name]) => name, minLength: 1, maxLength: 5 },
        )
        .chain((some) =>
          fc
            .option(fc.record({ entry: fc.constant('b.js'), trigger: anyQueue, grants: anyGrants }), {
              nil: null,
            })
            .map((queue) =>
              Object.fromEntries(queue === null ? some : [...some, ['wachtrij0-lezer', queue]]),
            ),
        ),
      runtime: fc.constantFrom('browser', 'browser-only'),
      memoryMb: fc.integer({ min: 128, max: 10_240 }),
      timeoutMs: fc.integer({ min: 100, max: 30_000 }),
      idleTimeoutMs: fc.integer({ min: 1_000, max: 10_000_000 }),
      concurrencyLimit: fc.integer({ min: 1, max: 50 }),
      env: fc.dictionary(fc.stringMatching(/^[A-Za-z_]\w{0,8}$/), anyText, {
        maxKeys: 4,
        noNullPrototype: true,
      }),
      services: fc.dictionary(fc.constantFrom('https://weer.example', 'https://a.b.test'), anyService, {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    },
    { requiredKeys: ['version', 'functions'], noNullPrototype: true },
  )
  .map(read);

test('what is written reads back as it was, functions and settings in their order', () => {
  fc.assert(
    fc.property(anyProject, (project) => {
      const again = read(JSON.parse(writeProject(project)));
      expect(again).toEqual(project);
      expect(Object.keys(again.functions)).toEqual(Object.keys(project.functions));
      expect(Object.keys(again.env)).toEqual(Object.keys(project.env));
      expect(writeProject(again)).toBe(writeProject(project));
    }),
  );
});

test('what goes by itself is not written, and the rest in one order', () => {
  const project = read({
    memoryMb: 256,
    timeoutMs: 3_000,
    functions: { hallo: { grants: ['kv'], trigger: { type: 'http', path: '/' }, entry: 'hallo.js' } },
    version: 1,
    title: 'Hallo',
  });
  expect(writeProject(project)).toBe(`{
  "version": 1,
  "title": "Hallo",
  "functions": {
    "hallo": {
      "entry": "hallo.js",
      "trigger": {
        "type": "http"
      },
      "grants": [
        "kv"
      ]
    }
  },
  "memoryMb": 256
}
`);
});

describe('a mistake is a sentence with its field and what to do', () => {
  test.each<[string, unknown, string]>([
    [
      'no JSON',
      '{\n  "version": 1,\n}',
      'functielab.json is geen geldige JSON: er staat een fout op regel 3.',
    ],
    ['nothing', '  ', 'functielab.json is leeg. Zet er minstens "version": 1 en'],
    ['no object', '[]', 'functielab.json: het bestand is een lijst. Maak er een object van, tussen { en }.'],
    ['no version', { functions: MINIMAL.functions }, 'ontbreekt `version`. Zet erbij: "version": 1.'],
    ['a version of text', { ...MINIMAL, version: '1' }, '`version` is "1". Kies 1.'],
    ['no functions', { version: 1 }, 'ontbreekt `functions`. Zet erbij: "functions": {'],
    [
      'none of them',
      { version: 1, functions: {} },
      '`functions` heeft minstens één functie nodig. Pas dat aan.',
    ],
    [
      'a name with a capital',
      { version: 1, functions: { Hallo: MINIMAL.functions.hallo } },
      '`functions.Hallo` heeft een naam die niet kan. Zo’n naam mag alleen kleine letters, cijfers en - hebben: geef een andere.',
    ],
    [
      'no entry',
      { version: 1, functions: { hallo: { trigger: { type: 'http' } } } },
      'bij `functions.hallo` ontbreekt `entry`. Zet erbij: "entry": "hallo.js", met de naam van het bestand van je functie.',
    ],
    [
      'an unknown trigger',
      { version: 1, functions: { hallo: { entry: 'a.js', trigger: { type: 'webhook' } } } },
      '`functions.hallo.trigger.type` is "webhook". Kies "http", "upload", "timer" of "queue".',
    ],
    [
      'a trigger without type',
      { version: 1, functions: { hallo: { entry: 'a.js', trigger: {} } } },
      'bij `functions.hallo.trigger` ontbreekt `type`. Zet erbij: "type": "http", of',
    ],
    [
      'text for a number',
      { ...MINIMAL, memoryMb: '128' },
      '`memoryMb` is "128". Maak er een getal van, zonder aanhalingstekens.',
    ],
    [
      'too little',
      { ...MINIMAL, memoryMb: 5 },
      `\`memoryMb\` is 5. Maak er een getal van, minstens ${MEMORY_MB}.`,
    ],
    [
      'too much',
      { ...MINIMAL, concurrencyLimit: 80 },
      '`concurrencyLimit` is 80. Maak er een getal van, maximaal 50.',
    ],
    [
      'a slip of the pen',
      { ...MINIMAL, memory: 256 },
      '`memory` kennen we niet. Bedoel je `memoryMb`? Haal het anders weg.',
    ],
    ['something else', { ...MINIMAL, kleur: 'rood' }, '`kleur` kennen we niet. Haal het weg.'],
    [
      'a grant that is none',
      { version: 1, functions: { hallo: { ...MINIMAL.functions.hallo, grants: ['sql'] } } },
      '`functions.hallo.grants.0` is "sql". Kies "kv" of "bucket" of "queue".',
    ],
    [
      'a path without a slash',
      { version: 1, functions: { hallo: { entry: 'a.js', trigger: { type: 'http', path: 'a' } } } },
      '`functions.hallo.trigger.path` moet met / beginnen. Pas dat aan.',
    ],
    [
      'a setting of a number',
      { ...MINIMAL, env: { AANTAL: 3 } },
      '`env.AANTAL` is 3. Maak er een tekst van, tussen aanhalingstekens.',
    ],
    [
      'a real address as a service',
      { ...MINIMAL, services: { 'https://weer.nl': { routes: { 'GET /': {} } } } },
      '`services.https://weer.nl` moet https:// zijn met een naam die niemand kan hebben',
    ],
    [
      'two readers of one queue',
      {
        version: 1,
        functions: {
          a: { entry: 'a.js', trigger: { type: 'queue' } },
          b: { entry: 'b.js', trigger: { type: 'queue' } },
        },
      },
      '`functions` heeft meer dan één functie die de wachtrij leest',
    ],
    [
      'Node with a store',
      {
        version: 1,
        runtime: 'node',
        functions: { a: { entry: 'a.js', trigger: { type: 'http' }, grants: ['kv'] } },
      },
      '`runtime` node mag alleen bij één functie',
    ],
  ])('%s', (_, value, sentence) => {
    expect(problems(value).join('\n')).toContain(sentence);
  });

  test('a newer version is said to be newer, and nothing else is said of it', () => {
    expect(problems({ version: 2, alles: 'anders' })).toEqual([
      'functielab.json is van een nieuwere Functielab: het heeft versie 2, en deze kent versie 1. ' +
        'Open het met die nieuwere Functielab. Er is niets veranderd.',
    ]);
  });

  test('whatever it is given, it answers in Dutch sentences and never throws', () => {
    const anything = fc.oneof(
      fc.json(),
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify({ ...MINIMAL, functions: value })),
      fc.jsonValue().map((value) => JSON.stringify({ ...MINIMAL, services: value, env: value })),
    );
    fc.assert(
      fc.property(anything, (text) => {
        for (const sentence of problems(text)) {
          expect(sentence).not.toMatch(/\p{Cc}|undefined|Invalid|expected|Unrecognized/u);
          expect(sentence).toMatch(/^functielab\.json[: ].*\.$/su);
        }
      }),
    );
  });
});

const FILES = [
  { path: 'hallo.js', text: 'export default () => new Response("hallo");' },
  { path: 'lib/groet.js', text: '' },
];

test('an entry that is no file is said, with the file that is probably meant', () => {
  const project = read({
    version: 1,
    functions: {
      hallo: { entry: 'hallo.js', trigger: { type: 'http' } },
      groet: { entry: 'groet.js', trigger: { type: 'http' } },
      weg: { entry: 'weg.js', trigger: { type: 'http' } },
    },
  });
  expect(problemsOfFiles(project, FILES)).toEqual([
    {
      field: 'functions.groet.entry',
      sentence: 'De functie groet begint in "groet.js", en dat bestand is er niet. Bedoel je "lib/groet.js"?',
    },
    {
      field: 'functions.weg.entry',
      sentence:
        'De functie weg begint in "weg.js", en dat bestand is er niet. Maak dat bestand, of noem een bestand dat er wel is.',
    },
  ]);
});

test('a project is a sample: with traffic where it answers requests, and always a timeline', () => {
  const project = read({ ...MINIMAL, env: { KLEUR: 'rood' }, title: 'Hallo' });
  const sample = sampleOfProject('werkplaats-1', project, FILES, (file) => `/${file}`);
  expect(sample).toMatchObject({
    name: 'werkplaats-1',
    title: 'Hallo',
    files: FILES,
    functions: [{ name: 'hallo', entry: 'hallo.js', grants: [], trigger: { type: 'http', routes: null } }],
    request: { method: 'GET', path: '/', headers: {}, body: '' },
    env: { KLEUR: 'rood' },
    traffic: true,
    timeline: true,
    needsNode: false,
  });
});
