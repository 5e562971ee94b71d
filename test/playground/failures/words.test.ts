/** The sentences that a reader gets: what happened, and what to do. */
import { describe, expect, test } from 'vitest';
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

const threw = (name: string, said: string) =>
  message({ code: 'HANDLER_ERROR', error: { name, message: said, frames: [] } });

test('await without async is told as that, and other syntax as a bracket, a comma or a quote', () => {
  expect(message({ code: 'SYNTAX_ERROR', details: { missing: 'async' } })).toBe(
    'Op de aangegeven regel staat await in een functie zonder async. Zet async voor die functie: async function …, of async () => ….',
  );
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

describe('what beginners forget, whichever browser says it', () => {
  test.each([
    "Failed to execute 'json' on 'Request': body stream already read",
    'Request.text: Body has already been consumed.',
    'Body is disturbed or locked',
    'Body is unusable: Body has already been read',
  ])('a body that was read twice: %s', (said) => {
    expect(threw('TypeError', said)).toMatch(
      /De body van een verzoek kun je maar één keer lezen\..*variabele/,
    );
  });

  test.each([
    "Cannot read properties of undefined (reading 'toUpperCase')",
    `can't access property "length", naam is undefined`,
    "undefined is not an object (evaluating 'gegevens.naam.length')",
  ])('an await that is not there: %s', (said) => {
    expect(threw('TypeError', said)).toContain('Klopt de naam, of ontbreekt er een await?');
  });

  test('what is no function', () => {
    expect(threw('TypeError', 'gegevens.map is not a function')).toContain('is geen functie. Klopt de naam');
    expect(threw('RangeError', 'Invalid array length')).not.toContain('await');
  });
});
