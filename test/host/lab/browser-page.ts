/** The page that holds the browser host. */
import { type BrowserHostOptions, createBrowserHost } from '../../../src/host/browser/index.ts';
import { PageLab } from './page-lab.ts';

class BrowserLab extends PageLab {
  constructor(options?: BrowserHostOptions) {
    super(createBrowserHost(options));
  }
}

declare global {
  var NewLab: typeof BrowserLab;
}
globalThis.NewLab = BrowserLab;
globalThis.pageLab = new BrowserLab();
