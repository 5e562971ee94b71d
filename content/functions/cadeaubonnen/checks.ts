import type { Check, ExerciseLab, LabRequest, Random } from '../../../src/exercises/index.ts';

/** In the manifest, and in the start code. */
const [NEW_KEY, LEAKED_KEY] = ['winkel-2027', 'winkel-2026'];

/** @param key null sends none */
const make = (code: string, bedrag: number, key: string | null = NEW_KEY): LabRequest => [
  'POST',
  '/bonnen',
  { json: { code, bedrag }, headers: key === null ? {} : { 'x-sleutel': key } },
];
const look = (code: string): LabRequest => ['GET', `/bonnen/${code}`];

const draw = (random: Random) => ({
  code: random.word().toUpperCase(),
  bedrag: random.whole(5, 90),
  key: random.word(),
});

/** In how many lines of the log one of these keys stands. */
const linesWith = (lab: ExerciseLab, ...keys: readonly string[]) =>
  lab.logLines.filter((line) => keys.some((key) => line.includes(key))).length;

export const checks: readonly Check[] = [
  {
    id: 'instelling',
    title: 'Alleen de sleutel uit de instelling werkt',
    look: 'Lees `SLEUTEL` uit `context.env`, en haal de sleutel uit de code.',
    async run(lab) {
      (await lab.request(...make('MILA10', 10))).hasStatus(201);
      (await lab.request(...make('SAM20', 20, LEAKED_KEY))).hasStatus(401);
      (await lab.request(...look('SAM20'))).hasStatus(404);
    },
    fresh(random) {
      const { code, bedrag, key } = draw(random);
      const others = random.shuffled([LEAKED_KEY, NEW_KEY, random.word(), null]);
      return (lab) => {
        lab.rollOutWith({ SLEUTEL: key });
        return lab.outcomes(
          ...others.map((other, at) => make(`${code}${at}`, bedrag, other)),
          ...others.map((_, at) => look(`${code}${at}`)),
          make(code, bedrag, key),
          look(code),
        );
      };
    },
  },
  {
    id: 'niet-ingesteld',
    title: 'Zonder instelling mag niemand bonnen maken',
    look: 'Wat doet je vergelijking als `SLEUTEL` er niet is?',
    async run(lab) {
      lab.rollOutWith({});
      for (const key of [LEAKED_KEY, NEW_KEY, 'undefined', '', null]) {
        (await lab.request(...make('MILA10', 10, key))).hasStatus(401);
      }
    },
    fresh(random) {
      const { code, bedrag, key } = draw(random);
      const keys = random.shuffled([key, LEAKED_KEY, NEW_KEY, 'undefined', 'null', null]);
      return (lab) => {
        lab.rollOutWith({});
        return lab.outcomes(...keys.map((one) => make(code, bedrag, one)), look(code));
      };
    },
  },
  {
    id: 'logboek',
    title: 'In het logboek staat geen sleutel',
    look: 'Schrijf op wat er gebeurde, en niet welke sleutel er kwam.',
    async run(lab) {
      await lab.request(...make('MILA10', 10));
      await lab.request(...make('SAM20', 20, 'gok-7'));
      const lines = linesWith(lab, NEW_KEY, LEAKED_KEY, 'gok-7');
      lab.expect(lines === 0, 'een logboek zonder sleutels', `${lines} keer een sleutel`);
    },
    fresh(random) {
      const { code, bedrag, key } = draw(random);
      const guess = random.word();
      return async (lab) => {
        lab.rollOutWith({ SLEUTEL: key });
        const made = await lab.outcomes(make(code, bedrag, key), make(`${code}2`, bedrag, guess));
        return [made, linesWith(lab, key, guess)];
      };
    },
  },
  {
    id: 'andere-instantie',
    title: 'Een andere instantie kent de bon ook',
    look: 'Bewaar elke bon in `context.kv`, bij de code ervan.',
    async run(lab) {
      (await lab.request(...make('MILA10', 10))).hasStatus(201);
      lab.endInstances();
      (await lab.request(...look('MILA10'))).hasJson({ code: 'MILA10', bedrag: 10 });
      (await lab.request(...make('MILA10', 90))).hasStatus(409);
    },
    fresh(random) {
      const { code, bedrag } = draw(random);
      return async (lab) => {
        const first = await lab.outcomes(make(code, bedrag), make(`${code}2`, bedrag + 1));
        lab.endInstances();
        return [first, await lab.outcomes(look(code), look(`${code}2`), make(code, bedrag + 2), look(code))];
      };
    },
  },
  {
    id: 'tegelijk',
    title: 'Komt een code tegelijk binnen, dan wint er precies één',
    look: 'Eerst kijken en dan schrijven laat een gat. Schrijf alleen als er nog niets staat.',
    async run(lab) {
      const answers = await lab.burst(4, ...make('MILA10', 10));
      const won = answers.filter(({ status }) => status === 201).length;
      lab.expect(won === 1, '1 keer status 201', `${won} keer`);
      for (const answer of answers) if (answer.status !== 201) answer.hasStatus(409);
    },
    fresh(random) {
      const { code, bedrag } = draw(random);
      const times = random.whole(2, 5);
      return async (lab) => {
        const answers = await lab.burst(times, ...make(code, bedrag));
        return [answers.map(({ status }) => status).sort(), await lab.outcomes(look(code))];
      };
    },
  },
  {
    id: 'onbekend',
    title: 'Een code die er niet is, geeft status 404',
    look: '`get` geeft `null` als er niets bij de sleutel staat.',
    passesAtStart: true,
    async run(lab) {
      (await lab.request(...look('GRATIS'))).hasStatus(404);
    },
    fresh(random) {
      const { code } = draw(random);
      return (lab) => lab.outcomes(look(code));
    },
  },
];
