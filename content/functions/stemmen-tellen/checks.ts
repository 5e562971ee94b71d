import { type Check, type ExerciseLab, fieldsOf, type Random } from '../../../src/exercises/index.ts';

const LIJSTEN = ['Zon', 'Maan', 'Ster'];
/** Names that nobody can vote for, and that stumble where an object is taken for a list of names. */
const NO_LIST = ['toString', 'zon', 'MAAN', 'constructor', 'Komeet', 'Zon Maan', 'ongeldig'];
/** So far down that no number of votes is the number of a line. */
const MOST_VOTES = 30;

const FIELDS = [...LIJSTEN, 'ongeldig'];

const resultKey = (name: string) => `uitslag/${name}.json`;

/** After this file. */
async function resultOf(lab: ExerciseLab, name: string, lines: string): Promise<unknown> {
  await lab.upload(`stemmen/${name}.txt`, lines);
  return fieldsOf(lab.objectAsJson(resultKey(name)), FIELDS);
}

/** Votes as people type them: some with spaces around, and with lines that hold nothing. */
function votes(random: Random, most = MOST_VOTES): string[] {
  return random.list(4, most, () => {
    if (random.isTrue(0.2)) return random.pick(['', ' ', '\t']);
    return `${random.isTrue(0.3) ? ' ' : ''}${random.pick(LIJSTEN)}${random.isTrue(0.3) ? '  ' : ''}`;
  });
}

/** A line of the log that names this line and no other. */
const namesLine = (line: number) => new RegExp(`(?<![\\d.,])${line}(?![\\d.,]*\\d)`);

/** At least once: "regel 7 van 9" names 9 too. */
function hasNamed(lab: ExerciseLab, line: number): void {
  const isNamed = lab.timesLogged(namesLine(line)) > 0;
  lab.expect(isNamed, `een regel in het logboek met regelnummer ${line}`, 'geen regel met dat nummer');
}

export const checks: readonly Check[] = [
  {
    id: 'naam',
    title: 'De uitslag heet naar het bestand',
    look: 'Bij `stemmen/gent.txt` hoort `uitslag/gent.json`.',
    async run(lab) {
      await lab.upload('stemmen/gent.txt', 'Zon');
      lab.hasObject('uitslag/gent.json');
    },
    fresh(random) {
      const names = random.list(2, 3, () => random.word());
      const vote = random.pick(LIJSTEN);
      return async (lab) => {
        for (const name of names) await lab.upload(`stemmen/${name}.txt`, vote);
        for (const name of names) lab.hasObject(resultKey(name));
      };
    },
  },
  {
    id: 'tellen',
    title: 'Geldige stemmen worden geteld',
    look: 'Alle vier de velden moeten er staan, ook als er nul stemmen zijn.',
    async run(lab) {
      await lab.upload('stemmen/gent.txt', 'Zon\nMaan\nZon');
      lab.hasObjectFields('uitslag/gent.json', { Zon: 2, Maan: 1, Ster: 0, ongeldig: 0 });
    },
    fresh(random) {
      const name = random.word();
      const text = random.list(1, MOST_VOTES, () => random.pick(LIJSTEN)).join('\n');
      return (lab) => resultOf(lab, name, text);
    },
  },
  {
    id: 'rommelig',
    title: 'Spaties, lege regels en regels van Windows maken niet uit',
    look: 'Gebruik `.trim()`, sla lege regels over, en splits op `/\\r?\\n/`.',
    async run(lab) {
      await lab.upload('stemmen/breda.txt', ' Zon \r\nSter\r\n\r\n  Ster\r\n');
      lab.hasObjectFields('uitslag/breda.json', { Zon: 1, Maan: 0, Ster: 2, ongeldig: 0 });
    },
    fresh(random) {
      const name = random.word();
      const text = votes(random).join(random.pick(['\n', '\r\n']));
      return (lab) => resultOf(lab, name, text);
    },
  },
  {
    id: 'ongeldig',
    title: 'Een ongeldige stem houdt de andere niet op',
    look: 'Tel de regel bij `ongeldig`, en schrijf het regelnummer in het logboek. Namen als `toString` zijn ook ongeldig.',
    async run(lab) {
      // No count in the result is 7, 8 or 9, so that whoever logs the result too is not misread.
      await lab.upload('stemmen/leuven.txt', 'Zon\nMaan\nSter\nZon\nMaan\nSter\ntoString\nZon\nzon');
      lab.hasObjectFields('uitslag/leuven.json', { Zon: 3, Maan: 2, Ster: 2, ongeldig: 2 });
      hasNamed(lab, 7);
      hasNamed(lab, 9);
      lab.hasLogged(namesLine(8), 0, 'een regel met regelnummer 8, want die stem is geldig');
    },
    fresh(random) {
      const name = random.word();
      const good = random.list(MOST_VOTES + 1, MOST_VOTES + 6, () => random.pick(LIJSTEN));
      const lines = [...good, ...random.shuffled([...NO_LIST, ...votes(random, 5)])];
      const places = lines.flatMap((line, at) => (NO_LIST.includes(line) ? [at + 1] : []));
      return async (lab) => {
        const result = await resultOf(lab, name, lines.join('\n'));
        for (const line of places) hasNamed(lab, line);
        return result;
      };
    },
  },
];
