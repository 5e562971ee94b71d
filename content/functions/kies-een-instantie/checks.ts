import type { Check, Random } from '../../../src/exercises/index.ts';

/** When each of them came free; null is busy. */
type Moments = readonly (number | null)[];

const call = (maximaal: number, instanties: readonly object[]) =>
  ['POST', '/aanroep', { json: { maximaal, instanties } }] as const;

const ask = (maximaal: number, ...free: Moments) =>
  call(
    maximaal,
    free.map((vrijSinds, at) => ({ id: at + 1, vrijSinds })),
  );

/** The same in any order, with ids that say nothing of it. */
function askShuffled(random: Random, maximaal: number, free: Moments) {
  const ids = new Set<number>();
  while (ids.size < free.length) ids.add(random.whole(1, 99));
  const instanties = free.map((vrijSinds, at) => ({ id: [...ids][at], vrijSinds }));
  return call(maximaal, random.shuffled(instanties));
}

/** No two at one moment: who came free last is then told. */
function moments(random: Random, least: number, most: number): number[] {
  const drawn = new Set(random.list(least, most, () => random.whole(1, 20) ** 3));
  return [...drawn];
}

const busy = (random: Random, least: number, most: number) => random.list(least, most, () => null);

export const checks: readonly Check[] = [
  {
    id: 'laatst',
    title: 'Wie het laatst vrijkwam, krijgt de aanroep',
    look: 'Kijk naar alle vrije instanties, niet alleen naar de eerste.',
    async run(lab) {
      (await lab.request(...ask(5, 400, 900, null, 650))).hasJson({ kies: 2 });
    },
    fresh(random) {
      const asked = random.list(3, 5, () =>
        askShuffled(random, random.whole(1, 9), [...moments(random, 2, 5), ...busy(random, 0, 2)]),
      );
      return (lab) => lab.outcomes(...asked);
    },
  },
  {
    id: 'nul',
    title: 'Vrij sinds moment 0 is ook vrij',
    look: 'In een `if` is 0 onwaar. Vergelijk met `null`.',
    async run(lab) {
      (await lab.request(...ask(1, 0))).hasJson({ kies: 1 });
    },
    fresh(random) {
      const asked = random.shuffled([
        askShuffled(random, random.whole(1, 9), [0, ...busy(random, 1, 3)]),
        askShuffled(random, random.whole(1, 9), [0, ...moments(random, 1, 2)]),
      ]);
      return (lab) => lab.outcomes(...asked);
    },
  },
  {
    id: 'start',
    title: 'Is niemand vrij, dan start er een nieuwe, ook als er nog geen zijn',
    look: 'Tel hoeveel instanties er al zijn.',
    passesAtStart: true,
    async run(lab) {
      (await lab.request(...ask(3, null, null))).hasJson({ start: true });
      (await lab.request(...ask(3))).hasJson({ start: true });
    },
    fresh(random) {
      const asked = random.list(2, 3, () => {
        const taken = busy(random, 0, 4);
        return ask(taken.length + random.whole(1, 3), ...taken);
      });
      return (lab) => lab.outcomes(...asked);
    },
  },
  {
    id: 'vol',
    title: 'Is het vol, dan is het status 429',
    look: 'Ook als er meer instanties zijn dan mag: de grens kan net verlaagd zijn.',
    async run(lab) {
      (await lab.request(...ask(2, null, null))).hasStatus(429);
      (await lab.request(...ask(1, null, null))).hasStatus(429);
    },
    fresh(random) {
      const taken = busy(random, 1, 5);
      const rooms = [taken.length - 1, taken.length, taken.length + 1];
      const asked = random.shuffled(rooms).map((room) => ask(room, ...taken));
      return (lab) => lab.outcomes(...asked);
    },
  },
];
