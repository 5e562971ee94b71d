import { type Check, type ExerciseLab, isSame, type Random } from '../../../src/exercises/index.ts';

interface Order {
  readonly bestelling: number;
  readonly mail: string;
}

const MILA = { bestelling: 1, mail: 'mila@post.example' };
const BROKEN = { bestelling: 2, mail: 'ali.post.example' };
const NOOR = { bestelling: 3, mail: 'noor@post.example' };

const isGood = ({ mail }: Pick<Order, 'mail'>) => mail.includes('@');

/** The post got one confirmation of each of these, and no other. */
function sentOnce(lab: ExerciseLab, ...orders: readonly Order[]): void {
  const sent = lab.served.map(({ json }) => json);
  for (const { bestelling, mail } of orders) {
    const times = sent.filter((one) => isSame(one, { bestelling, mail })).length;
    const words = `bevestiging ${bestelling} aan ${mail}`;
    lab.expect(times === 1, `één keer ${words}`, `${times} keer ${words}`);
  }
  lab.expect(sent.length === orders.length, `${orders.length} bevestigingen`, `${sent.length} bevestigingen`);
}

/** What was sent is kept, and of what was not sent there is nothing. */
function kept(lab: ExerciseLab, ...orders: readonly Order[]): void {
  for (const { bestelling, mail } of orders) {
    if (isGood({ mail })) lab.hasStored(`bevestigd/${bestelling}`, `verstuurd aan ${mail}`);
    else lab.lacksStored(`bevestigd/${bestelling}`);
  }
}

/** With numbers and addresses that nobody can guess, in any order. */
function draw(random: Random, good: number, broken: number): Order[] {
  const first = random.whole(10, 9_000);
  return random.shuffled(
    Array.from({ length: good + broken }, (_, at) => ({
      bestelling: first + at,
      mail: `${random.word()}${at}${at < good ? '@' : '.'}post.example`,
    })),
  );
}

export const checks: readonly Check[] = [
  {
    id: 'verstuurd',
    title: 'Elke bestelling krijgt een bevestiging, en de functie onthoudt wat er verstuurd is',
    look: 'Wacht met `await` op `verstuur`, en bewaar wat die teruggeeft.',
    async run(lab) {
      await lab.send(MILA, NOOR);
      sentOnce(lab, MILA, NOOR);
      kept(lab, MILA, NOOR);
    },
    fresh(random) {
      const orders = draw(random, random.whole(2, 7), 0);
      return async (lab) => {
        await lab.send(...orders);
        sentOnce(lab, ...orders);
        kept(lab, ...orders);
      };
    },
  },
  {
    id: 'rotte-appel',
    title: 'Een fout adres houdt de andere niet op, en geen klant krijgt dezelfde bevestiging nog eens',
    look: 'Vang de fout op binnen de lus, zodat alleen dat ene bericht mislukt.',
    async run(lab) {
      await lab.send(MILA, BROKEN, NOOR);
      sentOnce(lab, MILA, NOOR);
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
    title: 'Alleen het bericht met het foute adres staat bij de mislukte berichten',
    look: 'Geef de `id` van dat bericht terug in `failed`.',
    async run(lab) {
      await lab.send(MILA, BROKEN, NOOR);
      lab.expect(lab.deadMessages === 1, 'één mislukt bericht', `${lab.deadMessages} mislukte berichten`);
    },
    fresh(random) {
      const orders = draw(random, random.whole(1, 3), 2);
      return async (lab) => {
        await lab.send(...orders.filter(isGood));
        const before = lab.deadMessages;
        await lab.send(...orders);
        return { zonderFout: before, mislukt: lab.deadMessages };
      };
    },
  },
  {
    id: 'niet-verstuurd',
    title: 'Bij een fout adres staat er niet dat het verstuurd is',
    look: 'Bewaar pas iets als `verstuur` klaar is.',
    async run(lab) {
      await lab.send(MILA, BROKEN, NOOR);
      kept(lab, MILA, BROKEN, NOOR);
    },
    fresh(random) {
      const orders = draw(random, random.whole(2, 4), random.whole(1, 2));
      return async (lab) => {
        await lab.send(...orders);
        kept(lab, ...orders);
      };
    },
  },
];
