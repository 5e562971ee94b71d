/**
 * A computer whose clock is an hour fast, and is put right at the reader's first press: from then on all that was noted before lies in
 * the future. What counts from the begin of the page (`performance.now()`) goes on, as it does in every browser.
 */
import { openChromiumIn } from '../../families/chromium.ts';
import type { OpenFamily } from '../../families/family.ts';

const HOUR_MS = 3_600_000;

/** For a page before its own scripts, and for its frames; workers have no time of ours. */
const clock = (offMs: number) => `(() => {
  const { Date: True } = globalThis;
  globalThis.clockIsOffMs = ${offMs};
  const now = () => True.now() + globalThis.clockIsOffMs;
  globalThis.Date = True.prototype.constructor = new Proxy(True, {
    construct: (_, given, target) => Reflect.construct(True, given.length === 0 ? [now()] : given, target),
    apply: () => new True(now()).toString(),
    get: (_, key) => (key === 'now' ? now : Reflect.get(True, key)),
  });
})()`;

export const openWithClockOff: OpenFamily = (needs) =>
  openChromiumIn(
    {
      dressTab: async (page) => {
        const { identifier } = await page.evaluateOnNewDocument(clock(HOUR_MS));
        let isRight = false;
        return {
          clickAt: async (x, y) => {
            if (!isRight) {
              isRight = true;
              await page.removeScriptToEvaluateOnNewDocument(identifier);
              for (const frame of page.frames()) await frame.evaluate('void (globalThis.clockIsOffMs = 0)');
            }
            await page.mouse.click(x, y);
          },
        };
      },
    },
    needs,
  );
