/** What Oracle's kit hands a function becomes the request that the lab would have made of it, and a gateway's call goes there and back. */
import { expect, test } from 'vitest';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import type { HeaderList, HttpRequestData } from '../../../src/contract/data.ts';
import { cloudProject, targetOf } from '../../../src/take-home/clouds/index.ts';
import { type FnContext, type FnKit, register } from '../../../src/take-home/clouds/oracle/oracle-adapter.ts';
import { answerOfReply, headersOfCall } from '../../../src/take-home/clouds/oracle/oracle-gateway.ts';
import { sayAgain, sayAgainManifest } from './say-again.ts';

interface Replied {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

/** The kit, as far as a call goes: what it is given, and what it is told to reply. */
async function called(
  given: { method: string | null; requestURL: string | null; headers?: Record<string, string[]> },
  body = '',
  contentType: string | null = null,
): Promise<Replied> {
  const told: Record<string, string[]> = {};
  const context: FnContext & { replyType: string } = {
    contentType,
    replyType: '',
    set responseContentType(type: string) {
      this.replyType = type;
    },
    httpGateway: {
      headers: {},
      ...given,
      statusCode: 0,
      setResponseHeader(name, ...values) {
        // The kit keeps this one apart.
        if (name.toLowerCase() === 'content-type') context.responseContentType = values[0] ?? '';
        else told[name] = values;
      },
    },
  };
  let answer: Parameters<FnKit['handle']>[0] | undefined;
  const kit: FnKit = {
    handle: (given) => {
      answer = given;
    },
    rawResult: (bytes) => bytes,
  };
  register(kit, sayAgainManifest('oracle'), sayAgain);
  const bytes = (await answer?.(Buffer.from(body), context)) as Buffer;
  const { statusCode: status } = context.httpGateway;
  return { status, contentType: context.replyType, headers: told, body: bytes.toString('utf8') };
}

test('a call from an Fn server: a whole address, and the type of the body apart', async () => {
  const given = {
    method: 'PUT',
    requestURL: 'http://fn.local:8080/pad/3?q=a%20b',
    headers: { 'X-Eigen': ['ja'] },
  };
  const { status, contentType, headers, body } = await called(given, 'zó', 'text/plain');
  expect(JSON.parse(body)).toEqual(['PUT', given.requestURL, 'ja', 'text/plain', 'zó']);
  expect([status, contentType]).toEqual([201, 'application/json']);
  expect(headers).toEqual({ 'set-cookie': ['a=1', 'b=2'] });
});

test("a call from Oracle's own gateway: an address from the / on, and the host in a header", async () => {
  const given = { method: 'GET', requestURL: '/pad?x=1', headers: { Host: ['voorbeeld.test'] } };
  const { body } = await called(given, '', '');
  expect(JSON.parse(body)).toEqual(['GET', 'https://voorbeeld.test/pad?x=1', null, null, '']);
});

test('a call without a gateway is a POST to the root; an address that is none is refused', async () => {
  expect(JSON.parse((await called({ method: null, requestURL: null })).body)).toEqual([
    'POST',
    'https://localhost/',
    null,
    null,
    '',
  ]);
  expect((await called({ method: 'GET', requestURL: 'http://[' })).status).toBe(400);
});

test('an answer without a type does not become JSON', async () => {
  expect(await called({ method: 'DELETE', requestURL: '/' })).toEqual({
    status: 204,
    contentType: 'application/octet-stream',
    headers: {},
    body: '',
  });
});

test('the gateway on this computer calls the kit as an HTTP trigger of Fn does', () => {
  const asked: Omit<HttpRequestData, 'body'> = {
    method: 'POST',
    url: 'http://127.0.0.1:1/a?b=c',
    headers: [
      ['host', '127.0.0.1:1'],
      ['connection', 'close'],
      ['content-type', 'text/plain'],
      ['x-eigen', 'ja'],
    ],
  };
  expect(headersOfCall(asked)).toEqual([
    ['content-type', 'text/plain'],
    ['fn-http-h-x-eigen', 'ja'],
    ['fn-http-method', 'POST'],
    ['fn-http-request-url', 'http://127.0.0.1:1/a?b=c'],
    ['fn-intent', 'httprequest'],
    ['fn-call-id', expect.stringMatching(/^[0-9a-f-]{36}$/)],
  ]);
});

test('of the reply it passes on what the function said, and a failure of the kit as it is', () => {
  const reply = (status: number, headers: HeaderList) =>
    answerOfReply({ status, statusText: 'OK', headers, body: new Uint8Array([1]) });
  const said: HeaderList = [
    ['content-type', 'text/plain'],
    ['fn-http-status', '201'],
    ['fn-http-h-set-cookie', 'a=1'],
    ['fn-http-h-set-cookie', 'b=2'],
    ['fn-fdk-version', 'x'],
  ];
  expect(reply(200, said)).toEqual({
    status: 201,
    statusText: '',
    headers: [
      ['content-type', 'text/plain'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ],
    body: new Uint8Array([1]),
  });
  expect(reply(502, [['fn-http-status', '201']]).status).toBe(502);
  expect(reply(200, []).status).toBe(200);
});

test('its own file asks for a size that Oracle has, a second more than the function, and the settings', async () => {
  const sample = {
    ...sampleFromDisk('begroet'),
    memoryMb: 200,
    timeoutMs: 2_500,
    env: { GROET: 'Dag: "hé"' },
  };
  const files = await cloudProject(targetOf('oracle'), { name: 'groet', sample, files: [], examples: [] });
  const text = files.find(({ path }) => path === 'func.yaml')?.text ?? '';
  expect(text).toMatch(/^memory: 256\ntimeout: 4\nconfig:\n {2}"GROET": "Dag: \\"hé\\""\n$/m);
  const gateway = JSON.parse(files.find(({ path }) => path === 'gateway.json')?.text ?? '');
  expect(gateway.routes.map(({ path }: { path: string }) => path)).toEqual(['/', '/{pad*}']);
});
