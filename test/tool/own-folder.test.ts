/** What a folder may hold: each thing that is wrong with it is a sentence and status 2, in two languages, and the folder stays as it was. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { dutch } from '../../src/tool/dutch.ts';
import { english } from '../../src/tool/english.ts';
import { hasProblems, readOwnFolder } from '../../src/tool/folder/own-folder.ts';
import { folderStamp, readFolder } from '../../src/tool/folder/read-folder.ts';
import { command, folderWith, HELLO, write } from './running.ts';

const MEGABYTE = 1024 * 1024;

type Files = Readonly<Record<string, string | Uint8Array>>;

/** In its own test each: what is in the folder, and what is said of it. */
const WRONG: readonly (readonly [what: string, files: Files, dutch: RegExp, english: RegExp])[] = [
  ['nothing', {}, /staat geen JavaScript/, /no JavaScript/],
  ['no script', { 'lees.md': '# Hoi' }, /staat geen JavaScript/, /no JavaScript/],
  ['TypeScript only', { 'functie.ts': 'export default 1' }, /heeft TypeScript/, /has TypeScript/],
  ['no handler', { 'a.js': 'export const a = 1;' }, /In geen enkel bestand/, /No file has export default/],
  [
    'a handler of AWS',
    { 'index.mjs': 'export const handler = async (event, context) => ({ statusCode: 200 });' },
    /index\.mjs is een handler van AWS Lambda/,
    /index\.mjs is a handler of AWS Lambda/,
  ],
  [
    'a server with Express',
    { 'app.js': `import express from 'express';\nconst app = express();\napp.listen(3000);` },
    /app\.js is een server die zelf luistert/,
    /app\.js is a server that listens itself/,
  ],
  [
    'a function of Azure',
    { 'f.js': `import { app } from '@azure/functions';\napp.http('f', { handler: () => ({}) });` },
    /f\.js is een functie van Azure/,
    /f\.js is a function of Azure/,
  ],
  [
    'a function of Google',
    {
      'f.js': `import { http } from '@google-cloud/functions-framework';\nhttp('f', (req, res) => res.send('x'));`,
    },
    /f\.js is een functie van Google Cloud/,
    /f\.js is a function of Google Cloud/,
  ],
  [
    'the older kind of module',
    { 'f.js': `const a = require('fs');\nmodule.exports = () => a;` },
    /f\.js gebruikt require/,
    /f\.js uses require/,
  ],
  ['what is no JavaScript', { 'f.js': 'export default (' }, /f\.js is niet te lezen/, /f\.js can't be read/],
  [
    'a broken package.json',
    { 'hallo.js': HELLO, 'package.json': '{ "name": ' },
    /package\.json is geen geldige JSON/,
    /package\.json is no valid JSON/,
  ],
  ['a list for package.json', { 'hallo.js': HELLO, 'package.json': '[]' }, /package\.json/, /package\.json/],
  [
    'a newer functielab.json',
    { 'hallo.js': HELLO, 'functielab.json': '{ "version": 99 }' },
    /van een nieuwere Functielab/,
    /not of this version/,
  ],
  [
    'a broken functielab.json',
    { 'hallo.js': HELLO, 'functielab.json': '{' },
    /functielab\.json is geen geldige JSON/,
    /no valid JSON/,
  ],
  [
    'a functielab.json that names a file that is not there',
    { 'hallo.js': HELLO, 'functielab.json': projectWith({ entry: 'weg.js', trigger: { type: 'http' } }) },
    /begint in "weg\.js", en dat bestand is er niet/,
    /`functions\.f\.entry` is not right \(that file is not there\)/,
  ],
  [
    'a functielab.json with a number where a text has to be',
    { 'h.js': HELLO, 'functielab.json': projectWith({ entry: 7, trigger: { type: 'http' } }) },
    /`functions\.f\.entry` is 7\. Maak er een tekst van/,
    /`functions\.f\.entry` is not right \(Invalid input: expected string, received number\)/,
  ],
  [
    'a functielab.json with a rule of our own broken',
    {
      'h.js': HELLO,
      'functielab.json': projectWith({ entry: 'h.js', trigger: { type: 'http', path: 'x' } }),
    },
    /`functions\.f\.trigger\.path` moet met \/ beginnen/,
    /`functions\.f\.trigger\.path` is not right \(it is not there, or does not fit\)/,
  ],
  [
    'a functielab.json that names what is no function',
    {
      'a.js': 'export const a = 1;',
      'functielab.json': projectWith({ entry: 'a.js', trigger: { type: 'http' } }),
    },
    /In a\.js staat geen export default/,
    /a\.js has no export default/,
  ],
  [
    'a cron that can’t be',
    {
      'h.js': HELLO,
      'functielab.json': projectWith({ entry: 'h.js', trigger: { type: 'timer', cron: '99 99 * * *' } }),
    },
    /heeft als cron "99 99 \* \* \*", en dat klopt niet/,
    /has the cron "99 99/,
  ],
  [
    '60 MB',
    { 'hallo.js': HELLO, 'film.mp4': new Uint8Array(60 * MEGABYTE) },
    /meer dan 20 MB/,
    /more than 20 MB/,
  ],
  [
    'a thousand files',
    {
      'hallo.js': HELLO,
      ...Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`d/${at}.txt`, ''])),
    },
    /meer dan 400 bestanden/,
    /more than 400 files/,
  ],
];

function projectWith(one: object): string {
  return JSON.stringify({ version: 1, functions: { f: one } });
}

/** All of a folder, so that a change to it shows. */
function everythingIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

describe.each(WRONG)('%s', (_, files, inDutch, inEnglish) => {
  test('is told of, with status 2, and nothing changes', async () => {
    const folder = folderWith(files);
    const before = everythingIn(folder);
    for (const args of [['.'], ['check'], ['check', '.']]) {
      expect(await command(folder, args)).toEqual({
        status: 2,
        out: '',
        err: expect.stringMatching(inDutch),
      });
      const translated = await command(folder, [...args, '--lang', 'en']);
      expect(translated).toEqual({ status: 2, out: '', err: expect.stringMatching(inEnglish) });
    }
    expect(everythingIn(folder)).toEqual(before);
  });
});

describe('links', () => {
  test('out of the folder are refused by name, to a file, a folder and nothing', async () => {
    const elsewhere = folderWith({ 'geheim.js': 'export default () => new Response("geheim")' });
    for (const to of [join(elsewhere, 'geheim.js'), elsewhere, join(elsewhere, 'weg'), '/etc/passwd', '..']) {
      const folder = folderWith({ 'hallo.js': HELLO });
      symlinkSync(to, join(folder, 'koppeling.js'));
      const { status, err } = await command(folder, []);
      expect([status, err]).toEqual([
        2,
        expect.stringMatching(/koppeling\.js is een koppeling naar iets buiten/),
      ]);
      expect(readFileSync(join(elsewhere, 'geheim.js'), 'utf8')).toContain('geheim');
    }
  });

  test('inside it are followed to a file, and to a folder they are not: that would go round', () => {
    const folder = folderWith({ 'hallo.js': HELLO, 'lib/a.js': '1' });
    symlinkSync('lib/a.js', join(folder, 'b.js'));
    symlinkSync('.', join(folder, 'rond'));
    const read = readFolder(folder);
    if ('code' in read) return expect.fail(read.code);
    expect(read.files.map(({ path }) => path)).toEqual(['b.js', 'hallo.js', 'lib/a.js']);
    expect(read.left).toEqual([{ path: 'rond', why: 'linkedFolder' }]);
  });

  test('to the folder itself are no matter', () => {
    const folder = folderWith({ 'hallo.js': HELLO });
    const beside = folderWith({});
    symlinkSync(folder, join(beside, 'map'));
    expect(readFolder(join(beside, 'map'))).toMatchObject({ files: [{ path: 'hallo.js' }] });
  });
});

describe('a folder', () => {
  test.each([
    ['that is not there', 'weg', /De map weg is er niet|De map .*weg is er niet/],
    ['that is a file', 'hallo.js', /hallo\.js is geen map/],
    ['under a file', 'hallo.js/x', /is er niet/],
  ])('%s', async (_, name, sentence) => {
    const { status, err } = await command(folderWith({ 'hallo.js': HELLO }), [name]);
    expect([status, err]).toEqual([2, expect.stringMatching(sentence)]);
  });

  test('of which a file may not be read leaves it out, and says so', async () => {
    const folder = folderWith({ 'hallo.js': HELLO, 'dicht.js': HELLO });
    // To root nothing is closed: a link that goes round is to nobody's reading either.
    if (process.getuid?.() === 0) return;
    chmodSync(join(folder, 'dicht.js'), 0);
    expect((await command(folder, ['check'])).out).toMatch(/dicht\.js was net weg, of mag je niet lezen/);
  });

  test('leaves out what is no text, too large or made by a tool, and no more', () => {
    const folder = folderWith({
      'hallo.js': HELLO,
      'lib/a.js': '1',
      'foto.png': new Uint8Array([0x89, 0x50, 0xff, 0]),
      'groot.json': ' '.repeat(MEGABYTE + 1),
      '.env': 'GEHEIM=1',
      '.git/config': '',
      'node_modules/x/index.js': '',
    });
    const read = readOwnFolder(folder, dutch);
    if (hasProblems(read)) return expect.fail(read.problems.join());
    expect(read.files.map(({ path }) => path)).toEqual(['hallo.js', 'lib/a.js']);
    expect(read.notes).toEqual([
      'foto.png is geen tekst, en gaat niet mee.',
      'groot.json is groter dan 1 MB, en gaat niet mee.',
    ]);
  });

  test('has another stamp once a file is saved, comes or goes, and else the same', () => {
    const folder = folderWith({ 'hallo.js': HELLO });
    const seen = [folderStamp(folder)];
    expect(folderStamp(folder)).toBe(seen[0]);
    write(folder, 'hallo.js', `${HELLO}\n`);
    seen.push(folderStamp(folder));
    write(folder, 'b.js', '');
    seen.push(folderStamp(folder));
    mkdirSync(join(folder, 'leeg'));
    expect(folderStamp(folder)).toBe(seen[2]);
    expect(new Set(seen).size).toBe(3);
    expect(folderStamp(join(folder, 'weg'))).toBeNull();
  });

  test('that is in order is called that', async () => {
    const folder = folderWith({ 'hallo.js': HELLO, 'lib/a.js': 'export const a = 1;' });
    expect(await command(folder, ['check'])).toEqual({
      status: 0,
      out: 'In orde: 1 functie in 2 bestanden.\n',
      err: '',
    });
  });

  test('that lacks a package is not', async () => {
    const folder = folderWith({ 'f.js': `import a from '@a/b/c';\nexport default () => a;` });
    const { status, out } = await command(folder, ['check']);
    expect([status, out]).toEqual([2, expect.stringContaining('npm install @a/b')]);
  });
});

describe('a command line', () => {
  test.each([
    [['--weg'], /De optie --weg kennen we niet/, /The option --weg is not known/],
    [['--port'], /De optie --port kennen we niet, of er ontbreekt iets/, /The option --port/],
    [['--port', '70000'], /70000 is geen poort/, /70000 is no port/],
    [['--port', 'x'], /x is geen poort/, /x is no port/],
    [
      ['--tariff', 'weg'],
      /Het tarief weg kennen we niet[\s\S]*aws-lambda-x86-us-east-1/,
      /The tariff weg is not known/,
    ],
    [['.', 'nog-een'], /Met nog-een weten we geen raad/, /nothing to do with nog-een/],
    [['check', '.', 'x'], /Met x weten we geen raad/, /nothing to do with x/],
    [['bill', '--weg'], /De optie --weg kennen we niet/, /The option --weg is not known/],
    [['bill', 'weg.log'], /weg\.log kunnen we niet lezen: het bestand is er niet/, /weg\.log can't be read/],
  ])('%j is told what is wrong with it', async (args, inDutch, inEnglish) => {
    const folder = folderWith({ 'hallo.js': HELLO });
    expect(await command(folder, args)).toEqual({ status: 2, out: '', err: expect.stringMatching(inDutch) });
    const translated = await command(folder, ['--lang=en', ...args]);
    expect(translated).toEqual({ status: 2, out: '', err: expect.stringMatching(inEnglish) });
  });

  test('may have its options before its command', async () => {
    const folder = folderWith({ 'hallo.js': HELLO });
    expect((await command(folder, ['--tariff', 'x', 'check', '.'])).out).toBe(
      'In orde: 1 functie in 1 bestand.\n',
    );
  });

  test('in an unknown language is told so in both', async () => {
    const { status, err } = await command(folderWith({}), ['--lang', 'fr']);
    expect(status).toBe(2);
    expect(err).toMatch(/De taal fr kennen we niet[\s\S]*The language fr is not known/);
  });

  test('gives help in both languages, which names each option', async () => {
    const folder = folderWith({});
    for (const [args, words] of [
      [['--help'], dutch],
      [['--help', '--lang', 'en'], english],
    ] as const) {
      const { status, out } = await command(folder, args);
      expect([status, out]).toEqual([0, words.command.help]);
      for (const option of ['--port', '--tariff', '--keep', '--clock', '--out', '--lang', '--help']) {
        expect(out).toContain(`  ${option}`);
      }
    }
  });
});

test('a bill of usage is that of `npm run bill`', async () => {
  const folder = folderWith({});
  const usage = '{"durationMs":5.477,"memoryMb":128,"initMs":146.202}\n';
  const { status, out } = await command(
    folder,
    ['bill', '--tariff', 'aws-lambda-x86-us-east-1', '--json'],
    usage,
  );
  // ceil(5.477 + 146.202) = 152 ms of 0.125 GB, and one request.
  expect([status, JSON.parse(out).totalUsd]).toEqual([0, '0.0000005166673']);
  const wrong = await command(folder, ['bill', '--lang', 'en'], 'durationMs,memoryMb\nx,1\n');
  expect(wrong).toEqual({
    status: 2,
    out: '',
    err: 'line 2: durationMs is no number. Write digits, such as 12.5.\n',
  });
});
