import { type Check, type ExerciseLab, fieldsOf, type Random } from '../../../src/exercises/index.ts';

interface Traffic {
  readonly pieken: readonly number[];
  readonly procent: number;
  readonly cent: number;
}

const EXAMPLE: Traffic = { pieken: [1, 1, 4, 10, 2], procent: 20, cent: 90 };

const ask = (traffic: Partial<Traffic> = {}) =>
  ['POST', '/klaar', { json: { ...EXAMPLE, ...traffic } }] as const;

/** Mostly quiet, with a peak now and then. */
function draw(random: Random): Traffic {
  const peak = () => (random.isTrue(0.3) ? random.whole(8, 60) : random.whole(1, 6));
  const pieken = random.shuffled([random.whole(10, 40), ...random.list(4, 12, peak)]);
  return { pieken, procent: random.whole(1, 30), cent: random.whole(20, 300) };
}

function fresh(...fields: readonly string[]) {
  return (random: Random) => {
    const asked = random.list(4, 6, () => ask(draw(random)));
    return async (lab: ExerciseLab) => {
      const all: unknown[] = [];
      for (const one of asked) all.push(fieldsOf((await lab.request(...one)).json, [...fields]));
      return all;
    };
  };
}

export const checks: readonly Check[] = [
  {
    id: 'klaar',
    title: 'Het kleinste aantal waarmee het doel gehaald is',
    look: 'Begin bij nul, en tel verder zolang er te veel koud starten.',
    async run(lab) {
      (await lab.request(...ask())).hasField('klaar', 7);
      (await lab.request(...ask({ pieken: [10, 2, 1, 4, 1], procent: 40 }))).hasField('klaar', 4);
    },
    fresh: fresh('klaar'),
  },
  {
    id: 'precies',
    title: 'Precies het doel halen is genoeg, en bij nul procent is niemand koud',
    look: 'Vergelijk met hele getallen: `koud * 100` en `procent * aanroepen`.',
    async run(lab) {
      (await lab.request(...ask({ pieken: [4, 4, 4], procent: 50 }))).hasField('klaar', 2);
      // Of 25 calls 7 are 28 %, and in JavaScript 7 / 25 * 100 is a bit more.
      (await lab.request(...ask({ pieken: [25], procent: 28 }))).hasField('klaar', 18);
      (await lab.request(...ask({ pieken: [3, 9, 5], procent: 0 }))).hasField('klaar', 9);
      (await lab.request(...ask({ pieken: [3, 9, 5], procent: 100 }))).hasField('klaar', 0);
    },
    fresh(random) {
      const size = random.whole(2, 9);
      const pieken = Array.from({ length: random.whole(2, 8) }, () => 10 * size);
      const asked = [0, 10, 30, 70, 90, 100].map((procent) => ask({ pieken, procent }));
      return async (lab) => {
        const all: unknown[] = [];
        for (const one of asked) all.push(fieldsOf((await lab.request(...one)).json, ['klaar']));
        return all;
      };
    },
  },
  {
    id: 'koud',
    title: 'Het aantal koude starts klopt',
    look: 'Een piek die kleiner is dan wat er klaarstaat, heeft geen koude starts. Minder dan nul bestaat niet.',
    async run(lab) {
      (await lab.request(...ask())).hasField('koud', 3);
      (await lab.request(...ask({ pieken: [10, 2, 1, 4, 1], procent: 50 }))).hasField('koud', 8);
    },
    fresh: fresh('koud'),
  },
  {
    id: 'cent',
    title: 'Je betaalt voor elke instantie die klaarstaat',
    look: 'Vermenigvuldig het aantal dat klaarstaat met de prijs van één.',
    async run(lab) {
      (await lab.request(...ask())).hasField('cent', 630);
      (await lab.request(...ask({ procent: 100 }))).hasField('cent', 0);
    },
    fresh: fresh('cent'),
  },
  {
    id: 'stil',
    title: 'Op een dag zonder aanroepen staat er niets klaar',
    look: 'Van nul aanroepen kan er geen te veel koud zijn.',
    async run(lab) {
      const quiet = { klaar: 0, koud: 0, cent: 0 };
      (await lab.request(...ask({ pieken: [] }))).hasJson(quiet);
      (await lab.request(...ask({ pieken: [0, 0] }))).hasJson(quiet);
    },
    fresh(random) {
      const pieken = random.list(0, 6, () => 0);
      const procent = random.whole(0, 100);
      return (lab) => lab.outcomes(ask({ pieken, procent }));
    },
  },
];
