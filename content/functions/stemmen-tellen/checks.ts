import { type Check, type ExerciseLab, isSame } from '../../../src/exercises/index.ts';

function hasResult(lab: ExerciseLab, key: string, right: Readonly<Record<string, number>>): void {
  const text = lab.hasObject(key);
  let found: unknown = null;
  try {
    found = JSON.parse(text);
  } catch {
    lab.expect(false, `JSON in ${key}`, text.slice(0, 60));
  }
  lab.expect(isSame(found, right), `in ${key}: ${JSON.stringify(right)}`, text);
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
  },
  {
    id: 'tellen',
    title: 'Geldige stemmen worden geteld',
    look: 'Alle vier de velden moeten er staan, ook als er nul stemmen zijn.',
    async run(lab) {
      await lab.upload('stemmen/gent.txt', 'Zon\nMaan\nZon');
      hasResult(lab, 'uitslag/gent.json', { Zon: 2, Maan: 1, Ster: 0, ongeldig: 0 });
    },
  },
  {
    id: 'rommelig',
    title: 'Spaties, lege regels en regels van Windows maken niet uit',
    look: 'Gebruik `.trim()`, sla lege regels over, en splits op `/\\r?\\n/`.',
    async run(lab) {
      await lab.upload('stemmen/breda.txt', ' Zon \r\nSter\r\n\r\n  Ster\r\n');
      hasResult(lab, 'uitslag/breda.json', { Zon: 1, Maan: 0, Ster: 2, ongeldig: 0 });
    },
  },
  {
    id: 'ongeldig',
    title: 'Een ongeldige stem houdt de andere niet op',
    look: 'Tel de regel bij `ongeldig`, en schrijf het regelnummer in het logboek. Namen als `toString` zijn ook ongeldig.',
    async run(lab) {
      await lab.upload('stemmen/leuven.txt', 'Zon\ntoString\nMaan\nzon');
      hasResult(lab, 'uitslag/leuven.json', { Zon: 1, Maan: 1, Ster: 0, ongeldig: 2 });
      lab.hasLogged(/\b2\b/, 1, 'een regel met regelnummer 2');
      lab.hasLogged(/\b4\b/, 1, 'een regel met regelnummer 4');
    },
  },
];
