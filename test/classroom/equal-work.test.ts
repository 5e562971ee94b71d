/** What counts as the same work: what was said, not how it looks. */
import { describe, expect, test } from 'vitest';
import { loadWorkKey, twinsOf } from '../../src/classroom/marking/equal-work.ts';

const START = 'export default (request) => new Response("?");';
const exercise = {
  name: 'een',
  files: [
    { path: 'a.js', text: START },
    { path: 'given.js', text: 'export const x = 1;' },
  ],
  given: ['given.js'],
};
const keyOf = await loadWorkKey();
const key = (text: string, path = 'a.js', given = 'export const x = 1;') =>
  keyOf(exercise, [
    { path, text },
    { path: 'given.js', text: given },
  ]);

const WORK = `export default async function groet(request) {
  const { naam, taal: t } = request.query;
  // Een naam is er niet altijd.
  const tekst = t === 'en' ? \`hello \${naam}\` : 'dag ' + naam;
  return new Response(JSON.stringify({ naam, tekst }), { status: 200 });
}`;

test.each([
  ['white space', WORK.replaceAll(/\n */g, '\n\n\t')],
  ['a comment', WORK.replace('Een naam is er niet altijd.', 'van mij')],
  ['no comment at all', WORK.replace(/ *\/\/.*\n/, '')],
  ['another comment', `/* Door Noah\n op vrijdag */\n${WORK}`],
  [
    'names of variables',
    WORK.replaceAll(/\btekst\b(?! \})/g, 'antwoord').replace('tekst }', 'tekst: antwoord }'),
  ],
  [
    'a name in a pattern',
    WORK.replace('{ naam, taal', '{ naam: n, taal')
      .replace('{naam}', '{n}')
      .replace('+ naam', '+ n')
      .replace('{ naam, tekst', '{ naam: n, tekst'),
  ],
  ['the name of the function and of its parameter', WORK.replace('groet', 'x').replaceAll('request', 'r')],
  ['the quotes, and no semicolons', WORK.replaceAll("'", '"').replaceAll(';', '')],
])('the same but for %s', (_, text) => {
  expect(text).not.toBe(WORK);
  expect(key(text)).toBe(key(WORK));
});

test.each([
  ['another text', WORK.replace('dag ', 'hoi ')],
  ['another number', WORK.replace('200', '201')],
  ['another function of the platform', WORK.replace('JSON.stringify', 'JSON.parse')],
  ['another global', WORK.replace('new Response', 'new Request')],
  ['names that change places', WORK.replace("dag ' + naam", "dag ' + t")],
  ['one line more', WORK.replace('return', 'console.log(1);\n  return')],
  ['another field in the answer', WORK.replace('{ naam, tekst }', '{ name: naam, tekst }')],
])('not the same with %s', (_, text) => {
  expect(text).not.toBe(WORK);
  expect(key(text)).not.toBe(key(WORK));
});

describe('nothing is said about', () => {
  test('start code, also when it only looks different', () => {
    expect(key(START)).toBeNull();
    expect(key(`// mijn werk\n${START.replaceAll('request', 'r')}`)).toBeNull();
  });

  test('a file that the task gives, whatever a hand-in has in its place', () => {
    expect(key(WORK, 'a.js', 'export const x = 2;')).toBe(key(WORK));
    expect(key(START, 'a.js', 'export const x = 2;')).toBeNull();
  });
});

test('code that is no code, and files that are none, are compared as they stand', () => {
  expect(key('export default ( {')).not.toBe(key('export default ( ['));
  expect(key('export default ( {')).toBe(key('export default ( {  '));
  expect(key('{"a": 1}', 'a.json')).toBe(key('{ "a":1 }', 'a.json'));
  expect(key('{"a": 1}', 'a.json')).not.toBe(key('{"a": 2}', 'a.json'));
});

test('twins are those with one key, and null has none', () => {
  expect(twinsOf(['a', null, 'b', 'a', null, 'a'])).toEqual([[3, 5], [], [], [0, 5], [], [0, 3]]);
});
