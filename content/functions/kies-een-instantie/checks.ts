import type { Check, ExerciseLab } from '../../../src/exercises/index.ts';

function ask(lab: ExerciseLab, hoogstens: number, ...free: readonly (number | null)[]) {
  const instanties = free.map((vrijSinds, at) => ({ id: at + 1, vrijSinds }));
  return lab.request('POST', '/aanroep', { json: { hoogstens, instanties } });
}

export const checks: readonly Check[] = [
  {
    id: 'laatst',
    title: 'Wie het laatst vrijkwam, krijgt de aanroep',
    look: 'Kijk naar alle vrije instanties, niet alleen naar de eerste.',
    async run(lab) {
      (await ask(lab, 5, 400, 900, null, 650)).hasJson({ kies: 2 });
    },
  },
  {
    id: 'nul',
    title: 'Vrij sinds moment 0 is ook vrij',
    look: 'In een `if` is 0 onwaar. Vergelijk met `null`.',
    async run(lab) {
      (await ask(lab, 1, 0)).hasJson({ kies: 1 });
    },
  },
  {
    id: 'start',
    title: 'Is niemand vrij, dan start er een nieuwe, ook als er nog geen zijn',
    look: 'Tel hoeveel instanties er al zijn.',
    passesAtStart: true,
    async run(lab) {
      (await ask(lab, 3, null, null)).hasJson({ start: true });
      (await ask(lab, 3)).hasJson({ start: true });
    },
  },
  {
    id: 'vol',
    title: 'Is het vol, dan is het status 429',
    look: 'Ook als er meer instanties zijn dan mag: de grens kan net verlaagd zijn.',
    async run(lab) {
      (await ask(lab, 2, null, null)).hasStatus(429);
      (await ask(lab, 1, null, null)).hasStatus(429);
    },
  },
];
