/** A page of text that is no lesson, as a reader reads it: only its sentences count. */
import { plainText } from './lesson-text.ts';
import { HOLDS, type Measures, measure } from './measures.ts';

/** What a page without anything to do can be measured by. */
const OF_SENTENCES = ['mean', 'short', 'long', 'clipped'] as const;

const ENGLISH = /^\*+In English[\s\S]*?^$/m;
const CODE = /^ *```[\s\S]*?^ *```$/gm;

/** @returns each paragraph and item of its running text; tables, code, pictures and headings are none */
export function paragraphsOfMarkdown(text: string): string[] {
  return text
    .replace(ENGLISH, '')
    .replaceAll(CODE, '')
    .replaceAll(/^\|.*$/gm, '')
    .split(/\n\s*\n|\n(?= *(?:[-*]|\d+\.) )/)
    .map((block) => block.trim())
    .filter((block) => block !== '' && !/^(#|!\[)/.test(block))
    .map((block) => block.replaceAll(/\s+/g, ' ').replace(/^(?:[-*]|\d+\.) /, ''))
    .map((block) => plainText(block.replace(/^\*\*[^*]+[.:]\*\* /, '')));
}

/** @returns what of a page is not as it should be, in words, with what was measured */
export function wrongOf(paragraphs: readonly string[]): string[] {
  const measures = measure({
    slug: '',
    minutes: 0,
    lead: '',
    pieces: paragraphs.map((content) => ({ kind: 'text', content, steps: 0 })),
  });
  const holds = (name: keyof Measures) => (HOLDS[name] as (value: unknown) => boolean)(measures[name]);
  return OF_SENTENCES.filter((name) => !holds(name)).map((name) => `${name}: ${measures[name]}`);
}
