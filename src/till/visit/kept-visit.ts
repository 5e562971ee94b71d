/** The visit of this tab in this browser. It is fetched when there is a visit to read, or one to keep. */
import { shelved } from '../../kit/storage.ts';
import { openShelf } from './shelf.ts';
import { openTabVisit, type TabVisit } from './tab-visit.ts';
import type { Visit } from './visit-state.ts';

const nowMs = () => Date.now();

const NAME = shelved('functielab-bezoek');

export function openKeptVisit(
  session: Storage | null,
  early: Visit,
  onNews: (visit: Visit) => void,
): TabVisit {
  // Open for as long as the page is shown: one that lies in the back/forward cache and hears something is thrown out of it.
  let channel: BroadcastChannel | null = null;
  const tell = (id: string) => channel?.postMessage(id);
  const shelf = openShelf(NAME, nowMs);
  const tab = openTabVisit({ session, shelf, nowMs, newId, named: shelved, tell, onNews }, early);
  return {
    ...tab,
    take() {
      channel ??= new BroadcastChannel(NAME);
      channel.onmessage = ({ data }) => void tab.heard(data);
      return tab.take();
    },
    leave(visit) {
      tab.leave(visit);
      channel?.close();
      channel = null;
    },
  };
}

/** A page over plain HTTP has no `randomUUID`. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
