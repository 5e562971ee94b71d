/**
 * What the build tells the service worker: a list of files, written as the first line of `sw.js`. Names that hold a digest need no
 * list to be served, so those that nobody needs at once stand in a file of their own, which is fetched when a reader begins.
 */

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
  /** Kept when the reader has begun to use the course, and `LATER_LIST`; what that file lists is kept then as well. */
  readonly rest: readonly ListedFile[];
}

/** Under the base: paths of the files of the rest whose names hold a digest, as JSON. */
export const LATER_LIST = 'later.json';

/** Name of the global in which the worker finds its list. */
export const LIST_GLOBAL = 'functielabBuild';

/** Vite puts a digest in the name of every file here. */
export const ASSETS_FOLDER = '_astro/';
/** Pagefind does so in the last two. */
const HASHED_FOLDERS = [ASSETS_FOLDER, 'pagefind/fragment/', 'pagefind/index/'];

/** Whether one name is one content, in any build. */
export function isNameOfContent(path: string): boolean {
  return HASHED_FOLDERS.some((folder) => path.startsWith(folder));
}

/** Shown for an address that the course does not have, when the host cannot be asked. */
export const NOT_FOUND_PAGE = '404.html';
