/** An exercise of a teacher's own as the folder that the course's repository has: `content/functions/<name>/`. */
import type { OwnExercise, OwnFile } from '../exercises/own/index.ts';
import { taskInMdx } from '../exercises/task/index.ts';
import { fileNameOf } from '../kit/save-file.ts';
import { writeProject } from '../project/index.ts';

/** What the course asks of an exercise, and a class does not. */
export interface ForCourse {
  /** Slug of the lesson that it closes. */
  readonly lesson: string;
  /** One sentence. */
  readonly summary: string;
  readonly learned: string;
}

/** Paths in the repository with their texts. @param own with its solution */
export function courseFolder(own: OwnExercise, facts: ForCourse): readonly OwnFile[] {
  const name = courseName(own);
  const solved = (own.solution ?? []).filter(
    ({ path, text }) => own.files.find((file) => file.path === path)?.text !== text,
  );
  const inFolder = [
    { path: 'function.json', text: manifestOf(own, name, facts) },
    { path: 'opdracht.mdx', text: taskOf(own, facts) },
    { path: 'checks.ts', text: checksOf(own) },
    ...own.files.map(({ path, text }) => ({ path, text: withEnd(text) })),
    ...solved.map(({ path, text }) => ({ path: `oplossing/${path}`, text: withEnd(text) })),
  ];
  return [
    { path: 'LEESMIJ.md', text: readMe(own.title, name) },
    ...inFolder.map(({ path, text }) => ({ path: `content/functions/${name}/${path}`, text })),
  ];
}

export const courseName = ({ title }: Pick<OwnExercise, 'title'>) => fileNameOf(title, 'oefening');

const withEnd = (text: string) => `${text.trimEnd()}\n`;

function manifestOf(own: OwnExercise, name: string, { learned }: ForCourse): string {
  const { version: _, title: __, functions: ___, ...settings } = JSON.parse(writeProject(own.project));
  const [only, ...others] = Object.entries(own.project.functions);
  const isBurst = own.checks.some(({ steps }) =>
    steps.some((step) => step.do === 'request' && step.times > 1),
  );
  const functions =
    only !== undefined && others.length === 0 ? only[1] : { functions: own.project.functions };
  const manifest = {
    title: own.title,
    files: own.files.map(({ path }) => path),
    ...(own.given.length > 0 && { given: own.given }),
    ...settings,
    ...functions,
    ...(isBurst && { traffic: true }),
    learned: [learned],
    outOfScope: [`Made by a teacher with the form of the site, as ${name}`],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Between double quotes YAML reads what JSON reads. */
const inYaml = (text: string) => JSON.stringify(text);

function taskOf(own: OwnExercise, { lesson, summary, learned }: ForCourse): string {
  return [
    '---',
    `lesson: ${lesson}`,
    `level: ${own.level}`,
    `minutes: ${own.minutes}`,
    `summary: ${inYaml(summary)}`,
    `learned: ${inYaml(learned)}`,
    'hints:',
    ...own.hints.map((hint) => `  - ${inYaml(hint)}`),
    '---',
    '',
    taskInMdx(own.task),
  ].join('\n');
}

function checksOf({ checks }: OwnExercise): string {
  return [
    "import { type Check, checksOfOwn } from '../../../src/exercises/index.ts';",
    '',
    '/** Made with the form of the site: `src/exercises/own/own-exercise.ts` says what each field means. */',
    `export const checks: readonly Check[] = checksOfOwn(${JSON.stringify({ checks }, null, 2)});`,
    '',
  ].join('\n');
}

function readMe(title: string, name: string): string {
  return `# ${title.replaceAll('\n', ' ')}

Deze zip heeft een oefening voor Functielab, met de oplossing. Zo bied je die aan:

1. Maak op GitHub een fork van Functielab, en haal die naar je computer.
2. Pak deze zip daar uit. De map \`content/functions/${name}/\` komt dan tussen de andere.
3. Voer \`npm run format\` uit, en daarna \`npm run oefening ${name}\`. Dat draait de controles op de oplossing en op de startcode.
4. Staat er een fout, pas de oefening dan aan. \`CONTRIBUTING.md\` zegt wat elk bestand doet.
5. Zet de map in een commit, en open een pull request. Schrijf erbij voor welke les de oefening is.

Wat je aanbiedt, komt onder de licenties van de cursus: code MIT, tekst CC BY-SA 4.0.
`;
}
