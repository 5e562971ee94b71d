import type { Check } from '../../../src/exercises/index.ts';

export const checks: readonly Check[] = [
  {
    id: 'overzicht',
    title: 'Bij elke upload komt een bestand in overzicht/',
    look: 'Kijk naar de sleutel waarmee je `bucket.put` aanroept.',
    async run(lab) {
      await lab.upload('inbox/brief.txt', 'Beste school');
      lab.hasObject('overzicht/brief.txt.json');
    },
  },
  {
    id: 'inhoud',
    title: 'Daarin staan naam, grootte en soort',
    look: 'De drie velden heten `naam`, `grootte` en `soort`. De naam is zonder map.',
    async run(lab) {
      await lab.upload('inbox/map/foto.svg', '<svg/>', 'image/svg+xml');
      const text = lab.hasObject('overzicht/foto.svg.json');
      const same = text.replaceAll(/\s/g, '');
      const right = '{"naam":"foto.svg","grootte":6,"soort":"image/svg+xml"}';
      lab.expect(same === right, right, same);
    },
  },
  {
    id: 'een-aanroep',
    title: 'Eén upload is één aanroep',
    look: 'Schrijf niet in `inbox/`: wat daar komt, maakt je functie opnieuw wakker.',
    async run(lab) {
      await lab.upload('inbox/brief.txt', 'Beste school');
      lab.usedExactly(1, 'invocations');
      lab.hasObject('overzicht/brief.txt.json');
    },
  },
  {
    id: 'leeg',
    title: 'Een leeg bestand komt alleen in het logboek',
    look: 'Kijk naar `size` voordat je iets schrijft.',
    async run(lab) {
      await lab.upload('inbox/niets.txt', '');
      lab.hasLogged(/leeg/, 1, 'een regel met leeg');
      lab.usedExactly(0, 'bucketWrites');
    },
  },
];
