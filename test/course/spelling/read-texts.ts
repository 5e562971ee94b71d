/**
 * Every text that a reader of the course, the site, the terminal or the pages about the project can see, as its file has it. Code and
 * English are still in it: `prose.ts` leaves these out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { filesUnder } from '../../support/import-reader.ts';
import { saidIn, wordsOf } from '../../support/reader-words.ts';
import { isDutch, maybeDutch } from './prose.ts';

export interface ReadText {
  /** A file, and where it is known a line of it. */
  readonly place: string;
  readonly text: string;
}

const FUNCTIONS = readdirSync('content/functions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `content/functions/${name}`);

/** What a file says to a reader: all of a lesson; of YAML what stands in quotes, for the rest is for the program; of checks their strings. */
function contentOf(file: string): string {
  if (file.endsWith('.ts')) return wordsOf(file).join('\n');
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.json')) return JSON.parse(text).title;
  if (file.endsWith('.mdx')) return text;
  return (text.match(/"(?:[^"\\]|\\.)*"/g) ?? []).filter((string) => /\s/.test(string)).join('\n');
}

/** Lessons and what belongs to them. */
export const contentTexts = (): ReadText[] =>
  [
    ...['lessons', 'guides', 'predictions', 'review'].flatMap((folder) =>
      readdirSync(`content/${folder}`).map((file) => `content/${folder}/${file}`),
    ),
    ...FUNCTIONS.flatMap((folder) =>
      ['opdracht.mdx', 'checks.ts', 'function.json'].map((file) => `${folder}/${file}`),
    ),
    'content/terms.yaml',
  ]
    .filter((file) => existsSync(file))
    .map((file) => ({ place: file, text: contentOf(file) }));

/** What the tool says with `--lang en`. */
const IS_ENGLISH = /\/english[^/]*\.ts$/;

/** Where strings are words. Elsewhere in a `.ts` most are names, and only a whole sentence is looked at, or what is called a label. */
const HAS_LABELS = /\.tsx$|\.astro$|words\.ts$|\/dutch\.ts$/;

/** Each line of Dutch in the source: the site, the terminal, and what the lab writes for somewhere else. */
export const interfaceTexts = (): ReadText[] =>
  filesUnder('src')
    .filter((file) => /\.(ts|tsx|astro)$/.test(file) && !IS_ENGLISH.test(file))
    .flatMap((file) =>
      saidIn(file).flatMap(({ text, line, isLabel }) =>
        text.split('\n').flatMap((part, at) => {
          const said = part.trim();
          const isRead = isDutch(said) || ((isLabel || HAS_LABELS.test(file)) && maybeDutch(said));
          return said !== '' && isRead ? [{ place: `${file}:${line + at}`, text: said }] : [];
        }),
      ),
    );

/** The pages about the project that are Dutch. */
export const pageTexts = (): ReadText[] =>
  readdirSync('.')
    .filter((file) => file.endsWith('.md') && file !== 'README.en.md')
    .map((file) => ({ place: file, text: readFileSync(file, 'utf8') }));
