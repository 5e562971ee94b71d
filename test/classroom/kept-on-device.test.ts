/**
 * A school is told what stays on a device, and where. Each name under which our source keeps something has a row in that table:
 * `test/browser/privacy.test.ts` looks in a real browser, and here nothing is forgotten because no visit came past it.
 */
import { describe, expect, test } from 'vitest';
import { KEPT_ON_DEVICE } from '../../src/classroom/school-file/kept-on-device.ts';
import { filesUnder, textOf } from '../support/import-reader.ts';

/** What runs in no reader's browser, or not on this site. */
const ELSEWHERE = /^src\/(build|cli|host|tool|tool-page|take-home\/clouds|simulation)\//;
/** Names that are kept nowhere: of an event, of locks between tabs, and of a try whether anything can be kept. */
const NOT_KEPT = new Set([
  'functielab:verouderd',
  'functielab:opslag:',
  'functielab:werkplaats:',
  'functielab:nakijken:',
  'functielab:proef',
]);

const sources = filesUnder('src')
  .filter((file) => /\.(ts|tsx|astro)$/.test(file) && !ELSEWHERE.test(file))
  .map((file) => ({ file, text: textOf(file) }));

interface Found {
  readonly file: string;
  readonly name: string;
}

/** In quotes, up to where something is filled in. */
const keysIn = ({ file, text }: { readonly file: string; readonly text: string }): Found[] =>
  [...text.matchAll(/['"`](functielab:[a-z-]+:?)/g)].map(([, name = '']) => ({ file, name }));

/** Databases have no colon in their name: every such name in a file that opens one, or that names one for another to open. */
const databasesIn = ({ file, text }: { readonly file: string; readonly text: string }): Found[] =>
  /\bopenDB\b|\bindexedDB\.open\(|\bshelved\(/.test(text)
    ? [...text.matchAll(/['"`](functielab(?:-[a-z-]+)?)['"`]/g)].map(([, name = '']) => ({ file, name }))
    : [];

const keys = sources.flatMap(keysIn).filter(({ name }) => !NOT_KEPT.has(name));
const databases = sources.flatMap(databasesIn).filter(({ file }) => file !== 'src/kit/storage.ts');
const hasRow = (name: string, isDatabase: boolean) =>
  KEPT_ON_DEVICE.some(
    (kept) =>
      kept.where !== 'Cache Storage' && (kept.where === 'IndexedDB') === isDatabase && kept.name.test(name),
  );

test('each name under which the source keeps something has a row', () => {
  expect(keys.length).toBeGreaterThan(15);
  expect(keys.filter(({ name }) => !hasRow(name, false))).toEqual([]);
  expect(databases.length).toBeGreaterThan(2);
  expect(databases.filter(({ name }) => !hasRow(name, true))).toEqual([]);
});

test('and nothing has a row that is kept no more', () => {
  const found = [...keys, ...databases].map(({ name }) => name);
  const gone = KEPT_ON_DEVICE.filter(
    ({ where, name }) => where !== 'Cache Storage' && !found.some((one) => name.test(one)),
  );
  expect(gone.map(({ what }) => what)).toEqual([]);
});

test('storage is opened only where names can be found', () => {
  const opens = sources.filter(({ text }) => /\bopenDB[<(]|\bindexedDB\.open\(|\bcaches\.open\(/.test(text));
  expect(opens.map(({ file }) => file)).toEqual([
    'src/classroom/marking/kept/marking-cupboard.ts',
    'src/playground/model/saved-stores.ts',
    'src/site/offline/build-cache.ts',
    'src/till/visit/shelf.ts',
    'src/workshop/kept/indexed-cupboard.ts',
  ]);
  const cookies = sources.filter(({ text }) => /document\.cookie\b|cookieStore\b/.test(text));
  expect(cookies.map(({ file }) => file)).toEqual([]);
});

describe('a name', () => {
  test.each([
    ["const KEY = 'functielab:nieuw';", ['functielab:nieuw']],
    [`const key = \`functielab:code:\${name}\`;`, ['functielab:code:']],
    ['a("functielab:een"); b(`functielab:twee`)', ['functielab:een', 'functielab:twee']],
    ["import 'functielab'; // functielab:commentaar", []],
  ])('is found in %s', (text, names) => {
    expect(keysIn({ file: '', text }).map(({ name }) => name)).toEqual(names);
  });

  test('of a database is found where one is opened', () => {
    const text = "const DATABASE = 'functielab-nagekeken';\nopenDB(shelved(DATABASE), 1);";
    expect(databasesIn({ file: '', text }).map(({ name }) => name)).toEqual(['functielab-nagekeken']);
    expect(databasesIn({ file: '', text: "const name = 'functielab-voortgang';" })).toEqual([]);
  });
});
