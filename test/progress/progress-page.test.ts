/** What the page of progress says, from nothing done to all of it, as its text. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeEach, expect, test } from 'vitest';
import { addProgress } from '../../src/progress/kept.ts';
import type { PredictionItem } from '../../src/progress/PredictedTable.tsx';
import { type PartItem, ProgressPage } from '../../src/progress/ProgressPage.tsx';
import { addPredictions, wipePredictions } from '../../src/progress/predictions.ts';
import { wipeProgress } from '../../src/progress/wipe.ts';

const exercise = (id: string, isGolf: boolean, ...checks: readonly string[]) => ({
  id,
  title: `Oefening ${id}`,
  href: `/oefeningen/${id}/`,
  checks,
  isGolf,
});
const lesson = (number: number, ...exercises: readonly ReturnType<typeof exercise>[]) => ({
  id: `les-${number}`,
  number,
  title: `Titel ${number}`,
  href: `/lessen/les-${number}/`,
  minutes: 10 * number,
  exercises,
});
const PARTS: readonly PartItem[] = [
  { title: 'Beginnen', lessons: [lesson(1, exercise('tel', false, 'a', 'b')), lesson(2)] },
  { title: 'Verder', lessons: [lesson(3, exercise('golf', true, 'c'))] },
];

const asked = (id: string, rest: Partial<PredictionItem>): PredictionItem => ({
  id,
  question: `Vraag ${id}?`,
  number: 1,
  href: '/lessen/les-1/',
  ...rest,
});
const PREDICTED: readonly PredictionItem[] = [
  asked('hoe-vaak', { unit: ['keer', 'keer'] }),
  asked('welke', {
    options: [
      { text: 'Ja, `koud`', is: 1 },
      { text: 'Nee', is: 0 },
    ],
  }),
  asked('later', { unit: ['aanroep', 'aanroepen'], question: 'Vraag *later*?' }),
];

/** Without tags, a space where one stood. */
const page = () =>
  renderToString(h(ProgressPage, { parts: PARTS, predicted: PREDICTED }))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

beforeEach(() => {
  wipeProgress();
  wipePredictions();
});

test('who has done nothing reads what will come here, and where to begin', () => {
  const text = page();
  expect(text).toContain(
    '0 van 3 lessen gelezen 0 van 2 oefeningen gemaakt 0 van 3 proeven voorspeld 0 van 1 keer golf gespeeld',
  );
  expect(text).toContain('Hier komt te staan wat je gelezen, voorspeld en gemaakt hebt.');
  expect(text).not.toContain('Wat je voorspelde');
  expect(text).toContain('Begin met les 1: Titel 1');
  expect(text).toContain('Beginnen 0 van de 2 lessen gelezen');
  expect(text).toContain('1 Titel 1 hier ga je verder Oefening tel nog niet gemaakt');
});

test('lessons and exercises say how far they are, and where one goes on', () => {
  addProgress({ lessons: { 'les-1': true }, exercises: { tel: { passed: ['a', 'gone'] } }, last: 'les-1' });
  const text = page();
  expect(text).toContain('1 van 3 lessen gelezen 0 van 2 oefeningen gemaakt');
  expect(text).not.toContain('Hier komt te staan');
  expect(text).toContain('Verder met les 2: Titel 2');
  expect(text).toContain('1 Titel 1 gelezen Oefening tel 1 van 2 goed');
  expect(text).toContain('2 Titel 2 hier ga je verder');
  expect(text).toContain('3 Titel 3 30 minuten');
});

test('who was in a later lesson goes on there, and in the end with what was skipped', () => {
  addProgress({ last: 'les-3', exercises: { tel: { passed: ['a'] } } });
  expect(page()).toContain('Verder met les 3: Titel 3');
  addProgress({ lessons: { 'les-3': true } });
  expect(page()).toContain('Verder met les 1: Titel 1');
});

test('a game of golf tells its best bill beside that of the solution', () => {
  addProgress({ exercises: { golf: { passed: ['c'], best: { usd: '0.5', times: 1.234 } } } });
  const text = page();
  expect(text).toContain('1 van 1 keer golf gespeeld');
  expect(text).toContain('Oefening golf gemaakt, beste rekening 1,23 keer die van de oplossing');
});

test('who has read all of it is told so', () => {
  addProgress({ lessons: { 'les-1': true, 'les-2': true, 'les-3': true }, last: 'les-3' });
  const text = page();
  expect(text).toContain('Je hebt alle lessen gelezen.');
  expect(text).toContain('Verder helemaal gelezen');
  expect(text).not.toContain('Verder met');
});

test('what was predicted stands beside what came, and who only predicted is not new', () => {
  addPredictions({
    'hoe-vaak': { said: 10, came: 1, isRight: false, atMs: 1 },
    welke: { said: 1, came: 0, isRight: true, atMs: 2 },
    later: { said: 2, came: null, isRight: false, atMs: 3 },
    gone: { said: 1, came: 1, isRight: true, atMs: 4 },
  });
  const text = page();
  expect(text).toContain('2 van 3 proeven voorspeld');
  expect(text).toContain('Wat je voorspelde 1 van de 2 keer kwam het uit');
  expect(text).toContain('Vraag hoe-vaak? Jij zei 10 keer Het werd 1 keer , anders dan je dacht');
  expect(text).toContain('Vraag welke? Jij zei Nee Het werd Nee , goed');
  expect(text).toContain('Vraag later ? Jij zei 2 aanroepen Het werd de proef moet nog');
  expect(text).not.toContain('Hier komt te staan');
});
