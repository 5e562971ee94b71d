/** The words of the field: what each means, what it is called in English, and which lesson explains it first. */
import { getCollection } from 'astro:content';
import { type Lesson, lessons } from './lessons.ts';
import { termId } from './paths.ts';

export interface Term {
  /** As a lesson writes it in the middle of a sentence: "koude start". */
  readonly name: string;
  /** In addresses and in a page. */
  readonly id: string;
  readonly definition: string;
  /** Null when the field has no other word for it. */
  readonly english: string | null;
  /** The first that has it as a `<Term>`. */
  readonly lesson: Lesson;
}

/** A word of the field where a lesson explains it, as its author writes it. */
export const TERM_TAG = /<Term(?:\s+en="([^"]*)")?\s*>([^<]*)<\/Term>/g;

/** Which words differ, whatever they begin a sentence with. */
export const isSameTerm = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** By name. @throws Error naming the word, when no lesson explains it */
export async function terms(): Promise<Term[]> {
  const uses = (await lessons()).flatMap((lesson) =>
    [...(lesson.body ?? '').matchAll(TERM_TAG)].map(([, en = '', name = '']) => ({ lesson, en, name })),
  );
  const all = (await getCollection('terms')).map(({ id: name, data }): Term => {
    const use = uses.find((one) => isSameTerm(one.name, name));
    if (!use) throw new Error(`content/terms.yaml: no lesson has <Term>${name}</Term>`);
    const english = use.en === '' || isSameTerm(use.en, name) ? null : use.en;
    return { name, id: termId(name), definition: data.definition, english, lesson: use.lesson };
  });
  return all.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** @throws Error naming the word, when `content/terms.yaml` does not have it */
export async function termOf(name: string): Promise<Term> {
  const found = (await terms()).find((term) => isSameTerm(term.name, name));
  if (!found) throw new Error(`content/terms.yaml: "${name}" is not in it, and a lesson explains it`);
  return found;
}
