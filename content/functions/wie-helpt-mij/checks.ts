import { type Check, fieldsOf, type Play, type Received } from '../../../src/exercises/index.ts';

const nameOf = (answer: Received) => String((answer.json as { instantie?: unknown } | null)?.instantie);

/** The same count for everybody, whoever the instance is. */
function counts(times: number): Play {
  return async (lab) => {
    const seen: unknown[] = [];
    for (let done = 0; done < times; done += 1) {
      seen.push(fieldsOf((await lab.request('GET', '/wie')).json, ['klant', 'koud']));
    }
    return seen;
  };
}

export const checks: readonly Check[] = [
  {
    id: 'zelfde',
    title: 'Na elkaar helpt steeds dezelfde instantie',
    look: 'De naam hoort buiten je functie, anders is hij bij elke aanroep nieuw.',
    async run(lab) {
      const first = await lab.request('GET', '/wie');
      const second = await lab.request('GET', '/wie');
      lab.expect(nameOf(first) === nameOf(second), 'twee keer dezelfde naam', 'twee verschillende namen');
    },
  },
  {
    id: 'tellen',
    title: 'De instantie telt de eigen klanten',
    look: 'Ook de teller staat buiten je functie.',
    async run(lab) {
      for (const klant of [1, 2, 3]) (await lab.request('GET', '/wie')).hasField('klant', klant);
    },
    fresh: (random) => counts(random.whole(4, 8)),
  },
  {
    id: 'koud',
    title: 'Alleen de eerste aanroep is koud',
    look: 'Kijk naar `context.coldStart`.',
    async run(lab) {
      (await lab.request('GET', '/wie')).hasField('koud', true);
      (await lab.request('GET', '/wie')).hasField('koud', false);
    },
  },
  {
    id: 'drukte',
    title: 'Bij drie aanroepen tegelijk zijn er drie instanties, elk met een eigen naam',
    look: 'Een naam als `instantie-1` hebben ze allemaal. Verzin er een die niemand anders heeft.',
    passesAtStart: true,
    async run(lab) {
      const answers = await lab.burst(3, 'GET', '/wie');
      const names = new Set(answers.map(nameOf));
      lab.expect(names.size === 3, 'drie verschillende namen', `${names.size} verschillende`);
      for (const answer of answers) answer.hasField('klant', 1);
    },
  },
];
