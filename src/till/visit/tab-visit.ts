/**
 * The visit of this tab, as it is kept. A visit is a tab, and two places keep it:
 *
 * - The tab's own storage (`sessionStorage`) lasts as long as the tab, survives a crash, and is copied by the browser when a
 *   tab is duplicated. But Chromium gives each process a copy of its own: a page that comes back from the back/forward
 *   cache after a detour over another site reads what was there before it left (measured in Chromium 156).
 * - The shelf (`shelf.ts`) is one for all processes. It keeps a visit by the id of its tab, for as long as such an old page may
 *   come back.
 *
 * Which tab this is: a page that is left sets its tab's id free, and the next one in the same tab takes it. An id that is not
 * free is that of a tab which was duplicated, or which crashed, or of a page in another process which has not been told yet that
 * it is left. So the page asks, and takes the id unless a page that is shown answers: a duplicated tab takes a new one, with
 * the visit that was copied along. Whoever takes an id clears the shelf of what earlier pages left under it: a page that finds
 * an entry beside its own of a page that it did not take over from, which can only be of another tab, goes on under a new id
 * with what it has. A page that goes tells what it wrote, since the next one may have read the shelf before that.
 */

import { mergeVisits, withAll } from './merge-visits.ts';
import { parseVisit } from './read-visit.ts';
import type { Shelf } from './shelf.ts';
import { printMarker, TAB_KEY } from './tab-id.ts';
import { clockAt, printVisit, VISIT_KEY, type Visit } from './visit-state.ts';

/** `who`: whose id is this; `me`: of a page that is shown; `wrote`: the page that is left put something on the shelf. */
export interface TabMessage {
  readonly type: 'who' | 'me' | 'wrote';
  readonly id: string;
  readonly page: string;
}

/** What a page has of the browser; a test has several of each. */
export interface TabWorld {
  /** The tab's own storage; null where it is forbidden. */
  readonly session: Pick<Storage, 'getItem' | 'setItem'> | null;
  readonly shelf: Shelf;
  readonly nowMs: () => number;
  /** Differs at each call, in any tab. */
  readonly newId: () => string;
  /** Of keys in the tab's own storage. */
  readonly named: (key: string) => string;
  /** To the other pages of the site that are shown, also in other processes. */
  readonly tell: (message: TabMessage) => void;
  /** Resolves when a page that is shown would have answered. */
  readonly patience: () => Promise<void>;
  /** What the page has on it: what ran and is not kept yet is there alone. */
  readonly shown: () => Visit;
  /** A copy had more than this page knew: from now on the page has this. */
  readonly onNews: (visit: Visit) => void;
}

export interface TabVisit {
  /** As far as it is known, with the server's clock as it stands now. */
  readonly visit: () => Visit;
  /** A page is shown: at first, or again after it was left. Resolves when all copies have been read. */
  readonly take: () => Promise<void>;
  /** What another page told. */
  readonly heard: (message: TabMessage) => Promise<void>;
  /** Takes over what has changed, in this page and in the tab's own storage, and begins to write it on the shelf. */
  readonly keep: (visit: Visit) => void;
  /** The page is left with this, and may come back. */
  readonly leave: (visit: Visit) => void;
}

/** @param early what this page knows so far: the visit itself where nothing was stored, else only what ran on this page */
export function openTabVisit(world: TabWorld, early: Visit): TabVisit {
  const { session, shelf, nowMs, newId, named, tell, patience, shown, onNews } = world;
  const page = newId();
  let id = '';
  const stored = parseVisit(readSession(VISIT_KEY), nowMs());
  let visit = stored === null ? early : withAll(stored, early);
  let isLeft = false;
  let takes = 0;
  /** What this page does with the answer to whether an id is that of a page which is shown, if it ever asked. */
  let onAnswer: ((id: string) => void) | null = null;
  /** What this page last wrote or read there; the same text need not be read again. */
  let sessionText: string | null = null;

  function readSession(key: string): string | null {
    try {
      return session?.getItem(named(key)) ?? null;
    } catch {
      return null;
    }
  }

  function writeSession(key: string, text: string): void {
    try {
      session?.setItem(named(key), text);
    } catch {
      // Full or forbidden: the visit then lasts as long as the shelf or this page.
    }
  }

  function learn(found: Visit | null): void {
    if (found === null) return;
    const merged = mergeVisits(mergeVisits(visit, shown()), found);
    const isNews = merged.number !== visit.number || printVisit(merged) !== printVisit(visit);
    visit = merged;
    if (isNews) onNews(visit);
  }

  function keepInTab(): void {
    const there = readSession(VISIT_KEY);
    if (there !== sessionText) learn(parseVisit(there, nowMs()));
    sessionText = printVisit(now());
    writeSession(VISIT_KEY, sessionText);
  }

  /** Each reading is kept: the wall's clock may be set back. */
  function now(): Visit {
    visit = { ...visit, clock: clockAt(visit.clock, nowMs()) };
    return visit;
  }

  function own(newOwn: string): void {
    id = newOwn;
    writeSession(TAB_KEY, printMarker(id, false));
  }

  async function take(): Promise<void> {
    isLeft = false;
    const mine = ++takes;
    const marker = parseMarker(readSession(TAB_KEY));
    const isOurs = marker !== null && (marker.isFree || !(await isShown(marker.id)));
    // Who was left while it asked, and is back or not, would write its answer over what another page of the tab has taken.
    if (isLeft || mine !== takes) return;
    own(isOurs ? marker.id : newId());
    await readShelf();
  }

  async function isShown(asked: string): Promise<boolean> {
    const answer = new Promise<true>((resolve) => {
      onAnswer = (answered) => answered === asked && resolve(true);
    });
    tell({ type: 'who', id: asked, page });
    return Promise.race([answer, patience().then(() => false)]);
  }

  async function readShelf(): Promise<void> {
    keepInTab();
    try {
      await shelf.take(id, page, (there) => {
        for (const { text } of there) learn(parseVisit(text, nowMs()));
        return entry();
      });
    } catch {
      // No shelf in this browser: the tab's own storage keeps the visit. Of one that answers late this page learns then.
    }
    keepInTab();
  }

  const entry = () => ({ atMs: nowMs(), text: printVisit(visit) });

  async function putOnShelf(): Promise<void> {
    const asked = id;
    // Before the first taking there is no id, and that taking puts all on the shelf.
    if (asked === '') return;
    try {
      if (await shelf.put(asked, page, entry())) return;
      if (id === asked) own(newId());
      await shelf.put(id, page, entry());
    } catch {
      // As above.
    }
  }

  return {
    visit: now,
    take,
    async heard({ type, id: theirs, page: by }) {
      if (type === 'me') onAnswer?.(theirs);
      if (isLeft || theirs !== id) return;
      if (type === 'who') tell({ type: 'me', id, page });
      if (type === 'wrote' && shelf.follows(id, by)) await readShelf();
    },
    keep(changed) {
      visit = mergeVisits(visit, changed);
      keepInTab();
      void putOnShelf();
    },
    leave(changed) {
      isLeft = true;
      visit = mergeVisits(visit, changed);
      keepInTab();
      // A page that is left before it knew its tab leaves that to the next one.
      if (id === '') return;
      writeSession(TAB_KEY, printMarker(id, true));
      // The next page of the tab may be one in another process, which does not see what this one stored.
      void putOnShelf();
      shelf.letGo();
      tell({ type: 'wrote', id, page });
    },
  };
}

function parseMarker(text: string | null): { readonly id: string; readonly isFree: boolean } | null {
  try {
    const marker: unknown = JSON.parse(text ?? 'null');
    if (typeof marker !== 'object' || marker === null || !('id' in marker) || !('isFree' in marker))
      return null;
    const { id, isFree } = marker;
    return typeof id === 'string' && /^[\w.-]{3,40}$/.test(id) && typeof isFree === 'boolean'
      ? { id, isFree }
      : null;
  } catch {
    return null;
  }
}
