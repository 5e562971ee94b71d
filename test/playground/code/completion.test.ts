/** What the editor proposes is what TypeScript itself would propose, on the same types and in the course's own code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { CONTRACT_FILES, readEditorTypes, sampleOptions } from '../../../src/build/editor-types.ts';
import type { CodeFacts } from '../../../src/playground/code/code-help.ts';
import { PlaceReader } from '../../../src/playground/code/help/code-place.ts';
import { EXPLAINED, explain } from '../../../src/playground/code/help/explanations.ts';
import { Types } from '../../../src/playground/code/help/members.ts';
import type { CodeToRead } from '../../../src/playground/code/help/scopes.ts';
import { showType } from '../../../src/playground/code/help/show-type.ts';

const FUNCTIONS = fileURLToPath(new URL('../../../content/functions/', import.meta.url));

/** A file of a sample, a piece of its code with a mark where somebody types, and what that is. */
const PLACES: readonly (readonly [file: string, code: string])[] = [
  ['likes-in-kv/like.js', 'await context.‡kv.get'],
  ['likes-in-kv/like.js', 'await context.kv.‡get'],
  ['likes-in-kv/like.js', 'if (request.‡method'],
  ['likes-in-kv/like.js', 'return Response.‡json({ likes });'],
  ['likes-in-kv/like.js', '{ ‡status: 201 }'],
  ['likes-in-kv/like.js', "fetch('https://keuring.example/likes', { ‡method"],
  ['stemmen-tellen/tel.js', 'context.bucket.‡get'],
  ['stemmen-tellen/tel.js', 'get(event.‡data'],
  ['stemmen-tellen/tel.js', 'event.data.‡key'],
  ['stemmen-tellen/tel.js', 'of bestand.‡text'],
  ['stemmen-tellen/tel.js', 'bestand.text().‡split'],
  ['stemmen-tellen/tel.js', 'JSON.‡stringify'],
  ['spaarpunten/spaarpunten.js', 'event.data.‡messages'],
  ['spaarpunten/spaarpunten.js', 'body.‡punten);'],
  ['spaarpunten/spaarpunten.js', 'alles.‡reduce'],
  ['spaarpunten/spaarpunten.js', 'Math.‡random'],
  ['rem-op-zoeken/zoek.js', 'antwoord.‡json'],
  ['rem-op-zoeken/zoeken.js', 'new URL(request.url).‡searchParams'],
  ['rem-op-zoeken/zoeken.js', 'searchParams.‡get'],
  ['verklein-foto/verklein.js', 'createImageBitmap(bestand.‡blob'],
  ['verklein-foto/verklein.js', 'key.‡replace'],
  ['verklein-foto/verklein.js', "key.replace(/^.*\\//, '').‡replace"],
  ['nieuwsbrief/verdeel.js', 'lezers.‡map'],
  ['nieuwsbrief/verdeel.js', 'context.queue.‡send'],
  ['nieuwsbrief/verdeel.js', 'Promise.‡all'],
  ['nieuwsbrief/verdeel.js', 'request.json().‡catch'],
  ['nieuwsbrief/mail.js', 'body.‡onderwerp'],
  ['terugkomen/terugkomen.js', 'const nu = aanroepers.‡filter'],
  ['terugkomen/terugkomen.js', 'aanroeper.‡komtOpMs'],
  ['terugkomen/terugkomen.js', 'regels.‡push'],
  ['terugkomen/terugkomen.js', 'String(vanaf).‡padStart'],
  ['reservekopie/kopieer.js', 'kopieen.‡slice'],
  ['boodschappen/lijst.js', 'gevonden.‡map'],
  ['boodschappen/maak.js', 'Number.‡isInteger'],
  ['boodschappen/maak.js', '{ ‡ifVersion: null }'],
  ['begroet/begroet.js', 'url.‡searchParams'],
  ['begroet/begroet.js', 'console.‡log'],
  ['opruimen/opruimen.js', 'event.data.‡scheduledTime'],
  ['wie-helpt-mij/wie.js', 'crypto.‡randomUUID'],
];

const files = [...new Set(PLACES.map(([file]) => join(FUNCTIONS, file)))];
const textOf = (file: string) => readFileSync(file, 'utf8');

const service = ts.createLanguageService({
  getCompilationSettings: sampleOptions,
  getScriptFileNames: () => [...CONTRACT_FILES, ...files],
  getScriptVersion: () => '1',
  getScriptSnapshot: (file) =>
    ts.sys.fileExists(file) ? ts.ScriptSnapshot.fromString(textOf(file)) : undefined,
  getCurrentDirectory: () => FUNCTIONS,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
});
const table = readEditorTypes(service.getProgram());
const types = new Types(table);

const read = (path: string, text: string): CodeToRead => ({
  path,
  text,
  tree: javascriptLanguage.parser.parse(text),
});

function readerOf(folder: string, path: string, text: string): PlaceReader {
  const other = (name: string) => read(name, textOf(join(FUNCTIONS, folder, name)));
  return new PlaceReader(types, read(path, text), undefined, [], other);
}

describe('at a place in a sample, the editor knows what TypeScript knows', () => {
  test('at thirty places or more', () => {
    expect(PLACES.length).toBeGreaterThanOrEqual(30);
  });

  test.each(PLACES)('%s: %s', (file, marked) => {
    const text = textOf(join(FUNCTIONS, file));
    const at = text.indexOf(marked.replace('‡', '')) + marked.indexOf('‡');
    expect(at).toBeGreaterThanOrEqual(marked.indexOf('‡'));
    const asked = service.getCompletionsAtPosition(join(FUNCTIONS, file), at, {});
    const theirs = asked?.entries.map(({ name }) => name) ?? [];
    const [folder = '', path = ''] = file.split('/');
    const ours = readerOf(folder, path, text).at(at, true);
    expect(theirs.length).toBeGreaterThan(0);
    expect(ours?.known.map(({ name }) => name).sort()).toEqual(theirs.sort());
  });
});

/** Code with a mark where somebody types, as the entry of a function that answers HTTP. */
function proposedIn(marked: string, facts: Partial<CodeFacts> = {}, isAsked = true) {
  const at = marked.indexOf('‡');
  const about: CodeFacts = {
    functions: [{ entry: 'f.js', trigger: { type: 'http' } }],
    env: {},
    services: [],
    ...facts,
  };
  const paths = ['f.js', 'prijs.js', 'lib/korting.js'];
  const other = (path: string) => (paths.includes(path) ? read(path, OTHER) : null);
  const code = read('f.js', marked.replace('‡', ''));
  const choice = new PlaceReader(types, code, about, paths, other).at(at, isAsked);
  return choice?.known.map(({ name }) => name) ?? null;
}

const OTHER = `/** @param {string} naam @returns {Promise<{ prijs: number, munt: string }>} */
export async function vraagPrijs(naam) { return { prijs: 1, munt: 'EUR' }; }`;

describe('while somebody types', () => {
  test('a handler without a comment gets what sets it off', () => {
    expect(proposedIn('export default (request, context) => { request.‡ }')).toContain('formData');
    expect(proposedIn('export default async function (a, b) { await b.kv.‡\n  return 1; }')).toEqual(
      Object.keys(table.types['Kv'] ?? {}),
    );
    const queue: Partial<CodeFacts> = { functions: [{ entry: 'f.js', trigger: { type: 'queue' } }] };
    expect(proposedIn('export default (event) => { event.data.messages[0].‡ }', queue)).toContain('attempt');
  });

  test('code that is not finished is read as far as it goes', () => {
    const half = 'export default async (request, { kv }) => {\n  const x = await kv.‡\n  const y = 2;\n}';
    expect(proposedIn(half)).toContain('getWithVersion');
    expect(proposedIn('const u = new URL("x").‡')).toContain('pathname');
    expect(
      proposedIn('const lijst = [1, 2];\nlijst\n  .map((x) => ({ dubbel: x * 2 }))\n  .at(0).‡'),
    ).toEqual(['dubbel']);
  });

  test('settings, services and other files of the playground are known', () => {
    const facts: Partial<CodeFacts> = {
      env: { KORTING: '10' },
      services: [
        {
          name: 'https://weer.example',
          latencyMs: [1, 2],
          rateLimit: null,
          failures: { errors: 0, drops: 0 },
          seed: 1,
          routes: [
            {
              method: 'GET',
              path: '/nu/:plaats',
              maxItems: {},
              answer: { status: 200, headers: [], body: '' },
            },
          ],
        },
      ],
    };
    expect(proposedIn('export default (r, context) => context.env.‡', facts)).toEqual(['KORTING']);
    expect(proposedIn('await fetch("‡")', facts)).toEqual(['https://weer.example/nu/:plaats']);
    expect(proposedIn('import { x } from "‡"', facts)).toEqual(['./prijs.js', './lib/korting.js']);
    const other = 'import { vraagPrijs } from "./prijs.js";\nconst a = await vraagPrijs("x");\na.‡';
    expect(proposedIn(other)).toEqual(['prijs', 'munt']);
  });

  test('nothing is proposed in words, in patterns, at a new name, or where nothing is known', () => {
    for (const code of ['// request.‡', '"request.‡"', '/a.‡/', 'const na‡', 'onbekend.‡', 'const x = 1.‡'])
      expect(proposedIn(code, {}, false) ?? []).toEqual([]);
    expect(proposedIn('re‡', {}, false)).not.toContain('request');
    expect(proposedIn('r‡', {}, false)).toBe(null);
  });

  test('names that are near come first, and one of the reader’s own hides one of everybody', () => {
    const code = 'const fetch = 1;\nexport default (request) => { const naam = ""; na‡ }';
    const names = proposedIn(code, {}, false) ?? [];
    expect(names.slice(0, 3)).toEqual(['naam', 'request', 'fetch']);
    expect(names.filter((name) => name === 'fetch')).toHaveLength(1);
  });
});

test('what the mouse rests on is told with its type', () => {
  const text =
    'export default async (request, context) => {\n  const likes = await context.kv.getWithVersion("x");\n}';
  const facts: CodeFacts = {
    functions: [{ entry: 'f.js', trigger: { type: 'http' } }],
    env: {},
    services: [],
  };
  const reader = new PlaceReader(types, read('f.js', text), facts);
  const at = (word: string) => reader.nameAt(text.indexOf(word) + 1);
  expect(at('likes')?.type && showType(at('likes')?.type ?? types.parse('never'))).toBe(
    '{ value: any, version: number | null }',
  );
  expect(at('getWithVersion')?.key).toBe('Kv.getWithVersion');
  expect(explain(at('getWithVersion')?.key ?? '')).toMatch(/versie/);
});

test('everything of the contract has words, and no words are of something that is not there', () => {
  const contract = ['Context', 'Kv', 'Bucket', 'BucketObject', 'Queue', 'CloudEvent<Data>', 'Condition'];
  const without = contract.flatMap((head) =>
    Object.keys(table.types[head] ?? {})
      .map((name) => `${head.split('<')[0]}.${name}`)
      .filter((key) => explain(key) === null),
  );
  expect(without).toEqual([]);
  const heads = Object.entries(table.types).map(([head, members]) => [head.split('<')[0], members] as const);
  const isThere = (key: string) => {
    const [, owner, name = key] = /^(.+)\.([^.]+)$/.exec(key) ?? [];
    if (owner === undefined) return key in table.globals || ['env', 'service', 'import'].includes(key);
    return heads.some(([head, members]) => head === owner && Object.hasOwn(members, name));
  };
  expect(EXPLAINED.filter((key) => !isThere(key))).toEqual([]);
});

const anySample = fc.constantFrom(...files).map(textOf);
const anySign = fc.constantFrom(...'{}()[].,;:=>`\'"/*?@<\\ \nabé0');

test('whatever stands in the code, finished or not, it is read without a fault', () => {
  fc.assert(
    fc.property(anySample, fc.nat(), fc.nat(60), fc.array(anySign), (text, at, length, signs) => {
      const from = at % text.length;
      const code = text.slice(0, from) + signs.join('') + text.slice(from + length);
      const reader = new PlaceReader(types, read('f.js', code), {
        functions: [{ entry: 'f.js', trigger: { type: 'http' } }],
        env: {},
        services: [],
      });
      const place = from + signs.length;
      for (const { type } of reader.at(place, true)?.known ?? []) showType(type);
      reader.nameAt(place);
    }),
  );
});

test.each([
  ['a name that is itself', 'const a = a.b;\na.‡'],
  ['two that are each other', 'const a = () => b();\nconst b = () => a();\na().‡'],
  ['a class', 'class A { m() { this.‡ } }'],
])('%s leads nowhere, and not round for ever', (_, code) => {
  expect(proposedIn(code) ?? []).toEqual([]);
});
