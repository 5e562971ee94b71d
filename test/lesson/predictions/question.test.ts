/** A question as its author wrote it: what stands between stars is stressed, and no star is left to read. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { predictionsSchema } from '../../../src/course/schemas/prediction.ts';
import { PredictForm } from '../../../src/lesson/predictions/PredictForm.tsx';

const WRITTEN = {
  question: 'Bij *Maximaal tegelijk* staat 10. Hoe vaak draait `boek`?',
  why: 'Omdat het platform dat zo doet, en niet anders.',
  function: 'boekhouding',
  measure: 'billed',
  run: [{ do: 'send' }],
};

test.each([
  ['a number', { unit: ['keer', 'keer'], misconception: 1 }],
  [
    'a choice',
    {
      options: [
        { text: 'vaak', from: 2 },
        { text: 'één keer', to: 2, misconception: true },
      ],
    },
  ],
])('%s', (_, kind) => {
  const prediction = predictionsSchema.parse({ 'een-proef': { ...WRITTEN, ...kind } })['een-proef'];
  if (prediction === undefined) throw new Error('not read');
  const form = h(PredictForm, {
    id: 'een-proef',
    prediction,
    isLive: true,
    leave: 'Sla over',
    onSay: () => {},
    onLeave: () => {},
  });
  expect(renderToString(form)).toContain(
    'Bij <em>Maximaal tegelijk</em> staat 10. Hoe vaak draait <code>boek</code>?',
  );
});
