import type { Check, ExerciseLab, Random } from '../../../src/exercises/index.ts';

const vote = (lab: ExerciseLab, kiezer: string, keuze: string) =>
  lab.request('POST', '/stemmen', { json: { kiezer, keuze } });
const result = (lab: ExerciseLab) => lab.request('GET', '/uitslag');

interface Vote {
  readonly kiezer: string;
  readonly keuze: string;
}

/** Each by somebody else, for one of a few names. */
function draw(random: Random, least: number, most: number): Vote[] {
  const names = random.list(2, 4, () => `De ${random.word()}`);
  return random.list(least, most, (at) => ({ kiezer: `${random.word()}${at}`, keuze: random.pick(names) }));
}

/** All asked for one after another, and counted. */
async function countOf(lab: ExerciseLab, votes: readonly Vote[]): Promise<unknown> {
  for (const { kiezer, keuze } of votes) await vote(lab, kiezer, keuze);
  await lab.quiet();
  return (await result(lab)).outcome;
}

export const checks: readonly Check[] = [
  {
    id: 'meteen',
    title: 'Een stem krijgt meteen status 202',
    look: 'Er is nog niets geteld op dat moment: de stem is aangenomen.',
    async run(lab) {
      (await vote(lab, 's1', 'De Hap')).hasStatus(202);
    },
    fresh(random) {
      const votes = draw(random, 1, 3);
      return async (lab) => {
        for (const { kiezer, keuze } of votes) (await vote(lab, kiezer, keuze)).hasStatus(202);
        lab.usedExactly(votes.length, 'messagesSent');
      };
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
    fresh(random) {
      const [{ kiezer, keuze } = { kiezer: 's1', keuze: 'De Hap' }] = draw(random, 1, 1);
      const none = random.shuffled([{ kiezer }, { keuze }, {}, { kiezer, keuze: '' }, { kiezer: '', keuze }]);
      return async (lab) => {
        for (const json of none) (await lab.request('POST', '/stemmen', { json })).hasStatus(400);
        lab.usedExactly(0, 'messagesSent');
        (await vote(lab, kiezer, keuze)).hasStatus(202);
      };
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
    fresh(random) {
      const votes = draw(random, 2, 6);
      return (lab) => countOf(lab, votes);
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
      await lab.send({ kiezer: 's1', keuze: 'Het Bord' });
      (await result(lab)).hasJson({ 'De Hap': 1 });
    },
    fresh(random) {
      const votes = draw(random, 2, 4);
      // For what nobody chose: a last vote that is the first one again would not tell them apart.
      const again = random.shuffled(votes).map(({ kiezer }) => ({ kiezer, keuze: `Het ${random.word()}` }));
      return async (lab) => {
        const first = await countOf(lab, votes);
        await lab.send(...again);
        return [first, (await result(lab)).outcome];
      };
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
    fresh(random) {
      const votes = draw(random, 16, 24);
      return async (lab) => {
        await lab.send(...votes);
        return (await result(lab)).outcome;
      };
    },
  },
];
