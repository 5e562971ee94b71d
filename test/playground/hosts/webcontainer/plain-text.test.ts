import { expect, test } from 'vitest';
import { plainText } from '../../../../src/playground/hosts/webcontainer/plain-text.ts';
import { PrintedLines } from '../../../../src/playground/hosts/webcontainer/printed-lines.ts';

const ESC = '\u001b';

test.each([
  ['colours', `${ESC}[31mrood${ESC}[0m en ${ESC}[1;32mgroen${ESC}[m`, 'rood en groen'],
  ['a title of the window', `${ESC}]0;titel\u0007tekst`, 'tekst'],
  ['a line that is written again', '10%\r50%\r100%\r\nklaar', '100%\nklaar'],
  ['CR LF', 'een\r\ntwee\r\n', 'een\ntwee\n'],
  ['moving about', `${ESC}[2K${ESC}[1Gbezig${ESC}[?25l`, 'bezig'],
])('plain text: %s', (_, printed, plain) => {
  expect(plainText(printed)).toBe(plain);
});

test('lines come whole, whatever the chunks', () => {
  const printed = new PrintedLines();
  for (const chunk of ['ee', 'n\r\ntw', 'ee\r', '\ndr']) printed.add(chunk);
  expect(printed.lines().map(({ text }) => text)).toEqual(['een', 'twee', 'dr']);
});

test('a line without end, and lines without end, stay within bounds; keys stay unique', () => {
  const printed = new PrintedLines();
  for (let at = 0; at < 1_000; at += 1) printed.add(`regel ${at}\n`);
  printed.add('x'.repeat(100_000));
  const lines = printed.lines();
  expect(lines.length).toBeLessThanOrEqual(401);
  expect(lines.at(-2)?.text).toBe('regel 999');
  expect(lines.at(-1)?.text.length).toBeLessThan(5_000);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
});
