import type { Check, ExerciseLab } from '../../../src/exercises/index.ts';

const NIMBUS = { naam: 'Nimbus', centPerMiljoen: 20, centPerMiljoenMs: 2, stapMs: 1, vastCent: 0 };
const STAPPEN = { naam: 'Stappen', centPerMiljoen: 10, centPerMiljoenMs: 1, stapMs: 100, vastCent: 0 };
const ABONNEMENT = { naam: 'Abonnement', centPerMiljoen: 0, centPerMiljoenMs: 1, stapMs: 1, vastCent: 500 };

function ask(lab: ExerciseLab, aantal: number, duurMs: number, ...tarieven: readonly object[]) {
  return lab.request('POST', '/vergelijk', { json: { aantal, duurMs, tarieven } });
}

export const checks: readonly Check[] = [
  {
    id: 'som',
    title: 'Het bedrag telt aanroepen en tijd',
    look: 'Wat kost één aanroep, en wat kost de tijd ervan?',
    async run(lab) {
      (await ask(lab, 2_000_000, 40, NIMBUS)).hasJson([{ naam: 'Nimbus', cent: 200 }]);
    },
  },
  {
    id: 'stap',
    title: 'De tijd wordt naar boven afgerond op de stap van het tarief',
    look: 'Met een stap van 100 betaal je voor 101 ms twee stappen, en voor precies 100 ms één.',
    async run(lab) {
      (await ask(lab, 1_000_000, 101, STAPPEN)).hasField('0', { naam: 'Stappen', cent: 210 });
      (await ask(lab, 1_000_000, 100, STAPPEN)).hasField('0', { naam: 'Stappen', cent: 110 });
    },
  },
  {
    id: 'einde',
    title: 'Afronden op centen gebeurt pas aan het eind',
    look: 'Drie aanroepen kosten samen minder dan een halve cent. Rond je elke aanroep apart af?',
    passesAtStart: true,
    async run(lab) {
      (await ask(lab, 40_000, 3, NIMBUS)).hasField('0', { naam: 'Nimbus', cent: 1 });
    },
  },
  {
    id: 'volgorde',
    title: 'Het goedkoopste staat vooraan, met het vaste bedrag erbij',
    look: 'Tel `vastCent` erbij op voordat je sorteert.',
    async run(lab) {
      (await ask(lab, 1_000_000, 30, ABONNEMENT, STAPPEN, NIMBUS)).hasJson([
        { naam: 'Nimbus', cent: 80 },
        { naam: 'Stappen', cent: 110 },
        { naam: 'Abonnement', cent: 530 },
      ]);
    },
  },
];
