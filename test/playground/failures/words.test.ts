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
