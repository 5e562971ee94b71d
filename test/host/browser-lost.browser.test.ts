import { expect, test } from 'vitest';
import { openWithPuppeteer } from './lab/lab.ts';
import { serveLab } from './lab/lab-server.ts';

test('a heap bomb takes the frame down, and the next start builds a new one', async () => {
  const server = await serveLab();
  const page = await openWithPuppeteer(server.url);
  try {
    const seen = await page.evaluate(`(async () => {
      const options = { pingEveryMs: 200, lostAfterPings: 25, unavailableAfterPings: 600 };
      const lab = new NewLab(options);
      const file = (text) => [{ path: 'functie.js', text }];
      const bystander = await lab.run(file('export default () => new Response("gewoon")'));
      const bomb = lab.start(file('export default () => { const all = []; for (;;) all.push(new Array(1e6).fill(all.length + 0.5)); }'));
      await lab.started(bomb);
      const end = await lab.answer(bomb, lab.invoke(bomb));
      const other = await lab.started(bystander.id) && lab.reports.filter((r) => r.instanceId === bystander.id).at(-1);
      // The frame after it is not to be lost, however busy the machine is.
      options.lostAfterPings = 600;
      const next = await lab.run(file('export default () => new Response("weer")'));
      return [end, other, next.answers[0].text, document.querySelectorAll('iframe').length];
    })()`);
    expect(seen).toMatchObject([
      { type: 'ended', failure: { code: 'HOST_LOST' } },
      { type: 'ended', failure: { code: 'HOST_LOST' } },
      'weer',
      1,
    ]);
  } finally {
    await page.close();
    await server.close();
  }
});

test('a page that was blocked for longer than the limit does not take its frame for lost', async () => {
  const server = await serveLab();
  const page = await openWithPuppeteer(server.url);
  try {
    const texts = await page.evaluate(`(async () => {
      const lab = new NewLab({ pingEveryMs: 50, lostAfterPings: 100, unavailableAfterPings: 2_400 });
      const { id } = await lab.run([{ path: 'a.js', text: 'export default () => new Response("er nog")' }]);
      const end = performance.now() + 5_500;
      while (performance.now() < end);
      const { answers } = await lab.run([{ path: 'b.js', text: 'export default () => new Response("ook")' }]);
      return [answers[0].text, (await lab.answer(id, lab.invoke(id))).text];
    })()`);
    expect(texts).toEqual(['ook', 'er nog']);
  } finally {
    await page.close();
    await server.close();
  }
});

test('a sandbox that does not come up is reported, and tried again at the next start', async () => {
  const server = await serveLab();
  const page = await openWithPuppeteer(server.url);
  try {
    const seen = await page.evaluate(`(async () => {
      const file = [{ path: 'a.js', text: 'export default () => new Response("toch")' }];
      const options = { pingEveryMs: 100, unavailableAfterPings: 5, lostAfterPings: 1_200 };
      const lab = new NewLab(options);
      // The document never loads: as when a policy or an extension forbids it.
      const srcdoc = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'srcdoc');
      Object.defineProperty(HTMLIFrameElement.prototype, 'srcdoc', { configurable: true, set() {} });
      const refused = await lab.run(file);
      Object.defineProperty(HTMLIFrameElement.prototype, 'srcdoc', srcdoc);
      // A real one gets the time that it takes on a busy machine.
      options.unavailableAfterPings = 1_200;
      const again = await lab.run(file);
      return [refused.start, again.answers[0]?.text ?? again.start];
    })()`);
    expect(seen).toMatchObject([{ type: 'ended', failure: { code: 'HOST_UNAVAILABLE' } }, 'toch']);
  } finally {
    await page.close();
    await server.close();
  }
});
