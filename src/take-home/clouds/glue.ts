/** Text of the few lines that tie the reader's files to an adapter: the same for every target in JavaScript. */
import type { CloudProject } from './target.ts';

export const READERS_FOLDER = 'functie';

/** What runs on the reader's computer only: these files are not deployed. */
const NOT_DEPLOYED: readonly string[] = [
  'test',
  'LEESMIJ.md',
  ...['local', 'serve', 'start', 'world'].map((name) => `functielab/${name}.mjs`),
];

/** A file that names the others that are not deployed. */
export function ignoreFile(...own: readonly string[]): string {
  return `${[...own, ...NOT_DEPLOYED].join('\n')}\n`;
}

/**
 * Imports the handlers and `functielab/project.json`, as `handlers` and `project`, for a file at the root of the project.
 * A function's name has only small letters, digits and `-`, so a name made of that is one that JavaScript knows.
 *
 * @param specifier how whoever loads the modules reads the name of a file
 */
export function handlerImports(
  { manifest: { functions } }: Pick<CloudProject, 'manifest'>,
  specifier = nodeSpecifier,
): string {
  const imports = functions.map(({ entry }, at) => `import handler${at} from ${specifier('./', entry)};`);
  const pairs = functions.map(({ name }, at) => `  ${quoted(name)}: handler${at},`);
  return [
    `import project from './functielab/project.json' with { type: 'json' };`,
    ...imports,
    '',
    'const handlers = {',
    ...pairs,
    '};',
    '',
  ].join('\n');
}

/** In Node what is imported is an address, in which `%` and `#` mean something: as code, with its quotes. @param up `./` or `../` */
export function nodeSpecifier(up: string, entry: string): string {
  return bundledSpecifier(up, entry.replaceAll('%', '%25').replaceAll('#', '%23'));
}

/** A bundler looks for the file of that very name. */
export function bundledSpecifier(up: string, entry: string): string {
  return quoted(`${up}${READERS_FOLDER}/${entry}`);
}

/** What a reader of YAML does not take as it is, or takes for a line end: of these it knows the way in which JSON writes them too. */
const UNFIT = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** JSON that is read as YAML: text between double quotes, in which every sign is written so that it comes out as it went in. */
export function jsonForYaml(value: unknown, indent = 0): string {
  const code = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value, null, indent).replaceAll(UNFIT, code);
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
