import type { Check } from '../../../src/exercises/index.ts';

const MILA = { bestelling: 1, klant: 'Mila' };
const ALI = { bestelling: 2, klant: 'Ali' };
const BROKEN = { bestelling: 3 };

export const checks: readonly Check[] = [
  {
    id: 'onthouden',
    title: 'De functie onthoudt wie een factuur kreeg',
    look: 'De sleutel is `factuur/` met het nummer van de bestelling, en de waarde is de naam van de klant.',
    async run(lab) {
      await lab.send(MILA, ALI);
      lab.hasStored('factuur/1', 'Mila');
      lab.hasStored('factuur/2', 'Ali');
    },
  },
  {
    id: 'herhaling',
    title: 'Komt een bericht nog eens, dan komt er geen tweede factuur',
    look: 'Kijk in de opslag voordat je iets verstuurt.',
    async run(lab) {
      await lab.send(MILA);
      await lab.send(MILA, ALI);
      lab.hasLogged(/^factuur 1 aan Mila$/, 1, 'factuur 1 aan Mila');
      lab.hasLogged(/^factuur 2 aan Ali$/, 1, 'factuur 2 aan Ali');
    },
  },
  {
    id: 'kapot',
    title: 'Een kapot bericht houdt de andere niet op',
    look: 'Gooi geen fout voor de hele partij.',
    async run(lab) {
      await lab.send(MILA, BROKEN, ALI);
      lab.hasLogged(/^factuur 1 aan Mila$/, 1, 'factuur 1 aan Mila');
      lab.hasLogged(/^factuur 2 aan Ali$/, 1, 'factuur 2 aan Ali');
    },
  },
  {
    id: 'mislukt',
    title: 'Alleen het kapotte bericht staat bij de mislukte berichten',
    look: 'Geef de `id` van het bericht terug in `failed`.',
    async run(lab) {
      await lab.send(MILA, BROKEN, ALI);
      lab.expect(lab.deadMessages === 1, 'één mislukt bericht', `${lab.deadMessages} mislukte berichten`);
    },
  },
];
