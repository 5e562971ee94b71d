/** The page of a month of traffic in every family of browsers: a story runs, is looked into, compared, stopped and drawn anew. */
import { expect } from 'vitest';
import { type Place, path, type Reader } from './families/index.ts';

const PAGE = 'verkeer/';
const RUN = /^Draai (?:de maand|het verkeer)$/;
const REFUSED = /^Geweigerd \(429\) (?=\d)/;
const CALLS = /^Aanroepen (?=\d)/;
const PICTURE = 'De maand in getallen';

/** Runs the month. @returns what came of it, when all of it has run */
async function runMonth(reader: Reader): Promise<Place> {
  await reader.press('button', RUN);
  // Of two settings one may be done before the other.
  await reader.seesDisabled('button', 'Stop');
  await reader.sees('group', 'Uitkomst', 'Aanroepen');
  return reader.within('group', 'Uitkomst');
}

/** What a row of the outcome says in numbers, as they are written for people: of A, and of B beside it. */
async function numbersIn(outcome: Place, label: RegExp): Promise<readonly number[]> {
  const row = await outcome.sees('row', label);
  return [...row.replace(label, '').matchAll(/([\d.]+)(?:\s\([^)]*\))?/g)].map(([, number = '']) =>
    Number(number.replaceAll('.', '')),
  );
}

path(
  'a ticket sale: where 429s begin, what another limit does, and the same again by its address',
  async ({ newReader }) => {
    const reader = await newReader(PAGE);
    const outcome = await runMonth(reader);
    const [refused = 0] = await numbersIn(outcome, REFUSED);
    expect(refused).toBeGreaterThan(100);
    await reader.sees('region', 'Functie en servers', /Genoeg servers, de hele tijd: \d+/);
    await reader.sees('region', 'Functie en servers', 'Een schaler die servers bijzet');
    await reader.within('region', 'Bij elk tarief').sees('row', /^Oracle OCI Functions.*€/);

    // In the list of what is seen they begin at ten, on the second.
    await reader.press('button', 'Ga naar de drukte');
    await reader.press('radio', 'Minuut');
    await reader.press('radio', 'Lijst');
    await reader.sees('region', PICTURE, /10\.0\d\.\d\d/);
    await reader.press('radio', 'Maand');
    const list = reader.within('region', PICTURE);
    await list.seesCount('row', null, 31);
    const day = await list.sees('row', /^dag 12 /);
    expect(day.split(' ').slice(2, 5)).toContain(refused.toLocaleString('nl'));

    await reader.press('button', 'Vergelijk met andere instellingen');
    await reader.fill('textbox', 'Maximaal tegelijk', '20');
    await runMonth(reader);
    await outcome.sees('columnheader', 'B');
    const both = await numbersIn(outcome, REFUSED);
    expect(both).toEqual([refused, expect.any(Number)]);
    expect(both[1]).toBeGreaterThan(refused);

    await reader.reload();
    await reader.sees('radio', 'Instellingen B');
    await runMonth(reader);
    await outcome.sees('columnheader', 'B');
    expect(await numbersIn(outcome, REFUSED)).toEqual(both);
  },
);

path(
  'a day is drawn by keyboard, by table and by hand, and what comes is what was drawn',
  async ({ newReader }) => {
    const reader = await newReader(PAGE);
    await reader.press('radio', 'Een sensor per minuut');
    await reader.sees('group', 'Teken een dag', 'precies één aanroep');
    // A hand on the bars would draw: who goes by keyboard comes to the hour that takes the focus.
    const focused = () => reader.evaluate('document.activeElement.getAttribute("aria-label")');
    for (let presses = 0; (await focused()) !== '10 uur'; presses += 1) {
      expect(presses).toBeLessThan(30);
      await reader.key('Tab');
    }
    await reader.key('PageUp');
    await reader.key('ArrowUp');
    await reader.sees('group', 'Teken een dag', '11 aanroepen per dag');
    await reader.key('ArrowRight');
    await reader.key('ArrowUp');
    await reader.sees('group', 'Teken een dag', '12 aanroepen per dag');
    expect(await focused()).toBe('11 uur');
    await reader.press('button', 'De dag als tabel');
    await reader.fill('textbox', 'Aanroepen vanaf 3 uur', '500');
    await reader.sees('group', 'Teken een dag', '512 aanroepen per dag');
    expect(await reader.evaluate('location.hash')).toContain('dag=0_0_0_500_0_0_0_0_0_0_11_1_');

    await reader.pull('slider', '20 uur', { rightPx: 0, downPx: -40 });
    const day = /(\S+) aanroepen per dag/;
    const drawnPerDay = async () => {
      const said = await reader.sees('group', 'Teken een dag', day);
      return Number(day.exec(said)?.[1]?.replaceAll('.', ''));
    };
    // Half as high as the highest hour, where a hand takes hold of it, is 250; with large letters the picture is larger too.
    await expect.poll(drawnPerDay).toBeGreaterThan(512 + 250);

    const [came = 0] = await numbersIn(await runMonth(reader), CALLS);
    const drawn = 30 * (await drawnPerDay());
    expect(Math.abs(came - drawn)).toBeLessThan(5 * Math.sqrt(drawn));
  },
);

path(
  'a function that ran in a lesson is in the list, with the times that were measured',
  async ({ newReader }) => {
    const reader = await newReader('lessen/schalen-ook-naar-nul/');
    const region = reader.within('region', 'Speeltuin: Verkoop een kaartje');
    await region.press('button', 'Voer uit');
    await region.sees('group', 'Kassabon', '1 aanroep');
    await reader.open(PAGE);
    await reader.choose('combobox', 'Welke functie?', 'Verkoop een kaartje (gemeten)');
    await reader.sees('group', 'De functie', 'Gemeten in dit bezoek');
    const [came = 0] = await numbersIn(await runMonth(reader), CALLS);
    expect(came).toBeGreaterThan(1_000);
  },
);

path('a month is stopped, what ran stays; and what cannot be says so', async ({ newReader }) => {
  const reader = await newReader(`${PAGE}#verhaal=black-friday&dag=${Array(24).fill(900_000).join('_')}`);
  await reader.press('button', RUN);
  await reader.sees('group', 'Machinekamer', /Dag \d+, /);
  await reader.press('button', 'Stop');
  await reader.sees('group', 'Machinekamer', 'Gestopt.');
  await reader.seesCount('group', 'Uitkomst', 0);

  await reader.fill('textbox', /^Altijd gereed/, '500');
  await reader.press('button', RUN);
  await reader.sees('alert', '', 'Altijd gereed: dit is te groot: het mag maximaal 150 zijn.');

  const other = await newReader(`${PAGE}#grens=nul`);
  await other.sees('alert', '', 'een waarde die niet kan: grens');
});
