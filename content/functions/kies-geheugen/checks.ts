import type { Check, Random } from '../../../src/exercises/index.ts';

type Measurement = readonly [memoryMb: number, durationMs: number];

const SIZES_MB = [128, 256, 512, 1024, 2048, 4096];
const NO_LIMIT_MS = 100_000;

function ask(maximaalMs: number, ...measured: readonly Measurement[]) {
  const metingen = measured.map(([memoryMb, durationMs]) => ({ memoryMb, durationMs }));
  return ['POST', '/kies', { json: { maximaalMs, metingen } }] as const;
}

/** Of some sizes, in any order. */
function measured(random: Random): Measurement[] {
  const sizes = random.shuffled(SIZES_MB).slice(0, random.whole(2, SIZES_MB.length));
  return sizes.map((memoryMb) => [memoryMb, random.whole(40, 4_000)]);
}

/** Several that cost the same, and one that costs more. */
function ofOnePrice(random: Random): Measurement[] {
  const price = 4_096 * random.whole(20, 60);
  const sizes = random.shuffled(SIZES_MB).slice(0, random.whole(2, 4));
  const dearer: Measurement = [4_096, price / 4_096 + random.whole(1, 50)];
  return random.shuffled([...sizes.map((memoryMb): Measurement => [memoryMb, price / memoryMb]), dearer]);
}

export const checks: readonly Check[] = [
  {
    id: 'goedkoopst',
    title: 'De goedkoopste meting wint, waar ze ook staat',
    look: 'Vergelijk het product van geheugen en tijd.',
    async run(lab) {
      const first = await lab.request(...ask(5000, [128, 1200], [512, 310], [256, 500]));
      first.hasJson({ memoryMb: 256 });
      (await lab.request(...ask(5000, [128, 400], [512, 310]))).hasJson({ memoryMb: 128 });
    },
    fresh(random) {
      const asked = random.list(3, 4, () => ask(NO_LIMIT_MS, ...measured(random)));
      return (lab) => lab.outcomes(...asked);
    },
  },
  {
    id: 'snel-genoeg',
    title: 'Wat te langzaam is, doet niet mee',
    look: 'Precies `maximaalMs` mag nog wel.',
    async run(lab) {
      (await lab.request(...ask(310, [128, 1200], [512, 310], [256, 500]))).hasJson({ memoryMb: 512 });
    },
    fresh(random) {
      const asked = random.list(3, 4, () => {
        const list = measured(random);
        // One of them is exactly as slow as may be.
        const [, limitMs] = random.pick(list);
        return ask(limitMs, ...list);
      });
      return (lab) => lab.outcomes(...asked);
    },
  },
  {
    id: 'gelijk',
    title: 'Bij gelijke kosten wint de snelste',
    look: 'Sorteer nog een keer, op tijd.',
    async run(lab) {
      (await lab.request(...ask(5000, [128, 800], [512, 200], [256, 400]))).hasJson({ memoryMb: 512 });
    },
    fresh(random) {
      const asked = random.list(3, 4, () => ask(NO_LIMIT_MS, ...ofOnePrice(random)));
      return (lab) => lab.outcomes(...asked);
    },
  },
  {
    id: 'geen',
    title: 'Is niets snel genoeg, dan is het status 422',
    look: 'Wat is er over na het weggooien?',
    async run(lab) {
      (await lab.request(...ask(100, [128, 1200], [512, 310]))).hasStatus(422);
      (await lab.request(...ask(100))).hasStatus(422);
    },
    fresh(random) {
      const list = measured(random);
      const fastestMs = Math.min(...list.map(([, durationMs]) => durationMs));
      const asked = random.shuffled([ask(fastestMs - 1, ...list), ask(fastestMs, ...list)]);
      return (lab) => lab.outcomes(...asked);
    },
  },
];
