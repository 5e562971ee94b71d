/** What an alarm says, and which borders can be typed. */
import { expect, test } from 'vitest';
import {
  announced,
  borderOf,
  callsInWords,
  crossedInWords,
  doneInWords,
  rungInWords,
} from '../../../src/till/alarm/words.ts';

test.each([
  ['0,0001', '0.0001'],
  [' 0.25 ', '0.25'],
  ['20', '20'],
  ['0', '0'],
  ['', null],
  ['-1', null],
  ['1.000,5', null],
  ['1e-4', null],
  [',5', null],
  ['veel', null],
])('%j is read as %j', (text, above) => {
  expect(borderOf(text)).toBe(above);
});

const terms = { on: 'usd', above: '0.0001', lateMs: 5_000, stops: false } as const;
const crossed = { atMs: 100, calls: 81, usd: '0.00010044' };
const rung = { atMs: 5_100, calls: 181, usd: '0.00022444' };

test('an alarm tells where it was crossed, what was spent until it rang, and what it did about that', () => {
  const plain = (text: string) => text.replace(/\s/g, ' ');
  expect(plain(crossedInWords(terms, { crossed, rung: null }))).toBe(
    'Hier ging je over $ 0,000 1, na 81 aanroepen, met $ 0,000 100 440 op de bon. Het alarm weet dat nog niet, want de cijfers komen 5 seconden later binnen.',
  );
  expect(plain(rungInWords(terms, { crossed, rung }))).toBe(
    'Alarm: je ging over $ 0,000 1 na 81 aanroepen, met $ 0,000 100 440 op de bon. Bij de melding, 5 seconden later, waren het er 181 en stond er $ 0,000 224 440.',
  );
  expect(rungInWords(terms, { crossed, rung: crossed })).not.toContain('Bij de melding');
  expect(doneInWords(terms)).toBe('Het alarm stopt niets: nieuwe aanroepen gaan gewoon door.');
  expect(doneInWords({ stops: true })).toContain('429');
  expect(announced(terms, { crossed, rung: null })).toBe('');
  expect(plain(announced(terms, { crossed, rung }))).toContain('Alarm: meer dan $ 0,000 1.');
  expect(crossedInWords(terms, { crossed: null, rung: null })).toBe('');
  // Of fifty that were sent two may have been let through.
  const refused = { ...terms, on: 'refused', above: '10' } as const;
  expect(plain(rungInWords(refused, { crossed: { ...crossed, calls: 2 }, rung: crossed }))).toContain(
    'over 10 geweigerde aanroepen in een minuut na 2 aanroepen die doorgingen, met $',
  );
});

test('an amount is told as calls', () => {
  expect(callsInWords(80.4)).toBe('Dat zijn ongeveer 80 aanroepen zoals de laatste.');
  expect(callsInWords(0.4)).toContain('minder dan één');
});
