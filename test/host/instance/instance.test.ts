import { describe, expect, test } from 'vitest';
import type { LogLine } from '../../../src/contract/data.ts';
import { LOG_LIMIT_BYTES } from '../../../src/contract/lab-defaults.ts';
import { utf8Length } from '../../../src/contract/utf8.ts';
import { readResponse } from '../../../src/host/instance/http/read-response.ts';
import { FunctionRequest, makeRequest } from '../../../src/host/instance/http/request.ts';
import { FunctionResponse } from '../../../src/host/instance/http/response.ts';
import { createConsole } from '../../../src/host/instance/log/console.ts';
import { createFormat } from '../../../src/host/instance/log/format.ts';
import { LINE_OVERHEAD_BYTES, Log } from '../../../src/host/instance/log/log.ts';
import {
  refusalText,
  refusedClasses,
  refusedFetch,
  refusedFunctions,
  refusedGlobals,
  refusedOfNavigator,
} from '../../../src/host/instance/refusals.ts';
import { refuseWhatSandboxForbids } from '../../../src/host/instance/refuse.ts';

interface Batch {
  readonly invocationId: string | null;
  readonly lines: readonly LogLine[];
  readonly dropped: number;
}

function record() {
  const batches: Batch[] = [];
  const log = new Log((invocationId, lines, dropped) => batches.push({ invocationId, lines, dropped }));
  const texts = () => batches.flatMap(({ lines }) => lines.map(({ level, text }) => `${level} ${text}`));
  return { log, batches, texts };
}

describe('the log', () => {
  test('lines go out in order, each with the part that they belong to', () => {
    const { log, batches } = record();
    log.add('log', () => 'module');
    log.startPart('i1');
    log.add('warn', () => 'binnen');
    log.startPart(null);
    expect(batches).toEqual([
      { invocationId: null, lines: [{ level: 'log', text: 'module' }], dropped: 0 },
      { invocationId: 'i1', lines: [{ level: 'warn', text: 'binnen' }], dropped: 0 },
    ]);
  });

  test('a part never holds more than the limit, and what falls outside is counted but not made', () => {
    const { log, batches } = record();
    let made = 0;
    for (let i = 0; i < 20_000; i += 1) {
      log.add('log', () => {
        made += 1;
        return 'é'.repeat(20);
      });
    }
    log.flush();
    const lines = batches.flatMap((batch) => batch.lines);
    const bytes = lines.reduce((sum, { text }) => sum + utf8Length(text, 1e9) + LINE_OVERHEAD_BYTES, 0);
    expect(bytes).toBeLessThanOrEqual(LOG_LIMIT_BYTES + 3);
    expect(lines.length + batches.reduce((sum, { dropped }) => sum + dropped, 0)).toBe(20_000);
    expect(made).toBeLessThanOrEqual(lines.length + 1);
    expect(batches.length).toBeGreaterThan(10);
  });

  test('one endless line is cut, and the next part starts afresh', () => {
    const { log, batches } = record();
    log.add('log', () => 'x'.repeat(1_000_000));
    log.add('log', () => 'weg');
    log.startPart('i1');
    log.add('log', () => 'weer');
    log.flush();
    expect(batches[0]?.lines[0]?.text.length).toBeLessThan(LOG_LIMIT_BYTES);
    expect(batches.reduce((sum, { dropped }) => sum + dropped, 0)).toBe(1);
    expect(batches.at(-1)?.lines).toEqual([{ level: 'log', text: 'weer' }]);
  });

  test.each(['', 'abc', 'é', '€', '😀', 'a😀é€'])('utf8Length(%j)', (text) => {
    expect(utf8Length(text, 100)).toBe(new TextEncoder().encode(text).length);
  });
});

describe('the console', () => {
  const run = (use: (console: ReturnType<typeof createConsole>) => void) => {
    const { log, texts } = record();
    use(
      createConsole(
        log,
        createFormat(() => []),
        () => '\n    in f (a.js:1:2)',
      ),
    );
    log.flush();
    return texts();
  };

  test('strings are themselves, the rest is shown as code', () => {
    const values = ['a', 'b', 1, 0, -0, 10n, true, null, undefined, Symbol('s'), ['x', 0], { a: { b: 'c' } }];
    expect(run(({ log }) => log?.(...values))).toEqual([
      "log a b 1 0 -0 10n true null undefined Symbol(s) [ 'x', 0 ] { a: { b: 'c' } }",
    ]);
  });

  test('objects of the web show what is in them', () => {
    const url = 'https://a.test/b';
    expect(
      run(({ log }) =>
        log?.(
          new Headers({ a: '1' }),
          new URL(url),
          new URLSearchParams('q=1'),
          new FunctionResponse('', { status: 201 }),
          new FunctionRequest(url),
        ),
      ),
    ).toEqual([
      `log Headers { a: '1' } URL { href: '${url}' } URLSearchParams { q: '1' } Response { status: 201, statusText: '' } Request { method: 'GET', url: '${url}' }`,
    ]);
  });

  test.each([
    [['%s en %s', 'a', 1], 'a en 1'],
    [['%d %i %f', '4.5', 4.5, 1.5], '4.5 4 1.5'],
    [['%o %j', { a: 1 }, [1]], '{ a: 1 } [ 1 ]'],
    [['%cgroot', 'color: red'], 'groot'],
    [['100%', 'x'], '100% x'],
    [['%d%% van', 5, 'y'], '5% van y'],
    [['%s'], '%s'],
    [['%s %s', 'een'], 'een %s'],
  ])('%j', (values, text) => {
    expect(run(({ log }) => log?.(...values))).toEqual([`log ${text}`]);
  });

  test('what fights back is still a line', () => {
    const bomb = {
      get a() {
        throw new Error('x');
      },
    };
    const circle: Record<string, unknown> = { n: 1 };
    circle['self'] = circle;
    const liar = { [Symbol.toStringTag]: 'Map' };
    expect(run(({ log }) => log?.(bomb, circle, liar))).toEqual([
      'log [object] { n: 1, self: [Circular] } [object]',
    ]);
  });

  test('levels, groups, counts, assertions, traces', () => {
    expect(
      run((console) => {
        console['debug']?.('d');
        console['group']?.('g');
        console['info']?.('i\nj');
        console['groupCollapsed']?.();
        console['error']?.('e');
        console['groupEnd']?.();
        console['groupEnd']?.();
        console['groupEnd']?.();
        console['count']?.('x');
        console['countReset']?.('x');
        console['count']?.('x');
        console['assert']?.(true, 'niet');
        console['assert']?.(false);
        console['trace']?.('hier');
        console['timeEnd']?.('t');
        console['dir']?.({ a: 1 });
        console['clear']?.();
      }),
    ).toEqual([
      'debug d',
      'log g',
      'info   i\n  j',
      'error     e',
      'log x: 1',
      'log x: 1',
      'error Bewering klopt niet',
      'log Trace: hier\n    in f (a.js:1:2)',
      "warn Timer 't' bestaat niet",
      'log { a: 1 }',
    ]);
  });

  test('a timer tells how long', () => {
    const [first, second] = run((console) => {
      console['time']?.('t');
      console['timeLog']?.('t', 'tussen');
      console['timeEnd']?.('t');
    });
    expect(first).toMatch(/^log t: \d+\.\d ms tussen$/);
    expect(second).toMatch(/^log t: \d+\.\d ms$/);
  });

  test('a table of rows, of values, with chosen columns, of nothing', () => {
    expect(
      run(({ table }) => {
        table?.([{ naam: 'Mila', jaar: 7 }, { naam: 'Bo' }]);
        table?.(['a', 'b']);
        table?.([{ a: 1, b: 2 }], ['b']);
        table?.('tekst');
      }),
    ).toEqual([
      "log (index) │ naam   │ jaar\n────────┼────────┼─────\n0       │ 'Mila' │ 7\n1       │ 'Bo'   │",
      "log (index) │ (waarde)\n────────┼─────────\n0       │ 'a'\n1       │ 'b'",
      'log (index) │ b\n────────┼──\n0       │ 2',
      'log tekst',
    ]);
  });
});

describe('request and response', () => {
  const url = 'https://x.test/';

  test('the headers of a request are all there, also on a copy of a copy', () => {
    const headers = [['Cookie', 'a=1'], ['Host', 'x.test'] as const] as const;
    const request = makeRequest({ method: 'GET', url, headers, body: null });
    for (const each of [request, request.clone(), new FunctionRequest(request), request.clone().clone()]) {
      expect(each.headers.get('cookie')).toBe('a=1');
      expect(each.headers.get('host')).toBe('x.test');
      expect(each).toBeInstanceOf(Request);
    }
  });

  test('new headers replace the old, as in any Request', () => {
    const first = new FunctionRequest(url, { headers: { cookie: 'a=1' } });
    expect(new FunctionRequest(first, { headers: { 'x-y': 'z' } }).headers.get('cookie')).toBeNull();
  });

  test('a body on GET or HEAD is left out', async () => {
    const body = new Uint8Array([1]);
    for (const method of ['GET', 'HEAD']) {
      expect(await makeRequest({ method, url, headers: [], body }).text()).toBe('');
    }
    expect(await makeRequest({ method: 'DELETE', url, headers: [], body }).bytes()).toEqual(body);
  });

  test('text brings its own type, unless one was given', () => {
    expect(new FunctionResponse('x').headers.get('content-type')).toBe('text/plain;charset=UTF-8');
    expect(
      new FunctionResponse('x', { headers: { 'content-type': 'text/html' } }).headers.get('content-type'),
    ).toBe('text/html');
    expect(new FunctionResponse(null).headers.get('content-type')).toBeNull();
  });

  test('headers may be a list, with a cookie', () => {
    const response = new FunctionResponse('', { headers: [['set-cookie', 'a=1']] });
    expect(response.headers.getSetCookie()).toEqual(['a=1']);
  });

  test('json and redirect refuse what the standard refuses', () => {
    expect(() => FunctionResponse.json(undefined)).toThrow(TypeError);
    expect(() => FunctionResponse.redirect(url, 200)).toThrow(RangeError);
    expect(() => FunctionResponse.redirect('/los')).toThrow(TypeError);
    expect(
      FunctionResponse.json({}, { status: 201, headers: { 'content-type': 'a/b' } }).headers.get(
        'content-type',
      ),
    ).toBe('a/b');
  });

  test('too many header bytes are too large', async () => {
    const response = new FunctionResponse('', { headers: { 'x-groot': 'x'.repeat(300_000) } });
    expect(await readResponse(response)).toMatchObject({
      ok: false,
      failure: { code: 'RESPONSE_TOO_LARGE' },
    });
  });

  test('empty chunks are no end', async () => {
    const parts = [new Uint8Array(0), new Uint8Array([1]), new Uint8Array(0), new Uint8Array([2])];
    const stream = new ReadableStream({
      pull(controller) {
        const part = parts.shift();
        if (part === undefined) controller.close();
        else controller.enqueue(part);
      },
    });
    expect(await readResponse(new FunctionResponse(stream))).toMatchObject({
      ok: true,
      response: { body: new Uint8Array([1, 2]) },
    });
  });
});

describe('refusals', () => {
  const all = {
    fetch: refusedFetch,
    ...refusedFunctions,
    ...refusedClasses,
    ...refusedGlobals,
    ...refusedOfNavigator,
  };

  test.each(Object.entries(all))('%s: says what, why and what instead', (name, refusal) => {
    const text = refusalText(name, refusal);
    expect(text).toMatch(new RegExp(`^${name} werkt hier niet: .+\\. [A-Z].+\\.$`));
    expect(text.length).toBeLessThan(220);
  });

  test('every holder of a name loses it, for good', async () => {
    const base = { fetch: () => 'echt', caches: 'echt', localStorage: 'echt' };
    const middle = Object.create(base, { caches: { value: 'echt', configurable: true } });
    const scope = Object.create(middle, { navigator: { value: Object.create({ storage: 'echt' }) } });
    refuseWhatSandboxForbids(scope);
    for (const holder of [scope, middle, base]) {
      expect(() => holder.caches).toThrow(/caches werkt hier niet/);
      expect(Object.getOwnPropertyDescriptor(holder, 'caches')).toMatchObject({ configurable: false });
    }
    expect(() => scope.navigator.storage).toThrow(expect.objectContaining({ code: 'STORAGE_BLOCKED' }));
    await expect(scope.fetch('/')).rejects.toMatchObject({ code: 'NETWORK_BLOCKED', name: 'SandboxError' });
    expect(() => new scope.WebSocket('wss://x.test')).toThrow(/WebSocket werkt hier niet/);
    for (const name of ['window', 'document', 'process', 'require']) expect(name in scope).toBe(false);
  });

  test('a learner may put a fake in the place of fetch', async () => {
    const scope: { fetch?: () => string } = {};
    refuseWhatSandboxForbids(scope);
    scope.fetch = () => 'nep';
    expect(scope.fetch()).toBe('nep');
  });
});
