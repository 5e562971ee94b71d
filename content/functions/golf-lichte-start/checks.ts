import type { Check } from '../../../src/exercises/index.ts';

const TEXT = '2 × brood\n1 × kaas';

export const checks: readonly Check[] = [
  {
    id: 'tekst',
    title: 'De tekst klopt, en het grote pakket is niet geladen',
    look: 'Wat staat er boven in `toon.js`?',
    async run(lab) {
      (await lab.request('GET', '/bestelling')).hasText(TEXT);
      lab.hasLogged(/^groot pakket geladen$/, 0, 'groot pakket geladen');
    },
  },
  {
    id: 'pdf',
    title: 'De pdf werkt nog',
    look: 'Laad `pdf.js` op het moment dat je hem nodig hebt.',
    async run(lab) {
      (await lab.request('GET', '/bestelling?als=pdf')).hasText('%PDF 2 regels');
    },
  },
  {
    id: 'twee-keer',
    title: 'Twee keer een pdf laadt het pakket één keer',
    look: 'Een bestand dat al geladen is, laadt JavaScript niet nog eens.',
    async run(lab) {
      (await lab.request('GET', '/bestelling?als=pdf')).hasText('%PDF 2 regels');
      (await lab.request('GET', '/bestelling?als=pdf')).hasText('%PDF 2 regels');
      lab.hasLogged(/^groot pakket geladen$/, 1, 'groot pakket geladen');
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
