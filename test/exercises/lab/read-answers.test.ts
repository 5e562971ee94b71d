/** What is read of what code left behind, and what is too long to be read. */
import { expect, test } from 'vitest';
import { LONGEST_BYTES, readJson, textOf } from '../../../src/exercises/lab/read-answers.ts';

const bytes = (length: number) => new TextEncoder().encode('x'.repeat(length));

test('of nothing the text is empty', () => {
  expect([textOf(null, 'iets'), textOf(undefined, 'iets'), textOf(new Uint8Array(), 'iets')]).toEqual([
    '',
    '',
    '',
  ]);
});

test('up to 64 KB is read; a byte more is refused before it is read, with both sizes', () => {
  expect(LONGEST_BYTES).toBe(65_536);
  expect(textOf(bytes(65_536), 'iets')).toHaveLength(65_536);
  expect(() => textOf(bytes(65_537), 'een antwoord')).toThrow(
    expect.objectContaining({ expected: 'een antwoord, maximaal 64 KB', received: '64 KB' }),
  );
  expect(() => textOf(bytes(100 * 1_024), 'een antwoord')).toThrow(
    expect.objectContaining({ expected: 'een antwoord, maximaal 64 KB', received: '100 KB' }),
  );
});

test('JSON likewise', () => {
  const long = (length: number) => `"${'x'.repeat(length - 2)}"`;
  expect(readJson('{"a":[1]}', 'JSON')).toEqual({ a: [1] });
  expect(readJson(long(65_536), 'JSON')).toHaveLength(65_534);
  expect(() => readJson(long(65_537), 'JSON')).toThrow(
    expect.objectContaining({ expected: 'JSON, maximaal 64 KB' }),
  );
  expect(() => readJson('Dag', 'JSON in "a"')).toThrow(
    expect.objectContaining({ expected: 'JSON in "a"', received: 'de tekst "Dag"' }),
  );
});
