import { expect, test } from 'vitest';
import { noteOf } from '../../../src/lesson/steps/notes.ts';

const burst = { doing: { burst: 50 }, when: { calls: 50 }, hasProblem: false } as const;

test('calls that were not ready in time lead to a longer timeout, and others to the answer', () => {
  expect(noteOf({ ...burst, ended: [{ status: 201 }, { status: 504 }] })).toBe(
    'Niet elke aanroep was op tijd klaar, misschien omdat je computer het druk heeft. Kies in de speeltuin een langere Timeout, en druk dan nog eens.',
  );
  expect(noteOf({ ...burst, ended: [{ status: 201 }, { status: 500 }] })).toContain(
    'Kijk bij Antwoord in de speeltuin wat er gebeurde.',
  );
  expect(noteOf({ ...burst, ended: [] })).toBe('');
});

test('where nothing could start, and where no message failed, that is what is said', () => {
  expect(noteOf({ ...burst, hasProblem: true, ended: [] })).toContain('Er draaide niets.');
  const redrive = { doing: { redrive: true }, when: { redriven: 1 }, hasProblem: false, ended: [] } as const;
  expect(noteOf(redrive)).toContain('Bij Mislukte berichten staat nu niets.');
});
