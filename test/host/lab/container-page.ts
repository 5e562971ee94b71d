/** The page that holds a container, and a host whose instances live in it. */
import { bootContainer, createLinkedHost } from '../../../src/host/webcontainer/index.ts';
import { PageLab } from './page-lab.ts';

/** In ms: a busy machine gets the time it takes. */
const PATIENCE = { bootMs: 120_000, filesMs: 120_000, helloLimitMs: 120_000, lostAfterPings: 120 };

declare global {
  /** @param origin of the stand-in for the remote frame; null for the real service */
  var bootPageLab: (origin: string | null) => Promise<void>;
  var WEBCONTAINER_API_IFRAME_URL: string | undefined;
}

globalThis.bootPageLab = async (origin) => {
  if (origin !== null) globalThis.WEBCONTAINER_API_IFRAME_URL = origin;
  const { link } = await bootContainer({ coep: 'require-corp', limits: PATIENCE });
  const createHost = createLinkedHost(link, 'proef');
  globalThis.pageLab = new PageLab((report) =>
    Object.assign(createHost(report), { clockStepMs: link.clockStepMs }),
  );
};
