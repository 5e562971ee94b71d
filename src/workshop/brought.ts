/** Files that a browser hands over, read and recognised; fetched when there are some, since it has a parser with it. */
import type { SourceFile } from '../contract/data.ts';
import {
  type Incoming,
  incomingOfZip,
  isRefused,
  recognise,
  takeIn,
  zipTooLarge,
} from '../project/intake/index.ts';

export interface Brought {
  readonly files: readonly SourceFile[];
  readonly notes: readonly string[];
}

/** A file with the folders in front of its name, where it came in some. */
export interface ChosenFile {
  readonly path: string;
  readonly file: File;
}

/** One zip alone is what is in it; anything else is files. */
export async function readBrought(
  chosen: readonly ChosenFile[],
): Promise<Brought | { readonly refusal: string }> {
  const incoming = await incomingOf(chosen);
  if (isRefused(incoming)) return incoming;
  const taken = await takeIn(incoming);
  if (isRefused(taken)) return taken;
  const recognised = recognise(taken.files);
  if (isRefused(recognised)) return recognised;
  return { files: recognised.files, notes: [...taken.left, ...recognised.notes] };
}

async function incomingOf(
  chosen: readonly ChosenFile[],
): Promise<readonly Incoming[] | { readonly refusal: string }> {
  const [only, ...others] = chosen;
  if (only !== undefined && others.length === 0 && /\.zip$/i.test(only.path)) {
    const tooLarge = zipTooLarge(only.file.size);
    if (tooLarge !== null) return tooLarge;
    const bytes = await only.file.arrayBuffer().catch(() => null);
    if (bytes === null) return { refusal: 'Je browser kon dit bestand niet lezen. Er is niets veranderd.' };
    return incomingOfZip(new Uint8Array(bytes));
  }
  return chosen.map(({ path, file }) => ({
    path,
    size: file.size,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  }));
}
