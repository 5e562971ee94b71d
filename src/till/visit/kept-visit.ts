/** The visit of this tab in this browser. It is fetched when there is a visit to read, or one to keep. */
import { shelved } from '../../kit/storage.ts';
import { openShelf } from './shelf.ts';
import { openTabVisit, type TabVisit } from './tab-visit.ts';
import type { Visit } from './visit-state.ts';

const nowMs = () => Date.now();

export function openKeptVisit(
  session: Storage | null,
  early: Visit,
  onNews: (visit: Visit) => void,
): TabVisit {
  const shelf = openShelf(shelved('functielab-bezoek'), nowMs);
  return openTabVisit({ session, shelf, nowMs, newId, named: shelved, onNews }, early);
}

/** A page over plain HTTP has no `randomUUID`. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
