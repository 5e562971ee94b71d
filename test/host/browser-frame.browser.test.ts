/** What only the browser host has: a frame, and a policy around it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, type Lab, openLab, settled } from './lab/lab.ts';

describe.each(browsers)('the frame in %s', (browser) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(browser);
  });
  afterAll(() => lab?.close());

  test('no import gets through: it fails, and in WebKit, which would let it, the file does not start', async () => {
    const origin = await lab.evaluate(() => location.href, null);
    const { start, answers } = await lab.run(
      `const fails = async (f) => { try { await f(); return 'ging door'; } catch { return 'mislukt'; } };
       export default async () => Response.json([
         await fails(() => import(${JSON.stringify(origin)} + 'lab-page.js')),
         await fails(() => import('https://' + 'example.com/x.js')),
       ]);`,
    );
    if (browser === 'WebKit') {
      const details = { file: 'functie.js', line: 3 };
      expect(start).toMatchObject({ type: 'ended', failure: { code: 'IMPORT_FROM_WEB', details } });
      expect(answers).toEqual([]);
    } else expect(settled(answers[0]).text).toBe('["mislukt","mislukt"]');
  });

  test('no new code gets through', async () => {
    const { answers } = await lab.run(
      `const fails = async (f) => { try { await f(); return 'ging door'; } catch { return 'mislukt'; } };
       export default async () => Response.json([
         await fails(() => new Function('return 1')()),
         await fails(() => (0, eval)('1')),
       ]);`,
    );
    expect(settled(answers[0]).text).toBe('["mislukt","mislukt"]');
  });

  test('the whole path also works when the page is cross-origin isolated', async () => {
    const isolated = await openLab(browser, true);
    try {
      expect(await isolated.evaluate(() => crossOriginIsolated, null)).toBe(true);
      expect(await isolated.othersStillWork()).toBe(true);
    } finally {
      await isolated.close();
    }
  });

  test('the frame is out of sight, and gone after dispose', async () => {
    const seen = await lab.evaluate(async () => {
      const other = new NewLab();
      const id = other.start([{ path: 'a.js', text: 'export default () => new Response()' }]);
      await other.started(id);
      const frames = [...document.querySelectorAll('iframe')];
      const last = frames.at(-1);
      const attributes = {
        sandbox: last?.getAttribute('sandbox'),
        hidden: last?.getAttribute('aria-hidden'),
        tabIndex: last?.tabIndex,
        boxes: last?.getClientRects().length,
      };
      other.host.dispose();
      return { attributes, gone: document.querySelectorAll('iframe').length === frames.length - 1 };
    }, null);
    expect(seen).toEqual({
      attributes: { sandbox: 'allow-scripts', hidden: 'true', tabIndex: -1, boxes: 0 },
      gone: true,
    });
  });
});
