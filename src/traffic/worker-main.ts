/** Where the worker of the page of traffic begins: it runs one scenario or
 * reads one file, tells how it goes, and has then nothing more to do. */
import { readOwnTrace } from './own-file/read-own-trace.ts';
import type { Begin, BeginReading, BeginServers, News } from './protocol.ts';
import { runScenario } from './run-scenario.ts';
import { runServers } from './servers/run-servers.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Begin | BeginReading | BeginServers>) => void) | null;
  postMessage(news: News, transfer: Transferable[]): void;
};

scope.onmessage = ({ data }) => {
  const tell = (news: News) => scope.postMessage(news, ownedBy(news));
  if ('servers' in data) {
    runServers(data.scenario, data.servers, (done) => tell({ type: 'servers', done }));
    tell({ type: 'ended' });
  } else if ('file' in data) {
    readOwnTrace(data.file, tell, () => performance.now()).catch(() => tell({ type: 'unreadable' }));
  } else runScenario(data, tell, () => performance.now());
};

/** What goes over to the page, and need not be copied. */
function ownedBy(news: News): Transferable[] {
  if (news.type === 'slices') return [news.rows.buffer];
  if (news.type !== 'trace') return [];
  return [news.atMs, ...(news.durationsMs === null ? [] : [news.durationsMs])].map(({ buffer }) => buffer);
}
