import type { Check, ExerciseLab } from '../../../src/exercises/index.ts';

type Measurement = readonly [memoryMb: number, durationMs: number];

function ask(lab: ExerciseLab, hoogstensMs: number, ...measured: readonly Measurement[]) {
  const metingen = measured.map(([memoryMb, durationMs]) => ({ memoryMb, durationMs }));
  return lab.request('POST', '/kies', { json: { hoogstensMs, metingen } });
}

export const checks: readonly Check[] = [
  {
    id: 'goedkoopst',
    title: 'De goedkoopste meting wint, waar ze ook staat',
    look: 'Vergelijk het product van geheugen en tijd.',
    async run(lab) {
      (await ask(lab, 5000, [128, 1200], [512, 310], [256, 500])).hasJson({ memoryMb: 256 });
      (await ask(lab, 5000, [128, 400], [512, 310])).hasJson({ memoryMb: 128 });
    },
  },
  {
    id: 'snel-genoeg',
    title: 'Wat te langzaam is, doet niet mee',
    look: 'Precies `hoogstensMs` mag nog wel.',
    async run(lab) {
      (await ask(lab, 310, [128, 1200], [512, 310], [256, 500])).hasJson({ memoryMb: 512 });
    },
  },
  {
    id: 'gelijk',
    title: 'Bij gelijke kosten wint de snelste',
    look: 'Sorteer nog een keer, op tijd.',
    async run(lab) {
      (await ask(lab, 5000, [128, 800], [512, 200], [256, 400])).hasJson({ memoryMb: 512 });
    },
  },
  {
    id: 'geen',
    title: 'Is niets snel genoeg, dan is het status 422',
    look: 'Wat is er over na het weggooien?',
    async run(lab) {
      (await ask(lab, 100, [128, 1200], [512, 310])).hasStatus(422);
      (await ask(lab, 100)).hasStatus(422);
    },
  },
];
