import type { Check, ExerciseLab } from '../../../src/exercises/index.ts';

const SERVICE = 'https://weer.example';
const RIGHT = { warmst: 'Leuven', aantal: 5 };
const PLACES = ['Gent', 'Utrecht', 'Leuven', 'Groningen', 'Breda'];

/** Another day: at each place so many degrees. */
function weather(lab: ExerciseLab, degrees: Readonly<Record<string, number>>): void {
  lab.answers(SERVICE, 'GET /metingen/:plaats', ({ params }) => {
    const { plaats = '' } = params;
    return { plaats, graden: degrees[plaats] };
  });
}

export const checks: readonly Check[] = [
  {
    id: 'antwoord',
    title: 'Het antwoord klopt nog',
    look: 'De warmste plaats staat vooraan, en er zijn vijf metingen.',
    passesAtStart: true,
    async run(lab) {
      (await lab.request('GET', '/weer')).hasJson(RIGHT);
    },
  },
  {
    id: 'ander-weer',
    title: 'Op een andere dag klopt het antwoord ook',
    look: 'Gebruik wat de meetpunten antwoorden, en schrijf geen plaats zelf op.',
    passesAtStart: true,
    async run(lab) {
      weather(lab, { Gent: 3, Utrecht: 21, Leuven: 19, Groningen: -4, Breda: 20 });
      (await lab.request('GET', '/weer')).hasJson({ warmst: 'Utrecht', aantal: 5 });
      weather(lab, { Gent: -1, Utrecht: -8, Leuven: -3, Groningen: 0, Breda: -2 });
      (await lab.request('GET', '/weer')).hasJson({ warmst: 'Groningen', aantal: 5 });
    },
  },
  {
    id: 'gevraagd',
    title: 'Elk meetpunt wordt precies één keer gevraagd',
    look: 'Stuur één verzoek per plaats.',
    passesAtStart: true,
    async run(lab) {
      await lab.request('GET', '/weer');
      const asked = lab.served.map(({ url }) => url.replace(`${SERVICE}/metingen/`, '')).sort();
      lab.expect(asked.join() === [...PLACES].sort().join(), 'vijf plaatsen, elk één keer', asked.join(', '));
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
