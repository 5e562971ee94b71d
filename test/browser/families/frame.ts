/**
 * A tab as seen from inside a frame of its page: what is looked for is in the frame, and a hand points where that is in the
 * window. Only for frames of the page's own site, as those of a learning environment may be.
 */
import type { Tab } from './family.ts';

/** An expression of a page in a frame: where its corner lies in the page around it, in CSS px. */
const CORNER = `(() => {
  const { left, top } = frameElement.getBoundingClientRect();
  return { left: left + frameElement.clientLeft, top: top + frameElement.clientTop };
})()`;

/** @param title of a frame in what `tab` shows, which may be a frame itself */
export function inFrame(tab: Tab, title: string): Tab {
  const evaluate: Tab['evaluate'] = (expression, frames = []) => tab.evaluate(expression, [title, ...frames]);
  const corner = async () => (await evaluate(CORNER)) as { left: number; top: number };
  return {
    ...tab,
    evaluate,
    selectAll: (frames = []) => tab.selectAll([title, ...frames]),
    clickAt: async (x, y) => {
      const { left, top } = await corner();
      await tab.clickAt(x + left, y + top);
    },
    drag: async (x, y, rightPx, downPx) => {
      const { left, top } = await corner();
      await tab.drag(x + left, y + top, rightPx, downPx);
    },
  };
}
