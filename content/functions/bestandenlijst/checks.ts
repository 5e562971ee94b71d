import { type Check, fieldsOf, type Random } from '../../../src/exercises/index.ts';

interface Upload {
  readonly naam: string;
  readonly key: string;
  readonly text: string;
  readonly soort: string;
}

const KINDS = [
  ['txt', 'text/plain'],
  ['csv', 'text/csv'],
  ['svg', 'image/svg+xml'],
] as const;
const FIELDS = ['naam', 'grootte', 'soort'];

const listKey = (naam: string) => `overzicht/${naam}.json`;

/** In the folder itself, or some folders deeper. */
function upload(random: Random, text = random.word(1, 30)): Upload {
  const [ending, soort] = random.pick(KINDS);
  const naam = `${random.word()}.${ending}`;
  const folders = random.list(0, 2, () => `${random.word()}/`).join('');
  return { naam, key: `inbox/${folders}${naam}`, text, soort };
}

export const checks: readonly Check[] = [
  {
    id: 'overzicht',
    title: 'Bij elke upload komt een bestand in overzicht/',
    look: 'Kijk naar de sleutel waarmee je `bucket.put` aanroept.',
    async run(lab) {
      await lab.upload('inbox/brief.txt', 'Beste school');
      lab.hasObject('overzicht/brief.txt.json');
    },
    fresh(random) {
      const uploads = random.list(1, 3, () => upload(random));
      return async (lab) => {
        for (const { key, text, soort } of uploads) await lab.upload(key, text, soort);
        for (const { naam } of uploads) lab.hasObject(listKey(naam));
      };
    },
  },
  {
    id: 'inhoud',
    title: 'Daarin staan naam, grootte en soort',
    look: 'De drie velden heten `naam`, `grootte` en `soort`. De naam is zonder map.',
    async run(lab) {
      await lab.upload('inbox/map/foto.svg', '<svg/>', 'image/svg+xml');
      lab.hasObjectFields('overzicht/foto.svg.json', {
        naam: 'foto.svg',
        grootte: 6,
        soort: 'image/svg+xml',
      });
    },
    fresh(random) {
      // Bytes are no letters: é takes two of them.
      const { key, naam, text, soort } = upload(random, `${random.word(1, 40)}${random.isTrue() ? 'é' : ''}`);
      return async (lab) => {
        await lab.upload(key, text, soort);
        return fieldsOf(lab.objectAsJson(listKey(naam)), FIELDS);
      };
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
    fresh(random) {
      const uploads = random.list(1, 3, () => upload(random));
      return async (lab) => {
        for (const { key, text, soort } of uploads) await lab.upload(key, text, soort);
        lab.usedExactly(uploads.length, 'invocations');
        for (const { naam } of uploads) lab.hasObject(listKey(naam));
      };
    },
  },
  {
    id: 'leeg',
    title: 'Een leeg bestand komt alleen in het logboek',
    look: 'Kijk naar `size` voordat je iets schrijft.',
    async run(lab) {
      await lab.upload('inbox/niets.txt', '');
      lab.hasLogged(/leeg/i, 1, 'een regel met leeg');
      lab.usedExactly(0, 'bucketWrites');
    },
    fresh(random) {
      const uploads = random.shuffled([upload(random, ''), upload(random)]);
      return async (lab) => {
        for (const { key, text, soort } of uploads) await lab.upload(key, text, soort);
        lab.hasLogged(/leeg/i, 1, 'een regel met leeg');
        return uploads.map(({ naam }) => listKey(naam)).filter((key) => Object.hasOwn(lab.objects, key));
      };
    },
  },
];
