import type { Check } from '../../../src/exercises/index.ts';

const RIGHT = { warmst: 'Leuven', aantal: 5 };

export const checks: readonly Check[] = [
  {
    id: 'antwoord',
    title: 'Het antwoord klopt nog',
    look: 'De warmste plaats staat vooraan, en er zijn vijf metingen.',
    async run(lab) {
      (await lab.request('GET', '/weer')).hasJson(RIGHT);
    },
  },
  {
    id: 'rekening',
    title: 'De rekening is hoogstens 1,5 keer die van de oplossing',
    look: 'Waarop wacht je functie, en moet dat na elkaar?',
    budget: 1.5,
    async scenario(lab) {
      await lab.request('GET', '/weer');
      lab.countFromHere();
      (await lab.request('GET', '/weer')).hasJson(RIGHT);
    },
  },
];
