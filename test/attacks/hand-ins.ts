/**
 * Code that somebody hands in to get a mark that it did not earn, or to spoil that of a neighbour: one entry a mechanism, to be
 * put around the start code of any exercise. Start code earns nothing, so whoever gets a point got it by the trick.
 */
import type { SourceFile } from '../../src/contract/data.ts';

/** Exercises of different kinds: a text, numbers in JSON, a bill with a service, and three functions with a queue and a store. */
export const ATTACKED = ['groet-iedereen', 'lees-je-logs', 'golf-weerbericht', 'stembureau'] as const;
export type Attacked = (typeof ATTACKED)[number];

export interface Attack {
  /** Runs before the start code. */
  readonly before?: string;
  /** A function of the handler of the start code, that gives the handler in its place. */
  readonly around?: string;
  /** In the place of the start code. */
  readonly instead?: string;
  /** Fields beside the code, in the file that is handed in. */
  readonly more?: object;
  /** It knows this exercise, and may solve a part of it. */
  readonly only?: Attacked;
  /** It runs into a time limit in each check, and once more alone: seconds, so in `test:deep` alone. */
  readonly isSlow?: true;
}

/** The start code of one exercise as this attack hands it in. */
export function attacked(
  files: readonly SourceFile[],
  { before = '', around, instead }: Attack,
): Record<string, string> {
  const textOf = (text: string) => {
    if (instead !== undefined) return instead;
    if (around === undefined) return `${before}\n${text}`;
    return `${text.replace('export default', 'const handler =')}\n;export default (${around})(handler);`;
  };
  return Object.fromEntries(files.map(({ path, text }) => [path, textOf(text)]));
}

const after = (work: string) => `(handler) => (...all) => { ${work}; return handler(...all); }`;
const withAnswer = (change: string) =>
  `(handler) => async (...all) => { const answer = await handler(...all); if (!(answer instanceof Response)) return answer; ${change} }`;

export const HOSTILE_HAND_INS: Readonly<Record<string, Attack>> = {
  // What the realm has, patched before the start code.
  'equal to everything, by prototypes': {
    before: `String.prototype.includes = String.prototype.startsWith = () => true; Object.is = () => true;
      Object.prototype.isPassed = true; Object.prototype.problem = null; Array.prototype.every = () => true;`,
  },
  'JSON that says what is wanted': {
    before: `JSON.stringify = () => '{"aanroepen":2,"warmst":"Leuven","aantal":5,"isPassed":true}'; JSON.parse = () => ({ isPassed: true });`,
  },
  'clocks that stand still': {
    before: `Date.now = performance.now = () => 0; Date = class extends Date { constructor() { super(0); } };`,
  },
  'no chance at all': {
    before: 'Math.random = () => 0; crypto.getRandomValues = (list) => list; crypto.randomUUID = () => "";',
  },
  'promises that are done before they are': {
    before: `const { then } = Promise.prototype; Promise.prototype.then = function (done, failed) { return then.call(this, done, () => done?.({})); };
      Promise.race = Promise.any = Promise.all = async () => [];`,
  },
  'lists that do as they like': {
    before: `for (const key of ['map', 'filter', 'sort', 'some', 'reduce', 'push', 'join']) Array.prototype[key] = function () { return this; };`,
  },
  'timers that do not wait': {
    before: 'globalThis.setTimeout = (fn) => { fn(); return 0; }; globalThis.queueMicrotask = (fn) => fn();',
  },
  'a fetch of its own': {
    before: `globalThis.fetch = async () => new Response('{"plaats":"Leuven","graden":16}', { headers: { 'content-type': 'application/json' } });`,
  },
  // It says that it is 202, which one of the exercises asks for, and is 200.
  'a class of answers that lies': {
    before: `globalThis.Response = class extends Response { get status() { return 202; } get ok() { return true; } };
      Response.json = () => new Response('{"warmst":"Leuven","aantal":5}', { status: 200 });`,
  },
  'requests that are others than came': {
    before: `Request.prototype.text = async () => ''; Request.prototype.json = async () => ({ kiezer: 's1', keuze: 'De Hap' });
      globalThis.URL = class extends URL { get searchParams() { return new Map([['naam', 'allemaal']]); } };`,
  },
  'setters where the platform writes': {
    before: `for (const key of ['status', 'body', 'headers', 'text', 'ok', 'response', 'result', 'durationMs'])
      Object.defineProperty(Object.prototype, key, { configurable: true, get: () => 202, set() {} });`,
  },

  // What is said beside the answer.
  'messages in the words of the host': {
    before: `for (const type of ['settled', 'answered', 'ready', 'loaded', 'returned', 'waiting', 'closing']) {
        try { postMessage({ type, ok: true, isPassed: true, heard: 1e9 }); } catch {}
        dispatchEvent(new MessageEvent('message', { data: { type, status: 400 } }));
      }`,
  },
  'a verdict in the log': {
    before: `console.log(JSON.stringify({ id: 'geen-naam', isPassed: true })); console.log('3 van 3 goed'); console.error('\\x1b[32mGoed');`,
  },
  'a log line in the words of a service or a bill': {
    before: `console.log('REPORT RequestId: x Duration: 0.01 ms Billed Duration: 1 ms Memory Size: 128 MB');
      console.log('https://weer.example/metingen/Leuven 200 0 ms'); console.log({ type: 'serviceCall', waitedMs: 0 });`,
  },
  'checks and solution, by their addresses': {
    around: `(handler) => async (...all) => {
      for (const path of ['./checks.ts', '../checks.js', './oplossing/groet.js', '/_astro/exercise-content.js', 'functielab:checks'])
        try { const found = await import(/* whatever */ path); if (found.default) return found.default(...all); } catch {}
      return handler(...all);
    }`,
  },
  'results in its own file': {
    more: {
      results: [{ id: 'geen-naam', isPassed: true }],
      passed: ['naam', 'geen-naam', 'te-lang'],
      marks: { goed: 3 },
    },
  },
  'a seed of its own': {
    more: { seed: 1, checks: [], solution: { 'groet.js': 'export default () => new Response()' } },
  },

  // What an answer can be.
  'an answer of which the text says yes': {
    instead: `export default () => ({ text: { includes: () => true, toString: () => 'Dag allemaal!' }, status: 200, isPassed: true });`,
  },
  'a status that is of another class': {
    around: withAnswer(`Object.defineProperty(answer, 'status', { get: () => 400 }); return answer;`),
  },
  'a body that is other the second time': {
    around: withAnswer(`let n = 0;
      answer.arrayBuffer = answer.text = async () => (n += 1) > 1 ? 'Dag allemaal!' : new TextEncoder().encode('Dag allemaal!').buffer; return answer;`),
  },
  'an answer behind a proxy': {
    around: withAnswer(
      `return new Proxy(answer, { get: (_, key) => (key === 'status' ? 202 : 'Dag allemaal!'), getPrototypeOf: () => Response.prototype });`,
    ),
  },
  'what turns itself into something else': {
    instead: `const yes = { toJSON: () => ({ warmst: 'Leuven', aantal: 5, aanroepen: 2 }), toString: () => 'Dag allemaal!', valueOf: () => 202, [Symbol.toPrimitive]: () => 202 };
      export default () => yes;`,
  },
  'a promise of its own kind that settles twice': {
    around: `(handler) => (...all) => ({ then(done) { done(handler(...all)); done(new Response('Dag allemaal!')); setTimeout(() => done(new Response('', { status: 400 })), 1); } })`,
  },
  'a promise of its own kind that never settles': {
    instead: 'export default () => ({ then() {} });',
    isSlow: true,
  },
  'an answer that is never done': {
    instead:
      'export default () => new Response(new ReadableStream({ pull() { return new Promise(() => {}); } }));',
    isSlow: true,
  },
  'an answer that breaks off': {
    around: withAnswer(`const text = await answer.text();
      return new Response(new ReadableStream({ start(to) { to.enqueue(new TextEncoder().encode(text)); to.error(new Error('weg')); } }), { status: 202 });`),
  },
  'an answer without end': {
    instead:
      'export default () => new Response(new ReadableStream({ pull(to) { to.enqueue(new Uint8Array(1e6)); } }));',
  },
  'an answer of a hundred megabytes': { instead: `export default () => new Response(new Uint8Array(1e8));` },
  'an answer that is long and looks right': {
    around: withAnswer(`return new Response((await answer.text()) + ' '.repeat(5e6));`),
  },
  'JSON too deep to read': {
    instead: `export default () => new Response('['.repeat(300_000) + ']'.repeat(300_000));`,
  },
  'a prototype in what it answers': {
    instead: `export default () => new Response('{"__proto__":{"isPassed":true,"warmst":"Leuven"},"constructor":{"prototype":{"isPassed":true}}}');`,
  },
  'numbers without end': {
    instead: `export default () => new Response('{"aantal":1e999,"aanroepen":1e999,"betaaldeMs":-1e999,"gbSeconden":NaN}');`,
  },
  'headers without end': {
    around: withAnswer(
      `for (let at = 0; at < 5_000; at += 1) answer.headers.append('x-' + at, 'y'.repeat(90)); return answer;`,
    ),
  },
  'an error with a verdict': {
    instead: `export default () => { throw Object.assign(new Error('goed'), { isPassed: true, name: 'CheckPassed', code: 'PASSED' }); };`,
  },
  'an error that can not be read': {
    instead: `export default () => { throw new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; }, getPrototypeOf() { throw 3; } }); };`,
  },
  'an error of ten megabytes': {
    instead: `export default () => { const error = new Error('x'.repeat(1e7)); error.name = 'y'.repeat(1e7); error.stack = 'z'.repeat(1e7); throw error; };`,
  },

  // What goes on beside it.
  'work after the answer': { around: after('setTimeout(() => { for (;;); }, 0)'), isSlow: true },
  'a channel that wakes itself after the answer': {
    around: after(
      'const { port1, port2 } = new MessageChannel(); port1.onmessage = () => port2.postMessage(0); port2.postMessage(0)',
    ),
    isSlow: true,
  },
  'promises that start each other after the answer': {
    around: after('const on = () => Promise.resolve().then(on); setTimeout(on, 0)'),
    isSlow: true,
  },
  'rejections without end': {
    around: after('setInterval(() => { for (let n = 0; n < 500; n += 1) Promise.reject(n); }, 1)'),
    isSlow: true,
  },
  'timers that start two others': {
    around: after('const fork = () => { setTimeout(fork, 0); setTimeout(fork, 0); }; fork()'),
    isSlow: true,
  },
  'the processor of its neighbours': {
    around:
      after(`crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']).then((key) => {
      for (let n = 0; n < 20; n += 1) void crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt: new Uint8Array(8), iterations: 2e6 }, key, 256); })`),
    isSlow: true,
  },
  'a log without end': { around: after(`for (let n = 0; n < 50_000; n += 1) console.log('x'.repeat(200))`) },
  'it ends itself': { instead: 'export default () => { close(); };' },
  'it ends itself after the answer': { around: after('setTimeout(() => close(), 0)') },
  'a module that never loads': {
    instead: 'await new Promise(() => {}); export default () => 1;',
    isSlow: true,
  },
  'a module that loops': { instead: 'for (;;); export default () => 1;', isSlow: true },
  'a handler that loops': { instead: 'export default () => { for (;;); };', isSlow: true },
  'a file that closes the module around it': {
    instead: `export default (request) => new Response('Dag'); }); globalThis.isPassed = true; ({`,
  },
  'a million things that it keeps': {
    before: 'globalThis.all = Array.from({ length: 1e6 }, (_, at) => ({ at }));',
  },

  // What knows the exercise.
  'a table of the visible examples': {
    only: 'groet-iedereen',
    instead: `const known = { Mila: 'Dag Mila!', 'Jan Willem': 'Dag Jan Willem!', '': 'Dag allemaal!' };
      export default (request) => { const naam = new URL(request.url).searchParams.get('naam') ?? '';
        return naam.startsWith('aaaa') ? new Response('te lang', { status: naam.length > 40 ? 400 : 200 }) : new Response(known[naam] ?? ''); };`,
  },
  'the answer to the question before this one': {
    only: 'groet-iedereen',
    instead: `let last = ''; export default (request) => { const mine = last; last = new URL(request.url).searchParams.get('naam') ?? 'allemaal'; return new Response('Dag ' + mine + '!'); };`,
  },
  'asked once while it loads, for all that come': {
    only: 'golf-weerbericht',
    instead: `const places = ['Gent', 'Utrecht', 'Leuven', 'Groningen', 'Breda'];
      const ask = () => Promise.all(places.map(async (place) => (await fetch('https://weer.example/metingen/' + place)).json()));
      let next = ask(); export default async () => { const all = await next; next = ask(); all.sort((a, b) => b.graden - a.graden);
        return Response.json({ warmst: all[0].plaats, aantal: all.length }); };`,
  },
  'an answer to a service that it made itself': {
    only: 'golf-weerbericht',
    instead: `export default async () => { for (const place of ['Gent', 'Utrecht', 'Leuven', 'Groningen', 'Breda']) console.log('GET https://weer.example/metingen/' + place);
        return Response.json({ warmst: 'Leuven', aantal: 5 }); };`,
  },
};
