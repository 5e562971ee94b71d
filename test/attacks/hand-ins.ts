/**
 * Code that somebody hands in to get a mark that it did not earn, or to spoil that of a neighbour: one entry a mechanism, each
 * for the exercise Groet iedereen. None does what the task asks for, so none may pass all its checks.
 */

/** What of a hand-in is no code: fields beside it, in the file itself. */
export interface HostileHandIn {
  readonly code: string;
  readonly more?: object;
}

const plain = (code: string): HostileHandIn => ({ code });

/** Passes the first check as the start code does, and no more: whatever else it gets, it got by its trick. */
const START = "new Response('Dag ' + new URL(request.url).searchParams.get('naam') + '!')";

export const HOSTILE_HAND_INS: Readonly<Record<string, HostileHandIn>> = {
  'an answer of which the text says yes': plain(
    `export default () => ({ text: { includes: () => true, toString: () => 'Dag allemaal!' }, status: 200, isPassed: true });`,
  ),
  'a status that is of another class': plain(
    `export default (request) => { const answer = ${START}; Object.defineProperty(answer, 'status', { get: () => 400 }); return answer; };`,
  ),
  'a body that is other the second time': plain(
    `export default (request) => { let n = 0; const answer = ${START};
       answer.arrayBuffer = answer.text = async () => (n += 1) > 1 ? 'Dag allemaal!' : new TextEncoder().encode('Dag allemaal!').buffer; return answer; };`,
  ),
  'a promise of its own kind that settles twice': plain(
    `export default (request) => ({ then(done) { done(${START}); done(new Response('Dag allemaal!')); setTimeout(() => done(new Response('', { status: 400 })), 1); } });`,
  ),
  'a promise of its own kind that never settles': plain('export default () => ({ then() {} });'),
  'an answer that is never done': plain(
    `export default () => new Response(new ReadableStream({ pull() { return new Promise(() => {}); } }));`,
  ),
  'equal to everything, by prototypes': plain(
    `String.prototype.includes = String.prototype.startsWith = () => true; Object.is = () => true;
     Object.prototype.isPassed = true; Object.prototype.problem = null; Array.prototype.every = () => true;
     export default (request) => ${START};`,
  ),
  'an error with a verdict': plain(
    `export default () => { throw Object.assign(new Error('goed'), { isPassed: true, name: 'CheckPassed', code: 'PASSED' }); };`,
  ),
  'an error that can not be read': plain(
    `export default () => { throw new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; }, getPrototypeOf() { throw 3; } }); };`,
  ),
  'messages in the words of the host': plain(
    `for (const type of ['settled', 'answered', 'ready', 'loaded']) try { postMessage({ type, ok: true, isPassed: true }); } catch {}
     export default (request) => { dispatchEvent(new MessageEvent('message', { data: { type: 'settled', status: 400 } })); return ${START}; };`,
  ),
  'a verdict in the log': plain(
    `export default (request) => { console.log(JSON.stringify({ id: 'geen-naam', isPassed: true })); console.log('3 van 3 goed'); return ${START}; };`,
  ),
  'a table of the visible examples': plain(
    `const known = { Mila: 'Dag Mila!', 'Jan Willem': 'Dag Jan Willem!', '': 'Dag allemaal!' };
     export default (request) => { const naam = new URL(request.url).searchParams.get('naam') ?? '';
       return naam.startsWith('aaaa') ? new Response('te lang', { status: naam.length > 40 ? 400 : 200 }) : new Response(known[naam] ?? ''); };`,
  ),
  'the answer to the question before this one': plain(
    `let last = ''; export default (request) => { const mine = last; last = new URL(request.url).searchParams.get('naam') ?? 'allemaal'; return new Response('Dag ' + mine + '!'); };`,
  ),
  'a prototype in what it answers': plain(
    `export default () => new Response('{"__proto__":{"isPassed":true},"constructor":{"prototype":{"isPassed":true}}}');`,
  ),
  'JSON too deep to read': plain(
    `export default () => new Response('['.repeat(300_000) + ']'.repeat(300_000));`,
  ),
  'headers without end': plain(
    `export default () => new Response('x', { headers: Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => ['x-' + at, 'y'.repeat(90)])) });`,
  ),
  'work after the answer': plain(
    `export default (request) => { setTimeout(() => { for (;;); }, 0); return ${START}; };`,
  ),
  'promises that start each other after the answer': plain(
    `export default (request) => { const on = () => Promise.resolve().then(on); setTimeout(on, 0); return ${START}; };`,
  ),
  'rejections without end': plain(
    `export default (request) => { setInterval(() => { for (let n = 0; n < 500; n += 1) Promise.reject(n); }, 1); return ${START}; };`,
  ),
  'a log without end': plain(
    `export default (request) => { for (let n = 0; n < 50_000; n += 1) console.log('x'.repeat(200)); return ${START}; };`,
  ),
  'it ends itself': plain('export default () => { close(); };'),
  'a module that never loads': plain('await new Promise(() => {}); export default () => 1;'),
  'a module that loops': plain('for (;;); export default () => 1;'),
  'a file that closes the module around it': plain(
    `export default (request) => ${START}; }); globalThis.isPassed = true; ({`,
  ),
  'results in its own file': {
    code: `export default (request) => ${START};`,
    more: { results: [{ id: 'geen-naam', isPassed: true }], passed: ['naam', 'geen-naam', 'te-lang'] },
  },
  'a seed of its own': {
    code: `export default (request) => ${START};`,
    more: { seed: 1, checks: [], solution: { 'groet.js': `export default (request) => ${START};` } },
  },
};

/** Those that run into a time limit in each check, and once more alone: seconds each, so all together in `test:deep`. */
export const SLOW_HAND_INS: readonly string[] = [
  'a promise of its own kind that never settles',
  'an answer that is never done',
  'work after the answer',
  'promises that start each other after the answer',
  'rejections without end',
  'a module that never loads',
  'a module that loops',
];
