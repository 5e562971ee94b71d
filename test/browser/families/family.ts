/** What a family of browsers has to be able to do, and no more: a reader is built on this alone. */

export interface Family {
  /**
   * A tab in a profile of its own.
   *
   * @param onError gets each uncaught error of its pages, in a family whose driver tells of them
   */
  newTab(onError: (message: string) => void, options?: TabOptions): Promise<Tab>;
  close(): Promise<void>;
}

/** What a path asks of a browser besides pages. */
export interface Needs {
  /** Its back/forward cache, and that it outlives the loss of a page's process: Chromium without its windows has neither. */
  readonly isWhole?: boolean;
}

export type OpenFamily = (needs?: Needs) => Promise<Family>;

export interface TabOptions {
  /** Off unless asked for: it would fetch the whole course for each reader, which is a third of what these paths cost. */
  readonly hasServiceWorker?: boolean;
}

/** An expression for a page before its own scripts: a browser that knows of no service workers. */
export const NO_SERVICE_WORKERS =
  "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })";

export interface Tab {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /**
   * @param frames titles of frames, each in the one before, for an expression of the page in the last of them
   * @returns the value of a JavaScript expression in the page, which survives JSON
   */
  evaluate(expression: string, frames?: readonly string[]): Promise<unknown>;
  /** A real click, in CSS px of the window. */
  clickAt(x: number, y: number): Promise<void>;
  /** Pressed there, moved by so many CSS px, and let go. */
  drag(x: number, y: number, rightPx: number, downPx: number): Promise<void>;
  /** A real key, such as `a`, `Enter` or `ArrowDown`. */
  press(key: string): Promise<void>;
  /** Gives the window that size, in CSS px. */
  resize(size: WindowSize): Promise<void>;
  /** The keys that select all that is in the field with focus, in the last of `frames`. */
  selectAll(frames?: readonly string[]): Promise<void>;
  /** A second tab as the browser copies one: at the same address, with a copy of what this tab stored. */
  copy(): Promise<Tab>;
  /** Ends the process of the page, or has it keep nothing any more where a driver cannot go on without it. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** An expression: what a page opens gets a copy of its storage, as a tab does that is duplicated by its menu. */
export const OPEN_COPY = 'void open(location.href)';

/** An expression: the page keeps nothing from here on, which is what a crash is to whoever comes after it. */
export const KEEP_NOTHING =
  "void (Storage.prototype.setItem = IDBDatabase.prototype.transaction = () => { throw new Error('crashed'); })";

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** The window of every reader at the begin: that of a small laptop. */
export const WINDOW: WindowSize = { width: 1280, height: 800 };
