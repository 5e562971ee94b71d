/** Where the worker of the page of traffic begins: it runs one scenario, tells how it goes, and has then nothing more to do. */
import type { Begin, BeginServers, News } from './protocol.ts';
import { runScenario } from './run-scenario.ts';
import { runServers } from './servers/run-servers.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Begin | BeginServers>) => void) | null;
  postMessage(news: News, transfer: Transferable[]): void;
};

scope.onmessage = ({ data }) => {
  const tell = (news: News) => scope.postMessage(news, news.type === 'slices' ? [news.rows.buffer] : []);
  if ('servers' in data) {
    runServers(data.scenario, data.servers, (done) => tell({ type: 'servers', done }));
    tell({ type: 'ended' });
  } else runScenario(data, tell, () => performance.now());
};
