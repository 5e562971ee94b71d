/** The line of a page as the tool has it: what it may be told, and what the Node host at its end lets run. */
import { type ClientRequest, request } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { InstanceSpec, Report } from '../../src/contract/host.ts';
import { afterMark, decodeLine, encodeLine, LineReader, markOf } from '../../src/host/node/wire.ts';
import { type FromTool, versionOf } from '../../src/tool/lab/protocol.ts';
import { ask, folderWith, PATIENT, start, write } from './running.ts';

const PAGE = '/_functielab/line?page=abcdefgh';
const SECRET = '0123456789abcdef';
const CODE = `export default (request, { env }) => new Response('van de map ' + env.GROET);`;
const FILES = {
  'hallo.js': CODE,
  'weg.js': `throw new Error('dit begint niet');`,
  'functielab.json': JSON.stringify({
    version: 1,
    functions: { hallo: { entry: 'hallo.js', trigger: { type: 'http' } } },
    env: { GROET: 'dag' },
    timeoutMs: PATIENT,
  }),
};
const VERSION = versionOf(
  Object.entries(FILES).flatMap(([path, text]) => (path === 'functielab.json' ? [] : [{ path, text }])),
);

async function withPage() {
  const folder = folderWith(FILES);
  const tool = await start(folder);
  const headers = { 'x-functielab': tool.token };
  const messages: FromTool[] = [];
  const reports: Report[] = [];
  const looking = new Set<() => void>();
  const lines = new LineReader();
  const fromHost = new LineReader();
  let sent: ClientRequest | null = null;
  await new Promise<void>((resolve, reject) => {
    sent = request({ host: '127.0.0.1', port: tool.port, path: PAGE, headers, agent: false }, (answer) => {
      expect(answer.statusCode).toBe(200);
      answer.on('error', () => {});
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        for (const line of lines.push(chunk)) {
          const message = decodeLine(line) as FromTool;
          messages.push(message);
          if (message.type === 'host') for (const one of fromHost.push(message.text)) hear(one);
        }
        for (const look of [...looking]) look();
      });
      resolve();
    });
    sent.on('error', reject);
    sent.end();
  });
  onTestFinished(() => void sent?.destroy());
  function hear(line: string): void {
    const message = decodeLine(afterMark(line, markOf(SECRET)) ?? '') as { type: string; report: Report };
    if (message.type === 'report') reports.push(message.report);
  }
  const until = <Found>(find: () => Found | undefined) =>
    new Promise<Found>((resolve) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        looking.delete(look);
        resolve(found);
      };
      looking.add(look);
      look();
    });
  const say = async (message: unknown) => {
    const answer = await ask(tool.port, PAGE, { method: 'POST', headers, body: encodeLine(message) });
    expect(answer.status).toBe(204);
  };
  const begin = async (project: string, asked: Partial<InstanceSpec> = {}) => {
    const spec: InstanceSpec = {
      instanceId: 1,
      functionName: 'hallo',
      files: [],
      entry: 'hallo.js',
      memoryMb: 128,
      timeoutMs: PATIENT,
      env: {},
      ...asked,
    };
    await say({ type: 'hello', secret: SECRET });
    await say({ type: 'start', host: 'host-1', project, spec });
    return until(() => reports.find(({ type }) => type === 'ready' || type === 'ended'));
  };
  return { ...tool, folder, messages, reports, until, say, begin };
}

test('it tells what is deployed, and what is deployed after that', async () => {
  const { folder, until, messages } = await withPage();
  const first = await until(() => messages.find(({ type }) => type === 'version'));
  expect(first).toMatchObject({ version: VERSION, project: { functions: { hallo: { entry: 'hallo.js' } } } });
  expect(messages[0]).toMatchObject({ type: 'greeting', language: 'nl', id: expect.stringMatching(/^map-/) });
  write(folder, 'hallo.js', `${CODE}\n`);
  const next = await until(() => messages.filter(({ type }) => type === 'version')[1]);
  expect(next).not.toMatchObject({ version: VERSION });
});

test('it tells what comes of calls from elsewhere', async () => {
  const { call, until, messages } = await withPage();
  expect((await call('/')).text).toBe('van de map dag');
  const ended = await until(() =>
    messages
      .flatMap((message) => (message.type === 'entries' ? message.entries : []))
      .find(({ type }) => type === 'invocationEnded'),
  );
  expect(ended).toMatchObject({ functionName: 'hallo', outcome: 'ok' });
  expect(messages.find(({ type }) => type === 'entries')).toMatchObject({ engine: 1 });
});

describe('its Node host', () => {
  test('runs what was read from the folder, with the environment of the folder', async () => {
    const files = [{ path: 'hallo.js', text: `export default () => new Response('van de lijn');` }];
    const { begin, say, reports, until } = await withPage();
    const env = { GROET: 'kwaad', NODE_OPTIONS: '--import=data:text/javascript,' };
    expect(await begin(VERSION, { files, env, entry: 'weg.js' })).toMatchObject({ type: 'ready' });
    const ask = { method: 'GET', url: 'http://functie.test/', headers: [], body: null };
    const invocation = { invocationId: 'a', isCold: true, attempt: 1, request: ask, params: {} };
    await say({ type: 'invoke', host: 'host-1', instanceId: 1, invocation });
    const settled = await until(() => reports.find(({ type }) => type === 'settled'));
    if (settled.type !== 'settled' || !settled.result.ok || !('response' in settled.result)) {
      return expect.fail(JSON.stringify(settled));
    }
    expect(new TextDecoder().decode(settled.result.response.body)).toBe('van de map dag');
  });

  test.each([
    ['a version that was never there', 'v-0-0', {}],
    ['a function that is none', VERSION, { functionName: 'weg', entry: 'weg.js' }],
  ])('starts nothing for %s', async (_, version, asked) => {
    const { begin } = await withPage();
    expect(await begin(version, asked)).toEqual({
      type: 'ended',
      instanceId: 1,
      failure: { code: 'HOST_UNAVAILABLE' },
    });
  });
});

test.each([
  ['without the key', PAGE, {}, 401],
  ['with a name that is none', '/_functielab/line?page=../x', { key: true }, 400],
  ['with another method', PAGE, { key: true, method: 'DELETE' }, 405],
  ['that is not open, spoken to', PAGE, { key: true, method: 'POST', body: 'x\n' }, 410],
])(
  'a line %s is refused',
  async (_, path, { key = false, ...asked }: { key?: boolean; method?: string; body?: string }, status) => {
    const { port, token } = await start(folderWith(FILES));
    const headers = key ? { 'x-functielab': token } : {};
    expect((await ask(port, path, { ...asked, headers })).status).toBe(status);
  },
);
