import type { Check, ExerciseLab } from '../../../src/exercises/index.ts';

const TEXT = '2 × brood\n1 × kaas';

/** The large package asks for its fonts each time that it is loaded, and nobody else does. */
function expectLoads(lab: ExerciseLab, times: number): void {
  const loads = lab.served.filter(({ url }) => url === 'https://letters.example/lettertypen').length;
  lab.expect(loads === times, `${times} keer het grote pakket geladen`, `${loads} keer`);
}

export const checks: readonly Check[] = [
  {
    id: 'tekst',
    title: 'De tekst klopt, en het grote pakket is niet geladen',
    look: 'Wat staat er boven in `toon.js`?',
    async run(lab) {
      (await lab.request('GET', '/bestelling')).hasText(TEXT);
      expectLoads(lab, 0);
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
  },
  {
    id: 'rekening',
    title: 'Een koude start zonder pdf kost hoogstens 1,5 keer de oplossing',
    look: 'Waarop wacht de koude start?',
    budget: 1.5,
    async scenario(lab) {
      (await lab.request('GET', '/bestelling')).hasText(TEXT);
    },
  },
];
