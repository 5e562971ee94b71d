import type { Check, ExerciseLab } from '../../../src/exercises/index.ts';

const MILA = { tijd: '10:00', naam: 'Mila' };
const ALI = { tijd: '09:30', naam: 'Ali' };

const reserve = (lab: ExerciseLab, json: object) => lab.request('POST', '/reserveringen', { json });
const list = (lab: ExerciseLab) => lab.request('GET', '/reserveringen');

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
  },
];
