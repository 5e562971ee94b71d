/** What Lambda tells and what it is told, from and to the plain data of the course. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerFrom,
  bytesOf,
  type HttpPayload,
  keyOf,
  requestFrom,
  textOrBase64,
} from '../../../src/take-home/clouds/aws/lambda/lambda-payload.ts';

function payload(own: Partial<HttpPayload> = {}): HttpPayload {
  return {
    version: '2.0',
    rawPath: '/taken',
    rawQueryString: '',
    headers: {},
    requestContext: { domainName: 'abc.lambda-url.eu-west-1.on.aws', http: { method: 'GET' } },
    isBase64Encoded: false,
    ...own,
  };
}

describe('a request', () => {
  test('has the address, the headers with its cookies, and the body', () => {
    expect(
      requestFrom(
        payload({
          rawPath: '/taken/3',
          rawQueryString: 'a=1&b=%20x&a=2',
          cookies: ['een=1', 'twee=2'],
          headers: { accept: 'text/html,*/*', cookie: 'een=1; twee=2' },
          requestContext: { domainName: 'x.on.aws', http: { method: 'PUT' } },
          body: 'é',
        }),
      ),
    ).toEqual({
      method: 'PUT',
      url: 'https://x.on.aws/taken/3?a=1&b=%20x&a=2',
      headers: [
        ['accept', 'text/html,*/*'],
        ['cookie', 'een=1; twee=2'],
      ],
      body: new Uint8Array([0xc3, 0xa9]),
    });
  });

  test('bytes come in base64, and no body is none', () => {
    expect(requestFrom(payload({ body: 'AP8N', isBase64Encoded: true })).body).toEqual(
      new Uint8Array([0, 255, 13]),
    );
    expect(requestFrom(payload()).body).toBeNull();
    expect(requestFrom(payload({ body: '' })).body).toBeNull();
  });

  test.each([
    ['encoded, as a function URL has it', '/a%20b/%C3%A9'],
    ['decoded, as an HTTP API has it', '/a b/é'],
  ])('a path comes %s', (_, rawPath) => {
    expect(new URL(requestFrom(payload({ rawPath })).url).pathname).toBe('/a%20b/%C3%A9');
  });

  test('what would end a path, or is half a code, stays in it', () => {
    const { pathname, search, hash } = new URL(requestFrom(payload({ rawPath: '/wie?/100%/#1' })).url);
    expect([decodeURIComponent(pathname), search, hash]).toEqual(['/wie?/100%/#1', '', '']);
  });
});

describe('an answer', () => {
  const data = { status: 200, statusText: '', headers: [], body: new Uint8Array() } as const;

  test('headers of one name are one, and each cookie is its own', () => {
    const headers = [
      ['x-een', 'a'],
      ['set-cookie', 'k=1, 2'],
      ['x-een', 'b'],
      ['set-cookie', 'l=2'],
    ] as const;
    expect(answerFrom({ ...data, status: 201, headers })).toEqual({
      statusCode: 201,
      headers: { 'x-een': 'a, b' },
      cookies: ['k=1, 2', 'l=2'],
      body: '',
      isBase64Encoded: false,
    });
  });

  test('text goes as text, with a byte order mark too', () => {
    expect(textOrBase64(new TextEncoder().encode('\uFEFFdag é'))).toEqual({
      body: '\uFEFFdag é',
      isBase64Encoded: false,
    });
  });

  test('whatever the bytes, the same ones come out on the other side', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const { body, isBase64Encoded } = textOrBase64(bytes);
        expect(bytesOf(JSON.parse(JSON.stringify(body)), isBase64Encoded)).toEqual(new Uint8Array(bytes));
      }),
    );
  });
});

// From the S3 user guide, "Event message structure": the key `red flower.jpg` is told as `red+flower.jpg`.
test.each([
  ['red+flower.jpg', 'red flower.jpg'],
  ['uploads/a%2Bb%26c+%C3%A9.csv', 'uploads/a+b&c é.csv'],
])('the key %s is %s', (encoded, key) => {
  expect(keyOf(encoded)).toBe(key);
});
