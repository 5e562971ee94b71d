import { expect, test } from 'vitest';
import { viewBody } from '../../../src/playground/results/body.ts';

function response(body: string | Uint8Array, type?: string) {
  return {
    status: 200,
    statusText: '',
    headers: type ? ([['content-type', type]] as const) : [],
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  };
}

test('JSON is laid out, and broken JSON is shown as it came, with a note', () => {
  expect(viewBody(response('{"a":1}', 'application/json'))).toEqual({ kind: 'text', text: '{\n  "a": 1\n}' });
  expect(viewBody(response('{a', 'application/problem+json'))).toMatchObject({
    text: '{a',
    note: expect.any(String),
  });
});

test('HTML stays text', () => {
  const html = '<script>alert(1)</script>';
  expect(viewBody(response(html, 'text/html; charset=utf-8'))).toMatchObject({ kind: 'text', text: html });
});

test('bytes that are no text are shown as bytes', () => {
  const view = viewBody(response(new Uint8Array([0xff, 0x00, 0x41]), 'application/octet-stream'));
  expect(view).toEqual({ kind: 'binary', text: '0000  ff 00 41', bytes: 3 });
});

test('only the beginning of a very long text is shown, and how much is left', () => {
  const view = viewBody(response('a'.repeat(25_000)));
  expect(view).toMatchObject({
    kind: 'text',
    text: 'a'.repeat(20_000),
    note: expect.stringContaining('5.000'),
  });
});

test('an empty body and an image are told apart from text', () => {
  expect(viewBody(response('')).kind).toBe('empty');
  expect(viewBody(response('<svg/>', 'image/svg+xml')).kind).toBe('image');
});
