/**
 * What a project can be asked while it runs in its provider's own engine on the reader's computer: its own tests, `npm start`
 * and the conformance run all use it. This folder is what the targets share to be that; their own files import it, and
 * become `functielab/local.mjs`. Begin here; `node-child.ts` runs Node, `played-world.ts` the course's outside world.
 */
import type { HeaderList, HttpResponseData } from '../../../contract/data.ts';

export interface LocalCloud {
  /** Where it listens. */
  readonly url: string;
  /** @param path with its query, from the `/` on */
  request(
    method: string,
    path: string,
    headers: HeaderList,
    body: Uint8Array | null,
  ): Promise<HttpResponseData>;
  /** A file comes from outside, and sets off what watches its place. */
  upload(key: string, body: Uint8Array, contentType: string): Promise<void>;
  /** A message comes from outside. @param body JSON text */
  send(body: string): Promise<void>;
  /** The timer of this function goes off. */
  tick(functionName: string): Promise<void>;
  /** Resolves when nothing is under way and nothing waits any more, retries included. */
  settle(): Promise<void>;
  stores(): Promise<CloudStores>;
  stop(): Promise<void>;
}

export interface CloudStores {
  /** By key; `value` is JSON text. Versions are a platform's own. */
  readonly kv: readonly { readonly key: string; readonly value: string }[];
  /** By key. */
  readonly bucket: readonly {
    readonly key: string;
    readonly contentType: string;
    readonly body: Uint8Array;
  }[];
  /** What is in the messages that were given up, as JSON text. */
  readonly dead: readonly string[];
}

export interface StartOptions {
  /** Absolute path of the project. */
  readonly folder: string;
  /** On which to listen; any that is free if absent. */
  readonly port?: number;
  /** Is told each line that the functions log; they go to the terminal if absent. */
  readonly log?: (line: string) => void;
}

export type StartLocalCloud = (options: StartOptions) => Promise<LocalCloud>;

/** For what a target has no place for: no project with it is made. */
export function notHere(what: string): () => Promise<never> {
  return async () => {
    throw new Error(`${what} is er niet op dit platform.`);
  };
}

export const NOTHING_STORED: CloudStores = { kv: [], bucket: [], dead: [] };
