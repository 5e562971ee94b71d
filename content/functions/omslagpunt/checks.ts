import { type Check, fieldsOf, type Random } from '../../../src/exercises/index.ts';

const ask = (serverCent: string | number, aanroepMiljoenste: string | number) =>
  [
    'GET',
    `/omslag?${new URLSearchParams({ serverCent: `${serverCent}`, aanroepMiljoenste: `${aanroepMiljoenste}` })}`,
  ] as const;

/** What a server costs in a month, and what a call costs; both never nothing. */
const prices = (random: Random) => [random.whole(50, 5_000), random.whole(2, 400)] as const;

/** A server that costs exactly so many calls. */
function exactPrices(random: Random): readonly [number, number] {
  const perCall = random.pick([1, 2, 4, 5, 8, 10, 20, 25, 40, 50]);
  return [random.whole(50, 5_000), perCall];
}

export const checks: readonly Check[] = [
  {
    id: 'maand',
    title: 'Het omslagpunt per maand klopt',
    look: 'Een aanroep kost miljoensten van een cent. Reken alles om naar hetzelfde.',
    async run(lab) {
      const answer = await lab.request('GET', '/omslag?serverCent=900&aanroepMiljoenste=31');
      answer.hasField('perMaand', 29_032_259);
    },
    fresh(random) {
      const asked = random.list(3, 4, () => ask(...prices(random)));
      return async (lab) => {
        const months: unknown[] = [];
        for (const one of asked) months.push(fieldsOf((await lab.request(...one)).json, ['perMaand']));
        return months;
      };
    },
  },
  {
    id: 'precies',
    title: 'Even duur is nog niet duurder',
    look: 'Gaat de deling precies op, dan is er nog één aanroep nodig. Deel hele getallen: een deling door 0,00001 komt net niet uit.',
    async run(lab) {
      const answer = await lab.request('GET', '/omslag?serverCent=900&aanroepMiljoenste=30');
      answer.hasField('perMaand', 30_000_001);
      // In JavaScript 1000 / (10 / 1_000_000) is a bit less than 100,000,000.
      const whole = await lab.request('GET', '/omslag?serverCent=1000&aanroepMiljoenste=10');
      whole.hasField('perMaand', 100_000_001);
    },
    fresh(random) {
      const asked = random.list(2, 3, () => ask(...exactPrices(random)));
      return async (lab) => {
        const months: unknown[] = [];
        for (const one of asked) months.push(fieldsOf((await lab.request(...one)).json, ['perMaand']));
        return months;
      };
    },
  },
  {
    id: 'dag',
    title: 'Per dag is naar boven afgerond',
    look: 'Deel door 30 dagen, en rond naar boven af.',
    async run(lab) {
      const answer = await lab.request('GET', '/omslag?serverCent=900&aanroepMiljoenste=30');
      answer.hasField('perDag', 1_000_001);
    },
    fresh(random) {
      const asked = random.list(3, 4, () => ask(...prices(random)));
      return async (lab) => {
        const days: unknown[] = [];
        for (const one of asked) days.push(fieldsOf((await lab.request(...one)).json, ['perDag']));
        return days;
      };
    },
  },
  {
    id: 'gratis',
    title: 'Gratis aanroepen: nooit',
    look: 'Delen door nul geeft oneindig. Vang dat voor de deling op.',
    async run(lab) {
      const answer = await lab.request('GET', '/omslag?serverCent=900&aanroepMiljoenste=0');
      answer.hasJson({ perMaand: null, perDag: null });
    },
    fresh(random) {
      const asked = random.list(1, 3, () => ask(random.whole(1, 5_000), 0));
      return (lab) => lab.outcomes(...asked);
    },
  },
  {
    id: 'onzin',
    title: 'Wat geen getal is, geeft status 400',
    look: 'Let op: `Number(null)` en `Number("")` zijn 0.',
    async run(lab) {
      for (const query of [
        '',
        '?serverCent=900',
        '?aanroepMiljoenste=30',
        '?serverCent=veel&aanroepMiljoenste=30',
        '?serverCent=&aanroepMiljoenste=30',
        '?serverCent=900&aanroepMiljoenste=-3',
      ]) {
        (await lab.request('GET', `/omslag${query}`)).hasStatus(400);
      }
    },
    fresh(random) {
      const [serverCent, perCall] = prices(random);
      const wrong = () => random.pick(['', random.word(), `-${random.whole(1, 99)}`]);
      const asked = random.shuffled([
        ask(serverCent, wrong()),
        ask(wrong(), perCall),
        ask(wrong(), wrong()),
        ask(serverCent, perCall),
      ]);
      return async (lab) => {
        const statuses: number[] = [];
        for (const one of asked) statuses.push((await lab.request(...one)).status);
        return statuses;
      };
    },
  },
];
