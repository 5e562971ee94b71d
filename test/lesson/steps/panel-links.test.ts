import { expect, test } from 'vitest';
import { withPanelLinks } from '../../../src/lesson/steps/panel-links.ts';

test('a part of the playground in bold is a button that keeps the sign behind it, and what is bold besides stays as it is', () => {
  const button = (name: string) =>
    `<button type="button" class="to-panel" data-bench="panel" disabled>${name}</button>`;
  expect(
    withPanelLinks(
      '<p>Lees het <strong>Logboek</strong>, druk op <strong>Voer uit</strong> en kijk bij <strong>Mislukte berichten</strong> of in de <strong>Machinekamer</strong>.</p>',
    ),
  ).toBe(
    `<p>Lees het <span class="unbroken">${button('Logboek')},</span> druk op <strong>Voer uit</strong> en kijk bij ${button('Mislukte berichten')} of in de <span class="unbroken">${button('Machinekamer')}.</span></p>`,
  );
  expect(withPanelLinks('<strong>Kassabon van vorige maand</strong>')).toBe(
    '<strong>Kassabon van vorige maand</strong>',
  );
});
