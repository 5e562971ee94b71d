/** What a page and the service worker say to each other. */

export type ToWorker =
  /** The reader has begun: keep the rest of the course as well. */
  | { readonly type: 'keep-rest' }
  /** To a worker that waits: this page has just opened and loses nothing by a reload. */
  | { readonly type: 'take-over' };

/** The host has a newer build, and a file of this one is gone from it. */
export interface FromWorker {
  readonly type: 'outdated';
}

/** Event on `document` of a page that can no longer load all of its files; a reload helps. */
export const OUTDATED_EVENT = 'functielab:verouderd';
