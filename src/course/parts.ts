/** The parts of the course: lessons that belong together, under the name of what they are about. Begin at `parts`. */
import { type Lesson, lessons, slugOf } from './lessons.ts';

/** The lesson with which each part begins; it ends before the next. By slug, so that renumbering moves nothing. */
const BEGINNINGS: readonly (readonly [slug: string, title: string])[] = [
  ['wat-zijn-serverless-functions', 'Beginnen'],
  ['gebeurtenisgedreven-applicaties', 'Werk dat binnenkomt'],
  ['koude-en-warme-starts', 'Als het druk wordt'],
  ['functies-in-een-keten', 'Voor het echt is'],
  ['je-rekening-lezen', 'Wat het kost'],
  ['de-rekening-als-doelwit', 'Grip op de rekening'],
  ['onder-de-motorkap', 'Zelf verder bouwen'],
  ['naar-een-echte-cloud', 'Naar buiten'],
  ['een-maand-in-een-seconde', 'Vooruitkijken'],
];

export interface Part {
  readonly title: string;
  /** In the order of the course; at least one. */
  readonly lessons: readonly Lesson[];
}

/** @throws Error naming the lesson, when a part begins with one that isn't there, or out of order */
export async function parts(): Promise<Part[]> {
  const all = await lessons();
  const begins = BEGINNINGS.map(([slug]) => all.findIndex((lesson) => slugOf(lesson) === slug));
  return BEGINNINGS.map(([slug, title], at) => {
    const from = begins[at] ?? -1;
    const until = begins.slice(at + 1).find((begin) => begin !== -1) ?? all.length;
    if (from === -1 || from >= until || (at === 0 && from > 0))
      throw new Error(`src/course/parts.ts: the part "${title}" can't begin with the lesson "${slug}"`);
    return { title, lessons: all.slice(from, until) };
  });
}
