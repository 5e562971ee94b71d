/**
 * The mistakes that the guides name, as a table of the README: how many are asked and shown, and what disproves the others. Run by
 * itself it prints what has to stand there.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWritten } from '../../src/build/content/located.ts';
import { type Guide, guideSchema } from '../../src/course/schemas/guide.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

export interface PlacedMistake {
  readonly slug: string;
  /** Of the lesson. */
  readonly number: number;
  readonly mistake: Guide['mistakes'][number];
  /** File and line. */
  readonly place: string;
}

/** In the order of the course. */
export function placedMistakes(): readonly PlacedMistake[] {
  return readdirSync(`${PROJECT}/content/lessons`)
    .sort()
    .flatMap((file) => {
      const [, number, slug = ''] = /^(\d+)-(.+)\.mdx$/.exec(file) ?? [];
      if (number === undefined) return [];
      const guide = readWritten(PROJECT, `content/guides/${slug}.yaml`);
      return guideSchema.parse(guide.data).mistakes.map((mistake, at) => ({
        slug,
        number: Number(number),
        mistake,
        place: `${guide.file}, regel ${guide.lineOf(['mistakes', at])}`,
      }));
    });
}

/** Sentences and rows, as the README has them. */
export function mistakesInReadme(all: readonly PlacedMistake[]) {
  const shown = all.filter(({ mistake }) => mistake.shown !== undefined).length;
  const rows = all.flatMap(({ number, mistake: { mistake, disproved } }) =>
    disproved === undefined ? [] : [`| ${number} | ${mistake} | ${disproved} |`],
  );
  return {
    counts: `De lesplannen noemen ${all.length} misvattingen, en elke misvatting is een fout antwoord op een vraag die terugkomt. Van ${shown} laat een voorspelling met een proef of een berekening zien dat ze niet klopt.`,
    rows,
  };
}

if (import.meta.main) {
  const { counts, rows } = mistakesInReadme(placedMistakes());
  console.log([counts, ...rows].join('\n'));
}
