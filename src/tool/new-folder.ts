/** `functielab new <sjabloon> [map]`: a beginning that runs at once. What is there already is never overwritten. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type Terminal, told } from './terminal.ts';

export function newFolder([template = '', named, ...more]: readonly string[], terminal: Terminal): number {
  const { words, cwd, out, err } = terminal;
  const refuse = (sentence: string) => {
    err(told([sentence]));
    return 2;
  };
  if (more[0] !== undefined) return refuse(words.command.tooMany(more[0]));
  const all = fileURLToPath(terminal.templates);
  const names = foldersIn(all);
  if (!names.includes(template)) return refuse(words.command.whichTemplate(names.join(', ')));
  const place = named ?? template;
  const folder = resolve(cwd, place);
  const paths = readdirSync(join(all, template), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(all, template).length + 1))
    .sort();
  const taken = paths.filter((path) => existsSync(join(folder, path)));
  if (taken.length > 0) return refuse(words.command.exists(taken.join(', ')));
  for (const path of paths) {
    try {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      // Not over a file that came since.
      writeFileSync(join(folder, path), readFileSync(join(all, template, path)), { flag: 'wx' });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      return refuse(words.command.cannotWrite(path, code));
    }
    out(told([words.command.made(join(place, path))]));
  }
  out(told([words.command.nextStep(place)]));
  return 0;
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
