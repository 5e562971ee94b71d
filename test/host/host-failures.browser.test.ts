import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { RESPONSE_LIMIT_BYTES } from '../../src/contract/lab-defaults.ts';
import { hosts, isNode, type Lab, openLab } from './lab/lab.ts';

describe.each(hosts)('what bad code gets in %s', (host) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(host);
  });
  afterAll(() => lab?.close());
  afterEach(async () => expect(await lab.othersStillWork()).toBe(true));

  /** How the start of a function failed. */
  const startOf = async (code: string) => (await lab.run(code)).start;
  const frame = (line: number, column: number) => ({ file: 'functie.js', line, column });

  describe('an instance that hangs is killed, and nothing is heard of it after that', () => {
    test.each([
      ['an endless loop at module level', 'for (;;);'],
      ['an endless loop in the handler', 'export default () => { for (;;); };'],
      ['a loop of promises', 'export default async () => { for (;;) await null; };'],
      ['a promise that never settles', 'export default () => new Promise(() => {});'],
      ['a body that never ends', 'export default () => new Response(new ReadableStream({}));'],
      ['a module that awaits for ever', 'await new Promise(() => {}); export default () => {};'],
      ['a log without end', 'export default () => { for (;;) console.log("regel"); };'],
    ])('%s', async (_, code) => {
      const seen = await lab.evaluate(async (text) => {
        const id = pageLab.start([{ path: 'functie.js', text }]);
        const ready = pageLab.started(id);
        // As long as a worker takes to start on a busy machine; a page that hangs would not come through it.
        const other = await pageLab.run([
          { path: 'a.js', text: 'export default () => new Response("ik wel")' },
        ]);
        if (text.includes('export default') && !text.startsWith('await')) {
          await ready;
          pageLab.invoke(id);
          if (text.includes('console.log')) {
            await pageLab.until(
              (report) => report.type === 'log' && report.instanceId === id && report.dropped > 0,
            );
          }
        }
        const meanwhile = await pageLab.answer(other.id, pageLab.invoke(other.id));
        pageLab.host.kill(id);
        const before = pageLab.reports.filter((report) => report.instanceId === id).length;
        const after = await pageLab.answer(other.id, pageLab.invoke(other.id));
        const types = pageLab.reports
          .filter((report) => report.instanceId === id)
          .map((report) => report.type);
        return { types, heardAfter: types.length - before, answers: [meanwhile.type, after.type] };
      }, code);
      expect(seen.heardAfter).toBe(0);
      expect(seen.types).not.toContain('settled');
      expect(seen.types).not.toContain('ended');
      expect(seen.answers).toEqual(['settled', 'settled']);
    });
  });

  test('a syntax error has its line and column', async () => {
    expect(await startOf('const a = 1;\nconst b = ;\nexport default () => {};')).toMatchObject({
      type: 'ended',
      initMs: expect.any(Number),
      failure: { code: 'SYNTAX_ERROR', error: { name: 'SyntaxError', frames: [frame(2, 11)] } },
    });
  });

  test('a syntax error in another file names that file', async () => {
    const { start } = await lab.runFiles([
      { path: 'functie.js', text: `import './lib/b.js';\nexport default () => {};` },
      { path: 'lib/b.js', text: 'let x = 1;\nlet x = 2;' },
    ]);
    expect(start).toMatchObject({
      failure: { code: 'SYNTAX_ERROR', error: { frames: [{ file: 'lib/b.js', line: 2, column: 5 }] } },
    });
  });

  test('an import of a name that is not exported is placed at the name', async () => {
    const { start } = await lab.runFiles([
      { path: 'functie.js', text: `import { a,\n  zoek } from './b.js';\nexport default () => {};` },
      { path: 'b.js', text: 'export const a = 1;' },
    ]);
    expect(start).toMatchObject({ failure: { code: 'SYNTAX_ERROR', error: { frames: [frame(2, 3)] } } });
    expect(JSON.stringify(start)).not.toContain('data:');
  });

  test('a JSON file has to be imported as one', async () => {
    const { start } = await lab.runFiles([
      { path: 'functie.js', text: `import t from './t.json';\nexport default () => Response.json(t);` },
      { path: 't.json', text: '{}' },
    ]);
    expect(start).toMatchObject({
      failure: {
        code: 'IMPORT_JSON_UNTYPED',
        details: { specifier: './t.json', file: 'functie.js', line: 1 },
      },
    });
  });

  test('a throw at module level has its place', async () => {
    expect(await startOf('const a = 1;\nthrow new RangeError("te ver");')).toMatchObject({
      type: 'ended',
      initMs: expect.any(Number),
      failure: {
        code: 'INIT_ERROR',
        error: { name: 'RangeError', message: 'te ver', frames: [{ file: 'functie.js', line: 2 }] },
      },
    });
  });

  test('JSON that does not parse at module level is not the syntax of the file', async () => {
    expect(await startOf('\nJSON.parse("{");')).toMatchObject({
      failure: { code: 'INIT_ERROR', error: { name: 'SyntaxError', frames: [{ line: 2 }] } },
    });
  });

  test.each([
    ['no default export', 'export const a = 1;', 'NO_DEFAULT_EXPORT', { file: 'functie.js' }],
    ['nothing at all', '', 'NO_DEFAULT_EXPORT', { file: 'functie.js' }],
    ['a text as default export', 'export default "hoi";', 'DEFAULT_NOT_FUNCTION', { got: 'string' }],
    ['null as default export', 'export default null;', 'DEFAULT_NOT_FUNCTION', { got: 'null' }],
    [
      'an import from the web',
      'import "https://esm.sh/x"; ',
      'IMPORT_FROM_WEB',
      { specifier: 'https://esm.sh/x' },
    ],
    ['an import() from the web', 'await import("//esm.sh/x");', 'IMPORT_FROM_WEB', { file: 'functie.js' }],
    [
      'a package',
      '\nimport x from "lodash";',
      // In Node there may be packages, so there it is only that this one is not installed.
      isNode(host) ? 'PACKAGE_NOT_INSTALLED' : 'IMPORT_PACKAGE',
      { specifier: 'lodash', line: 2 },
    ],
    ['a file that is not there', 'import "./weg.js";', 'IMPORT_NOT_FOUND', { specifier: './weg.js' }],
    // A `data:` module can't hold the address of one that holds its own; Node's modules can.
    isNode(host)
      ? ['itself', 'import "./functie.js";', 'NO_DEFAULT_EXPORT', { file: 'functie.js' }]
      : ['itself', 'import "./functie.js";', 'IMPORT_CYCLE', { files: 'functie.js → functie.js' }],
  ])('%s', async (_, code, failure, details) => {
    expect(await startOf(code)).toMatchObject({
      type: 'ended',
      initMs: expect.any(Number),
      failure: { code: failure, details },
    });
  });

  test.each([
    ['undefined', '() => {}', { code: 'NOT_A_RESPONSE', details: { got: 'undefined' } }],
    ['a text', '() => "hoi"', { code: 'NOT_A_RESPONSE', details: { got: 'string' } }],
    ['a list', '() => []', { code: 'NOT_A_RESPONSE', details: { got: 'array' } }],
    [
      'a lookalike',
      '() => Object.create(Response.prototype)',
      { code: 'NOT_A_RESPONSE', details: { got: 'object' } },
    ],
    [
      'a network error',
      '() => Response.error()',
      { code: 'NOT_A_RESPONSE', details: { got: 'Response.error()' } },
    ],
    ['a throw of a text', '() => { throw "x" }', { error: { name: 'throw', message: "'x'", frames: [] } }],
    ['a throw of null', '() => { throw null }', { error: { name: 'throw', message: 'null', frames: [] } }],
    [
      'a throw with a cause',
      '() => { throw new Error("buiten", { cause: new TypeError("binnen") }) }',
      { code: 'HANDLER_ERROR', error: { message: 'buiten (oorzaak: TypeError: binnen)' } },
    ],
    [
      'an error that fights back',
      '() => { throw Object.defineProperty(new Error("x"), "stack", { get() { throw 1 } }) }',
      { code: 'HANDLER_ERROR', error: { name: 'Error', message: 'x', frames: [] } },
    ],
    ['recursion without end', '() => { const f = () => f() + 1; f(); }', { code: 'HANDLER_ERROR' }],
    [
      'a body that was read',
      'async () => { const r = new Response("x"); await r.text(); return r }',
      { code: 'HANDLER_ERROR' },
    ],
    [
      'a stream of texts',
      '() => new Response(new ReadableStream({ start(s) { s.enqueue("x"); s.close() } }))',
      { error: { name: 'TypeError' } },
    ],
    [
      'a stream that breaks',
      '() => new Response(new ReadableStream({ start(s) { s.error(new Error("kapot")) } }))',
      { error: { message: 'kapot' } },
    ],
    ['an impossible status', '() => new Response("", { status: 99 })', { error: { name: 'RangeError' } }],
  ])('the handler: %s', async (_, handler, failure) => {
    const { answers } = await lab.run(`export default ${handler};`);
    expect(answers[0]).toMatchObject({ type: 'settled', failure });
  });

  test('an error in the handler has the calls that led to it', async () => {
    // Not `return f()`: WebKit forgets a call that only passes the result on.
    const { answers } = await lab.runFiles([
      {
        path: 'functie.js',
        text: `import { f } from './f.js'; export default () => {\n  const x = f();\n  return x;\n};`,
      },
      { path: 'f.js', text: `export function f() {\n  return null.x;\n}` },
    ]);
    expect(answers[0]).toMatchObject({
      failure: {
        code: 'HANDLER_ERROR',
        error: {
          name: 'TypeError',
          frames: [
            { file: 'f.js', line: 2, functionName: 'f' },
            { file: 'functie.js', line: 2 },
          ],
        },
      },
    });
  });

  test('a place on the line of an import is the place as written', async () => {
    const { answers } = await lab.runFiles([
      {
        path: 'functie.js',
        text: `import { f } from './f.js'; export default () => { throw new Error(f); };`,
      },
      { path: 'f.js', text: 'export const f = 1;' },
    ]);
    // WebKit points at the end of `new Error`, the others at its start.
    expect([58, 67]).toContain(
      (answers[0] as { failure?: { error?: { frames: { column: number }[] } } }).failure?.error?.frames[0]
        ?.column,
    );
  });

  test('a thrown error does not end the instance', async () => {
    const { answers } = await lab.run(
      `let n = 0; export default () => { n += 1; if (n === 1) throw new Error('eerst'); return new Response(String(n)); };`,
      {},
      {},
    );
    expect(answers).toMatchObject([{ failure: { code: 'HANDLER_ERROR' } }, { text: '2' }]);
  });

  test('an answer of 50 MB is refused and its stream cancelled', async () => {
    const { answers, log } = await lab.run(
      `export default (request) => {
         if (request.method === 'PUT') return new Response(new Uint8Array(50_000_000));
         let sent = 0;
         return new Response(new ReadableStream({
           pull(stream) { sent += 1_000_000; stream.enqueue(new Uint8Array(1_000_000)); },
           cancel() { console.log(sent < 20_000_000 ? 'gestopt' : 'te laat'); } }));
       };`,
      { method: 'PUT' },
      { method: 'GET' },
      { method: 'PUT' },
    );
    const tooLarge = {
      failure: { code: 'RESPONSE_TOO_LARGE', details: { limitBytes: RESPONSE_LIMIT_BYTES } },
    };
    expect(answers).toMatchObject([tooLarge, tooLarge, tooLarge]);
    expect(log.lines).toEqual(['log: gestopt']);
  });

  test('an answer of exactly the limit is given', async () => {
    const { answers } = await lab.run(
      `export default () => new Response(new Uint8Array(${RESPONSE_LIMIT_BYTES}));`,
    );
    expect(answers[0]).toMatchObject({ status: 200, length: RESPONSE_LIMIT_BYTES });
  });

  test('of 100,000 lines the first come through and the rest is counted', async () => {
    const { answers, log } = await lab.run(
      `export default () => { for (let i = 0; i < 100_000; i += 1) console.log('regel', i); return new Response('klaar'); };`,
    );
    expect(answers[0]).toMatchObject({ text: 'klaar' });
    expect(log.lines[0]).toBe('log: regel 0');
    expect(log.lines.length).toBeGreaterThan(1_000);
    expect(log.lines.length + log.dropped).toBe(100_000);
    expect(log.reports).toBeLessThan(100);
  });

  test('a function that closes itself is reported at once, with its log', async () => {
    const { answers, log } = await lab.run(
      `export default () => { console.log('dag'); self.close(); return new Response('nee'); };`,
    );
    expect(answers[0]).toMatchObject({ type: 'ended', failure: { code: 'INSTANCE_CLOSED' } });
    expect(log.lines).toEqual(['log: dag']);
    const { start } = await lab.run('close();');
    expect(start).toMatchObject({
      type: 'ended',
      initMs: expect.any(Number),
      failure: { code: 'INSTANCE_CLOSED' },
    });
  });

  test('what nobody catches is logged, and the instance lives on', async () => {
    const { answers, log } = await lab.run(
      `export default async (request) => {
         if (request.method === 'GET') return new Response('nog');
         Promise.reject(new Error('vergeten'));
         setTimeout(() => { throw new TypeError('te laat'); });
         await new Promise((go) => setTimeout(go, 30));
         return new Response('klaar');
       };`,
      { method: 'PUT' },
      { method: 'GET' },
    );
    expect(answers).toMatchObject([{ text: 'klaar' }, { text: 'nog' }]);
    // Which of the two a browser tells first differs.
    expect(log.lines.map((line) => line.split('\n')[0]).sort()).toEqual([
      'error: Niet opgevangen: Error: vergeten',
      'error: Niet opgevangen: TypeError: te laat',
    ]);
  });
});
