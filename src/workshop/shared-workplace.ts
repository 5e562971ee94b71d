/** A workplace in a link or in one file. What a link holds is somebody else's: it is looked at as a folder that they brought. */
import { strToU8, zipSync } from 'fflate';
import type { SourceFile } from '../contract/data.ts';
import { MOST_FILES, PROJECT_FILE, pathProblem } from '../project/index.ts';
import { linkTo, readFragment } from '../sharing/index.ts';

/** In the place of a sample's name: which of the site's pages opens it. */
const NAME = 'werkplaats';

/** @returns null when it would be too long for a chat program */
export function linkOf(pageUrl: string, files: readonly SourceFile[]): string | null {
  return linkTo(pageUrl, {
    name: NAME,
    files: Object.fromEntries(files.map(({ path, text }) => [path, text])),
  });
}

/** @returns null when there is no whole workplace in it */
export function filesOfLink(fragment: string): readonly SourceFile[] | null {
  const code = readFragment(fragment);
  if (code?.name !== NAME) return null;
  const files = Object.entries(code.files).map(([path, text]) => ({ path, text }));
  const isWhole = files.every(({ path }) => pathProblem(path) === null) && files.length <= MOST_FILES;
  return isWhole && files.some(({ path }) => path === PROJECT_FILE) ? files : null;
}

/** All its files as they are, `functielab.json` with them: what `Kies een zip` reads back. */
export function zipOf(folder: string, files: readonly SourceFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ path, text }) => [`${folder}/${path}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries)) as Uint8Array<ArrayBuffer>;
}
