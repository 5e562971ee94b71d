import { describe, expect, test } from 'vitest';
import { parseStack, shorten, sourceUrl } from '../../../src/host/instance/log/stack.ts';
import { describeError } from '../../../src/host/instance/log/thrown.ts';

/**
 * Recorded in Chromium 156, Firefox 153 and WebKitGTK 2.50 with one file that throws in a callback of `map`, in
 * a method, in an async function. WebKit ignores `sourceURL` and gives the whole address, shortened here.
 */
const path = 'lib/een teller (1).js';
const address = `data:text/javascript;charset=utf-8,class%20Teller%20%7B%20tel(n)%20%27x%27%20:1:2%20%7D`;
const files = [{ path, urls: [address, sourceUrl(path)] }];
const short = 'functie:/lib/een%20teller%20%281%29.js';

const chromium = `TypeError: stuk
    at f (${short}:1:49)
    at Array.map (<anonymous>)
    at Teller.tel (${short}:1:79)
    at new Doos (${short}:2:20)
    at Object.lees [as gelezen] (${short}:2:30)
    at wrap (${short}:2:54)
    at async default (${short}:3:36)
    at ${short}:9:1
    at async p (functielab:/runtime:5:5531)`;

const firefox = `f@${short}:1:49
tel@${short}:1:79
wrap/<@${short}:2:54
async*wrap@${short}:2:60
default@${short}:3:105
p@functielab:/runtime:5:5531
`;

const webkit = `f@${address}:1:62
map@[native code]
tel@${address}:1:82
@${address}:2:57
async starDefault@${address}:3:114
module code@${address}:4:1
p@functielab:/runtime:5:5531`;

const places = (stack: string, heading = '') =>
  parseStack(stack, heading, files).map(({ file, line, column, functionName }) => {
    expect(file).toBe(path);
    return `${functionName ?? '-'} ${line}:${column}`;
  });

describe('parseStack', () => {
  test('Chromium and Node', () => {
    expect(places(chromium, 'TypeError: stuk')).toEqual([
      'f 1:49',
      'Teller.tel 1:79',
      'Doos 2:20',
      'Object.lees 2:30',
      'wrap 2:54',
      '- 3:36',
      '- 9:1',
    ]);
  });

  test('Firefox', () => {
    expect(places(firefox)).toEqual(['f 1:49', 'tel 1:79', 'wrap 2:54', 'wrap 2:60', '- 3:105']);
  });

  test('WebKit', () => {
    expect(places(webkit)).toEqual(['f 1:62', 'tel 1:82', '- 2:57', '- 3:114', '- 4:1']);
  });

  test('calls that a message makes up are not calls', () => {
    const message = `x\n    at nep (${short}:1:1)`;
    expect(places(`Error: ${message}\n    at echt (${short}:2:2)`, `Error: ${message}`)).toEqual([
      'echt 2:2',
    ]);
  });

  test('other files, strange lines and nothing at all give nothing', () => {
    expect(places('')).toEqual([]);
    expect(places('    at f (https://x.test/y.js:1:1)\n@:1:1\n    at functie:/ander.js:1:1')).toEqual([]);
  });

  test('recursion without end gives a handful', () => {
    expect(places(`f@${short}:1:1\n`.repeat(500))).toHaveLength(10);
  });
});

test('an address in a message becomes the path', () => {
  expect(shorten(`The requested module '${address}' does not provide`, files)).toBe(
    `The requested module './${path}' does not provide`,
  );
});

describe('describeError', () => {
  test.each([
    ['x', "'x'"],
    [null, 'null'],
    [undefined, 'undefined'],
    [{ a: 1 }, '{ a: 1 }'],
    [0, '0'],
  ])('a thrown %j is no Error', (thrown, message) => {
    expect(describeError(thrown, [])).toEqual({ name: 'throw', message, frames: [] });
  });

  test('causes come along, three deep and not in circles', () => {
    const first = new Error('a');
    const second = new TypeError('b', { cause: first });
    first.cause = second;
    expect(describeError(new Error('c', { cause: second }), []).message).toBe(
      'c (oorzaak: TypeError: b) (oorzaak: Error: a) (oorzaak: TypeError: b)',
    );
  });

  test('an error without message, with the name of its class', () => {
    expect(describeError(new RangeError(), [])).toMatchObject({ name: 'RangeError', message: '' });
  });

  test('a DOMException counts as an error', () => {
    expect(describeError(new DOMException('weg', 'AbortError'), [])).toMatchObject({
      name: 'AbortError',
      message: 'weg',
    });
  });

  test('a message without end is cut', () => {
    expect(describeError(new Error('x'.repeat(100_000)), []).message).toHaveLength(4_001);
  });
});
