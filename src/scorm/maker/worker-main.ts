/** Where the worker begins that makes one package: it fetches the site, makes it relative and zips it, and is then done. */
import { relativeSite, zipPackage } from '../package/zip-package.ts';
import { FileMissing, siteReader } from './fetch-site.ts';
import type { News, Order } from './protocol.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Order>) => void) | null;
  postMessage(news: News, transfer?: Transferable[]): void;
};

scope.onmessage = ({ data }) => {
  void make(data);
};

async function make({ list, planned, version, shellScript }: Order): Promise<void> {
  const of = list.files.length;
  try {
    const read = siteReader(new URL(list.base, location.href).href);
    const site = await relativeSite(list, read, (ready) => scope.postMessage({ type: 'files', ready, of }));
    scope.postMessage({ type: 'zipping' });
    const zip = await zipPackage(site, planned, version, shellScript);
    scope.postMessage({ type: 'done', zip }, [zip.buffer]);
  } catch (error) {
    const problem =
      error instanceof FileMissing ? error.problem : ({ code: 'UNKNOWN', detail: String(error) } as const);
    scope.postMessage({ type: 'failed', problem });
  }
}
