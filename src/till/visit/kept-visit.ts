/** The visit of this tab in this browser. It is fetched when there is a visit to read, or one to keep. */
import { shelved } from '../../kit/storage.ts';
import { openShelf } from './shelf.ts';
import { newId } from './tab-id.ts';
import { openTabVisit, type TabMessage, type TabVisit } from './tab-visit.ts';
import type { Visit } from './visit-state.ts';

const nowMs = () => Date.now();

const NAME = shelved('functielab-bezoek');
/** Only a tab that was duplicated or that crashed waits for it. */
const patience = () => new Promise<void>((resolve) => setTimeout(resolve, 300));

export function openKeptVisit(
  session: Storage | null,
  early: Visit,
  shown: () => Visit,
  onNews: (visit: Visit) => void,
): TabVisit {
  // Open for as long as the page is shown: one that lies in the back/forward cache and hears something is thrown out of it.
  let channel: BroadcastChannel | null = null;
  const tell = (message: TabMessage) => channel?.postMessage(message);
  const shelf = openShelf(NAME, nowMs);
  const tab = openTabVisit(
    { session, shelf, nowMs, newId, named: shelved, tell, patience, shown, onNews },
    early,
  );
  return {
    ...tab,
    take() {
      channel ??= new BroadcastChannel(NAME);
      channel.onmessage = ({ data }: MessageEvent<TabMessage>) => void tab.heard(data);
      return tab.take();
    },
    leave(visit) {
      tab.leave(visit);
      channel?.close();
      channel = null;
    },
  };
}
