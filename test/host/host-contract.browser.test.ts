import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hosts, type Lab, openLab, settled } from './lab/lab.ts';

describe.each(hosts)('the contract of a host in %s', (host) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(host);
  });
  afterAll(() => lab?.close());

  const answerOf = async (...args: Parameters<Lab['run']>) => settled((await lab.run(...args)).answers[0]);

  test('module scope runs once an instance, the handler once an invocation', async () => {
    const { start, answers } = await lab.run(
      `let times = 0;
       export default () => new Response(String((times += 1)));`,
      {},
      {},
      {},
    );
    expect(start).toMatchObject({ type: 'ready', initMs: expect.any(Number) });
    expect(answers.map((answer) => settled(answer).text)).toEqual(['1', '2', '3']);
  });

  test('the context tells what the platform knows', async () => {
    const { text, invocationId, durationMs } = await answerOf(
      `export default (request, context) => Response.json({
         ...context, remainingMs: context.remainingMs(), frozen: Object.isFrozen(context) && Object.isFrozen(context.env) });`,
    );
    const { remainingMs, ...rest } = JSON.parse(text ?? '');
    expect(rest).toEqual({
      functionName: 'proef',
      invocationId,
      memoryMb: 128,
      coldStart: false,
      env: {},
      params: {},
      attempt: 1,
      frozen: true,
    });
    // What it was told lies within what was measured around it.
    const stepMs = Number(await lab.evaluate(() => pageLab.host.clockStepMs, null));
    expect(remainingMs).toBeGreaterThan(3_000 - durationMs - 2 * stepMs);
    expect(remainingMs).toBeLessThanOrEqual(3_000);
  });

  test('a request arrives whole, also the headers that a page may not send', async () => {
    const { text } = await answerOf(
      `export default async (request) => {
         const copy = request.clone();
         return Response.json({
           method: request.method, url: request.url, body: await request.json(), again: await copy.text(),
           cookie: request.headers.get('cookie'), host: copy.headers.get('host'), length: request.headers.get('content-length'),
           twice: request.headers.get('x-twee'), is: request instanceof Request, name: request.constructor.name });
       };`,
      {
        method: 'POST',
        url: 'https://proef.functie.test/pad?naam=M%C3%AEla',
        headers: [
          ['Content-Type', 'application/json'],
          ['Cookie', 'a=1; b=2'],
          ['Host', 'proef.functie.test'],
          ['Content-Length', '11'],
          ['X-Twee', 'een'],
          ['X-Twee', 'twee'],
        ],
        body: '{"a":"één"}',
      },
    );
    expect(JSON.parse(text ?? '')).toEqual({
      method: 'POST',
      url: 'https://proef.functie.test/pad?naam=M%C3%AEla',
      body: { a: 'één' },
      again: '{"a":"één"}',
      cookie: 'a=1; b=2',
      host: 'proef.functie.test',
      length: '11',
      twice: 'een, twee',
      is: true,
      name: 'Request',
    });
  });

  test('bytes come through unchanged, both ways', async () => {
    const all = Array.from({ length: 256 }, (_, byte) => byte);
    const { bytes, headers } = await answerOf(
      `export default async (request) => new Response(new Uint8Array(await request.arrayBuffer()).reverse(), {
         headers: { 'content-type': 'application/octet-stream' } });`,
      { method: 'PUT', body: all },
    );
    expect(bytes).toEqual(all.toReversed());
    expect(headers).toEqual([['content-type', 'application/octet-stream']]);
  });

  test('a megabyte comes through whole, both ways', async () => {
    const { length, bytes } = settled(
      await lab.evaluate(async () => {
        const all = Array.from({ length: 1_000_000 }, (_, at) => (at * 31) % 256);
        const code = `export default async (request) =>
          new Response(new Uint8Array(await request.arrayBuffer()).reverse());`;
        const { id } = await pageLab.run([{ path: 'functie.js', text: code }], []);
        return pageLab.answer(id, pageLab.invoke(id, { method: 'POST', body: all }));
      }, null),
    );
    expect(length).toBe(1_000_000);
    expect(bytes).toEqual(Array.from({ length: 300 }, (_, at) => ((999_999 - at) * 31) % 256));
  });

  test.each([
    ['204 without a body', 'new Response(null, { status: 204 })', 204, ''],
    ['404', `new Response('weg', { status: 404, statusText: 'Weg' })`, 404, 'weg'],
    ['500 of the function itself', `new Response('stuk', { status: 500 })`, 500, 'stuk'],
    ['a redirect', `Response.redirect('https://proef.functie.test/nieuw', 301)`, 301, ''],
    ['JSON', 'Response.json([1, 2])', 200, '[1,2]'],
    ['an empty answer', 'new Response()', 200, ''],
    ['a clone', `new Response('dubbel', { status: 201 }).clone()`, 201, 'dubbel'],
    ['a promise of one', `Promise.resolve(new Response('later'))`, 200, 'later'],
    ['a body of a form', `new Response(new URLSearchParams({ a: '1 2' }))`, 200, 'a=1+2'],
  ])('an answer: %s', async (_, expression, status, text) => {
    const answer = await answerOf(`export default () => ${expression};`);
    expect(answer).toMatchObject({ status, text });
  });

  test('a redirect and JSON bring their headers', async () => {
    const redirect = await answerOf(
      `export default () => Response.redirect('https://proef.functie.test/nieuw');`,
    );
    expect(redirect.headers).toEqual([['location', 'https://proef.functie.test/nieuw']]);
    const json = await answerOf(`export default () => Response.json(1);`);
    expect(json.headers).toEqual([['content-type', 'application/json']]);
  });

  test('several cookies stay several headers, and survive a clone', async () => {
    const { headers } = await answerOf(
      `export default () => {
         const response = new Response('', { headers: { 'Set-Cookie': 'a=1', 'X-Getal': '7' } });
         response.headers.append('Set-Cookie', 'b=2; Path=/');
         const copy = response.clone();
         copy.headers.append('X-Is', String(copy instanceof Response && copy.constructor === Response));
         return copy;
       };`,
    );
    expect(headers).toEqual(
      expect.arrayContaining([
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2; Path=/'],
        ['x-getal', '7'],
        ['x-is', 'true'],
      ]),
    );
  });

  test('a stream is read to its end', async () => {
    const { text } = await answerOf(
      `const wait = () => new Promise((go) => setTimeout(go));
       export default () => new Response(new ReadableStream({
         async start(stream) {
           for (const part of ['een ', 'twee ', 'drie']) { await wait(); stream.enqueue(new TextEncoder().encode(part)); }
           stream.close();
         } }));`,
    );
    expect(text).toBe('een twee drie');
  });

  test('files import each other by relative path', async () => {
    const { start, answers } = await lab.runFiles([
      {
        path: 'functie.js',
        text: `import { prijs } from './lib/prijs.js'; import * as alles from "./lib/btw.js";
               import tabel from './tabel.json' with { type: 'json' };
               export default async () => {
                 const { later } = await import('./later.js');
                 return Response.json([prijs(100), alles.default, alles.hoog, tabel.a, later]);
               };`,
      },
      {
        path: 'lib/prijs.js',
        text: `import { hoog } from './btw.js';\nexport const prijs = (p) => p * hoog;`,
      },
      { path: 'lib/btw.js', text: `export { hoog } from '../tarief.js';\nexport default 'btw';` },
      { path: 'tarief.js', text: `export const hoog = 1.5; // 'quotes' "and" \`ticks\` # % é 😀` },
      { path: 'later.js', text: `export const later = 'später';` },
      { path: 'tabel.json', text: `{ "a": "#1" }` },
      { path: 'kapot.js', text: 'not reached (' },
    ]);
    expect(start.type).toBe('ready');
    expect(JSON.parse(settled(answers[0]).text ?? '')).toEqual([150, 'btw', 1.5, '#1', 'später']);
  });

  test('a file that two others import is one module', async () => {
    const { answers } = await lab.runFiles([
      {
        path: 'functie.js',
        text: `import { tel } from './tel.js'; import './ook.js'; export default () => new Response(String(tel()));`,
      },
      { path: 'ook.js', text: `import { tel } from './tel.js'; tel(); tel();` },
      { path: 'tel.js', text: `let n = 0; export const tel = () => (n += 1);` },
    ]);
    expect(settled(answers[0]).text).toBe('3');
  });

  test('the log has the words of the console in the order they came', async () => {
    const { log } = await lab.run(
      `console.info('module');
       export default async () => {
         console.log('tekst', 1, { a: [1, 'b'] }, null, undefined);
         console.warn('%s is %d', 'zes', 6);
         console.group('groep'); console.error('binnen'); console.groupEnd();
         console.table([{ a: 1, b: 2 }]);
         console.count(); console.count();
         console.assert(1 === 2, 'dat');
         setTimeout(() => console.debug('later'));
         await new Promise((go) => setTimeout(go, 10));
         return new Response('');
       };`,
    );
    expect(log.lines).toEqual([
      'info: module',
      "log: tekst 1 { a: [ 1, 'b' ] } null undefined",
      'warn: zes is 6',
      'log: groep',
      'error:   binnen',
      'log: (index) │ a │ b\n────────┼───┼──\n0       │ 1 │ 2',
      'log: default: 1',
      'log: default: 2',
      'error: Bewering klopt niet dat',
      'debug: later',
    ]);
  });

  test('lines carry the invocation that was open', async () => {
    const seen = await lab.evaluate(async () => {
      const code = `console.log('module'); export default () => { console.log('binnen'); return new Response(''); };`;
      const { id, answers } = await pageLab.run([{ path: 'functie.js', text: code }], [{}]);
      const settled = answers[0];
      const logs = pageLab.reports.filter((report) => report.type === 'log' && report.instanceId === id);
      return {
        ids: logs.map((log) => log.type === 'log' && log.invocationId),
        own: settled?.type === 'settled' && settled.invocationId,
      };
    }, null);
    expect(seen.ids).toEqual([null, seen.own]);
  });

  test('the step of the clock is known, and durations are measured with it', async () => {
    await lab.run(`export default () => new Response('')`);
    const stepMs = Number(await lab.evaluate(() => pageLab.host.clockStepMs, null));
    expect(stepMs).toBeGreaterThan(0);
    const { durationMs, text } = await answerOf(
      `export default () => {
         const begin = performance.now();
         while (performance.now() < begin + 60);
         return new Response(String(performance.now() - begin));
       };`,
    );
    // What the function measures lies within what is measured around it, but for a step at each end.
    expect(durationMs).toBeGreaterThan(Number(text) - 2 * stepMs);
  });
});
