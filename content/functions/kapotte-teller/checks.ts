import { type Check, type ExerciseLab, fieldsOf } from '../../../src/exercises/index.ts';

/** How many of so many at once got a card; whoever got none has to be told so with status 409. */
async function soldAtOnce(lab: ExerciseLab, buyers: number) {
  const answers = await lab.burst(buyers, 'POST', '/kaarten');
  const statuses = answers.map(({ status }) => status);
  return {
    verkocht: statuses.filter((status) => status === 201).length,
    geweigerd: statuses.filter((status) => status === 409).length,
    over: lab.kv['kaarten'],
  };
}

export const checks: readonly Check[] = [
  {
    id: 'rustig',
    title: 'Eén koper tegelijk: elke verkoop verlaagt de stand',
    look: 'Schrijf je de stand terug bij `kaarten`, en vraag je de bank nog of de betaling goed is?',
    passesAtStart: true,
    async run(lab) {
      (await lab.request('POST', '/kaarten')).hasStatus(201);
      (await lab.request('POST', '/kaarten')).hasStatus(201);
      lab.hasStored('kaarten', 3);
      const asked = lab.served.length;
      lab.expect(asked >= 2, 'bij elke verkoop een vraag aan de bank', `${asked} bij twee verkopen`);
    },
    fresh(random) {
      const cards = random.whole(4, 400);
      const buyers = random.list(1, 4, () => ['POST', '/kaarten'] as const);
      return async (lab) => {
        lab.store('kaarten', cards);
        const outcomes = await lab.outcomes(...buyers);
        return {
          statuses: outcomes.map((outcome) => fieldsOf(outcome, ['status'])),
          over: lab.kv['kaarten'],
          isPaid: lab.served.length >= buyers.length,
        };
      };
    },
  },
  {
    id: 'druk',
    title: 'Acht kopers tegelijk, vijf kaarten: precies vijf verkocht',
    look: 'Tussen lezen en schrijven kan een ander je voor zijn.',
    async run(lab) {
      const answers = await lab.burst(8, 'POST', '/kaarten');
      const sold = answers.filter(({ status }) => status === 201).length;
      lab.expect(sold === 5, 'vijf verkochte kaarten (status 201)', `${sold} verkochte kaarten`);
      lab.hasStored('kaarten', 0);
    },
    fresh(random) {
      const cards = random.whole(3, 6);
      return (lab) => {
        lab.store('kaarten', cards);
        return soldAtOnce(lab, 8);
      };
    },
  },
  {
    id: 'uitverkocht',
    title: 'Wie te laat is, krijgt status 409',
    look: 'Ook na een poging die mislukte, moet je opnieuw kijken of er nog kaarten zijn.',
    passesAtStart: true,
    async run(lab) {
      lab.store('kaarten', 0);
      (await lab.request('POST', '/kaarten')).hasStatus(409);
      lab.hasStored('kaarten', 0);
    },
    fresh(random) {
      const cards = random.whole(1, 3);
      const buyers = Array.from({ length: cards + random.whole(1, 2) }, () => ['POST', '/kaarten'] as const);
      return async (lab) => {
        lab.store('kaarten', cards);
        const outcomes = await lab.outcomes(...buyers);
        return {
          statuses: outcomes.map((outcome) => fieldsOf(outcome, ['status'])),
          over: lab.kv['kaarten'],
        };
      };
    },
  },
  {
    id: 'laatste',
    title: 'De laatste kaart gaat naar één van drie kopers',
    look: 'Zet de stand nooit onder nul, en weiger niet iedereen.',
    async run(lab) {
      lab.store('kaarten', 1);
      const answers = await lab.burst(3, 'POST', '/kaarten');
      const statuses = answers.map(({ status }) => status).sort();
      lab.expect(
        statuses.join() === '201,409,409',
        'één keer 201 en twee keer 409',
        `de statussen ${statuses.join(', ')}`,
      );
    },
    fresh(random) {
      const buyers = random.whole(3, 6);
      return (lab) => {
        lab.store('kaarten', 1);
        return soldAtOnce(lab, buyers);
      };
    },
  },
];
