/** What a learner reads of values and failures. */
import { expect, test } from 'vitest';
import { failureInWords, inWords, namesInWords, quoted } from '../../../src/exercises/lab/in-words.ts';
import { eventMessage } from '../../../src/playground/failures/words.ts';

const LONG = 'x'.repeat(200);

test.for<[unknown, string]>([
  [null, 'niets'],
  [undefined, 'niets'],
  ['', '""'],
  [0, '0'],
  [false, 'false'],
  [{ a: [1, 'b'] }, '{"a":[1,"b"]}'],
  [Symbol('x'), 'Symbol(x)'],
  ['x'.repeat(158), `"${'x'.repeat(158)}"`],
  ['x'.repeat(159), `"${'x'.repeat(159)}…`],
])('%s in words', ([value, words]) => {
  expect(inWords(value)).toBe(words);
});

test('of what is too long as a whole, the texts are cut first, and the rest can be read', () => {
  const list = [
    { nummer: 1, tekst: 'é'.repeat(1_001) },
    { nummer: 2, link: '/berichten/2' },
  ];
  expect(inWords(list)).toBe(
    `[{"nummer":1,"tekst":"${'é'.repeat(20)}… (1.001 tekens)"},{"nummer":2,"link":"/berichten/2"}]`,
  );
  const short = [{ tekst: 'x'.repeat(100) }];
  expect(inWords(short)).toBe(JSON.stringify(short));
  const addresses = Array.from({ length: 10 }, (_, at) => `iemand-${at}@school.example`);
  expect(inWords(addresses)).toBe(`${JSON.stringify(addresses).slice(0, 160)}…`);
});

test('what can not be written down has words of its own', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  expect(inWords(circle)).toBe('iets waarin te veel in elkaar zit');
});

test('a text between quotes is cut where it gets too long to read', () => {
  expect(quoted('Dag')).toBe('"Dag"');
  expect(quoted('x'.repeat(160))).toBe(`"${'x'.repeat(160)}"`);
  expect(quoted(LONG)).toBe(`"${'x'.repeat(160)}…"`);
});

test.for<[readonly string[], string]>([
  [[], ''],
  [['a'], '"a"'],
  [['a', 'b', 'c'], '"a", "b", "c"'],
  [['a', 'b', 'c', 'd'], '"a", "b", "c" en nog 1'],
  [['a', 'b', 'c', 'd', 'e', 'f'], '"a", "b", "c" en nog 3'],
])('names %j', ([names, words]) => {
  expect(namesInWords(names)).toBe(words);
});

test('an error that the code threw is told in its own words, and with what is known of it; any other failure in ours', () => {
  const error = { name: 'RangeError', message: 'te ver', frames: [] };
  expect(failureInWords({ code: 'HANDLER_ERROR', error })).toBe(
    'je functie gaf een fout: RangeError: te ver',
  );
  const known = { name: 'TypeError', message: 'Invalid URL', frames: [] };
  expect(failureInWords({ code: 'HANDLER_ERROR', error: known })).toBe(
    'je functie gaf een fout. new URL(…) wil een heel adres, met https:// ervoor. Gebruik request.url: daar staat het hele adres in. (TypeError: Invalid URL)',
  );
  expect(failureInWords({ code: 'HANDLER_ERROR' })).toBe(eventMessage({ code: 'HANDLER_ERROR' }));
  expect(failureInWords({ code: 'HANDLER_TIMEOUT' })).toBe(
    `${eventMessage({ code: 'HANDLER_TIMEOUT' })} Of je computer had het te druk: probeer het dan nog eens.`,
  );
  expect(failureInWords({ code: 'INIT_ERROR', error })).toBe(
    `${eventMessage({ code: 'INIT_ERROR', error })} (RangeError: te ver)`,
  );
});
