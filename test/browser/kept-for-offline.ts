/** For what is tried without a network: everything that the site keeps on a device is there first. */
import { expect } from 'vitest';
import { readBuildList } from '../../src/build/offline-integration.ts';

/** Who looks more often has the browser count what it keeps, in the place of keeping it. */
const LOOK_AGAIN_MS = 500;

/** A page in any family, or Playwright's. */
interface Visited {
  evaluate(expression: string): Promise<unknown>;
}

/**
 * @param visited the first page of a visit, opened with its service worker
 * @param touch what a reader does there first, which is when the rest of the course is fetched
 */
export async function untilAllIsKept(
  visited: Visited,
  siteUrl: string,
  touch: () => Promise<void>,
): Promise<void> {
  await visited.evaluate('navigator.serviceWorker.ready.then(() => null)');
  await touch();
  const { base, shell, rest } = readBuildList(await (await fetch(`${siteUrl}sw.js`)).text());
  const later = (await (await fetch(`${siteUrl}later.json`)).json()) as string[];
  const files = [...[...shell, ...rest].map(([path]) => path), ...later].map((path) => base + path);
  const missing = async () =>
    (await visited.evaluate(`(async () => {
      const kept = new Set();
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) kept.add(decodeURI(new URL(url).pathname));
      return ${JSON.stringify(files)}.filter((path) => !kept.has(path));
    })()`)) as readonly string[];
  // It is some hundreds of files, so what has to become true is that there are always fewer to come.
  for (let left = await missing(); left.length > 0; ) {
    const before = left.length;
    const arrived = async () => {
      left = await missing();
      return before - left.length;
    };
    await expect
      .poll(arrived, { message: `${before} files to come`, interval: LOOK_AGAIN_MS })
      .toBeGreaterThan(0);
  }
}
