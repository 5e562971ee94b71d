/** The file of all workplaces: what went in comes out, and nothing is taken of a file that is not whole. */
import { expect, test } from 'vitest';
import { readWorkplacesFile, workplacesFile } from '../../src/workshop/kept/workplaces-file.ts';

const ALL = [
  { name: 'Takenlijst', files: [{ path: 'lib/a.js', text: 'const a = "é\n";' }] },
  {
    name: 'Leeg bestand',
    files: [
      { path: 'a.js', text: '' },
      { path: 'functielab.json', text: '{}' },
    ],
  },
];

test('holds every file of every workplace, in their order', () => {
  expect(readWorkplacesFile(workplacesFile(ALL) ?? '')).toEqual(ALL);
});

const one = (files: unknown, name: unknown = 'Naam') =>
  JSON.stringify({ functielab: 'werkplaatsen', v: 1, workplaces: [{ name, files }] });

test.each([
  ['no JSON', 'PK', /geen bestand met werkplaatsen/],
  ['nothing', '', /geen bestand met werkplaatsen/],
  ['null', 'null', /geen bestand met werkplaatsen/],
  ['progress', '{"functielab":"voortgang","v":1}', /geen bestand met werkplaatsen/],
  ['a newer form', '{"functielab":"werkplaatsen","v":2}', /van een nieuwere Functielab/],
  ['no list', '{"functielab":"werkplaatsen","v":1,"workplaces":{}}', /is beschadigd/],
  ['a path that leaves the folder', one({ '../weg.js': 'x' }), /is beschadigd/],
  ['a name of JavaScript’s own', one(JSON.parse('{"__proto__":"x"}')), /is beschadigd/],
  ['what is no text', one({ 'a.js': 1 }), /is beschadigd/],
  ['no files', one({}), /is beschadigd/],
  ['a list of files', one(['x']), /is beschadigd/],
  ['no name', one({ 'a.js': 'x' }, ' '), /is beschadigd/],
  ['a file of more than 1 MB', one({ 'a.js': 'x'.repeat(1024 * 1024 + 1) }), /is beschadigd/],
  [
    'more than 400 files',
    one(Object.fromEntries(Array.from({ length: 401 }, (_, at) => [`${at}.js`, '']))),
    /is beschadigd/,
  ],
])('%s is refused whole, in a sentence that ends with what became of it', (_, text, sentence) => {
  expect(readWorkplacesFile(text)).toMatch(sentence);
  expect(readWorkplacesFile(text)).toMatch(/Er is niets veranderd\.$/);
});
