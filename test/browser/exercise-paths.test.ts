/** Making an exercise, in every family of browsers: an error with its place, two tabs, a hint after a hint, and the way to one that fits. */
import { expect } from 'vitest';
import { path } from './families/index.ts';

const GREET = 'Speeltuin: Groet iedereen';
const FAST = 'Speeltuin: Eerst antwoorden, dan werken';

path('an error of the code leads to its line', async ({ newReader }) => {
  const reader = await newReader('oefeningen/groet-iedereen/');
  const playground = reader.within('region', GREET);
  const code = 'export default function groet() {\n  return onbekend();\n}';
  await playground.fill('textbox', 'Code van groet.js', code);
  await playground.press('button', 'Controleer');
  const checks = playground.within('group', 'Controle');
  await playground.sees('group', 'Controle', 'ReferenceError');
  const [first = ''] = (await checks.namesOf('button')).filter((name) => name.startsWith('Ga naar groet.js'));
  expect(first).toBe('Ga naar groet.js, regel 2');
});

path('hints come one after another, and each stays', async ({ newReader }) => {
  const reader = await newReader('oefeningen/groet-iedereen/');
  const checks = reader.within('region', GREET).within('group', 'Controle');
  await checks.press('button', /^Hint/);
  const first = await checks.sees('list', 'Hints', 'Wat geeft');
  await checks.press('button', /^(?:Hint|Volgende hint)/);
  const both = await checks.seesOtherThan('list', 'Hints', first);
  expect(both.startsWith(first)).toBe(true);
});

path(
  'the code of the task is not called edited because a file beside it is; what a second tab types comes here',
  async ({ newReader }) => {
    const reader = await newReader('oefeningen/snel-antwoord/');
    const playground = reader.within('region', FAST);
    const code = 'Code van schrijf-in.js';
    await playground.fill('textbox', code, 'export default () => new Response("ja");');
    await reader.sees('region', FAST, /\baangepast\b/);
    await playground.press('tab', 'mail.js');
    await reader.sees('region', FAST, 'Dit bestand hoort bij de opdracht');
    expect(await reader.sees('region', FAST)).not.toMatch(/\baangepast\b/);
    await playground.press('tab', 'schrijf-in.js');
    await reader.sees('region', FAST, /\baangepast\b/);

    // A second tab begins with this code; what is typed there comes here, and what stood here can be had back.
    const other = await reader.copy();
    const there = other.within('region', FAST);
    await there.seesIn('textbox', code, '"ja"');
    await there.fill('textbox', code, 'export default () => new Response("nee");');
    await reader.sees('region', FAST, 'Je hebt deze code ook in een ander tabblad veranderd.');
    await playground.seesIn('textbox', code, '"nee"');
    await playground.press('button', 'Ongedaan maken');
    await there.seesIn('textbox', code, '"ja"');
  },
);

path('exercises by level and kind', async ({ newReader }) => {
  const reader = await newReader('oefeningen/');
  const shown = async () => (await reader.namesOf('link')).filter((name) => /minuten/.test(name)).length;
  const all = await shown();
  await reader.choose('combobox', 'Soort', 'Golf');
  await expect.poll(shown).toBe(4);
  await reader.choose('combobox', 'Niveau', 'Pittig');
  await reader.sees('main', '', 'Geen enkele oefening past hierbij. Kies iets ruimer.');
  await reader.choose('combobox', 'Soort', 'alle');
  await reader.choose('combobox', 'Niveau', 'alle');
  await expect.poll(shown).toBe(all);
});
