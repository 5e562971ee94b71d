/** The catalogue without a browser: what engines say, of which not each may be installed, and what counts as waited for. */
import { describe, expect, test } from 'vitest';
import { mistakeInCode } from '../../../src/playground/failures/mistakes/index.ts';
import { notAwaited } from '../../../src/playground/failures/mistakes/promises.ts';

const threw = (name: string, said: string) =>
  mistakeInCode({ name, message: said, frames: [] }, [], true)?.words ?? '';

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
  ])('a value that is not there: %s', (said) => {
    expect(threw('TypeError', said)).toContain('Klopt de naam, of ontbreekt er een await?');
  });

  test('what is no function', () => {
    expect(threw('TypeError', 'gegevens.map is not a function')).toContain('is geen lijst');
    expect(threw('TypeError', 'gegevens.bereken is not a function')).toContain('geen functie. Klopt de naam');
    expect(threw('RangeError', 'Invalid array length')).toBe('');
  });
});

test.each([
  ['const a = request.json();', ['request.json()']],
  ['const a = await request.json();', []],
  ['const a = (await request.json()).naam;', []],
  ['return request.json();', []],
  ['request.json().then((a) => a);', []],
  ['const [a, b] = await Promise.all([request.json(), context.kv.get("x")]);', []],
  ['const load = () => request.json();', []],
  ['// request.json()', []],
  ['const tip = "request.json()";', []],
  ['const a = context.kv.get(id);', ['context.kv.get(…)']],
  ['const a = fetch("https://weer.example");', ['fetch(…)']],
  ['const file = await context.bucket.get(key);\nconst text = file.text();', []],
])('in %s is not waited for: %j', (code, expected) => {
  expect(notAwaited(code)).toEqual(expected);
});
