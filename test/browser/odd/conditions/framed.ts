/**
 * The course in a frame of somebody else's page, as a learning environment shows it: another site around it, and so what it keeps
 * is kept apart by the browser from what it keeps elsewhere.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { inject } from 'vitest';
import { openChromiumIn } from '../../families/chromium.ts';
import { type Family, KEEP_NOTHING, type Needs } from '../../families/family.ts';

export async function openFramed(needs?: Needs): Promise<Family> {
  const around = await openOtherSite();
  const family = await openChromiumIn(
    {
      dressTab: async (page) => {
        const addressAround = (url: string) => `${around.url}?${encodeURIComponent(url)}`;
        return {
          goto: async (url) => {
            await page.goto(addressAround(url));
            // Who came to the course by a click there goes on by keyboard in it.
            await page.focus('iframe');
          },
          addressOfCopy: async () =>
            addressAround((await courseIn(page).evaluate('location.href')) as string),
          evaluate: (expression) => courseIn(page).evaluate(expression),
          reload: async () => {
            const frame = courseIn(page);
            const isLoaded = frame.waitForNavigation();
            await frame.evaluate('void location.reload()');
            await isLoaded;
          },
          // The tab that a driver can end is that of the page around it.
          crash: async () => {
            await courseIn(page).evaluate(KEEP_NOTHING);
            await page.goto('about:blank');
          },
        };
      },
    },
    needs,
  );
  return {
    newTab: family.newTab,
    close: async () => {
      await family.close();
      await around.close();
    },
  };
}

function courseIn(page: Page) {
  const frame = page.mainFrame().childFrames()[0];
  if (frame === undefined) throw new Error('There is no frame in the page around the course');
  return frame;
}

/** A page that fills its window with a frame at the address behind its `?`. */
async function openOtherSite() {
  const server = createServer(({ url = '' }, response) => {
    const address = decodeURIComponent(url.slice(url.indexOf('?') + 1))
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;');
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<!doctype html><title>Leeromgeving</title><style>body { margin: 0 } iframe { display: block; border: 0; width: 100vw; height: 100vh }</style><iframe title="Cursus" src="${address}"></iframe>`,
      );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // The site is served at another name, which makes this one another site.
  const host = new URL(inject('siteUrl')).hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
