import type { Check, ExerciseLab, Play, Random } from '../../../src/exercises/index.ts';

const NIMBUS = { naam: 'Nimbus', centPerMiljoen: 20, centPerMiljoenMs: 2, stapMs: 1, vastCent: 0 };
const STAPPEN = { naam: 'Stappen', centPerMiljoen: 10, centPerMiljoenMs: 1, stapMs: 100, vastCent: 0 };
const ABONNEMENT = { naam: 'Abonnement', centPerMiljoen: 0, centPerMiljoenMs: 1, stapMs: 1, vastCent: 500 };

function ask(lab: ExerciseLab, aantal: number, duurMs: number, ...tarieven: readonly object[]) {
  return lab.request('POST', '/vergelijk', { json: { aantal, duurMs, tarieven } });
}

/**
 * So many calls that no amount ends in half a cent, which another order of the same sum rounds the other way: one that ends in 1
 * gives a round number of millionths only with a price per call of 100,000 of them.
 */
const awry = (random: Random, unit: number) => random.whole(200, 900) * unit + 1;

/** Some tariffs, in any order, of which each may be the cheapest. */
function tariffs(random: Random): object[] {
  return random.list(2, 4, () => ({
    naam: random.word(4, 12),
    centPerMiljoen: random.whole(0, 60),
    centPerMiljoenMs: random.whole(1, 5),
    stapMs: random.pick([1, 10, 64, 100, 250, 1_000]),
    vastCent: random.pick([0, 0, random.whole(1, 900)]),
  }));
}

interface Priced {
  readonly naam: string;
  readonly cent: number;
}

const isPriced = (value: unknown): value is Priced[] =>
  Array.isArray(value) && value.every((one) => typeof one?.naam === 'string' && typeof one.cent === 'number');

/** What they come to, by name: which of two that cost the same comes first is not asked. */
function compared(aantal: number, duurMs: number, tarieven: readonly object[]): Play {
  return async (lab) => {
    const { json } = await ask(lab, aantal, duurMs, ...tarieven);
    if (!isPriced(json)) return json;
    const isSorted = json.every(({ cent }, at) => at === 0 || cent >= (json[at - 1]?.cent ?? 0));
    lab.expect(
      isSorted,
      'het goedkoopste tarief eerst',
      `de bedragen ${json.map(({ cent }) => cent).join(', ')}`,
    );
    return json.map(({ naam, cent }) => ({ naam, cent })).sort((a, b) => (a.naam < b.naam ? -1 : 1));
  };
}

export const checks: readonly Check[] = [
  {
    id: 'som',
    title: 'Het bedrag telt aanroepen en tijd',
    look: 'Wat kost één aanroep, en wat kost de tijd ervan?',
    async run(lab) {
      (await ask(lab, 2_000_000, 40, NIMBUS)).hasJson([{ naam: 'Nimbus', cent: 200 }]);
    },
    fresh: (random) =>
      compared(awry(random, 10_000), random.whole(1, 900), [{ ...NIMBUS, naam: random.word() }]),
  },
  {
    id: 'stap',
    title: 'De tijd wordt naar boven afgerond op de stap van het tarief',
    look: 'Met een stap van 100 betaal je voor 101 ms twee stappen, en voor precies 100 ms één.',
    async run(lab) {
      (await ask(lab, 1_000_000, 101, STAPPEN)).hasField('0', { naam: 'Stappen', cent: 210 });
      (await ask(lab, 1_000_000, 100, STAPPEN)).hasField('0', { naam: 'Stappen', cent: 110 });
    },
    fresh(random) {
      const duurMs = random.whole(1, 900);
      const exact = { ...STAPPEN, stapMs: duurMs };
      return compared(
        awry(random, 10_000),
        duurMs,
        random.shuffled([STAPPEN, { ...exact, naam: 'Precies' }]),
      );
    },
  },
  {
    id: 'einde',
    title: 'Afronden op centen gebeurt pas aan het eind',
    look: 'Eén aanroep kost veel minder dan een halve cent. Rond je elke aanroep apart af?',
    async run(lab) {
      (await ask(lab, 40_000, 3, NIMBUS)).hasField('0', { naam: 'Nimbus', cent: 1 });
    },
    // So long that the time alone is a cent or more: who leaves it out never comes to the same by rounding.
    fresh: (random) => compared(awry(random, 100), random.whole(25, 60), [NIMBUS]),
  },
  {
    id: 'volgorde',
    title: 'Het goedkoopste staat vooraan, met het vaste bedrag erbij',
    look: 'Tel `vastCent` erbij op voordat je sorteert.',
    async run(lab) {
      (await ask(lab, 1_000_000, 30, ABONNEMENT, STAPPEN, NIMBUS)).hasJson([
        { naam: 'Nimbus', cent: 80 },
        { naam: 'Stappen', cent: 110 },
        { naam: 'Abonnement', cent: 530 },
      ]);
    },
    fresh: (random) => compared(awry(random, 1_000), random.whole(1, 900), tariffs(random)),
  },
];
