/** The page that holds the browser host. */
import { type BrowserHostOptions, createBrowserHost } from '../../../src/host/browser/index.ts';
import { PageLab } from './page-lab.ts';

/** That a frame does not answer is the subject of `browser-lost.browser.test.ts` alone: elsewhere a busy machine gets the time it takes. */
const PATIENT: BrowserHostOptions = { lostAfterPings: 120, unavailableAfterPings: 120 };

class BrowserLab extends PageLab {
  constructor(options: BrowserHostOptions = PATIENT) {
    super(createBrowserHost(options));
  }
}

declare global {
  var NewLab: typeof BrowserLab;
}
globalThis.NewLab = BrowserLab;
globalThis.pageLab = new BrowserLab();
