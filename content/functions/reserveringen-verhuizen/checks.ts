import type { Check, ExerciseLab, Random } from '../../../src/exercises/index.ts';

const MILA = { tijd: '10:00', naam: 'Mila' };
const ALI = { tijd: '09:30', naam: 'Ali' };

const reserve = (lab: ExerciseLab, json: object) => lab.request('POST', '/reserveringen', { json });
const list = (lab: ExerciseLab) => lab.request('GET', '/reserveringen');

/** At times that nobody has taken yet, in any order. */
function draw(random: Random, least: number, most: number) {
  const hours = random.shuffled(Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')));
  return random.list(least, most, (at) => ({
    tijd: `${hours[at]}:${random.pick(['00', '15', '30', '45'])}`,
    naam: random.word(),
  }));
}

/** All of them asked for, one after another, and then the list. */
async function listAfter(lab: ExerciseLab, all: readonly object[], between: () => void = () => {}) {
  const statuses = [];
  for (const one of all) {
    statuses.push((await reserve(lab, one)).status);
    between();
  }
  return { statuses, lijst: (await list(lab)).outcome };
}

export const checks: readonly Check[] = [
  {
    id: 'bewaren',
    title: 'Een reservering komt in de lijst',
    look: 'Antwoord met status 201, en geef bij `GET` alles terug.',
    passesAtStart: true,
    async run(lab) {
      (await reserve(lab, MILA)).hasStatus(201);
      (await list(lab)).hasJson([MILA]);
    },
    fresh(random) {
      const all = draw(random, 1, 1);
      return (lab) => listAfter(lab, all);
    },
  },
  {
    id: 'volgorde',
    title: 'De lijst staat op volgorde van tijd',
    look: 'Sorteer op `tijd`, niet op wie het eerst kwam.',
    async run(lab) {
      await reserve(lab, MILA);
      await reserve(lab, ALI);
      (await list(lab)).hasJson([ALI, MILA]);
    },
    fresh(random) {
      const all = draw(random, 3, 8);
      return (lab) => listAfter(lab, all);
    },
  },
  {
    id: 'nieuw',
    title: 'De lijst overleeft de instantie',
    look: 'Wat buiten je functie staat, verdwijnt met de instantie. Bewaar het in `context.kv`.',
    async run(lab) {
      await reserve(lab, MILA);
      lab.endInstances();
      (await list(lab)).hasJson([MILA]);
    },
    fresh(random) {
      const all = draw(random, 2, 4);
      return (lab) => listAfter(lab, all, () => lab.endInstances());
    },
  },
  {
    id: 'bezet',
    title: 'Een tijd die bezet is, geeft status 409',
    look: 'Kijk of er al iets staat bij die tijd.',
    async run(lab) {
      (await reserve(lab, MILA)).hasStatus(201);
      (await reserve(lab, { tijd: '10:00', naam: 'Ali' })).hasStatus(409);
      (await list(lab)).hasJson([MILA]);
    },
    fresh(random) {
      const all = draw(random, 2, 4);
      const { tijd } = random.pick(all);
      const asked = [...all, { tijd, naam: random.word() }];
      return (lab) => listAfter(lab, asked);
    },
  },
  {
    id: 'tegelijk',
    title: 'Zes mensen kiezen tegelijk dezelfde tijd: er wint er één',
    look: 'Tussen kijken en schrijven kan een ander je voor zijn. Schrijf met een voorwaarde.',
    async run(lab) {
      const answers = await lab.burst(6, 'POST', '/reserveringen', { json: MILA });
      const won = answers.filter(({ status }) => status === 201).length;
      lab.expect(won === 1, 'één keer status 201', `${won} keer status 201`);
    },
    fresh(random) {
      const [taken = MILA, free = ALI] = draw(random, 2, 2);
      const people = random.whole(3, 8);
      return async (lab) => {
        const answers = await lab.burst(people, 'POST', '/reserveringen', { json: taken });
        const statuses = answers.map(({ status }) => status).sort();
        await reserve(lab, free);
        return { statuses, lijst: (await list(lab)).outcome };
      };
    },
  },
  {
    id: 'nacht',
    title: 'Na de nacht is de lijst leeg',
    look: 'De functie van de timer heeft ook `context.kv`.',
    passesAtStart: true,
    async run(lab) {
      await reserve(lab, MILA);
      await lab.tick();
      (await list(lab)).hasJson([]);
    },
    fresh(random) {
      const [first = MILA, ...night] = draw(random, 2, 2);
      return async (lab) => {
        const before = await listAfter(lab, night);
        await lab.tick();
        return [before, (await list(lab)).outcome, await listAfter(lab, [first])];
      };
    },
  },
];
