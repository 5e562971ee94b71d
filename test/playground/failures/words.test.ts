/** The sentences that a reader gets: what happened, and what to do. */
import { expect, test } from 'vitest';
import { OBJECT_LIMIT_BYTES } from '../../../src/contract/lab-defaults.ts';
import { message } from '../../../src/playground/failures/words.ts';

const tooLarge = (bytes: number) =>
  message({ code: 'OBJECT_TOO_LARGE', details: { bytes, limitBytes: OBJECT_LIMIT_BYTES } });

test('a file that is too large reads as larger than the limit, also when it is so by one byte', () => {
  expect(tooLarge(200 * 1024 * 1024)).toContain('Dit bestand is 200 MB, en een bestand mag hier 25 MB zijn.');
  expect(tooLarge(OBJECT_LIMIT_BYTES + 1)).toContain(
    'Dit bestand is iets meer dan 25 MB, en een bestand mag hier 25 MB zijn.',
  );
});

test('what cannot be read is a bracket, a comma or a quote, where nothing more is known', () => {
  expect(message({ code: 'SYNTAX_ERROR' })).toContain('haakje, komma of aanhalingsteken');
});

test.each([
  ['object', 'een object'],
  ['array', 'een lijst'],
  ['string', 'een tekst'],
  ['number', 'een getal'],
  ['null', 'null'],
  ['Response.error()', 'Response.error()'],
])('a function that gives %s back is told so in Dutch, and how it should end', (got, words) => {
  expect(message({ code: 'NOT_A_RESPONSE', details: { got } })).toBe(
    `Je functie gaf ${words} terug, en dat is nog geen antwoord. Eindig met return Response.json(…) voor gegevens, of met return new Response(…) voor tekst.`,
  );
});
