/** What a reader sees of the checks, each way that they can go, on a page without a browser. */
import { h } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import type { Sample } from '../../src/course/sample.ts';
import { CheckPanel } from '../../src/exercises/CheckPanel.tsx';
import type { CheckResult } from '../../src/exercises/check.ts';
import { createChecks, type ExerciseCard, type Runner } from '../../src/exercises/check-model.ts';
import { PLAIN_SET, setFragment } from '../../src/exercises/set.ts';
import { addProgress } from '../../src/progress/kept.ts';
import { wipeProgress } from '../../src/progress/wipe.ts';
import { openPlayground } from '../playground/open-playground.ts';
import { result } from './a-result.ts';
import { act, draw, type FakeElement, redraw } from './fake-page.ts';

/** How often the solution can not be fetched before it can. */
const { network } = vi.hoisted(() => ({ network: { failures: 0 } }));
vi.mock('../../src/exercises/run/in-browser.ts', async (original) => {
  const actual = await original<typeof import('../../src/exercises/run/in-browser.ts')>();
  return {
    ...actual,
    loadSolution: (of: Sample) => {
      if (network.failures === 0) return actual.loadSolution(of);
      network.failures -= 1;
      return Promise.reject(new Error('offline'));
    },
  };
});

const { sample, solution } = await exerciseFromDisk('snel-antwoord');
const CARD: ExerciseCard = {
  checks: [
    { id: 'a', title: 'Groet met naam' },
    { id: 'b', title: 'Groet zonder naam' },
  ],
  hints: ['Kijk naar <code>get</code>.', 'Denk aan leeg.'],
  learned: 'Wie <code>await</code> vergeet, wacht niet.',
  next: [
    { what: 'Volgende oefening', title: 'Tel', href: '/oefeningen/tel/', facts: 'Instap · 5 minuten' },
    { what: 'Les 4', title: 'Een bestand komt binnen', href: '/lessen/bestand/', facts: '20 minuten' },
  ],
  isGolf: false,
};
const bill = { usd: '0.75', solutionUsd: '0.5', solutionMs: 100 };

beforeEach(() => {
  wipeProgress();
  network.failures = 0;
  // What is fetched when it is seen is seen at once.
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #tell: (entries: readonly { isIntersecting: boolean }[]) => void;
      constructor(tell: (entries: readonly { isIntersecting: boolean }[]) => void) {
        this.#tell = tell;
      }
      observe = () => this.#tell([{ isIntersecting: true }]);
      disconnect = () => {};
    },
  );
});

/** What comes by a file of its own has come. */
const arrived = () => act(() => vi.dynamicImportSettled());

/** The panel, with a runner that the test answers. */
async function open({ card = CARD, isReady = true } = {}) {
  const { model } = openPlayground(sample);
  const asked: Parameters<Runner>[] = [];
  const ends: { done: (all: readonly CheckResult[]) => void; fail: (why: Error) => void }[] = [];
  const runner: Runner = (...run) => {
    asked.push(run);
    return new Promise((done, fail) => ends.push({ done, fail }));
  };
  const checks = createChecks(sample, card, async () => runner);
  const show = vi.fn();
  const panel = (change: object = {}) =>
    h(CheckPanel, { checks, model: { ...model, show, ...change }, isReady });
  const page = await draw(panel());
  const tell = (one: CheckResult) => act(() => asked.at(-1)?.[2].onResult(one));
  /** Tells all of it, and ends. */
  const end = (...all: readonly CheckResult[]) =>
    act(async () => {
      for (const one of all) asked.at(-1)?.[2].onResult(one);
      ends.at(-1)?.done(all);
    });
  const fail = () => act(async () => ends.at(-1)?.fail(new Error('offline')));
  const press = (name: string) => page.only('button', name).dispatch('click');
  return { page, model, checks, asked, tell, end, fail, press, panel, show };
}

const lines = (page: FakeElement) =>
  page.all('li').filter((one) => one.getAttribute('class')?.startsWith('check ') === true);
const marks = (page: FakeElement) =>
  lines(page).map((one) => [one.getAttribute('class'), one.all('p')[0]?.textContent]);
const status = (page: FakeElement) =>
  page.all('p').find((one) => one.getAttribute('role') === 'status')?.textContent;
const score = (page: FakeElement) =>
  page.all('span').find((one) => one.getAttribute('class') === 'checks__score')?.textContent ?? null;
const billLine = (page: FakeElement) =>
  page
    .all('p')
    .find((one) => one.getAttribute('class') === 'checks__bill')
    ?.textContent.trim() ?? null;
const solved = (page: FakeElement) =>
  page.all('div').find((one) => one.getAttribute('aria-label') === 'Opgelost');
const given = (page: FakeElement) =>
  page.all('ol').find((one) => one.getAttribute('aria-label') === 'Hints')?.textContent ?? null;

test('before anything has run each check is open, and nothing is said of a score', async () => {
  const { page } = await open();
  expect(marks(page)).toEqual([
    ['check check--open', 'Nog niet gecontroleerd: Groet met naam'],
    ['check check--open', 'Nog niet gecontroleerd: Groet zonder naam'],
  ]);
  expect([score(page), billLine(page), status(page), given(page)]).toEqual([null, null, '', null]);
  expect(page.has('button', 'Stop')).toBe(false);
  expect(page.all('details')).toEqual([]);
  expect(page.all('dl')).toEqual([]);
});

test('a page that is not ready runs nothing, gives no hints, and knows nothing of the reader', async () => {
  addProgress({ exercises: { [sample.name]: { passed: ['a', 'b'], best: { usd: '0.5', times: 1 } } } });
  const { page, asked, press, checks } = await open({ isReady: false, card: { ...CARD, isGolf: true } });
  await press('Controleer');
  await press('Hint');
  expect(asked).toEqual([]);
  expect(checks.hintsShown.value).toBe(0);
  expect(marks(page).map(([mark]) => mark)).toEqual(['check check--open', 'check check--open']);
  expect(billLine(page)).toBeNull();
  expect(page.all('details')).toEqual([]);
});

test('Controleer runs the code that stands there, tells each check as it comes, and may be stopped', async () => {
  const { page, model, asked, tell, end, press } = await open();
  await press('Controleer');
  expect(asked[0]?.[1]).toEqual(model.edits.files());
  const button = page.only('button', 'Controleer');
  expect([button.getAttribute('aria-busy'), button.getAttribute('aria-disabled')]).toEqual(['true', 'true']);
  expect(score(page)).toBe('Bezig: 0 van 2 gecontroleerd');
  await tell(result('a', true));
  expect(marks(page)).toEqual([
    ['check check--passed', 'Goed: Groet met naam'],
    ['check check--open', 'Nog niet gecontroleerd: Groet zonder naam'],
  ]);
  expect(score(page)).toBe('Bezig: 1 van 2 gecontroleerd');
  expect(status(page)).toBe('');
  await press('Stop');
  expect(asked[0]?.[2].signal.aborted).toBe(true);
  await end(result('a', true));
  expect(page.has('button', 'Stop')).toBe(false);
  expect(status(page)).toBe('');
});

test('in the end the number that counts is told once, and what passed before stays known', async () => {
  const { page, end, press } = await open();
  await press('Controleer');
  await end(result('a', true), result('b', false));
  expect([score(page), status(page)]).toEqual(['1 van 2 goed', '1 van 2 controles zijn goed.']);
  expect(marks(page)[1]).toEqual(['check check--failed', 'Nog niet goed: Groet zonder naam']);
  await press('Controleer');
  expect(marks(page)[0]).toEqual(['check check--before', 'Eerder goed: Groet met naam']);
  expect(status(page)).toBe('');
});

test('one check is one', async () => {
  const { page, end, press } = await open({ card: { ...CARD, checks: CARD.checks.slice(0, 1) } });
  await press('Controleer');
  await end(result('a', true));
  expect(status(page)).toBe('1 van 1 controles is goed.');
});

test('what was right at the start does not count, and says so, as long as nothing came with it', async () => {
  const note = 'Was al goed bij het begin: telt mee zodra er iets bij komt.';
  const gift = result('b', true, { passesAtStart: true });
  const { page, tell, end, press } = await open();
  await press('Controleer');
  await tell(gift);
  expect(marks(page)[1]).toEqual(['check check--gift', 'Telt nog niet mee: Groet zonder naam']);
  await end(result('a', false), gift);
  expect(lines(page).map((line) => line.has('p', note))).toEqual([false, true]);
  expect([score(page), status(page)]).toEqual([
    '0 van 2 goed',
    '0 van 2 controles zijn goed. Wat nu goed is, was bij het begin ook al goed. Dat telt pas mee als er iets bij komt.',
  ]);
  await press('Controleer');
  await end(result('a', false), result('b', false, { passesAtStart: true }));
  expect(page.has('p', note)).toBe(false);
  expect(marks(page)[1]?.[0]).toBe('check check--failed');
  expect(status(page)).toBe('0 van 2 controles zijn goed.');
  await press('Controleer');
  await end(result('a', true), gift);
  expect(page.has('p', note)).toBe(false);
  expect([score(page), status(page)]).toEqual(['2 van 2 goed', '2 van 2 controles zijn goed.']);
});

test('what is wrong is told in three parts, and leads to its line', async () => {
  const place = { file: 'groet.js', line: 3, column: 5 };
  const problem = { expected: 'Dag Mila!', received: 'niets', look: 'Kijk naar `get`.', place };
  const { page, end, press, show } = await open();
  await press('Controleer');
  await end(result('a', false, { problem }), result('b', false, { problem: { ...problem, place: null } }));
  const told = page.all('dl').map((one) => one.all('dd').map((part) => part.textContent.trim()));
  expect(told).toEqual([
    ['Dag Mila!', 'niets', 'Kijk naar get. Ga naar groet.js, regel 3'],
    ['Dag Mila!', 'niets', 'Kijk naar get.'],
  ]);
  await press('Ga naar groet.js, regel 3');
  expect(show).toHaveBeenCalledExactlyOnceWith(place);
});

test('what could not be fetched says so, and may be tried again', async () => {
  const { page, asked, end, fail, press } = await open();
  await press('Controleer');
  await fail();
  const alert = () => page.all('p').find((one) => one.getAttribute('role') === 'alert')?.textContent ?? '';
  expect(alert()).toContain('De controle kon niet worden opgehaald.');
  await press('Probeer opnieuw');
  expect(asked).toHaveLength(2);
  expect(alert()).toBe('');
  await end(result('a', true));
});

test('hints come one at a time, with their number, and end', async () => {
  const { page, press, checks } = await open();
  expect(page.has('span', '2 hints')).toBe(true);
  await press('Hint');
  expect(given(page)).toBe('Kijk naar <code>get</code>.');
  expect(page.has('span', '1 van 2 hints')).toBe(true);
  expect(page.all('details')).toEqual([]);
  await press('Hint');
  expect(given(page)).toBe('Kijk naar <code>get</code>.Denk aan leeg.');
  expect(page.only('button', 'Hint').getAttribute('disabled')).not.toBeNull();
  await press('Hint');
  expect(checks.hintsShown.value).toBe(2);
});

test('a set may go without hints', async () => {
  const { page, checks } = await open();
  await act(() => {
    checks.rules.value = { ...PLAIN_SET, hints: false, tariff: null };
  });
  expect(page.has('button', 'Hint')).toBe(false);
  await act(() => {
    checks.rules.value = { ...PLAIN_SET, hints: true, tariff: null };
  });
  expect(page.has('button', 'Hint')).toBe(true);
});

test('other code begins without what was found of the code before it', async () => {
  const { page, panel, asked, end, press } = await open();
  await press('Controleer');
  await end(result('a', true), result('b', false));
  await redraw(page, panel());
  expect(status(page)).toBe('1 van 2 controles zijn goed.');
  await redraw(page, panel({ number: 7, owner: 'stranger' }));
  expect(marks(page)[1]?.[0]).toBe('check check--open');
  expect([score(page), status(page)]).toEqual([null, '']);
  await redraw(page, panel({ number: 7, owner: 'stranger' }));
  await press('Controleer');
  await end(result('a', false), result('b', true));
  expect(asked).toHaveLength(2);
  await redraw(page, panel({ number: 7, owner: 'stranger' }));
  expect(status(page)).toBe('1 van 2 controles zijn goed.');
  await redraw(page, panel());
  // What passed in a stranger's code is nothing that the reader has made.
  expect(marks(page).map(([mark]) => mark)).toEqual(['check check--before', 'check check--open']);
});

test('of golf the bill is told in times the solution, with the best so far', async () => {
  const { page, end, press } = await open({ card: { ...CARD, isGolf: true } });
  expect(billLine(page)).toBeNull();
  await press('Controleer');
  await end(result('a', true), result('b', false, { bill }));
  expect(billLine(page)).toBe('Deze rekening: 1,5 keer die van de oplossing.');
  await press('Controleer');
  expect(billLine(page)).toBeNull();
  await end(result('a', true), result('b', true, { bill: { ...bill, usd: '0.66667' } }));
  expect(billLine(page)).toBe('Deze rekening: 1,33 keer die van de oplossing. Je beste: 1,33 keer.');
  expect(page.all('data').map((one) => one.getAttribute('value'))).toEqual(['0.66667', '0.66667']);
  await press('Controleer');
  expect(billLine(page)).toBe('Je beste: 1,33 keer.');
});

test('of what is no golf no bill is told, whatever came of it', async () => {
  const { page, end, press } = await open();
  await press('Controleer');
  await end(result('a', true), result('b', true, { bill }));
  expect(billLine(page)).toBeNull();
});

test('the solution is for who has seen all hints, is fetched when it is opened, and shows what it changes', async () => {
  const { page, press } = await open();
  await press('Hint');
  await press('Hint');
  await arrived();
  const [details] = page.all('details');
  if (details === undefined) throw new Error('there is no solution to open');
  expect(details.all('summary')[0]?.textContent).toBe('Toon de oplossing');
  await details.dispatch('toggle');
  expect(details.all('figure')).toEqual([]);
  details.open = true;
  await details.dispatch('toggle');
  await act(() => vi.dynamicImportSettled());
  // Of this exercise the solution leaves one file as it was.
  const changed = solution.filter(
    ({ path, text }) => sample.files.find((file) => file.path === path)?.text !== text,
  );
  expect(changed.length).toBe(solution.length - 1);
  expect(details.all('figcaption').map((one) => one.textContent)).toEqual(changed.map(({ path }) => path));
  expect(details.all('code').map((one) => one.textContent.trimEnd())).toEqual(
    changed.map(({ text }) => text),
  );
  // In the colours of code.
  expect(details.all('span').length).toBeGreaterThan(changed.length);
  expect(solved(page)).toBeUndefined();
});

test('a solution that could not be fetched says so, is asked for once more, and then never again', async () => {
  const { page, press } = await open();
  await press('Hint');
  await press('Hint');
  await arrived();
  const [details] = page.all('details');
  if (details === undefined) throw new Error('there is no solution to open');
  const alerts = () => page.all('p').filter((one) => one.getAttribute('role') === 'alert');
  expect(alerts()).toEqual([]);
  network.failures = 1;
  details.open = true;
  await details.dispatch('toggle');
  await act(() => vi.dynamicImportSettled());
  expect(alerts().map((one) => one.textContent)).toEqual([
    expect.stringContaining('De oplossing kon niet worden opgehaald.'),
  ]);
  await press('Probeer opnieuw');
  await act(() => vi.dynamicImportSettled());
  expect(alerts()).toEqual([]);
  expect(details.all('figure').length).toBeGreaterThan(0);
  network.failures = 1;
  await details.dispatch('toggle');
  await act(() => vi.dynamicImportSettled());
  expect(alerts()).toEqual([]);
});

test('and for who has made it, but not for who has made a part', async () => {
  addProgress({ exercises: { [sample.name]: { passed: ['a'] } } });
  const { page } = await open();
  await arrived();
  expect(page.all('details')).toEqual([]);
  await act(() => addProgress({ exercises: { [sample.name]: { passed: ['b'] } } }));
  await arrived();
  expect(page.all('details')).toHaveLength(1);
  expect(page.all('figure')).toEqual([]);
});

test('who has made it reads what was learned, and where to go on', async () => {
  const { page, end, press } = await open();
  await press('Controleer');
  await end(result('a', true), result('b', false));
  await arrived();
  expect(solved(page)).toBeUndefined();
  await press('Controleer');
  await end(result('a', true), result('b', true));
  await arrived();
  expect(solved(page)?.textContent).toContain('Wie <code>await</code> vergeet, wacht niet.');
  expect(
    solved(page)
      ?.all('a')
      .map((one) => [one.getAttribute('href'), one.textContent]),
  ).toEqual([
    ['/oefeningen/tel/', 'Volgende oefening Tel'],
    ['/lessen/bestand/', 'Les 4 Een bestand komt binnen'],
  ]);
});

const SET = { ...PLAIN_SET, title: 'Klas', exercises: [sample.name, 'tel'] };

test('in a set of a teacher the way on is its next exercise, and back to that set', async () => {
  const hash = setFragment(SET);
  vi.stubGlobal('location', { hash });
  const { page, checks } = await open();
  await act(() => {
    checks.rules.value = SET;
    addProgress({ exercises: { [sample.name]: { passed: ['a', 'b'] } } });
  });
  await arrived();
  expect(
    solved(page)
      ?.all('a')
      .map((one) => [one.getAttribute('href'), one.textContent]),
  ).toEqual([
    [`/oefeningen/tel/${hash}`, 'Volgende oefening Oefening 2 van 2'],
    [`/opdracht/${hash}`, 'Terug De reeks van je docent'],
  ]);
});

test('what a teacher closed stays closed: no solution before it is made, and none after', async () => {
  vi.stubGlobal('location', { hash: '' });
  const { page, checks, press } = await open();
  const closed = { solutions: true, sharing: false };
  await act(() => {
    checks.rules.value = { ...SET, closed };
  });
  await press('Hint');
  await press('Hint');
  await arrived();
  expect([solved(page), page.has('summary', 'Toon de oplossing')]).toEqual([undefined, false]);
  await act(() => addProgress({ exercises: { [sample.name]: { passed: ['a', 'b'] } } }));
  await arrived();
  expect(solved(page)?.textContent).toContain('Je docent heeft de oplossing van deze oefening verborgen.');
  expect(page.all('summary')).toEqual([]);
});

test('of golf it says how the best bill stands beside that of the solution', async () => {
  addProgress({ exercises: { [sample.name]: { passed: ['a', 'b'], best: { usd: '0.75', times: 1.5 } } } });
  const { page } = await open({ card: { ...CARD, isGolf: true } });
  await arrived();
  expect(solved(page)?.textContent).toContain(
    'Je beste rekening is 1,5 keer die van onze oplossing. Kan het nog kleiner?',
  );
  const best = { usd: '0.4', times: 0.8 };
  await act(() => addProgress({ exercises: { [sample.name]: { passed: [], best } } }));
  expect(solved(page)?.textContent).toContain('0,8 keer die van onze oplossing. Dat is kleiner dan de onze.');
});

test('the code that stands there is laid beside the solution, line by line, as long as it differs', async () => {
  addProgress({ exercises: { [sample.name]: { passed: ['a', 'b'] } } });
  const { page, model } = await open();
  await arrived();
  const [details] = page.all('details');
  if (details === undefined) throw new Error('there is nothing to compare');
  expect(details.all('summary')[0]?.textContent).toBe('Jouw code naast onze oplossing');
  details.open = true;
  await details.dispatch('toggle');
  await arrived();
  const [first] = solution.filter(({ text }, at) => text !== sample.files[at]?.text);
  if (first === undefined) throw new Error('the solution changes nothing');
  const start = sample.files.find(({ path }) => path === first.path)?.text ?? '';
  const linesOf = (name: string) =>
    details
      .all('figure')[0]
      ?.all(name)
      .flatMap((one) => one.textContent.split('\n').slice(0, -1));
  const ours = first.text.split('\n');
  const mine = start.split('\n');
  expect(details.all('figcaption')[0]?.textContent).toBe(first.path);
  expect(linesOf('ins')?.length).toBeGreaterThan(0);
  for (const line of linesOf('ins') ?? []) expect(ours).toContain(line.replace(/^\+ /, ''));
  for (const line of linesOf('del') ?? []) expect(mine).toContain(line.replace(/^− /, ''));
  await act(() => {
    for (const { path, text } of solution) model.edits.edit(path, `${text}\n\n`);
  });
  expect(details.all('figure')).toEqual([]);
  expect(details.all('p').map((one) => one.textContent)).toEqual(['Je code is precies onze oplossing.']);
});

test("beside a stranger's copy it is the solution alone", async () => {
  addProgress({ exercises: { [sample.name]: { passed: ['a', 'b'] } } });
  const { page, panel } = await open();
  await redraw(page, panel({ number: 7, owner: 'stranger' }));
  await arrived();
  expect(page.all('summary').map((one) => one.textContent)).toEqual(['Toon de oplossing']);
});

test('while checks run the score says so, and what start code passes has no tick until something comes with it', async () => {
  const { page, tell, end, press } = await open();
  const score = () =>
    page.all('span').find((one) => one.attributes.some(({ value }) => value === 'checks__score'));
  const marks = () =>
    page
      .all('li')
      .flatMap((one) => one.attributes.filter(({ name }) => name === 'class').map(({ value }) => value));
  await press('Controleer');
  expect(score()?.textContent).toBe('Bezig: 0 van 2 gecontroleerd');
  await tell(result('b', true, { passesAtStart: true }));
  expect(score()?.textContent).toBe('Bezig: 1 van 2 gecontroleerd');
  expect(marks()).toContain('check check--gift');
  await end(result('a', true), result('b', true, { passesAtStart: true }));
  expect(score()?.textContent).toBe('2 van 2 goed');
  expect(marks()).toEqual(['check check--passed', 'check check--passed']);
});

test('what runs again alone is announced, and says that its second time counts', async () => {
  const { page, asked, tell, end, press } = await open();
  await press('Controleer');
  await tell(result('a', false, { mayBeBusy: true }));
  await act(() => asked.at(-1)?.[2].onAgain(1));
  expect(page.textContent).toContain('Nog eens, zonder iets ernaast: 1 controle');
  await end(result('a', true, { ranAgain: true }), result('b', true));
  expect(page.textContent).toContain(
    'Dit draaide twee keer, want je computer had het misschien te druk. De tweede keer telt.',
  );
});
