/**
 * Ways out of the sandbox: one entry a mechanism. Each is the body of an async function that knows `address`, of a server that
 * remembers who came, and answers `true` when it got what a function must never have. In a plain worker all of them do,
 * which shows that they are attacks; what works in no worker is not here.
 */

export const ESCAPES: Readonly<Record<string, string>> = {
  fetch: 'await fetch(address);',
  'fetch from a prototype': `
    for (let o = globalThis; o; o = Object.getPrototypeOf(o)) {
      const found = Object.getOwnPropertyDescriptor(o, 'fetch');
      if (found) await (found.value ?? found.get.call(globalThis)).call(globalThis, address);
    }`,
  'fetch after deleting the guard': 'delete globalThis.fetch; await fetch(address);',
  'fetch with nobody waiting': 'fetch(address, { mode: "no-cors", keepalive: true }); return false;',
  'import of an address': 'await import(address + ".js");',
  'import from a module in data': `
    await import('data:text/javascript,' + encodeURIComponent('import ' + JSON.stringify(address + '.js')));`,
  'import of a module in data that fetches': `
    await import('data:text/javascript,' + encodeURIComponent('await fetch(' + JSON.stringify(address) + ')'));`,
  'import from a blob that fetches': `
    await import(URL.createObjectURL(new Blob(['await fetch(' + JSON.stringify(address) + ')'], { type: 'text/javascript' })));`,
  'import of JSON': 'await import(address + ".json", { with: { type: "json" } });',
  'a font': 'await new FontFace("f", "url(" + address + ")").load();',
  'a request of the old kind': `
    const request = new XMLHttpRequest(); request.open('GET', address, false); request.send();`,
  'a socket': `
    new WebSocket(address.replace('http', 'ws')); await new Promise((go) => setTimeout(go, 150));`,
  'a stream of events': `
    new EventSource(address); await new Promise((go) => setTimeout(go, 150));`,
  'a worker in a worker': `
    const inner = new Worker(URL.createObjectURL(new Blob(['fetch(' + JSON.stringify(address) + ').then(() => postMessage(1))'])));
    await new Promise((go) => { inner.onmessage = go; setTimeout(go, 150); });`,
  'a database': `
    await new Promise((go, no) => { const r = indexedDB.open('x'); r.onsuccess = go; r.onerror = no; }); return true;`,
  'a database by its class': `
    const factory = IDBFactory.prototype.open.call(indexedDB, 'y');
    await new Promise((go, no) => { factory.onsuccess = go; factory.onerror = no; }); return true;`,
  'a cache': 'await caches.open("x"); return true;',
  'files of the site': 'await navigator.storage.getDirectory(); return true;',
  'the names of all databases': 'await indexedDB.databases(); return true;',
  'a channel to other tabs': 'new BroadcastChannel("functielab").postMessage(1); return true;',
  'locks of the site': 'await navigator.locks.query(); return true;',
  'a lock that nobody else then gets': `
    return await navigator.locks.request('functielab:opslag:x', { ifAvailable: true }, (lock) => lock !== null);`,
  'how much the site keeps': 'return (await navigator.storage.estimate()).quota > 0;',
  'a bucket of storage of its own': 'await navigator.storageBuckets.open("x"); return true;',
  'a file system of the old kind': 'return webkitRequestFileSystemSync(0, 1024).root !== undefined;',
  'a message to whoever made the worker': 'postMessage({ type: "loaded" }); return true;',
  'code from text': 'return eval("1 + 1") === 2;',
  'a function from text': 'return new Function("return true")();',
  'a function from text, by its constructor': 'return (() => {}).constructor("return true")();',
  'an async function from text': 'return await (async () => {}).constructor("return true")();',
  'a generator from text': 'return (function* () {}).constructor("yield true")().next().value;',
  'a generator of promises from text':
    'return (await (async function* () {}).constructor("yield true")().next()).value;',
  'code from bytes':
    'return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module;',
  'a timer with text': `
    setTimeout('globalThis.ranText = true', 0); await new Promise((go) => setTimeout(go, 50)); return globalThis.ranText === true;`,
};
