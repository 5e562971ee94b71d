/** What comes from outside: taken as text, refused whole with a sentence, or recognised for what it is. Nothing of it is run. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readProject } from '../../src/project/index.ts';
import {
  type Incoming,
  incomingOfZip,
  isRefused,
  recognise,
  takeIn,
} from '../../src/project/intake/index.ts';
import { rawZip } from '../attacks/raw-zip.ts';

const MB = 1024 * 1024;

function file(path: string, content: string | Uint8Array = 'x', size?: number): Incoming {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return { path, size: size ?? bytes.length, read: () => Promise.resolve(bytes) };
}

async function taken(...incoming: Incoming[]) {
  const result = await takeIn(incoming);
  if (isRefused(result)) throw new Error(result.refusal);
  return result;
}

async function refusal(...incoming: Incoming[]): Promise<string> {
  const result = await takeIn(incoming);
  return isRefused(result) ? result.refusal : '';
}

describe('files that come in', () => {
  test('lose the folder that all of them lie in, and keep the others', async () => {
    const { files } = await taken(file('mijn/a.js'), file('mijn/lib/b.js'));
    expect(files.map(({ path }) => path)).toEqual(['a.js', 'lib/b.js']);
    const two = await taken(file('a.js'), file('lib/b.js'));
    expect(two.files.map(({ path }) => path)).toEqual(['a.js', 'lib/b.js']);
  });

  test('are text: a picture, a file that is too large, and what a tool makes are left out by name', async () => {
    const { files, left } = await taken(
      file('a.js', 'één\r\ntwee'),
      file('foto.png', Uint8Array.of(0x89, 0x50, 0, 1)),
      file('groot.json', 'x', 2 * MB),
      file('node_modules/x/index.js'),
      file('.git/config'),
    );
    expect(files).toEqual([{ path: 'a.js', text: 'één\ntwee' }]);
    expect(left).toEqual([
      'node_modules, .git: overgeslagen: wat een programma zelf maakt, hoort niet in een werkplaats.',
      'foto.png: weggelaten: een werkplaats bewaart alleen tekst.',
      'groot.json: weggelaten: een bestand mag maximaal 1 MB zijn.',
    ]);
  });

  test('with passwords are left out, and named', async () => {
    const { files, left } = await taken(
      file('a.js'),
      file('.env', 'SLEUTEL=geheim'),
      file('lib/.env.local', 'X=1'),
      file('lib/env.js'),
    );
    expect(files.map(({ path }) => path)).toEqual(['a.js', 'lib/env.js']);
    expect(left).toEqual([
      '.env, lib/.env.local: overgeslagen: zo’n bestand bevat vaak wachtwoorden. Wat je functie nodig heeft, zet je bij Instellingen.',
    ]);
  });

  test('of 60 MB are refused in a sentence, and read not at all', async () => {
    const heavy: Incoming = {
      path: 'film.mp4',
      size: 60 * MB,
      read: () => Promise.reject(new Error('it was read')),
    };
    expect(await refusal(file('a.js'), heavy)).toBe(
      'Dit is 60 MB. Een werkplaats neemt maximaal 400 bestanden aan, samen 20 MB: kies een kleinere map, ' +
        'bijvoorbeeld alleen die met je code. Er is niets veranderd.',
    );
  });

  test('that say less than they are, are refused when they are read', async () => {
    const liars = Array.from({ length: 22 }, (_, at) => file(`${at}.txt`, new Uint8Array(MB).fill(97), 10));
    expect(await refusal(...liars)).toContain('Dit is meer dan 20 MB.');
  });

  test('too many are refused, however small', async () => {
    const many = Array.from({ length: 401 }, (_, at) => file(`${at}.js`));
    expect(await refusal(...many)).toContain('Dit zijn 401 bestanden.');
  });

  test.each([
    '../a.js',
    'a/../../b.js',
    '/etc/passwd',
    'C:\\a.js',
    'a\\b.js',
    'a//b.js',
    '__proto__',
    'a\u202ejs.exe',
    ' a.js',
  ])('a path %j is refused, with all that came with it', async (path) => {
    expect(await refusal(file('goed.js'), file(path))).toMatch(
      /^Het pad “.*” kan niet\. .*Er is niets veranderd\.$/,
    );
  });

  test('without any text are refused', async () => {
    expect(await refusal(file('foto.png', Uint8Array.of(0, 1)))).toContain('Hier zit geen tekstbestand in.');
  });
});

test.each([
  [['map/a.js', 'map/a.js'], 'map/a.js'],
  [['a', 'a/b.js'], 'a'],
  [['a/b.js', 'a'], 'a'],
])('names that no disk has room for together are refused: %j', async (paths, told) => {
  expect(await refusal(...paths.map((path) => file(path)))).toContain(
    `Onder de naam “${told}” zijn er twee.`,
  );
});

describe('a zip', () => {
  const zipRefusal = (bytes: Uint8Array) => {
    const result = incomingOfZip(bytes);
    return isRefused(result) ? result.refusal : '';
  };

  test('gives its files', async () => {
    const zip = incomingOfZip(zipSync({ 'map/a.js': strToU8('1'), 'map/leeg/': new Uint8Array() }));
    if (isRefused(zip)) throw new Error(zip.refusal);
    expect((await taken(...zip)).files).toEqual([{ path: 'a.js', text: '1' }]);
  });

  test('that is broken, or no zip, is refused', () => {
    const whole = zipSync({ 'a.js': strToU8('hallo '.repeat(100)) });
    expect(zipRefusal(whole.subarray(0, whole.length - 30))).toContain('is niet compleet');
    expect(zipRefusal(strToU8('geen zip'))).toContain('is niet compleet');
    const damaged = rawZip([{ path: 'a.js', content: strToU8('1'), isDamaged: true }]);
    expect(zipRefusal(damaged)).toContain('a.js is beschadigd');
  });

  test.each(['../a.js', 'x/../../a.js', '/a.js', 'C:/a.js', '..\\a.js'])(
    'with %s in it is refused',
    (path) => {
      expect(zipRefusal(rawZip([{ path, content: strToU8('1') }]))).toContain('dat buiten de map wil staan');
    },
  );

  test('with a link to another file is refused', () => {
    const link = { path: 'a.js', content: strToU8('/etc/passwd'), attributes: 0o120777 * 65_536 };
    expect(zipRefusal(rawZip([link]))).toContain('heeft een koppeling naar een ander bestand (a.js)');
    const plain = { ...link, attributes: 0o100644 * 65_536 };
    expect(zipRefusal(rawZip([plain]))).toBe('');
  });

  test('with too many files is refused before any is unpacked, and what a program makes itself counts for nothing', async () => {
    const many = (folder: string) =>
      Object.fromEntries(Array.from({ length: 401 }, (_, at) => [`${folder}/${at}.js`, strToU8('1')]));
    const zip = zipSync(many('map'));
    expect(zipRefusal(zip)).toContain('Dit zijn 401 bestanden.');
    // Of a broken entry it would be told, had it been unpacked.
    const damaged = zip.slice();
    damaged[0] = 0;
    expect(zipRefusal(damaged)).toContain('Dit zijn 401 bestanden.');
    const made = incomingOfZip(zipSync({ ...many('map/node_modules'), 'map/a.js': strToU8('1') }));
    if (isRefused(made)) throw new Error(made.refusal);
    const { files, left } = await taken(...made);
    expect([files, left]).toEqual([
      [{ path: 'a.js', text: '1' }],
      [expect.stringContaining('node_modules: overgeslagen')],
    ]);
  });

  test('with a zip in it is refused', () => {
    expect(zipRefusal(zipSync({ 'b.zip': zipSync({}) }))).toContain('heeft nog een zip in zich (b.zip)');
  });

  test('that unpacks to more than there is room for stops in the middle', () => {
    const mb = new Uint8Array(MB);
    const bomb = rawZip(Array.from({ length: 30 }, (_, at) => ({ path: `${at}.txt`, content: mb })));
    expect(bomb.length).toBeLessThan(MB);
    expect(zipRefusal(bomb)).toContain('pakt uit tot meer dan er past');
  });
});

function recognised(files: Readonly<Record<string, string>>) {
  const result = recognise(Object.entries(files).map(([path, text]) => ({ path, text })));
  if (isRefused(result)) throw new Error(result.refusal);
  const manifest = result.files.find(({ path }) => path === 'functielab.json')?.text ?? '';
  const read = readProject(manifest);
  if ('problems' in read) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'));
  return { ...result, project: read.project, note: result.notes.join('\n') };
}

describe('a stranger’s folder', () => {
  test('with one handler of ours is a function that answers everything', () => {
    const { project, notes } = recognised({ 'hallo.js': 'export default (request) => new Response("hoi")' });
    expect(project.functions).toMatchObject({
      hallo: { entry: 'hallo.js', trigger: { type: 'http' }, grants: [] },
    });
    expect(project.functions['hallo']?.trigger).not.toHaveProperty('routes');
    expect(notes).toEqual([]);
  });

  test('with several has a route for each, and what helps them is no function', () => {
    const { project } = recognised({
      'functies/prijs.js':
        'import { reken } from "../lib.js"; export default async function (r) { return reken(r) }',
      'functies/Voorraad Lijst.js': 'const f = () => new Response(); export { f as default }',
      'lib.js': 'export const reken = () => new Response()',
      'test/prijs.test.js': 'export default () => 1',
    });
    expect(Object.keys(project.functions)).toEqual(['prijs', 'voorraad-lijst']);
    expect(project.functions['prijs']?.trigger).toMatchObject({ path: '/prijs' });
  });

  test('keeps its own functielab.json', () => {
    const files = [{ path: 'functielab.json', text: '{' }];
    expect(recognise(files)).toEqual({ files, notes: [] });
  });

  test('gets the stores that its code asks for, and is told so', () => {
    const { project, note } = recognised({
      'likes.js': 'export default async (request, { kv }) => Response.json(await kv.get("likes"))',
    });
    expect(project.functions['likes']?.grants).toEqual(['kv']);
    expect(note).toContain('likes.js gebruikt context.kv: dat recht heeft ze gekregen.');
  });

  test.each([
    [
      'async (event, context) => { for (const bericht of event.data.messages) console.log(bericht) }',
      'queue',
    ],
    ['(event) => console.log(event.data.key)', 'upload'],
    ['async function opruimen(event) {}', 'timer'],
  ])('a handler of events, %s, is set off by a %s, to be looked at', (code, type) => {
    const { project, note } = recognised({ 'a.js': `export default ${code}` });
    expect(project.functions['a']?.trigger.type).toBe(type);
    expect(note).toContain('kijk dat na bij Instellingen');
  });

  test('a Worker is called by a file beside it, and stays as it is', async () => {
    const worker = `const worker = {
      async fetch(request, env, ctx) { ctx.waitUntil(Promise.reject(new Error('later'))); return new Response(env.KLEUR); },
      scheduled() {},
    };
    export default worker;`;
    const { files, project, note } = recognised({ 'src/index.js': worker });
    expect(files.map(({ path }) => path)).toEqual([
      'src/index.js',
      'src/index.functie.js',
      'functielab.json',
    ]);
    expect(files[0]?.text).toBe(worker);
    expect(project.functions).toMatchObject({ src: { entry: 'src/index.functie.js' } });
    expect(note).toContain('src/index.js is een Worker: een object met fetch.');
    expect(note).toContain('(scheduled)');
    // The adapter itself, with the Worker in the place of its import.
    const adapter = (files[1]?.text ?? '').replace(
      /import worker from .*/,
      worker.replace('export default worker;', ''),
    );
    const module = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(adapter)}`);
    const answer: Response = await module.default(new Request('https://a.test'), { env: { KLEUR: 'rood' } });
    expect(await answer.text()).toBe('rood');
  });

  test.each([
    [
      'AWS',
      'export const handler = async (event, context) => ({ statusCode: 200 })',
      'is een handler van AWS Lambda',
    ],
    [
      'AWS, older',
      'exports.handler = async (event) => ({ statusCode: 200 })',
      'is een handler van AWS Lambda',
    ],
    [
      'Express',
      'import express from "express"; const app = express(); app.listen(3000)',
      'is een server die zelf luistert',
    ],
    [
      'Express, older',
      'const app = require("express")(); app.listen(3000)',
      'is een server die zelf luistert',
    ],
    ['Azure', 'import { app } from "@azure/functions"; app.http("a", {})', 'is een functie van Azure'],
    [
      'Google',
      'const f = require("@google-cloud/functions-framework"); f.http("a", () => {})',
      'van Google Cloud',
    ],
    [
      'the older modules',
      'const fs = require("./lib"); module.exports = () => 1',
      'gebruikt require of module.exports',
    ],
    ['no JavaScript', 'export default function (', 'is niet te lezen als JavaScript'],
  ])('%s is told what to do', (_, code, sentence) => {
    const { project, note } = recognised({ 'a.js': code });
    expect(note).toContain(`a.js ${sentence.startsWith('van') ? 'is een functie ' : ''}${sentence}`);
    expect(Object.values(project.functions)[0]?.entry).toBe('a.js');
  });

  test('a word in a comment or a text says nothing', () => {
    const { notes } = recognised({
      'a.js': '// exports.handler = require("express")\nexport default () => new Response("app.listen()")',
    });
    expect(notes).toEqual([]);
  });

  test('a package that needs Node is told, and runs in Node', () => {
    const { project, note } = recognised({
      'a.js':
        'import { readFile } from "node:fs/promises"; import _ from "lodash-es"; export default () => new Response()',
    });
    expect(project.runtime).toBe('node');
    expect(note).toContain('pakketten of onderdelen van Node (node:fs/promises, lodash-es)');
  });

  test('that uses packages and stores too is told that this does not go', () => {
    const { project, note } = recognised({
      'a.js': 'import "lodash-es"; export default (request, context) => context.kv.get("a")',
    });
    expect(project.runtime).toBe('browser');
    expect(note).toContain('Dat kan hier alleen met één functie die HTTP beantwoordt en niets bewaart.');
  });

  test('without a handler says so, and begins with the file that is usually first', () => {
    const { project, note } = recognised({ 'a.js': 'export const a = 1', 'index.js': 'import "./a.js"' });
    expect(note).toContain('In geen enkel bestand staat export default met een functie.');
    expect(Object.values(project.functions)[0]?.entry).toBe('index.js');
  });

  test.each([
    [{ 'README.md': '# hoi' }, 'In deze map staat geen JavaScript'],
    [{ 'src/index.ts': 'export default {}' }, 'Deze map heeft TypeScript'],
  ])('without JavaScript is refused: %j', (files, sentence) => {
    const result = recognise(Object.entries(files).map(([path, text]) => ({ path, text: text ?? '' })));
    expect(isRefused(result) && result.refusal).toContain(sentence);
  });
});
