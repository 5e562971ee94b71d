/**
 * What the tool tells the page of its laboratory, a line a message (`host/node/wire.ts`), for as long as the page is open. The other way
 * go the messages to the Node host (`host/node/protocol.ts`) and nothing else: a page can't change a file, and can't let run what is
 * not in the folder.
 */
import type { SourceFile } from '../../contract/data.ts';
import type { Entry } from '../../engine/index.ts';
import type { Project } from '../../project/index.ts';

/** Under the desk's path: GET is the stream of what the tool tells, POST what the page has for the Node host. */
export const LINE_PATH = 'line';
/** In the query of both: which page it is. */
export const LINE_PARAMETER = 'page';
export const LINE_NAME = /^[a-z0-9]{8,40}$/;

export type Language = 'nl' | 'en';

export interface Greeting {
  readonly type: 'greeting';
  readonly language: Language;
  /** The same for one folder, whatever it is called: what a page keeps of it goes by this name. */
  readonly id: string;
  /** As the folder is called. */
  readonly name: string;
  /** Opens a function in a tab; it ends where a path begins. */
  readonly tabOrigin: string;
  readonly tabKey: string;
  /** Smallest step of the clock that measures durations on the Node host, in ms. */
  readonly clockStepMs: number;
}

/** The folder as it is deployed now. */
export interface FolderVersion {
  readonly type: 'version';
  /** Of its files (`versionOf`). */
  readonly version: string;
  readonly project: Project;
  readonly files: readonly SourceFile[];
  /** What there is to know about it, a sentence each. */
  readonly notes: readonly string[];
}

export type FromTool =
  | Greeting
  | FolderVersion
  /** What was saved last can't be deployed: what was deployed before it goes on. */
  | { readonly type: 'problems'; readonly sentences: readonly string[] }
  /**
   * What happened to calls from outside, which come to the address for programs. `nowMs` is that of the engine there; another number of
   * the engine means that all before it is over.
   */
  | {
      readonly type: 'entries';
      readonly engine: number;
      readonly nowMs: number;
      readonly entries: readonly Entry[];
    }
  /** Of the Node host; `text` may be a part of a line. */
  | { readonly type: 'host'; readonly text: string };

/**
 * Tells one version of a folder's files from the next: no secret and no signature, for it only chooses among those that were read from
 * the folder (FNV-1a, 32 bits, with how long they are together).
 *
 * @returns a name for a `project` of the Node host
 */
export function versionOf(files: readonly SourceFile[]): string {
  let hash = 0x811c9dc5;
  let length = 0;
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    for (const part of [path, '\0', text, '\0']) {
      length += part.length;
      for (let at = 0; at < part.length; at += 1) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
    }
  }
  return `v-${(hash >>> 0).toString(16)}-${length.toString(16)}`;
}
