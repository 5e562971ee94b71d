/** What a page and the service worker say to each other. */

export type ToWorker =
  /** The reader has begun, or something is left to do: keep the rest of the course as well. */
  | { readonly type: 'keep-rest' }
  /** To a worker that waits: this page has just opened and loses nothing by a reload. */
  | { readonly type: 'take-over' };

export type FromWorker =
  /** The host has a newer build, and a file of this one is gone from it. */
  | { readonly type: 'outdated' }
  /** Some of the rest is kept, and more is to come: ask again. */
  | { readonly type: 'kept-some' };

/** Event on `document` of a page that can no longer load all of its files; a reload helps. */
export const OUTDATED_EVENT = 'functielab:verouderd';
