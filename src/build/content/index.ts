/**
 * The check of the course's content before anything is built: does every file say what it must, and does what it names
 * exist? It takes a second, and lists everything at once. What only a built page shows (a heading that a link points at, a
 * file behind a picture) is checked when the pages are there (`links-integration.ts`).
 *
 * Begin reading at `contentProblems`; `located.ts` reads files and words what a schema finds, `addresses.ts` knows the
 * site's addresses, `step-problems.ts` what a step of a lesson may say, `placed-predictions.ts` lays what lessons ask beside
 * their predictions, `shown-mistakes.ts` what a guide says they show. Only `src/cli/` comes here.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { sampleFromManifest } from '../../course/sample-from-manifest.ts';
import { exerciseSchema } from '../../course/schemas/exercise.ts';
import { functionSchema } from '../../course/schemas/function.ts';
import { guideSchema } from '../../course/schemas/guide.ts';
import { lessonSchema } from '../../course/schemas/lesson.ts';
import { predictionsSchema } from '../../course/schemas/prediction.ts';
import { programSchema } from '../../course/schemas/program.ts';
import { reviewQuestionsSchema } from '../../course/schemas/review-questions.ts';
import { siteAddresses } from './addresses.ts';
import { type Problem, problemsWith, readWritten, type Written } from './located.ts';
import { predictionProblems } from './placed-predictions.ts';
import { shownProblems } from './shown-mistakes.ts';
import { stepProblems } from './step-problems.ts';
import { stepsInMdx } from './steps-in-mdx.ts';
import { termProblems } from './term-problems.ts';

const LESSONS = 'content/lessons';
const GUIDES = 'content/guides';
const PREDICTIONS = 'content/predictions';
const REVIEW = 'content/review';
const FUNCTIONS = 'content/functions';
const PROGRAMS = 'content/programs';

const { outOfScope, ...needed } = lessonSchema.required().shape;
const lessonFile = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  ...needed,
  outOfScope: outOfScope.optional(),
});

/** @param project root of the project @returns in the order of the files; empty when all is well */
export function contentProblems(project: string): Problem[] {
  const names = (folder: string) =>
    existsSync(join(project, folder)) ? readdirSync(join(project, folder)).sort() : [];
  const read = (file: string) => readWritten(project, file);
  const having = (folder: string, file: string) =>
    names(folder).filter((name) => existsSync(join(project, folder, name, file)));

  const lessons = names(LESSONS).flatMap((name) => {
    const slug = /^\d+-(.+)\.mdx$/.exec(name)?.[1];
    return slug === undefined ? [] : [{ slug, written: read(`${LESSONS}/${name}`) }];
  });
  const perLesson = (folder: string) =>
    names(folder).flatMap((name) => {
      const slug = /^(.+)\.yaml$/.exec(name)?.[1];
      return slug === undefined ? [] : [{ slug, written: read(`${folder}/${name}`) }];
    });
  const guides = perLesson(GUIDES);
  const predictions = perLesson(PREDICTIONS);
  const functions = having(FUNCTIONS, 'function.json');
  const programs = having(PROGRAMS, 'program.json');
  const tasks = having(FUNCTIONS, 'opdracht.mdx').map((name) => ({
    name,
    written: read(`${FUNCTIONS}/${name}/opdracht.mdx`),
  }));
  const slugs = lessons.map(({ slug }) => slug);
  const isAddress = siteAddresses(project, { lessons: slugs, exercises: tasks.map(({ name }) => name) });

  const links = (written: Written) => deadLinks(written, isAddress);
  const sampleOf = (name: string) => {
    if (!functions.includes(name)) return null;
    const manifest = functionSchema.safeParse(read(`${FUNCTIONS}/${name}/function.json`).data);
    return manifest.success ? sampleFromManifest(name, manifest.data, [], (file) => file) : null;
  };
  return [
    ...lessons.flatMap(({ slug, written }, at) => [
      ...problemsWith(written, lessonFile),
      ...namesakes(lessons, at),
      ...(guides.some((guide) => guide.slug === slug)
        ? []
        : [{ file: written.file, text: `deze les heeft geen lesplan: maak ${GUIDES}/${slug}.yaml` }]),
      ...missingSamples(written, functions, programs),
      ...stepProblems(written.file, stepsInMdx(written.text, withoutCode(written.text)), sampleOf),
      ...links(written),
    ]),
    ...guides.flatMap(({ slug, written }) => [
      ...(slugs.includes(slug)
        ? []
        : [{ file: written.file, text: `bij dit lesplan hoort geen les: ${slug} is er niet` }]),
      ...problemsWith(written, guideSchema),
      ...shownProblems(
        written,
        predictions.map((file) => file.written),
      ),
      ...links(written),
    ]),
    ...perLesson(REVIEW).flatMap(({ slug, written }) => [
      ...(slugs.includes(slug)
        ? []
        : [{ file: written.file, text: `bij deze vragen hoort geen les: ${slug} is er niet` }]),
      ...problemsWith(written, reviewQuestionsSchema),
    ]),
    ...predictions.flatMap(({ written }) => [...problemsWith(written, predictionsSchema), ...links(written)]),
    ...predictionProblems(lessons, predictions),
    ...functions.flatMap((name) =>
      sampleProblems(project, read(`${FUNCTIONS}/${name}/function.json`), functionSchema),
    ),
    ...programs.flatMap((name) =>
      sampleProblems(project, read(`${PROGRAMS}/${name}/program.json`), programSchema),
    ),
    ...termProblems(
      project,
      lessons.map(({ written }) => written),
    ),
    ...tasks.flatMap(({ name, written }) => [
      ...problemsWith(written, exerciseSchema),
      ...lessonOf(written, slugs),
      ...['function.json', 'checks.ts'].flatMap((file) =>
        existsSync(join(project, FUNCTIONS, name, file))
          ? []
          : [{ file: written.file, text: `bij deze oefening ontbreekt ${FUNCTIONS}/${name}/${file}` }],
      ),
      ...links(written),
    ]),
  ];
}

/** @returns lines for a terminal */
export function listed(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? 'Eén ding klopt niet' : `${problems.length} dingen kloppen niet`;
  const lines = problems.map(({ file, line, field, text }) =>
    [
      `  ${file}`,
      ...(line === undefined ? [] : [`regel ${line}`]),
      ...(field === undefined ? [] : [`veld ${field}`]),
    ]
      .join(', ')
      .concat(`: ${text}`),
  );
  return `${count} in de inhoud van de cursus:\n${lines.join('\n')}`;
}

interface Lesson {
  readonly slug: string;
  readonly written: Written;
}

/** Another lesson, further up, with the same address or the same place. */
function namesakes(lessons: readonly Lesson[], at: number): Problem[] {
  const lesson = lessons[at];
  if (!lesson) return [];
  const { file, lineOf } = lesson.written;
  const before = lessons.slice(0, at);
  const same = before.find(({ slug }) => slug === lesson.slug);
  const order = fieldOf(lesson.written, 'order');
  const beside =
    order === undefined ? undefined : before.find(({ written }) => fieldOf(written, 'order') === order);
  return [
    ...(same ? [{ file, text: `krijgt hetzelfde adres als ${same.written.file}` }] : []),
    ...(beside
      ? [{ file, line: lineOf(['order']), field: 'order', text: `heeft ook ${beside.written.file}` }]
      : []),
  ];
}

function fieldOf({ data }: Written, name: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
}

function lessonOf(written: Written, slugs: readonly string[]): Problem[] {
  const lesson = fieldOf(written, 'lesson');
  if (typeof lesson !== 'string' || lesson === '' || slugs.includes(lesson)) return [];
  const { file, lineOf } = written;
  return [{ file, line: lineOf(['lesson']), field: 'lesson', text: `er is geen les ${lesson}` }];
}

/** The manifest, and whether the files that it names are there. */
function sampleProblems(project: string, written: Written, schema: z.ZodType): Problem[] {
  const { file, lineOf, text } = written;
  const folder = file.slice(0, file.lastIndexOf('/'));
  const files = fieldOf(written, 'files');
  const missing = (Array.isArray(files) ? files : []).filter(
    (path) => typeof path === 'string' && !existsSync(join(project, folder, path)),
  );
  return [
    ...problemsWith(written, schema),
    ...missing.map((path: string) => ({
      file,
      line: text.includes(`"${path}"`) ? lineAt(text, text.indexOf(`"${path}"`)) : lineOf(['files']),
      field: 'files',
      text: `${path} bestaat niet`,
    })),
  ];
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The same text with code made blank, so that what follows has its place. */
export function withoutCode(text: string): string {
  const blank = (code: string) => code.replace(/[^\n]/g, ' ');
  return text.replace(/^```[\s\S]*?^```/gm, blank).replace(/`[^`\n]*`/g, blank);
}

const TAG = /<[A-Z]\w*\s[^<>]*>/g;

/** Samples that a lesson shows by name: `<Playground function="begroet" />`. */
function missingSamples(
  { file, text }: Written,
  functions: readonly string[],
  programs: readonly string[],
): Problem[] {
  return [...withoutCode(text).matchAll(TAG)].flatMap(({ 0: tag, index }) => {
    const asked = (pattern: RegExp, known: readonly string[], folder: string) =>
      [...tag.matchAll(pattern)].flatMap(({ 1: name = '', index: within }) =>
        known.includes(name)
          ? []
          : [
              {
                file,
                line: lineAt(text, index + within),
                text: `het voorbeeld ${folder}/${name} bestaat niet`,
              },
            ],
      );
    return [
      ...asked(/\bfunction="([^"]*)"/g, functions, FUNCTIONS),
      ...asked(/\bprogram="([^"]*)"/g, programs, PROGRAMS),
    ];
  });
}

/** Links within the site: `[tekst](/maand/)`. */
function deadLinks({ file, text }: Written, isAddress: (address: string) => boolean): Problem[] {
  return [...withoutCode(text).matchAll(/\]\((\/[^)\s]*)|\bhref="(\/[^"]*)"/g)].flatMap(
    ({ 1: inText, 2: inTag, index }) => {
      const link = inText ?? inTag ?? '';
      const address = link.replace(/[?#].*$/, '');
      return isAddress(address)
        ? []
        : [{ file, line: lineAt(text, index), text: `de link ${link} leidt nergens heen` }];
    },
  );
}
