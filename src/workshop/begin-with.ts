/** What a workplace can begin with besides files of one's own: nothing, a template, or a sample of the course. */
import type { SourceFile } from '../contract/data.ts';
import { sitePath } from '../course/paths.ts';
import { PROJECT_FILE } from '../project/index.ts';

export type TemplateName = 'leeg' | 'http' | 'crud' | 'upload' | 'timer' | 'wachtrij';

export interface Beginning {
  readonly title: string;
  readonly files: readonly SourceFile[];
}

/** A sample of the course, as the page's own list has it. */
export interface BeginningSample extends Beginning {
  readonly name: string;
}

const EMPTY: Beginning = {
  title: 'Nieuwe werkplaats',
  files: [
    {
      path: 'functie.js',
      text: "export default async function functie(request) {\n  return new Response('Hallo!');\n}\n",
    },
    {
      path: PROJECT_FILE,
      text: `${JSON.stringify(
        {
          version: 1,
          title: 'Nieuwe werkplaats',
          functions: { functie: { entry: 'functie.js', trigger: { type: 'http' } } },
        },
        null,
        2,
      )}\n`,
    },
  ],
};

const sources = import.meta.glob<string>('../../content/templates/*/*', { query: '?raw', import: 'default' });

/** @throws when its files can't be fetched */
export async function beginningOf(template: TemplateName): Promise<Beginning> {
  if (template === 'leeg') return EMPTY;
  const folder = `../../content/templates/${template}/`;
  const files = await Promise.all(
    Object.entries(sources)
      .filter(([path]) => path.startsWith(folder))
      .map(async ([path, load]) => ({ path: path.slice(folder.length), text: await load() })),
  );
  const manifest = files.find(({ path }) => path === PROJECT_FILE)?.text ?? '{}';
  const { title = '' } = JSON.parse(manifest) as { title?: string };
  return { title, files };
}

/** @throws when the list can't be fetched */
export async function courseSample(name: string): Promise<Beginning> {
  const response = await fetch(sitePath('werkplaats/voorbeelden.json'));
  if (!response.ok) throw new Error(`voorbeelden.json: ${response.status}`);
  const all = (await response.json()) as readonly BeginningSample[];
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`voorbeelden.json: no sample named ${name}`);
  return found;
}
