import type { Check, ExerciseLab } from '../../../src/exercises/index.ts';

const MILA = { bestelling: 1, klant: 'Mila' };
const ALI = { bestelling: 2, klant: 'Ali' };
const BROKEN = { bestelling: 3 };

/** That these invoices went out, each once, and no other one. */
function expectInvoices(lab: ExerciseLab, ...orders: readonly { bestelling: number; klant: string }[]): void {
  const sent = lab.served.map(({ json }) => {
    const { bestelling, klant } = (json ?? {}) as { bestelling?: unknown; klant?: unknown };
    return `${bestelling} aan ${klant}`;
  });
  const wanted = orders.map(({ bestelling, klant }) => `${bestelling} aan ${klant}`);
  const list = (invoices: readonly string[]) => [...invoices].sort().join(', ') || 'geen';
  lab.expect(list(sent) === list(wanted), `deze facturen, elk één keer: ${list(wanted)}`, list(sent));
}

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
      expectInvoices(lab, MILA, ALI);
    },
  },
  {
    id: 'kapot',
    title: 'Een kapot bericht houdt de andere niet op',
    look: 'Gooi geen fout voor de hele partij.',
    async run(lab) {
      await lab.send(MILA, BROKEN, ALI);
      expectInvoices(lab, MILA, ALI);
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
