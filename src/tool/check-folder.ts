/** `functielab check [map]`: what is wrong with a folder, in sentences; nothing is run. Status 0 when it is in order, 2 when it is not. */
import { resolve } from 'node:path';
import { scriptsIn } from '../project/intake/index.ts';
import { hasProblems, missingPackages, readOwnFolder } from './folder/own-folder.ts';
import { type Terminal, told } from './terminal.ts';

export function checkFolder([named = '.', ...more]: readonly string[], terminal: Terminal): number {
  const { words, cwd, out, err } = terminal;
  if (more[0] !== undefined) {
    err(told([words.command.tooMany(more[0])]));
    return 2;
  }
  const folder = resolve(cwd, named);
  const read = readOwnFolder(folder, words);
  if (hasProblems(read)) {
    err(told(read.problems));
    return 2;
  }
  out(told(read.notes));
  // A note to whoever runs the rest of it; to whoever asks what is wrong, it is that.
  if (missingPackages(folder, scriptsIn(read.files)).length > 0) return 2;
  out(told([words.command.inOrder(read.sample.functions.length, read.files.length)]));
  return 0;
}
