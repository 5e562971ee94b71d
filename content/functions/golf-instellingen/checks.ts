import type { Check, ExerciseLab, Random } from '../../../src/exercises/index.ts';

/** Another shop, with another discount; prices in tens of cents, so that no discount ends in half a cent. */
function draw(random: Random) {
  return {
    shop: { winkel: random.word(), korting: random.whole(1, 9) * 10 },
    paths: random.list(2, 4, () => `/prijs?centen=${random.whole(1, 900) * 10}`),
  };
}

function answers(lab: ExerciseLab, shop: object): void {
  lab.answers('https://instellingen.example', 'GET /winkel', () => shop);
}

/** All asked for one after another. */
function pricesOf(lab: ExerciseLab, { shop, paths }: ReturnType<typeof draw>): Promise<unknown[]> {
  answers(lab, shop);
  return lab.outcomes(...paths.map((path) => ['GET', path] as const));
}

export const checks: readonly Check[] = [
  {
    id: 'prijs',
    title: 'De prijs klopt, bij de eerste en bij de tweede aanroep',
    look: 'Gebruik je bij de tweede aanroep dezelfde instellingen?',
    passesAtStart: true,
    async run(lab) {
      (await lab.request('GET', '/prijs?centen=1250')).hasJson({ winkel: 'De Hoek', centen: 1125 });
      (await lab.request('GET', '/prijs?centen=200')).hasJson({ winkel: 'De Hoek', centen: 180 });
    },
    fresh(random) {
      const drawn = draw(random);
      return (lab) => pricesOf(lab, drawn);
    },
  },
  {
    id: 'andere-winkel',
    title: 'Met andere instellingen klopt de prijs ook',
    look: 'Gebruik wat de dienst antwoordt, en schrijf niets daarvan zelf op.',
    passesAtStart: true,
    async run(lab) {
      answers(lab, { winkel: 'Bij Noor', korting: 25 });
      (await lab.request('GET', '/prijs?centen=1000')).hasJson({ winkel: 'Bij Noor', centen: 750 });
    },
    fresh(random) {
      const drawn = draw(random);
      return (lab) => pricesOf(lab, drawn);
    },
  },
  {
    id: 'een-keer',
    title: 'De instellingen worden één keer per instantie gehaald',
    look: 'Bewaar ze buiten je functie.',
    async run(lab) {
      for (let time = 0; time < 4; time += 1) await lab.request('GET', '/prijs?centen=100');
      lab.usedExactly(1, 'serviceCalls');
    },
    fresh(random) {
      const drawn = draw(random);
      return async (lab) => {
        const prices = await pricesOf(lab, drawn);
        lab.usedExactly(1, 'serviceCalls');
        return prices;
      };
    },
  },
  {
    id: 'gezond',
    title: '/gezond antwoordt zonder instellingen te halen',
    look: 'Doe dit voordat je iets ophaalt, ook bij de koude start.',
    async run(lab) {
      (await lab.request('GET', '/gezond')).hasText('ja');
      lab.usedExactly(0, 'serviceCalls');
    },
    fresh(random) {
      const drawn = draw(random);
      return async (lab) => {
        (await lab.request('GET', '/gezond')).hasText('ja');
        lab.usedExactly(0, 'serviceCalls');
        return pricesOf(lab, drawn);
      };
    },
  },
  {
    id: 'rekening',
    title: 'Tien aanroepen kosten maximaal 1,5 keer de oplossing',
    look: 'Hoe vaak wacht je functie op de instellingen?',
    budget: 1.5,
    async scenario(lab, random) {
      const { shop } = draw(random);
      const paths = Array.from({ length: 10 }, () => `/prijs?centen=${random.whole(1, 900) * 10}`);
      return pricesOf(lab, { shop, paths });
    },
  },
];
