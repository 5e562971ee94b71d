import type { Check } from '../../../src/exercises/index.ts';

export const checks: readonly Check[] = [
  {
    id: 'rustig',
    title: 'Eén koper tegelijk: elke verkoop verlaagt de stand',
    look: 'Schrijf je de stand terug bij `kaarten`?',
    async run(lab) {
      (await lab.request('POST', '/kaarten')).hasStatus(201);
      (await lab.request('POST', '/kaarten')).hasStatus(201);
      lab.hasStored('kaarten', 3);
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
  },
  {
    id: 'uitverkocht',
    title: 'Wie te laat is, krijgt status 409',
    look: 'Ook na een poging die mislukte, moet je opnieuw kijken of er nog kaarten zijn.',
    async run(lab) {
      lab.store('kaarten', 0);
      (await lab.request('POST', '/kaarten')).hasStatus(409);
      lab.hasStored('kaarten', 0);
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
  },
];
