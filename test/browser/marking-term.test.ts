/** A teacher's way through a marking: dropped, stopped, found again, added to, graded, remarked, looked through and laid aside. */
import { expect } from 'vitest';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { handInFile } from '../../src/classroom/hand-in/hand-in.ts';
import { classZip } from './class-zip.ts';
import { path } from './families/index.ts';
import { untilStored } from './stored.ts';

const GREET = 'groet-iedereen';
const HELP = 'wie-helpt-mij';
const MARKINGS = 'functielab-nakijken';

async function zipOf(
  people: Readonly<Record<string, Readonly<Record<string, 'right' | 'start' | 'wrong'>>>>,
) {
  const files: Record<string, string> = {};
  for (const [at, [name, work]] of Object.entries(people).entries()) {
    const exercises = new Map<string, Record<string, string>>();
    for (const [exercise, how] of Object.entries(work)) {
      const { sample, solution } = await exerciseFromDisk(exercise);
      const code = how === 'right' ? solution : sample.files;
      const text = (one: string) =>
        how === 'wrong' ? 'export default () => 1;' : how === 'start' ? one : `${one}\n`;
      exercises.set(exercise, Object.fromEntries(code.map((file) => [file.path, text(file.text)])));
    }
    const folder = `${name}_${5_000 + at}_assignsubmission_file/werk.json`;
    files[folder] = handInFile({ name, exercises });
  }
  return classZip(files);
}

/** Runs in the page: the button is pressed as soon as it stands there. */
function pressOnceThere(name: string): void {
  const looking = new MutationObserver(() => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    if (button === undefined) return;
    looking.disconnect();
    button.click();
  });
  looking.observe(document, { childList: true, subtree: true });
}

path(
  'a class is marked, stopped, found again after a reload, added to, graded, remarked and looked through in place',
  async ({ newReader }) => {
    const reader = await newReader('docent/nakijken/');
    const table = reader.within('region', 'Resultaten');
    const first = {
      'Mila De Smet': { [GREET]: 'right', [HELP]: 'start' },
      'Noah Peeters': { [GREET]: 'wrong', [HELP]: 'right' },
      'Ada Maes': { [GREET]: 'start' },
      'Bo Bakker': { [GREET]: 'right', [HELP]: 'wrong' },
    } as const;
    // A hand in the page itself: another may come when all of it has been marked.
    await reader.evaluate(`void (${pressOnceThere})('Stop')`);
    await reader.give('button', 'Kies inleveringen', await zipOf(first));
    await reader.sees('main', '', /\b[0-6] van 7 uitwerkingen nagekeken\./);
    await reader.fill('textbox', 'Naam van dit nakijkwerk', 'Klas 1B');
    await untilStored(reader, MARKINGS, 'markings', /"title":"Klas 1B"/);

    await reader.reload();
    await reader.seesIn('textbox', 'Naam van dit nakijkwerk', 'Klas 1B');
    await reader.press('button', 'Kijk de rest na');
    await reader.sees('main', '', '4 inleveringen nagekeken.');
    await untilStored(reader, MARKINGS, 'verdicts', /^\[(\{"key".*){6}\]$/);
    await reader.reload();
    await reader.sees('main', '', '4 inleveringen nagekeken.');
    await table.sees('button', /^Mila De Smet, Groet iedereen: 3 van 3 goed/);
    await table.sees('button', /^Mila De Smet, Wie helpt mij.*: 0 van \d goed, niet veranderd/);
    await table.sees('button', /^Ada Maes, Wie helpt mij.*: niet ingeleverd$/);

    // Somebody hands in late and right, and the whole zip comes once more.
    const late = { ...first, 'Noah Peeters': { [GREET]: 'right', [HELP]: 'right' } } as const;
    await reader.give('button', 'Kies inleveringen', await zipOf(late));
    await reader.sees('main', '', '4 inleveringen nagekeken. Al toegevoegd, en zo gelaten: 3.');
    await table.sees('button', /^Noah Peeters, Groet iedereen: 3 van 3 goed/);
    await table.sees('row', /^Noah Peeters/, /100 %.*20,0.*10,0/);
    await table.sees('row', /^Mila De Smet/, /50 %.*10,0.*5,5/);

    await reader.press('button', 'Gewicht en slaaggrens');
    await reader.fill('spinbutton', /^Groet iedereen/, '3');
    await table.sees('row', /^Mila De Smet/, /75 %.*15,0.*7,8/);
    await reader.fill('spinbutton', 'Slaaggrens in procent', '80');
    await table.sees('row', /^Mila De Smet/, /75 %.*onvoldoende/);

    await table.press('button', /^Naam/);
    await reader.sees('region', 'Resultaten', /Ada Maes.*Bo Bakker.*Mila De Smet.*Noah Peeters/);
    await reader.choose('combobox', 'Toon', 'niet alles goed');
    await table.seesCount('row', /^Noah Peeters/, 0);
    await reader.sees('region', 'Resultaten', /Ada Maes.*Bo Bakker.*Mila De Smet/);

    // From one to the next in place: the buttons stay where the hand is.
    await table.press('button', /^Ada Maes, Groet iedereen/);
    const details = reader.within('group', 'Uitwerking');
    const place = async () =>
      Number(await reader.evaluate(`document.querySelector('.marking__steps').getBoundingClientRect().top`));
    await details.sees('heading', 'Ada Maes: Groet iedereen');
    await details.bringUp('button', 'Volgende student');
    const before = await place();
    await details.press('button', 'Volgende student');
    await details.sees('heading', 'Bo Bakker: Groet iedereen');
    await details.seesFocus('button', 'Volgende student');
    expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
    await reader.key('Enter');
    await details.sees('heading', 'Mila De Smet: Groet iedereen');
    await details.seesDisabled('button', 'Volgende student');
    await details.press('button', 'Vorige student');
    await details.press('button', 'Volgende oefening');
    await details.sees('heading', /^Bo Bakker: Wie helpt mij/);
    await details.press('button', 'Vorige student');
    await reader.sees('group', 'Uitwerking', 'Voor deze oefening is niets ingeleverd.');
    await details.fill('textbox', 'Opmerking voor Ada Maes', 'Kom even langs.');
    await details.press('button', 'Sluit');
    await reader.seesCount('group', 'Uitwerking', 0);
    await reader.choose('combobox', 'Toon', 'iedereen');
    await table.press('button', /^Noah Peeters, Groet iedereen/);
    await reader.sees('group', 'Uitwerking', 'Eerder ingeleverd, en telt niet mee: 1');
    const kept = await reader.saves('button', 'Bewaar het nakijken');
    expect(kept.name).toBe('klas-1b.functielab-nakijken.json');

    // Elsewhere, from the file: all of it is there.
    const other = await newReader('docent/nakijken/');
    const file = { name: kept.name, mimeType: 'application/json', text: kept.text };
    await other.give('button', 'Kies inleveringen', file);
    await other.press('button', 'Open het apart');
    await other.sees('main', '', '4 inleveringen nagekeken.');
    await other.within('region', 'Resultaten').press('button', /^Ada Maes, Groet iedereen/);
    await other.seesIn('textbox', 'Opmerking voor Ada Maes', 'Kom even langs.');
  },
);
