/**
 * Makes the course work without a network. The build bundles this file to `sw.js`, under a first line that
 * lists the files of that build.
 *
 * A worker serves one build, from a cache of that build, and keeps doing so while a page of it is open: a newer
 * worker waits. So a page gets all its files from the build that it came from. It takes over when no page is
 * left, or when the only page asks it to because it has just been opened (and is then loaded again).
 *
 * At installation it keeps every page and what pages load by themselves; the rest (editor, search index) only
 * once a reader has begun, so that somebody who opens one page does not download the whole course's code.
 */

import { routeOf } from './address.ts';
import { BuildCache, OutdatedError } from './build-cache.ts';
import { type BuildList, LATER_LIST, LIST_GLOBAL, type ListedFile, NOT_FOUND_PAGE } from './build-list.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

declare const self: WorkerScope & { readonly [LIST_GLOBAL]: BuildList };

const SHELL_FILES_AT_A_TIME = 6;
/** The rest must not get in the way of what the reader is waiting for. */
const REST_FILES_AT_A_TIME = 2;
/**
 * How long one event keeps files, in ms. On a slow network the rest takes minutes, and Firefox ends a worker of which an event lasts
 * one (measured: at 60 s some files stayed away); so the page asks again for what is left.
 */
const KEEPING_MS = 15_000;

const build = self[LIST_GLOBAL];
const cache = new BuildCache(build);

self.addEventListener('install', (event) => {
  event.waitUntil(cache.keep(build.shell, SHELL_FILES_AT_A_TIME));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || request.headers.has('range')) return;

  const route = routeOf(url.pathname, build.base, cache.paths);
  const isNavigation = request.mode === 'navigate';
  if (route.type === 'redirect' && isNavigation) {
    event.respondWith(Response.redirect(new URL(build.base + route.path + url.search, url.origin).href, 301));
  } else if (route.type !== 'unknown') {
    event.respondWith(file(route.path));
  } else if (isNavigation && url.pathname.startsWith(build.base)) {
    event.respondWith(fetch(request).catch(notFound));
  }
});

self.addEventListener('message', (event) => {
  const { type } = event.data as ToWorker;
  if (type === 'keep-rest') event.waitUntil(keepRest(event.source));
  if (type === 'take-over') event.waitUntil(takeOver(event.source));
});

async function activate(): Promise<void> {
  await cache.deleteOthers();
  // An older worker that activated while this one installed has deleted this cache too.
  await cache.keep(build.shell, SHELL_FILES_AT_A_TIME).catch(() => undefined);
}

async function file(path: string): Promise<Response> {
  try {
    return await cache.get(path);
  } catch (error) {
    await tellIfOutdated(error);
    return Response.error();
  }
}

async function notFound(): Promise<Response> {
  const page = await file(NOT_FOUND_PAGE);
  return page.ok ? new Response(page.body, { status: 404, headers: page.headers }) : page;
}

async function keepRest(asker: WorkerClient | null): Promise<void> {
  const until = Date.now() + KEEPING_MS;
  try {
    const isAllKept =
      (await cache.keep(build.rest, REST_FILES_AT_A_TIME, until)) &&
      (await cache.keep(await laterFiles(), REST_FILES_AT_A_TIME, until));
    if (!isAllKept) asker?.postMessage({ type: 'kept-some' } satisfies FromWorker);
  } catch (error) {
    await tellIfOutdated(error);
  }
}

async function laterFiles(): Promise<readonly ListedFile[]> {
  const later = (await (await cache.get(LATER_LIST)).json()) as readonly string[];
  return later.map((path) => [path]);
}

async function tellIfOutdated(error: unknown): Promise<void> {
  if (!(error instanceof OutdatedError)) return;
  const message: FromWorker = { type: 'outdated' };
  for (const page of await self.clients.matchAll({ type: 'window' })) page.postMessage(message);
}

async function takeOver(asker: WorkerClient | null): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ours = pages.filter((page) => new URL(page.url).pathname.startsWith(build.base));
  if (ours.every((page) => page.id === asker?.id)) await self.skipWaiting();
}

// The part of a service worker's world that is used here. TypeScript's own `WebWorker` library has all of it, but cannot
// stand beside `DOM` in one project.

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response> | Response): void;
}

interface WorkerClient {
  readonly id: string;
  readonly url: string;
  postMessage(message: unknown): void;
}

interface WorkerMessageEvent extends ExtendableEvent {
  readonly data: unknown;
  readonly source: WorkerClient | null;
}

interface WorkerScope {
  readonly location: Location;
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled?: boolean }): Promise<readonly WorkerClient[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: WorkerMessageEvent) => void): void;
}
