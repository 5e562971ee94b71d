/** The line protocol: whatever goes in comes out, in chunks of any size, through a terminal's line ends. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterMark, decodeLine, encodeLine, LineReader, markOf } from '../../../src/host/node/wire.ts';

const anyMessage = fc.record({
  text: fc.string({ unit: 'binary' }),
  bytes: fc.uint8Array({ maxLength: 2_000 }),
  list: fc.array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true })),
  ),
});

test('a message is one line of printable ASCII, and comes back as it was', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      const line = encodeLine(message);
      expect(line).toMatch(/^[\x20-\x7e]*\n$/);
      // -0 has no JSON; nothing that crosses tells it from 0.
      const list = message.list.map((item) => (Object.is(item, -0) ? 0 : item));
      expect(decodeLine(line.trimEnd())).toEqual({ ...message, list });
    }),
  );
});

test('chunks never matter: the same lines come out, with CR LF as with LF', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme-ascii' }).map((text) => text.replace(/[\r\n]/g, ''))),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
      (lines, end, sizes) => {
        const all = lines.map((line) => line + end).join('');
        const reader = new LineReader();
        const found: string[] = [];
        for (let at = 0, turn = 0; at < all.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          found.push(...reader.push(all.slice(at, at + size)));
          at += size;
        }
        expect(found).toEqual(lines);
      },
    ),
  );
});

test('only what has the mark is a message, also behind noise without an end', () => {
  const mark = markOf('geheim');
  expect(afterMark(`${mark}{"a":1}`, mark)).toBe('{"a":1}');
  expect(afterMark(`half een regel${mark}{"a":1}`, mark)).toBe('{"a":1}');
  expect(afterMark('{"a":1}', mark)).toBeNull();
  expect(afterMark(`${markOf('anders')}{"a":1}`, mark)).toBeNull();
  expect(decodeLine('{"a":')).toBeUndefined();
});

test('a line that has not ended is known by how it begins, in however many pieces it came', () => {
  const mark = markOf('geheim');
  const reader = new LineReader();
  expect(reader.hasBegun(mark)).toBe(false);
  for (const character of mark.slice(0, -1)) reader.push(character);
  expect(reader.hasBegun(mark)).toBe(false);
  reader.push(`${mark.at(-1)}{"a"`);
  expect(reader.hasBegun(mark)).toBe(true);
  reader.push(':1}\n');
  expect(reader.hasBegun(mark)).toBe(false);
  reader.push(`ruis ${mark}`);
  expect(reader.hasBegun(mark)).toBe(false);
});
