/** What the frame and its server say to each other over a WebSocket, one WebSocket a booted container. */

export interface BuildOptions {
  readonly workdirName?: string;
}

export interface Size {
  readonly cols: number;
  readonly rows: number;
}

export interface Spawn {
  readonly command: string;
  readonly args: readonly string[];
  /** Relative to the working directory. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | number | boolean>>;
  readonly terminal?: Size;
}

export interface Entry {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'other';
}

/** What the frame asks. The frame numbers processes and watchers, so that no event can come before its number. */
export interface Calls {
  build(options: BuildOptions): Promise<void>;
  runtimeInfo(): Promise<{ cwd: string; path: string }>;
  teardown(): Promise<void>;

  readFile(path: string, encoding: string | null): Promise<string | Uint8Array>;
  writeFile(path: string, data: string | Uint8Array, encoding: string | null): Promise<void>;
  readdir(path: string): Promise<readonly Entry[]>;
  mkdir(path: string, isRecursive: boolean): Promise<string | undefined>;
  rm(path: string, options: { force?: boolean; recursive?: boolean }): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  watch(watcher: number, path: string, isRecursive: boolean): Promise<void>;
  unwatch(watcher: number): Promise<void>;

  /** `payload` is the client's tree as JSON; the folder of `mountPoint` must exist. */
  loadFiles(payload: Uint8Array, mountPoint: string | null): Promise<void>;
  serialize(path: string, format: string): Promise<Uint8Array>;

  run(process: number, spawn: Spawn): Promise<void>;
  write(process: number, data: string): Promise<void>;
  kill(process: number): Promise<void>;
  resize(process: number, size: Size): Promise<void>;
}

export type CallName = keyof Calls;

export interface Call {
  readonly id: number;
  readonly call: CallName;
  readonly args: readonly unknown[];
}

/** As much of an error as the real service lets through: no `code`. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

export type Reply =
  | { readonly type: 'result'; readonly id: number; readonly result: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly failure: Failure };

/** What happens in the container without being asked. A `chunk` of null is the end of the output. */
export type Happening =
  | { readonly type: 'output'; readonly process: number; readonly chunk: Uint8Array<ArrayBuffer> | null }
  | { readonly type: 'exit'; readonly process: number; readonly code: number }
  | { readonly type: 'watch'; readonly watcher: number; readonly args: readonly [string, string | null] }
  | { readonly type: 'event'; readonly name: string; readonly args: readonly unknown[] };

export type ToFrame = Reply | Happening;
