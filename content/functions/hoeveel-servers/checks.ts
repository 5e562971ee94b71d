import { type Check, type ExerciseLab, fieldsOf, type Random } from '../../../src/exercises/index.ts';

const ask = (perUur: readonly number[], perServer: number) =>
  ['POST', '/servers', { json: { perUur, perServer } }] as const;

/** A day with a peak somewhere, in hours of which some are exactly full. */
function drawn(random: Random): readonly [readonly number[], number] {
  for (;;) {
    const day = anyDay(random);
    if (!isHalfway(...day)) return day;
  }
}

/** Whether half a percent is left to be rounded, which another order of the same sum does the other way. */
function isHalfway(perUur: readonly number[], perServer: number): boolean {
  const all = perUur.reduce((sum, calls) => sum + calls, 0);
  const servers = Math.max(1, ...perUur.map((calls) => Math.ceil(calls / perServer)));
  const halves = (200 * all) / (servers * perServer * perUur.length);
  return Number.isInteger(halves) && halves % 2 === 1;
}

function anyDay(random: Random): readonly [readonly number[], number] {
  const perServer = random.whole(2, 40) * 5;
  const hour = () =>
    random.pick([
      random.whole(0, perServer),
      random.whole(1, 9) * perServer,
      random.whole(perServer, 9 * perServer),
    ]);
  return [random.list(5, 24, hour), perServer];
}

function fresh(...fields: readonly string[]) {
  return (random: Random) => {
    const asked = random.list(3, 5, () => ask(...drawn(random)));
    return async (lab: ExerciseLab) => {
      const all: unknown[] = [];
      for (const one of asked) all.push(fieldsOf((await lab.request(...one)).json, [...fields]));
      return all;
    };
  };
}

export const checks: readonly Check[] = [
  {
    id: 'vast',
    title: 'Vaste servers zijn er genoeg voor het drukste uur',
    look: 'Zoek het drukste uur, en niet het gemiddelde. Een halve server bestaat niet.',
    async run(lab) {
      (await lab.request(...ask([10, 10, 400, 90], 100))).hasField('vast', 4);
      (await lab.request(...ask([10, 401], 100))).hasField('vast', 5);
      (await lab.request(...ask([0, 0], 100))).hasField('vast', 1);
    },
    fresh: fresh('vast'),
  },
  {
    id: 'bezet',
    title: 'Zoveel procent van de vaste servers is in gebruik',
    look: 'Deel alle aanroepen door wat de vaste servers in al die uren samen hadden gekund.',
    async run(lab) {
      (await lab.request(...ask([10, 10, 400, 90], 100))).hasField('bezet', 32);
      (await lab.request(...ask([0, 0], 100))).hasField('bezet', 0);
    },
    fresh: fresh('bezet'),
  },
  {
    id: 'tekort',
    title: 'De schaler komt een uur te laat',
    look: 'In een uur staan er zoveel servers als het vorige uur nodig had, met minstens één.',
    async run(lab) {
      (await lab.request(...ask([10, 10, 400, 90], 100))).hasField('tekort', 300);
      (await lab.request(...ask([250, 250, 250], 100))).hasField('tekort', 150);
      (await lab.request(...ask([100, 100], 100))).hasField('tekort', 0);
    },
    fresh: fresh('tekort'),
  },
  {
    id: 'uren',
    title: 'De uren van de schaler zijn geteld',
    look: 'Tel per uur de servers die er staan, ook als ze niets te doen hebben.',
    async run(lab) {
      (await lab.request(...ask([10, 10, 400, 90], 100))).hasField('serveruren', 7);
      (await lab.request(...ask([0, 0, 0], 100))).hasField('serveruren', 3);
    },
    fresh: fresh('serveruren'),
  },
];
