/**
 * Ways to take what the runtime uses beside the learner's code, in the same realm: its port, its messages, its moments. Each is a
 * text that patches something and puts in `caught` what of that it gets to see. `victim` is a runtime as one would write it
 * without care: each theft succeeds on it.
 */

/** Before each: what is the host's is a port, or a message with a `type` of the protocol. */
const before = `
  const caught = [];
  const isOurs = (value) => {
    try {
      if (value instanceof Port) return true;
      return typeof value === 'object' && value !== null && Types.includes(own(value, 'type')?.value);
    } catch { return false; }
  };
  const Port = MessagePort;
  const own = Object.getOwnPropertyDescriptor;
  const { apply } = Reflect;
  const Types = ['invoke', 'answered', 'start', 'ready', 'settled', 'loaded', 'log', 'call', 'reply'];
  Types.includes = Types.includes;
  const see = (name, values) => { for (let at = 0; at < values.length; at += 1) if (isOurs(values[at])) caught[caught.length] = name; };
  const spy = (owner, key) => {
    const original = owner[key];
    Object.defineProperty(owner, key, { configurable: true, writable: true, value: function (...args) {
      see(String(key), [this, ...args]);
      return apply(original, this, args);
    } });
  };
`;

export const THEFTS: Readonly<Record<string, string>> = {
  'postMessage of a port': "spy(MessagePort.prototype, 'postMessage');",
  'close of a port': "spy(MessagePort.prototype, 'close');",
  'start of a port': "spy(MessagePort.prototype, 'start');",
  'addEventListener of all': "spy(EventTarget.prototype, 'addEventListener');",
  'the data of a message': `
    const data = own(MessageEvent.prototype, 'data').get;
    Object.defineProperty(MessageEvent.prototype, 'data', { get() { const value = apply(data, this, []); see('data', [value]); return value; } });`,
  'the ports of a message': `
    const ports = own(MessageEvent.prototype, 'ports').get;
    Object.defineProperty(MessageEvent.prototype, 'ports', { get() { const value = apply(ports, this, []); see('ports', value); return value; } });`,
  'onmessage of a port': `
    Object.defineProperty(MessagePort.prototype, 'onmessage', { set() { see('onmessage', [this]); } });`,
  'call of functions': "spy(Function.prototype, 'call');",
  'apply of functions': "spy(Function.prototype, 'apply');",
  'bind of functions': "spy(Function.prototype, 'bind');",
  'apply of Reflect': `
    Reflect.apply = (f, self, args) => { see('apply', [self, ...args]); return apply(f, self, args); };`,
  'then of promises': `
    const then = Promise.prototype.then;
    Promise.prototype.then = function (done, failed) {
      return apply(then, this, [(value) => { see('then', [value]); return typeof done === 'function' ? done(value) : value; }, failed]);
    };`,
  'resolve of promises': "spy(Promise, 'resolve');",
  'push of lists': "spy(Array.prototype, 'push');",
  'map of lists': "spy(Array.prototype, 'map');",
  'forEach of lists': `
    const each = Array.prototype.forEach;
    Array.prototype.forEach = function (...args) { see('forEach', this); return apply(each, this, args); };`,
  'walking through lists': `
    const walk = Array.prototype[Symbol.iterator];
    Array.prototype[Symbol.iterator] = function () { see('iterator', this); return apply(walk, this, []); };`,
  'set of maps': "spy(Map.prototype, 'set');",
  'get of weak maps': "spy(WeakMap.prototype, 'get');",
  'add of sets': "spy(Set.prototype, 'add');",
  'assign of objects': "spy(Object, 'assign');",
  'freeze of objects': "spy(Object, 'freeze');",
  'entries of objects': "spy(Object, 'entries');",
  'JSON of objects': "spy(JSON, 'stringify');",
  'copies of objects': "spy(globalThis, 'structuredClone');",
  'a setter where objects have nothing': `
    Object.defineProperty(Object.prototype, 'port', { configurable: true, set(value) { see('port', [value]); } });`,
  'a getter that is asked on whose behalf': `
    Object.defineProperty(Object.prototype, 'transfer', { configurable: true, get() { see('transfer', [this]); } });`,
  'whether something is of a class': `
    Object.defineProperty(MessagePort, Symbol.hasInstance, { configurable: true, value: (value) => {
      if (Object.prototype.toString.call(value) === '[object MessagePort]') caught[caught.length] = 'hasInstance';
      return true;
    } });`,
  'the class of a promise': `
    const { then } = Promise.prototype;
    let isLooking = false;
    Object.defineProperty(Promise.prototype, 'constructor', { configurable: true, get() {
      if (!isLooking) {
        isLooking = true;
        apply(then, this, [(value) => see('constructor', [value])]);
        isLooking = false;
      }
      return Promise;
    } });`,
  'the kind of list that a method makes': `
    Object.defineProperty(Array, Symbol.species, { configurable: true, get: () => function () {
      return new Proxy([], { defineProperty(list, key, to) { see('species', [to.value]); return Reflect.defineProperty(list, key, to); } });
    } });`,
  'a setter at a place in lists': `
    Object.defineProperty(Array.prototype, '3', { configurable: true, set(value) { see('3', [value]); } });`,
  'a parent above the ports': `
    Object.setPrototypeOf(MessagePort.prototype, new Proxy(EventTarget.prototype, {
      get(target, key, port) { see('parent', [port]); return Reflect.get(target, key, port); },
    }));`,
  'the class of channels': `
    const Channel = MessageChannel;
    globalThis.MessageChannel = function () { const made = new Channel(); see('MessageChannel', [made.port1]); return made; };`,
  'a listener of its own':
    "addEventListener('message', ({ data, ports }) => see('listener', [data, ...ports]));",
  'a text of its own for ports': `
    Object.defineProperty(MessagePort.prototype, Symbol.toPrimitive, { configurable: true, value() { see('toPrimitive', [this]); return ''; } });`,
  'JSON of ports': `
    Object.defineProperty(Object.prototype, 'toJSON', { configurable: true, value() { see('toJSON', [this]); return {}; } });`,
  'errors that tell who called': `
    Error.prepareStackTrace = (error, frames) => { for (let at = 0; at < frames.length; at += 1) see('stack', [frames[at].getThis()]); return ''; };`,
  'a microtask': `
    const queue = globalThis.queueMicrotask;
    globalThis.queueMicrotask = (job) => { caught[caught.length] = 'queueMicrotask'; return apply(queue, undefined, [job]); };`,
};

/** What each theft must find something in. It is told with `caught` of the theft. */
const victim = `
  const { port1, port2 } = new MessageChannel();
  const message = { type: 'invoke' };
  const list = [];
  await new Promise((done) => {
    port1.onmessage = () => {};
    port1.addEventListener('message', ({ data, ports }) => { void data; void ports; done(); });
    port1.start();
    port2.postMessage(message, { transfer: [new MessageChannel().port1] });
    setTimeout(done, 10_000);
  });
  list.push(port1);
  list.map((port) => port);
  list.map(String, port1);
  list.forEach(() => {});
  for (const port of list) void port;
  const held = function () {};
  held.call(port1); held.apply(port1); held.bind(port1); Reflect.apply(held, port1, []);
  await Promise.resolve(port1).then((port) => port);
  await Promise.resolve(message).then((one) => one);
  new Map().set(message, port1); new WeakMap().get(message); new Set().add(message);
  const holder = {}; holder.port = port1; void message.transfer; void (port1 instanceof MessagePort);
  Object.assign({}, message); Object.entries(message); JSON.stringify(message); structuredClone(message); Object.freeze(message);
  queueMicrotask(() => {});
  list[3] = port1; void ('' + port1);
  // Code that is not strict, as old libraries are.
  new Function('return new Error().stack').call(port1);
  dispatchEvent(new MessageEvent('message', { data: message }));
  port1.close();
`;

export const stolenByPlain = (theft: string): string => `${before}${theft}${victim}
  return caught.length > 0;`;

export const stealingFunction = (theft: string): string => `${before}${theft}
  export default async () => {
    console.log('een regel');
    await new Promise((go) => setTimeout(go, 1));
    return new Response(caught.length === 0 ? 'niets' : 'buit: ' + caught.join());
  };`;
