/** What the build tells the service worker: one list of files, written as the first line of `sw.js`. */

/** A path under the base, as an address has it, and the digest of its content unless its name holds that. */
export type ListedFile = readonly [path: string, digest: string] | readonly [path: string];

/**
 * How much of a SHA-256 in base64 the list holds: 24 bits. It tells a file of one build from that of another, which it mistakes
 * one time in sixteen million, and guards against nobody; digests are what makes the list big.
 */
export const DIGEST_LENGTH_CHARACTERS = 4;

export interface BuildList {
  /** The same for the same files, another as soon as one of them differs. */
  readonly id: string;
  /** Begins and ends with a slash. */
  readonly base: string;
  /** Kept at installation: every page, and what pages load by themselves. */
  readonly shell: readonly ListedFile[];
  /** Kept when the reader has begun to use the course: the editor, the search index and the like. */
  readonly rest: readonly ListedFile[];
}

/** Name of the global in which the worker finds its list. */
export const LIST_GLOBAL = 'functielabBuild';

/** Vite puts a digest in the name of every file here. */
export const HASHED_FOLDER = '_astro/';

/** Shown for an address that the course does not have, when the host cannot be asked. */
export const NOT_FOUND_PAGE = '404.html';

/**
 * Files that lie in one folder and end alike, as one string: every reader gets this list before anything else. By what stands before
 * and after each name, with a space between; then the names, with their digests straight behind them, and spaces between.
 */
export type PackedFiles = Readonly<Record<string, string>>;

export type PackedList = Pick<BuildList, 'id' | 'base'> & {
  readonly [part in 'shell' | 'rest']: PackedFiles;
};

/** No path holds a space: it is written as an address has it. */
const BETWEEN = ' ';

export function unpackFiles(packed: PackedFiles): ListedFile[] {
  return Object.entries(packed).flatMap(([around, names]) => {
    const [before = '', after = ''] = around.split(BETWEEN);
    return names.split(BETWEEN).map((name): ListedFile => {
      if (around.startsWith(HASHED_FOLDER)) return [before + name + after];
      return [
        before + name.slice(0, -DIGEST_LENGTH_CHARACTERS) + after,
        name.slice(-DIGEST_LENGTH_CHARACTERS),
      ];
    });
  });
}

export function packFiles(files: readonly ListedFile[]): PackedFiles {
  const packed: Record<string, string> = {};
  for (const [path, digest = ''] of files) {
    const [, before = '', name = '', after = ''] = /^((?:[^/]+\/)*?)([^/]*?)(\.\w+|\/)?$/.exec(path) ?? [];
    const around = before + BETWEEN + after;
    const others = packed[around];
    packed[around] = (others === undefined ? '' : others + BETWEEN) + name + digest;
  }
  return packed;
}
