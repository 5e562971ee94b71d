import { type Check, type ExerciseLab, fieldsOf, type Random } from '../../../src/exercises/index.ts';

interface Asked {
  readonly momenten: readonly number[];
  readonly duurMs: number;
  readonly wachtMs: number;
  readonly grens: number;
}

const ask = (asked: Asked) => ['POST', '/simulatie', { json: asked }] as const;

/** Moments in order, each so much after the one before as is drawn. */
function moments(random: Random, many: number, gap: () => number): number[] {
  const all: number[] = [];
  let at = random.whole(0, 50);
  for (let i = 0; i < many; i += 1) {
    all.push(at);
    at += gap();
  }
  return all;
}

/**
 * Two instances of which the one that was done first is left alone: it is gone at the last two calls, unless it got work in the
 * place of the other.
 */
function shrinking(later: () => number = () => 0): number[] {
  return [0, 100, 550, 620, 1_130, 1_700, 2_260, 2_270].map((moment) => moment + later());
}

const FIELDS = ['koud', 'warm', 'geweigerd', 'hoogste'] as const;

/** Asks all of them and keeps what was counted. */
function counts(asked: readonly Asked[], fields: readonly string[] = FIELDS) {
  return async (lab: ExerciseLab) => {
    const all: unknown[] = [];
    for (const one of asked) all.push(fieldsOf((await lab.request(...ask(one))).json, [...fields]));
    return all;
  };
}

export const checks: readonly Check[] = [
  {
    id: 'warm',
    title: 'Wie vrij is, krijgt de volgende aanroep',
    look: 'Zoek eerst of er een instantie klaar is. Alleen als er geen vrij is, start er een.',
    async run(lab) {
      const answer = await lab.request(
        ...ask({ momenten: [0, 500, 1_200], duurMs: 500, wachtMs: 10_000, grens: 10 }),
      );
      answer.hasJson({ koud: 1, warm: 2, geweigerd: 0, hoogste: 1 });
    },
    fresh(random) {
      const asked = random.list(2, 3, () => ({
        momenten: moments(random, random.whole(3, 8), () => random.whole(200, 900)),
        duurMs: random.whole(1, 199),
        wachtMs: 100_000,
        grens: random.whole(1, 5),
      }));
      return counts(asked);
    },
  },
  {
    id: 'samen',
    title: 'Wat tegelijk komt, heeft elk een eigen instantie nodig',
    look: 'Een instantie die nog bezig is, is niet vrij: vergelijk het moment waarop ze klaar is met nu.',
    async run(lab) {
      const answer = await lab.request(
        ...ask({ momenten: [0, 100, 200, 600], duurMs: 500, wachtMs: 10_000, grens: 10 }),
      );
      answer.hasJson({ koud: 3, warm: 1, geweigerd: 0, hoogste: 3 });
    },
    fresh(random) {
      const asked = random.list(2, 4, () => ({
        momenten: moments(random, random.whole(8, 16), () => random.whole(0, 400)),
        duurMs: random.whole(300, 700),
        wachtMs: 100_000,
        grens: 50,
      }));
      return counts(asked);
    },
  },
  {
    id: 'stil',
    title: 'Na een lange stilte begint het weer koud',
    look: 'Wie precies `wachtMs` stil is, is ook weg. Wat het hoogste was, blijft het hoogste.',
    async run(lab) {
      const answer = await lab.request(
        ...ask({ momenten: [0, 1_499, 2_999, 4_600], duurMs: 500, wachtMs: 1_000, grens: 10 }),
      );
      answer.hasJson({ koud: 3, warm: 1, geweigerd: 0, hoogste: 1 });
      const afterPeak = await lab.request(
        ...ask({ momenten: [0, 100, 200, 5_000], duurMs: 500, wachtMs: 1_000, grens: 10 }),
      );
      afterPeak.hasJson({ koud: 4, warm: 0, geweigerd: 0, hoogste: 3 });
    },
    fresh(random) {
      const asked = random.list(2, 4, () => {
        const wachtMs = random.whole(2, 9) * 100;
        const duurMs = random.whole(1, 5) * 100;
        // Some of the silences are exactly as long as an instance waits.
        const gap = () =>
          duurMs + random.pick([wachtMs - 1, wachtMs, wachtMs + 1, random.whole(0, 2 * wachtMs)]);
        return { momenten: moments(random, random.whole(6, 12), gap), duurMs, wachtMs, grens: 10 };
      });
      return counts(asked);
    },
  },
  {
    id: 'laatst',
    title: 'Het werk gaat naar wie het laatst klaar was',
    look: 'Zijn er meer vrij, neem dan het grootste moment. Zo krimpt de groep weer na een piek.',
    async run(lab) {
      const answer = await lab.request(
        ...ask({ momenten: shrinking(), duurMs: 500, wachtMs: 1_200, grens: 10 }),
      );
      answer.hasJson({ koud: 3, warm: 5, geweigerd: 0, hoogste: 2 });
    },
    fresh(random) {
      const asked = random.list(2, 3, () => ({
        momenten: shrinking(() => random.whole(0, 9)),
        duurMs: 500,
        wachtMs: 1_200,
        grens: random.whole(2, 9),
      }));
      return counts(asked);
    },
  },
  {
    id: 'grens',
    title: 'Boven de grens wordt er geweigerd',
    look: 'Een aanroep die geweigerd is, houdt geen instantie bezig.',
    async run(lab) {
      const answer = await lab.request(
        ...ask({ momenten: [0, 100, 200, 300, 500], duurMs: 500, wachtMs: 10_000, grens: 2 }),
      );
      answer.hasJson({ koud: 2, warm: 1, geweigerd: 2, hoogste: 2 });
    },
    fresh(random) {
      const asked = random.list(3, 5, () => ({
        momenten: moments(random, random.whole(10, 20), () => random.whole(0, 300)),
        duurMs: random.whole(300, 900),
        wachtMs: random.whole(500, 2_000),
        grens: random.whole(1, 3),
      }));
      return counts(asked);
    },
  },
  {
    id: 'niemand',
    title: 'Komt er niemand, dan is er ook niets',
    look: 'Het hoogste van een lege rij is 0, en `Math.max()` zonder getallen niet.',
    passesAtStart: true,
    async run(lab) {
      const answer = await lab.request(...ask({ momenten: [], duurMs: 500, wachtMs: 1_000, grens: 3 }));
      answer.hasJson({ koud: 0, warm: 0, geweigerd: 0, hoogste: 0 });
    },
  },
];
