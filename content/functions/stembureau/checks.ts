import type { Check, ExerciseLab } from '../../../src/exercises/index.ts';

const vote = (lab: ExerciseLab, kiezer: string, keuze: string) =>
  lab.request('POST', '/stemmen', { json: { kiezer, keuze } });
const result = (lab: ExerciseLab) => lab.request('GET', '/uitslag');

export const checks: readonly Check[] = [
  {
    id: 'meteen',
    title: 'Een stem krijgt meteen status 202',
    look: 'Er is nog niets geteld op dat moment: de stem is aangenomen.',
    async run(lab) {
      (await vote(lab, 's1', 'De Hap')).hasStatus(202);
    },
  },
  {
    id: 'onvolledig',
    title: 'Zonder kiezer of keuze: status 400, en geen bericht',
    look: 'Controleer allebei voordat je iets verstuurt.',
    async run(lab) {
      (await lab.request('POST', '/stemmen', { json: { kiezer: 's1' } })).hasStatus(400);
      (await lab.request('POST', '/stemmen', { json: { keuze: 'De Hap' } })).hasStatus(400);
      lab.usedExactly(0, 'messagesSent');
    },
  },
  {
    id: 'uitslag',
    title: 'De uitslag telt elke keuze',
    look: 'Wat bewaart `tel`, en wat leest `uitslag`?',
    async run(lab) {
      await vote(lab, 's1', 'De Hap');
      await vote(lab, 's2', 'Het Bord');
      await vote(lab, 's3', 'De Hap');
      await lab.quiet();
      (await result(lab)).hasJson({ 'De Hap': 2, 'Het Bord': 1 });
    },
  },
  {
    id: 'een-keer',
    title: 'Wie vaker stemt, telt één keer, met zijn eerste stem',
    look: 'Bewaar de stem bij de kiezer, en overschrijf die niet.',
    async run(lab) {
      await vote(lab, 's1', 'De Hap');
      await lab.quiet();
      await vote(lab, 's1', 'Het Bord');
      await lab.send({ kiezer: 's1', keuze: 'De Hap' });
      (await result(lab)).hasJson({ 'De Hap': 1 });
    },
  },
  {
    id: 'druk',
    title: 'Twintig stemmen tegelijk: er gaat er geen verloren',
    look: 'Lezen, één erbij en schrijven gaat mis als twee instanties dat tegelijk doen.',
    async run(lab) {
      await lab.send(...Array.from({ length: 20 }, (_, at) => ({ kiezer: `s${at}`, keuze: 'De Hap' })));
      (await result(lab)).hasJson({ 'De Hap': 20 });
    },
  },
];
