/** Whether each word of the field that a lesson explains has a definition, and each definition a lesson. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { termSchema } from '../../course/schemas/term.ts';
import { type Problem, problemsWith, readWritten, type Written } from './located.ts';

const TERMS = 'content/terms.yaml';
const termsFile = z.record(z.string(), termSchema);
/** As `course/terms.ts` finds them, which Astro alone can import. */
const TAG = /<Term\b[^>]*>([^<]*)<\/Term>/g;

const sameCase = (name: string) => name.trim().toLowerCase();

/** @param lessons in the order of the course */
export function termProblems(project: string, lessons: readonly Written[]): Problem[] {
  const uses = lessons.flatMap(({ file, text }) =>
    [...text.matchAll(TAG)].map(({ 1: name = '', index }) => ({
      file,
      name,
      line: text.slice(0, index).split('\n').length,
    })),
  );
  const written = existsSync(join(project, TERMS)) ? readWritten(project, TERMS) : null;
  const fields = written?.data;
  const names = typeof fields === 'object' && fields !== null ? Object.keys(fields) : [];
  const known = new Set(names.map(sameCase));
  const used = new Set(uses.map(({ name }) => sameCase(name)));
  return [
    ...(written ? problemsWith(written, termsFile) : []),
    ...uses
      .filter(({ name }) => !known.has(sameCase(name)))
      .map(({ file, name, line }) => ({
        file,
        line,
        text: `het begrip "${name}" heeft geen uitleg: zet die in ${TERMS}`,
      })),
    ...names
      .filter((name) => !used.has(sameCase(name)))
      .map((name) => ({
        file: TERMS,
        line: written?.lineOf([name]) ?? 1,
        text: `"${name}" staat in geen enkele les als <Term>`,
      })),
  ];
}
