/** `functielab [map]`: a folder that answers on this computer, is deployed at each save, and tells what each invocation cost. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bill } from '../../src/tool/bill/bill-logs.ts';
import { dutchBillWords } from '../../src/tool/bill/bill-words.ts';
import { loadPrices } from '../../src/tool/bill/tariff-folder.ts';
import { startLocalServer } from '../../src/tool/server/local-server.ts';
import { ask, command, folderWith, HELLO, PATIENT, patiently, start, write } from './running.ts';

test('one handler of a stranger, in a folder with nothing else, answers', async () => {
  const folder = folderWith({ 'hallo.js': HELLO });
  const { call, printed } = await start(folder);
  const answer = await call('/waar/ook?x=1', { method: 'POST', body: 'zó' });
  expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { versie: 1, tekst: 'zó' }]);
  expect(printed.out).toMatch(
    /Instantie 1: koude start, [\d,]+ ms\n {4}\| hallo\nInstantie 1: klaar in [\d,]+ ms, 128 MB\n {4}Bon: €\s[^(]+ \(\$ [\d.]+\)\nPOST \/waar\/ook\?x=1 → 200\n/,
  );
  expect(readdirSync(folder)).toEqual(['hallo.js']);
});

test('saving deploys, and runs nothing; the next call meets what was saved', async () => {
  // With room for one: a call that a save had made would be there, or in the way of ours.
  const project = {
    version: 1,
    functions: { hallo: { entry: 'hallo.js', trigger: { type: 'http' } } },
    concurrencyLimit: 1,
    timeoutMs: PATIENT,
  };
  const folder = folderWith({ 'hallo.js': HELLO, 'functielab.json': JSON.stringify(project) });
  const { call, until } = await start(folder);
  write(folder, 'hallo.js', HELLO.replace('versie: 1', 'versie: 2'));
  await until(/Uitgerold: hallo\n[\s\S]*Uitgerold: hallo\n/);
  const answer = await call('/');
  expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { versie: 2, tekst: '' }]);
  expect((await call('/_functielab/usage')).text.trim().split('\n')).toHaveLength(1);
});

test('what is wrong after a save is told, and the version before it runs on', async () => {
  const folder = folderWith({ 'hallo.js': HELLO, 'functielab.json': patiently('hallo.js') });
  const { call, printed } = await start(folder);
  write(folder, 'package.json', '{ "type": ');
  expect((await call('/')).status).toBe(200);
  expect(printed.err).toMatch(/package\.json is geen geldige JSON[\s\S]*De vorige versie draait door\./);
  rmSync(join(folder, 'hallo.js'));
  rmSync(join(folder, 'package.json'));
  expect(JSON.parse((await call('/')).text)).toMatchObject({ versie: 1 });
  write(folder, 'hallo.js', HELLO.replace('versie: 1', 'versie: 3'));
  expect(JSON.parse((await call('/')).text)).toMatchObject({ versie: 3 });
});

test('a folder whose package.json says nothing of modules, with a file that it imports', async () => {
  const folder = folderWith({
    'package.json': '{ "name": "oud" }',
    'functie.js': `import './lib/soort.js';\nexport default () => new Response(globalThis.soort);`,
    // Nothing in it tells a newer Node that it is no module of the older kind.
    'lib/soort.js': `globalThis.soort = typeof module === 'undefined' ? 'nieuw' : 'oud';`,
  });
  expect((await (await start(folder)).call('/')).text).toBe('nieuw');
});

test('a package of the folder is found, and one that is not installed is told of', async () => {
  const folder = folderWith({
    'functie.js': `import tien from 'tien';\nexport default () => new Response(String(tien));`,
    'node_modules/tien/package.json': '{ "name": "tien", "type": "module", "exports": "./index.js" }',
    'node_modules/tien/index.js': 'export default 10;',
  });
  const { call, printed } = await start(folder);
  expect((await call('/')).text).toBe('10');
  expect(printed.out).toContain('De code gebruikt pakketten of onderdelen van Node (tien).');
  expect(printed.out).not.toContain('Niet geïnstalleerd');
  rmSync(join(folder, 'node_modules'), { recursive: true });
  const without = await start(folder);
  expect(without.printed.out).toContain('Niet geïnstalleerd: tien. Typ in de map: npm install tien');
  const failed = await without.call('/');
  expect([failed.status, failed.text]).toEqual([
    502,
    'functie.js importeert tien, maar dat pakket is er niet. Typ: npm install\n',
  ]);
});

test('a Worker is called as its own platform does', async () => {
  const folder = folderWith({
    'worker.js': `export default { fetch(request, env) { return new Response('worker ' + new URL(request.url).pathname); } };`,
  });
  const { call, printed } = await start(folder);
  expect((await call('/a')).text).toBe('worker /a');
  expect(printed.out).toContain('worker.js is een Worker');
  expect(readdirSync(folder)).toEqual(['worker.js']);
});

const SEVERAL = {
  'functielab.json': JSON.stringify({
    version: 1,
    functions: {
      bestel: {
        entry: 'bestel.js',
        trigger: { type: 'http', routes: ['POST /bestel', 'GET /bestel/:id'] },
        grants: ['queue', 'kv'],
      },
      verwerk: { entry: 'verwerk.js', trigger: { type: 'queue' }, grants: ['kv'] },
      tel: { entry: 'tel.js', trigger: { type: 'upload', prefix: 'uploads/' }, grants: ['bucket', 'kv'] },
      stand: { entry: 'stand.js', trigger: { type: 'timer', cron: '0 0 1 1 *' }, grants: ['kv'] },
    },
    env: { GROET: 'dag' },
    timeoutMs: PATIENT,
  }),
  'bestel.js': `export default async (request, { params, kv, queue, env }) => {
  if (params.id) return Response.json(await kv.get('b/' + params.id));
  await queue.send({ id: 'x', groet: env.GROET });
  return new Response(null, { status: 202 });
};`,
  'verwerk.js': `export default async (event, { kv }) => {
  for (const { body } of event.data.messages) await kv.put('b/' + body.id, body);
};`,
  'tel.js': `export default async (event, { bucket, kv }) => {
  const file = await bucket.get(event.data.key);
  await kv.put('lengte', file.text().length);
};`,
  'stand.js': `export default async (event, { kv }) => { await kv.put('stand', event.data.cron); };`,
};

describe('functions of which functielab.json tells', () => {
  test('go off by a request, a message, a file and the clock', async () => {
    const { call, until, printed } = await start(folderWith(SEVERAL));
    expect(printed.out).toContain('  bestel: POST /bestel, GET /bestel/:id\n');
    expect((await call('/bestel', { method: 'POST' })).status).toBe(202);
    await until(/klaar in[\s\S]*klaar in/);
    expect(JSON.parse((await call('/bestel/x')).text)).toEqual({ id: 'x', groet: 'dag' });

    const put = await call('/_functielab/bucket/uploads/a.txt', { method: 'PUT', body: 'zes en' });
    expect(put.status).toBe(202);
    await until(/(klaar in[\s\S]*){4}/);
    expect(JSON.parse((await call('/_functielab/clock', { method: 'POST' })).text)).toEqual({ jumped: true });
    await until(/(klaar in[\s\S]*){5}/);
    const { kv, bucket } = JSON.parse((await call('/_functielab/stores')).text);
    expect(kv.map(({ key, value }: { key: string; value: string }) => [key, JSON.parse(value)])).toEqual([
      ['b/x', { id: 'x', groet: 'dag' }],
      ['lengte', 6],
      ['stand', '0 0 1 1 *'],
    ]);
    expect(bucket).toEqual([{ key: 'uploads/a.txt', size: 6, contentType: 'application/octet-stream' }]);
  });

  test('say which requests none of them answers', async () => {
    const { call } = await start(folderWith(SEVERAL));
    const none = await call('/nergens');
    expect([none.status, none.text]).toEqual([404, 'Geen enkele functie beantwoordt /nergens.\n']);
    const other = await call('/bestel', { method: 'DELETE' });
    expect([other.status, other.headers['allow'], other.text]).toEqual([
      405,
      'POST',
      'Dit pad bestaat, maar alleen met POST.\n',
    ]);
  });

  test('come and go with a save, and what is stored stays', async () => {
    const folder = folderWith(SEVERAL);
    const { call, until } = await start(folder);
    await call('/bestel', { method: 'POST' });
    await until(/klaar in[\s\S]*klaar in/);
    const { bestel } = JSON.parse(SEVERAL['functielab.json']).functions;
    bestel.trigger.routes = ['GET /order/:id'];
    write(
      folder,
      'functielab.json',
      JSON.stringify({ version: 1, functions: { bestel }, timeoutMs: PATIENT }),
    );
    expect((await call('/bestel', { method: 'POST' })).status).toBe(404);
    expect(JSON.parse((await call('/order/x')).text)).toEqual({ id: 'x', groet: 'dag' });
  });
});

test('timers go off at their own time with --clock, and without it they wait', async () => {
  const files = {
    'functielab.json': JSON.stringify({
      version: 1,
      functions: { tik: { entry: 'tik.js', trigger: { type: 'timer', cron: '* * * * * *' } } },
      timeoutMs: PATIENT,
    }),
    'tik.js': `export default () => console.log('tik');`,
  };
  const still = await start(folderWith(files));
  expect(still.printed.out).toContain('tik: de klok, * * * * * * (die staat stil:');
  const ticking = await start(folderWith(files), ['--clock']);
  expect(ticking.printed.out).toContain('tik: de klok, * * * * * *\n');
  await ticking.until(/ {4}\| tik\n[\s\S]* {4}\| tik\n/);
  expect(still.printed.out).not.toContain('    | tik');
});

test('a body that is too large is refused by the desk as well as by the lab', async () => {
  const { call } = await start(folderWith(SEVERAL));
  const body = 'x'.repeat(6 * 1024 * 1024 + 1);
  for (const [method, path] of [
    ['POST', '/bestel'],
    ['PUT', '/_functielab/bucket/uploads/a.txt'],
  ] as const) {
    expect((await call(path, { method, body })).status).toBe(413);
  }
  expect(JSON.parse((await call('/_functielab/stores')).text).bucket).toEqual([]);
});

describe('receipts', () => {
  const COUNTS = `export default (request) => {
  let n = 0;
  for (let i = 0; i < 1e5 * Number(new URL(request.url).searchParams.get('keer') ?? 1); i += 1) n += i;
  return new Response(String(n));
};`;

  test.each(['aws-lambda-x86-us-east-1', 'cloudflare-workers-paid', 'gcp-cloud-run-functions'])(
    'under %s are those of the bill on the same record, to the last digit',
    async (tariff) => {
      const prices = loadPrices();
      const folder = folderWith({ 'tel.js': COUNTS, 'functielab.json': patiently('tel.js') });
      const { call, printed, stop } = await start(folder, ['--tariff', tariff]);
      for (const times of [1, 20, 3]) await call(`/?keer=${times}`);
      const usage = (await call('/_functielab/usage')).text.trim().split('\n');
      expect(usage).toHaveLength(3);
      expect(await stop()).toBe(0);
      const billed = async (lines: readonly string[]) => {
        async function* input() {
          yield new TextEncoder().encode(lines.join('\n'));
        }
        const args = ['--tariff', tariff, '--json'];
        const { stdout } = await bill(args, input(), prices, new Date('2026-11-29'), dutchBillWords('bill'));
        return JSON.parse(stdout).totalUsd as string;
      };
      const each = [...printed.out.matchAll(/Bon: .*\(\$ ([\d.]+)\)/g)].map(([, usd]) => usd);
      expect(each).toEqual(await Promise.all(usage.map((line) => billed([line]))));
      const [, calls, total] = /Samen: (\d+) aanroepen, .*\(\$ ([\d.]+)\)/.exec(printed.out) ?? [];
      expect([calls, total]).toEqual(['3', await billed(usage)]);
    },
  );
});

describe('what is stored', () => {
  const COUNTER = {
    'functielab.json': JSON.stringify({
      version: 1,
      functions: { tel: { entry: 'tel.js', trigger: { type: 'http' }, grants: ['kv', 'bucket'] } },
      timeoutMs: PATIENT,
    }),
    'tel.js': `export default async (request, { kv, bucket }) => {
  const n = ((await kv.get('n')) ?? 0) + 1;
  await kv.put('n', n);
  await bucket.put('f', 'bestand ' + n);
  return Response.json({ n });
};`,
  };

  test('goes with the tool, unless it is to be kept: then it is there the next time', async () => {
    const folder = folderWith(COUNTER);
    const count = async (args: readonly string[]) => {
      const { call, stop } = await start(folder, args);
      const { n } = JSON.parse((await call('/')).text);
      expect(await stop()).toBe(0);
      return n;
    };
    expect([await count([]), await count([])]).toEqual([1, 1]);
    expect(existsSync(join(folder, '.functielab'))).toBe(false);
    expect([await count(['--keep']), await count(['--keep'])]).toEqual([1, 2]);
    expect(readdirSync(join(folder, '.functielab/files'))).toHaveLength(1);
  });

  test.each([
    ['{ "version": 1, "kv": ', /niet te lezen/],
    ['{ "version": 2 }', /van een nieuwere Functielab/],
  ])('as %j is refused, and left as it is', async (text, sentence) => {
    const folder = folderWith({ ...COUNTER, '.functielab/stores.json': text });
    const { status, err } = await command(folder, ['--keep']);
    expect([status, err]).toEqual([2, expect.stringMatching(sentence)]);
    expect(readdirSync(join(folder, '.functielab'))).toEqual(['stores.json']);
  });
});

describe('on this computer', () => {
  const options = {
    answer: async () => ({ status: 200, statusText: '', headers: [], body: new Uint8Array() }),
    refusalWords: { BAD_TARGET: '', OTHER_HOST: '', OTHER_SITE: '', NO_TOKEN: 'geen sleutel' },
    lab: { page: null, open: () => false, receive: () => false },
    welcomeWords: '',
    failedWords: '',
    noPageWords: '',
  };

  async function taken(): Promise<number> {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  test('a port that is taken is passed over, unless it was asked for', async () => {
    const port = await taken();
    const server = await startLocalServer({ ...options, port: null, firstPort: port });
    onTestFinished(() => server.close());
    expect(server.port).toBeGreaterThan(port);
    const { status, err } = await command(folderWith({ 'hallo.js': HELLO }), ['--port', String(port)]);
    expect([status, err]).toEqual([
      2,
      `Poort ${port} is bezet. Kies een andere, bijvoorbeeld --port ${port + 1}.\n`,
    ]);
  });

  test('it listens on 127.0.0.1 only, with another key at each start', async () => {
    const [one, other] = [
      await startLocalServer({ ...options, port: 0 }),
      await startLocalServer({ ...options, port: 0 }),
    ];
    onTestFinished(async () => {
      await one.close();
      await other.close();
    });
    expect(one.token).not.toBe(other.token);
    expect(one.token.length).toBeGreaterThanOrEqual(32);
    // All of 127.0.0.0/8 is this computer; a server for everybody would answer here too.
    const elsewhere = createServer();
    await new Promise<void>((resolve, reject) => {
      elsewhere.once('error', reject);
      elsewhere.listen(one.port, '127.0.0.2', resolve);
    });
    elsewhere.close();
  });

  test('who has no key gets a sentence, and no function hears of it', async () => {
    const { port, token, printed } = await start(folderWith({ 'hallo.js': HELLO }));
    const stranger = await ask(port, '/');
    expect([stranger.status, stranger.text]).toEqual([
      401,
      'Open het adres dat in de terminal staat: daarin zit de sleutel van deze keer.\n',
    ]);
    const rebound = await ask(port, '/', { headers: { host: 'kwaad.example', 'x-functielab': token } });
    expect(rebound.status).toBe(403);
    const form = { method: 'POST', headers: { origin: 'https://kwaad.example', 'x-functielab': token } };
    expect((await ask(port, '/_functielab/queue', form)).status).toBe(403);
    expect(printed.out).not.toContain('koude start');
  });

  test('a browser goes in by the address of a tab, and on without the key; a function sees nothing of it', async () => {
    const folder = folderWith({
      'functielab.json': patiently('zie.js'),
      'zie.js': `export default (request) => Response.json([request.url, request.headers.get('cookie'), request.headers.get('x-functielab')]);`,
    });
    const { port, token, tabKey } = await start(folder);
    const host = `localhost:${port}`;
    const welcome = await ask(port, `/a?functielab=${tabKey}&b=%22%3C`, {
      headers: { host, accept: 'text/html' },
    });
    expect(welcome.text).toContain('content="0;url=/a?b=%22%3C"');
    expect(welcome.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    const [cookie = ''] = welcome.headers['set-cookie'] as string[];
    expect(cookie).toContain('HttpOnly; SameSite=Strict');
    const headers = { host, cookie: `eigen=1; ${cookie.split(';')[0]}`, accept: 'text/html' };
    const seen = await ask(port, '/a?b=%22%3C', { headers });
    expect(JSON.parse(seen.text)).toEqual([`http://${host}/a?b=%22%3C`, 'eigen=1', null]);
    const program = await ask(port, '/a', { headers: { 'x-functielab': token } });
    expect(JSON.parse(program.text)).toEqual([`http://127.0.0.1:${port}/a`, null, null]);
  });

  test('a header that can’t be sent is an answer, and the server lives on', async () => {
    const folder = folderWith({
      'functielab.json': patiently('kop.js'),
      'kop.js': `export default (request) =>
  new Response('x', { headers: { 'x-eerst': '1', 'x-kop': new URL(request.url).pathname === '/' ? 'a' : 'a\\u0001b' } });`,
    });
    const { call } = await start(folder);
    const failed = await call('/kwaad');
    expect([failed.status, failed.headers['x-eerst'], failed.text]).toEqual([
      500,
      undefined,
      expect.stringContaining('Kijk naar de namen en waarden van de headers.'),
    ]);
    expect((await call('/')).headers).toMatchObject({ 'x-eerst': '1', 'x-kop': 'a' });
  });
});

test('what a function writes can give no orders to a terminal', async () => {
  const folder = folderWith({
    'functielab.json': patiently('kwaad.js'),
    'kwaad.js': `export default () => { console.log('\\u001b[2Jweg\\u0007'); return new Response('x'); };`,
  });
  const { call, printed } = await start(folder);
  await call('/%1b[2J');
  expect(printed.out).toContain('    | �[2Jweg�\n');
  for (const sign of ['\u001b', '\u0007']) expect(printed.out).not.toContain(sign);
});
