import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hosts, isNode, type Lab, openLab, settled } from './lab/lab.ts';

type Refused = readonly [expression: string, code: string, name: string];

const notForFunctions: readonly Refused[] = [
  ['importScripts("/x.js")', 'IMPORT_BLOCKED', 'importScripts'],
  ['indexedDB.open("x")', 'STORAGE_BLOCKED', 'indexedDB'],
  ['caches.open("x")', 'STORAGE_BLOCKED', 'caches'],
  ['localStorage.getItem("x")', 'STORAGE_BLOCKED', 'localStorage'],
  ['sessionStorage.x', 'STORAGE_BLOCKED', 'sessionStorage'],
  ['parent.document', 'PAGE_BLOCKED', 'parent'],
  ['top.location', 'PAGE_BLOCKED', 'top'],
  ['postMessage("x")', 'PAGE_BLOCKED', 'postMessage'],
  ['new BroadcastChannel("x")', 'PAGE_BLOCKED', 'BroadcastChannel'],
  ['new Worker("data:,")', 'WORKER_BLOCKED', 'Worker'],
  ['new SharedWorker("data:,")', 'WORKER_BLOCKED', 'SharedWorker'],
  ['opener.location', 'PAGE_BLOCKED', 'opener'],
  ['cookieStore.getAll()', 'STORAGE_BLOCKED', 'cookieStore'],
];
/** What Node does allow: it has a network, and no browser around it. */
const notInSandbox: readonly Refused[] = [
  ['fetch("/")', 'NETWORK_BLOCKED', 'fetch'],
  ['new WebSocket("wss://x.test")', 'NETWORK_BLOCKED', 'WebSocket'],
  ['new XMLHttpRequest()', 'NETWORK_BLOCKED', 'XMLHttpRequest'],
  ['new EventSource("/")', 'NETWORK_BLOCKED', 'EventSource'],
  ['new WebTransport("https://x.test")', 'NETWORK_BLOCKED', 'WebTransport'],
  ['new RTCPeerConnection()', 'NETWORK_BLOCKED', 'RTCPeerConnection'],
  ['new WebSocketStream("wss://x.test")', 'NETWORK_BLOCKED', 'WebSocketStream'],
  ['navigator.sendBeacon("/")', 'NETWORK_BLOCKED', 'navigator.sendBeacon'],
  ['navigator.serviceWorker.register("/sw.js")', 'WORKER_BLOCKED', 'navigator.serviceWorker'],
  ['navigator.locks.query()', 'PAGE_BLOCKED', 'navigator.locks'],
  ['navigator.storage.getDirectory()', 'STORAGE_BLOCKED', 'navigator.storage'],
];

describe.each(hosts)('what a function can not do in %s', (host) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(host);
  });
  afterAll(() => lab?.close());

  test.each(isNode(host) ? notForFunctions : [...notForFunctions, ...notInSandbox])(
    '%s fails with a reason in Dutch',
    async (expression, code, name) => {
      const { answers } = await lab.run(`export default async () => { await ${expression}; };`);
      expect(answers[0]).toMatchObject({
        failure: {
          code: 'HANDLER_ERROR',
          error: {
            name: 'SandboxError',
            message: expect.stringMatching(new RegExp(`^${name.replace('.', '\\.')} werkt hier niet: `)),
            // WebKit counts an async function twice.
            frames: expect.arrayContaining([expect.objectContaining({ file: 'functie.js', line: 1 })]),
          },
          details: { refused: code },
        },
      });
    },
  );

  test('what was refused can not be brought back', async () => {
    const sealed = ['caches', 'indexedDB', 'Worker', 'importScripts', 'close'];
    if (!isNode(host)) sealed.push('fetch', 'WebSocket');
    const { answers } = await lab.run(
      `export default async () => {
         const found = [];
         for (const name of ${JSON.stringify(sealed)}) {
           try { delete globalThis[name]; } catch {}
           try { Object.defineProperty(globalThis, name, { get: undefined, configurable: true }); } catch {}
           for (let o = globalThis; o; o = Object.getPrototypeOf(o)) {
             const d = Object.getOwnPropertyDescriptor(o, name);
             const text = d && Function.prototype.toString.call(d.get ?? d.value);
             if (d && (d.configurable || text.includes('[native code]'))) found.push(name);
           }
         }
         return Response.json(found);
       };`,
    );
    expect(settled(answers[0]).text).toBe('[]');
  });

  test('what a page has and a function never has stays undefined', async () => {
    const { answers } = await lab.run(
      `export default () => Response.json([typeof window, typeof document, typeof require, typeof process]);`,
    );
    const ofNode = isNode(host) ? 'object' : 'undefined';
    expect(settled(answers[0]).text).toBe(`["undefined","undefined","undefined","${ofNode}"]`);
  });

  test('the page never evaluates what it is given', async () => {
    const name = 'gelektUitDeSandbox';
    await lab.run(
      `globalThis.${name} = true; export default () => { globalThis.${name} = true; return new Response('<script>${name}=1</script>'); };`,
    );
    expect(await lab.evaluate((key) => key in globalThis, name)).toBe(false);
  });

  test('a patched world gets no port, no earlier answer and no shorter time', async () => {
    const { answers, log } = await lab.run(
      `const caught = [];
       const spy = (owner, key) => {
         const original = owner[key];
         owner[key] = function (...args) { caught.push(key); return original.apply(this, args); };
       };
       spy(MessagePort.prototype, 'postMessage');
       spy(MessagePort.prototype, 'close');
       spy(EventTarget.prototype, 'addEventListener');
       Object.defineProperty(MessageEvent.prototype, 'data', { get() { caught.push('data'); return { type: 'invoke' }; } });
       Object.defineProperty(MessagePort.prototype, 'onmessage', { set() { caught.push('onmessage'); } });
       Object.defineProperty(Response.prototype, 'status', { get: () => 500, configurable: true });
       performance.now = () => 0;
       Date.now = () => 0;
       Promise.prototype.then = ((then) => function (...args) { return then.apply(this, args); })(Promise.prototype.then);
       Function.prototype.call = () => { caught.push('call'); };
       Function.prototype.apply = ((apply) => function (...a) { return Reflect.apply(apply, this, a); })(Function.prototype.apply);
       for (const send of [() => postMessage({ type: 'loaded' }), () => self.dispatchEvent(new MessageEvent('message', { data: { type: 'answered' } }))]) try { send(); } catch {}
       const spin = () => { let n = 0; for (let i = 0; i < 3e7; i += 1) n += i % 7; return n; };
       export default () => { spin(); console.log(caught.join()); return new Response('echt', { status: 201 }); };`,
      {},
      {},
    );
    for (const answer of answers) {
      expect(answer).toMatchObject({ type: 'settled', text: 'echt', status: 201 });
      expect(settled(answer).durationMs).toBeGreaterThan(0);
    }
    // Node's own `Headers` calls back through `Function.prototype.call`, with the learner's own headers and nothing else.
    const harmless = isNode(host) ? /^log: (call)?$/ : /^log: $/;
    expect(log.lines).toEqual([expect.stringMatching(harmless), expect.stringMatching(harmless)]);
  });

  test('broken prototypes break nobody but their owner', async () => {
    await lab.run(
      `for (const key of Object.getOwnPropertyNames(Array.prototype)) try { Array.prototype[key] = () => { throw 1; }; } catch {}
       Array.prototype[Symbol.iterator] = () => { throw 2; };
       Object.defineProperty(Object.prototype, 'type', { get: () => 'closing', set() {} });
       String.prototype.replace = RegExp.prototype.exec = () => { throw 3; };
       export default () => { return new Response('nog'); };`,
      // Whether this one answers is its own affair; it must only not take anything along.
    );
    expect(await lab.othersStillWork()).toBe(true);
  });

  test('an answer that comes after the answer goes nowhere', async () => {
    const { id, answers } = await lab.run(
      `export default () => {
         const late = new Promise((go) => setTimeout(() => go(new Response('laat')), 5));
         return Promise.race([late, new Response('vroeg')]);
       };`,
      {},
      {},
    );
    expect(answers.map((answer) => settled(answer).text)).toEqual(['vroeg', 'vroeg']);
    const settledTimes = await lab.evaluate(
      (id) =>
        pageLab.reports.filter((report) => report.type === 'settled' && report.instanceId === id).length,
      id,
    );
    expect(settledTimes).toBe(2);
  });

  test('two instances of the same code share nothing', async () => {
    const code = `globalThis.n = (globalThis.n ?? 0) + 1; export default () => new Response(String(globalThis.n));`;
    const first = await lab.run(code);
    const second = await lab.run(code);
    expect([first, second].map(({ answers }) => settled(answers[0]).text)).toEqual(['1', '1']);
  });
});
