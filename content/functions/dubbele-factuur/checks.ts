import { type Check, type ExerciseLab, isSame, type Random } from '../../../src/exercises/index.ts';

interface Order {
  readonly bestelling: number;
  readonly klant?: string;
}

const MILA = { bestelling: 1, klant: 'Mila' };
const ALI = { bestelling: 2, klant: 'Ali' };
const BROKEN = { bestelling: 3 };
/** As many messages as the manifest puts in one batch. */
const BATCH = 5;

/** The post got one invoice of each of these, and no other. */
function sentOnce(lab: ExerciseLab, ...orders: readonly Order[]): void {
  const sent = lab.served.map(({ json }) => json);
  for (const { bestelling, klant } of orders) {
    const times = sent.filter((one) => isSame(one, { bestelling, klant })).length;
    const words = `factuur ${bestelling} aan ${klant}`;
    lab.expect(times === 1, `één keer ${words}`, `${times} keer ${words}`);
  }
  lab.expect(sent.length === orders.length, `${orders.length} facturen`, `${sent.length} facturen`);
}

/** With numbers that nobody can guess; some without a customer, and some of the same customer. */
function draw(random: Random, good: number, broken: number): Order[] {
  const first = random.whole(10, 9_000);
  const customers = [random.word(), random.word()];
  return random.shuffled(
    Array.from({ length: good + broken }, (_, at) =>
      at < good ? { bestelling: first + at, klant: random.pick(customers) } : { bestelling: first + at },
    ),
  );
}

const isGood = ({ klant }: Order) => klant !== undefined;

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
    fresh(random) {
      const orders = draw(random, random.whole(2, 7), 0);
      return async (lab) => {
        await lab.send(...orders);
        for (const { bestelling, klant } of orders) lab.hasStored(`factuur/${bestelling}`, klant);
      };
    },
  },
  {
    id: 'herhaling',
    title: 'Komt er nog een bericht over een bestelling, dan komt er geen tweede factuur',
    look: 'Kijk in de opslag voordat je iets verstuurt. Komen er twee tegelijk, dan mag alleen de eerste versturen.',
    async run(lab) {
      await lab.send(MILA);
      await lab.send(MILA, ALI);
      sentOnce(lab, MILA, ALI);
    },
    fresh(random) {
      const orders = draw(random, BATCH, 0);
      const again = random.shuffled(orders).map((order) => ({ ...order, klant: random.word() }));
      return async (lab) => {
        // Two full batches with the same orders, which are handled at once.
        await lab.send(...orders, ...orders);
        lab.endInstances();
        await lab.send(...again);
        sentOnce(lab, ...orders);
        for (const { bestelling, klant } of orders) lab.hasStored(`factuur/${bestelling}`, klant);
      };
    },
  },
  {
    id: 'kapot',
    title: 'Een kapot bericht houdt de andere niet op',
    look: 'Gooi geen fout voor het hele groepje.',
    async run(lab) {
      await lab.send(MILA, BROKEN, ALI);
      sentOnce(lab, MILA, ALI);
    },
    fresh(random) {
      const orders = draw(random, random.whole(3, 6), random.whole(1, 2));
      return async (lab) => {
        await lab.send(...orders);
        sentOnce(lab, ...orders.filter(isGood));
      };
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
    fresh(random) {
      const orders = draw(random, random.whole(1, 3), 2);
      return async (lab) => {
        await lab.send(...orders.filter(isGood));
        const before = lab.deadMessages;
        await lab.send(...orders);
        return { zonderKapot: before, mislukt: lab.deadMessages };
      };
    },
  },
];
