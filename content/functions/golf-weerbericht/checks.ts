import type { Check, ExerciseLab, Random } from '../../../src/exercises/index.ts';

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

/** A day on which no two places are equally warm. */
function draw(random: Random): Readonly<Record<string, number>> {
  const degrees = random.shuffled(Array.from({ length: 60 }, (_, at) => at - 25));
  return Object.fromEntries(PLACES.map((place, at) => [place, degrees[at] ?? 0]));
}

/** Another day for each time that it is asked for. */
async function freshDays(lab: ExerciseLab, days: readonly Readonly<Record<string, number>>[]) {
  const outcomes = [];
  for (const day of days) {
    weather(lab, day);
    outcomes.push((await lab.request('GET', '/weer')).outcome);
  }
  return outcomes;
}

/** Each place once for each time that it was asked for: who keeps answers has asked too little. */
function expectAsked(lab: ExerciseLab, times: number): void {
  const asked = lab.served.map(({ url }) => url.replace(`${SERVICE}/metingen/`, '')).sort();
  const right = PLACES.flatMap((place) => Array.from({ length: times }, () => place)).sort();
  const words = `vijf plaatsen, elk ${times === 1 ? 'één' : times} keer`;
  lab.expect(asked.join() === right.join(), words, asked.join(', ').slice(0, 160));
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
    fresh(random) {
      const day = draw(random);
      return (lab) => freshDays(lab, [day]);
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
    fresh(random) {
      const days = [draw(random), draw(random), draw(random)];
      return (lab) => freshDays(lab, days);
    },
  },
  {
    id: 'gevraagd',
    title: 'Elk meetpunt wordt precies één keer gevraagd',
    look: 'Stuur één verzoek per plaats.',
    passesAtStart: true,
    async run(lab) {
      await lab.request('GET', '/weer');
      expectAsked(lab, 1);
    },
    fresh(random) {
      const days = [draw(random), draw(random)];
      return async (lab) => {
        await freshDays(lab, days);
        expectAsked(lab, days.length);
      };
    },
  },
  {
    id: 'rekening',
    title: 'De rekening is maximaal 1,5 keer die van de oplossing',
    look: 'Waarop wacht je functie, en moet dat na elkaar?',
    budget: 1.5,
    async scenario(lab, random) {
      await lab.request('GET', '/weer');
      lab.countFromHere();
      const outcomes = await freshDays(lab, [draw(random), draw(random)]);
      expectAsked(lab, 2);
      return outcomes;
    },
  },
];
