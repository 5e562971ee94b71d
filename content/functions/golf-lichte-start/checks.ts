import type { Check, ExerciseLab, Random } from '../../../src/exercises/index.ts';

const TEXT = '2 × brood\n1 × kaas';

/** The large package asks for its fonts each time that it is loaded, and nobody else does. */
function expectLoads(lab: ExerciseLab, times: number): void {
  const loads = lab.served.filter(({ url }) => url === 'https://letters.example/lettertypen').length;
  lab.expect(loads === times, `${times} keer het grote pakket geladen`, `${loads} keer`);
}

/** Another order, and other fonts. */
function draw(random: Random) {
  return {
    order: random.list(1, 5, () => `${random.whole(1, 9)} × ${random.word()}`),
    fonts: [random.word(), random.word()],
  };
}

function answers(lab: ExerciseLab, { order, fonts }: ReturnType<typeof draw>): void {
  lab.answers('https://bestellingen.example', 'GET /bestellingen/7', () => order);
  lab.answers('https://letters.example', 'GET /lettertypen', () => fonts);
}

const AS_TEXT = ['GET', '/bestelling'] as const;
const AS_PDF = ['GET', '/bestelling?als=pdf'] as const;

export const checks: readonly Check[] = [
  {
    id: 'tekst',
    title: 'De tekst klopt, en het grote pakket is niet geladen',
    look: 'Wat staat er boven in `toon.js`?',
    async run(lab) {
      (await lab.request('GET', '/bestelling')).hasText(TEXT);
      expectLoads(lab, 0);
    },
    fresh(random) {
      const [before, changed] = [draw(random), draw(random)];
      return async (lab) => {
        answers(lab, before);
        const outcomes = await lab.outcomes(AS_TEXT);
        answers(lab, changed);
        outcomes.push(...(await lab.outcomes(AS_TEXT)));
        expectLoads(lab, 0);
        return outcomes;
      };
    },
  },
  {
    id: 'pdf',
    title: 'De pdf werkt nog',
    look: 'Laad `pdf.js` op het moment dat je hem nodig hebt.',
    passesAtStart: true,
    async run(lab) {
      (await lab.request('GET', '/bestelling?als=pdf')).hasText('%PDF 2 regels in Lato');
    },
    fresh(random) {
      const drawn = draw(random);
      const asked = random.shuffled([AS_TEXT, AS_PDF]);
      return (lab) => {
        answers(lab, drawn);
        return lab.outcomes(...asked);
      };
    },
  },
  {
    id: 'twee-keer',
    title: 'Twee keer een pdf laadt het pakket één keer',
    look: 'Een bestand dat al geladen is, laadt JavaScript niet nog eens.',
    passesAtStart: true,
    async run(lab) {
      (await lab.request('GET', '/bestelling?als=pdf')).hasText('%PDF 2 regels in Lato');
      (await lab.request('GET', '/bestelling?als=pdf')).hasText('%PDF 2 regels in Lato');
      expectLoads(lab, 1);
    },
    fresh(random) {
      const drawn = draw(random);
      const asked = [AS_PDF, ...random.shuffled([AS_PDF, AS_TEXT, AS_PDF])];
      return async (lab) => {
        answers(lab, drawn);
        const outcomes = await lab.outcomes(...asked);
        expectLoads(lab, 1);
        return outcomes;
      };
    },
  },
  {
    id: 'rekening',
    title: 'Een koude start zonder pdf kost maximaal 1,5 keer de oplossing',
    look: 'Waarop wacht de koude start?',
    budget: 1.5,
    scenario(lab, random) {
      answers(lab, draw(random));
      return lab.outcomes(AS_TEXT);
    },
  },
];
