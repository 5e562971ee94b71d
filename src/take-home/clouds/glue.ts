/** Text of the few lines that tie the reader's files to an adapter: the same for every target in JavaScript. */
import type { CloudProject } from './target.ts';

export const READERS_FOLDER = 'functie';

/**
 * Imports the handlers and `functielab/project.json`, as `handlers` and `project`, for a file at the root of the project.
 * A function's name has only small letters, digits and `-`, so a name made of that is one that JavaScript knows.
 */
export function handlerImports({ manifest: { functions } }: Pick<CloudProject, 'manifest'>): string {
  const imports = functions.map(
    ({ entry }, at) => `import handler${at} from ${quoted(`./${READERS_FOLDER}/${entry}`)};`,
  );
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

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
