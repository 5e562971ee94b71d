import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCall } from '../../../src/contract/binding-rules.ts';
import { cleanName, typeNote } from '../../../src/playground/model/event-triggers.ts';

test.each([
  ['foto.jpg', 'foto.jpg'],
  ['../../x', 'x'],
  ['..\\..\\x.csv', 'x.csv'],
  ['/etc/passwd', 'passwd'],
  ['..', 'bestand'],
  ['map/', 'bestand'],
  ['', 'bestand'],
  ['a\u0000b\n.txt', 'ab.txt'],
  ['a\u0080b.txt', 'ab.txt'],
  [`${'a'.repeat(199)}😀.txt`, 'a'.repeat(199)],
  ['mijn foto é.jpg', 'mijn foto é.jpg'],
])('the name "%s" becomes "%s"', (given, name) => {
  expect(cleanName(given)).toBe(name);
});

test('whatever a file is called, the bucket takes it under its new name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const key = `uploads/${cleanName(given)}`;
      expect(checkCall({ op: 'bucket.put', key, body: new Uint8Array(), contentType: 'x/y' })).toBeNull();
    }),
  );
});

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const text = new TextEncoder().encode('dag');

test('a file that is not what it says is told so, and one that is is not', () => {
  expect(typeNote('a.jpg', 'a.jpg', jpeg, 'image/jpeg')).toBeNull();
  expect(typeNote('a.csv', 'a.csv', text, 'text/csv')).toBeNull();
  expect(typeNote('a.png', 'a.png', jpeg, 'image/png')).toContain('image/jpeg');
  expect(typeNote('a.txt', 'a.txt', png, 'text/plain')).toContain('image/png');
  expect(typeNote('a.jpg', 'a.jpg', text, 'image/jpeg')).toContain('zo ziet de inhoud er niet uit');
  expect(typeNote('a.txt', 'a.txt', new Uint8Array(), 'text/plain')).toContain('0 bytes');
  expect(typeNote('../a.txt', 'a.txt', text, 'text/plain')).toContain('heet hier "a.txt"');
});
