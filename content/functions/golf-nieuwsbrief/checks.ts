import type { Check, ExerciseLab, Random } from '../../../src/exercises/index.ts';

const addresses = (count: number) => Array.from({ length: count }, (_, at) => `lezer${at + 1}@school.test`);

/** The addresses that the mail server took: it refuses more than ten at once. */
function mailedIn(lab: ExerciseLab): unknown[] {
  return lab.served.flatMap(({ json }) => {
    const adressen = (json as { adressen?: unknown } | null | undefined)?.adressen;
    return Array.isArray(adressen) && adressen.length <= 10 ? adressen : [];
  });
}

/** With addresses that nobody can guess. */
const draw = (random: Random, count: number) =>
  Array.from({ length: count }, () => `${random.word()}@${random.word()}.test`);

async function mail(lab: ExerciseLab, adressen: readonly string[]): Promise<void> {
  (await lab.request('POST', '/nieuwsbrief', { json: { adressen } })).hasStatus(202);
  await lab.quiet();
  const isByPost = lab.served.every(({ functionName }) => functionName === 'post');
  lab.expect(isByPost, 'dat `post` alle mails verstuurt', '`verdeel` verstuurde zelf mails');
  const mailed = mailedIn(lab);
  for (const adres of adressen) {
    const times = mailed.filter((one) => one === adres).length;
    lab.expect(times === 1, `één mail aan ${adres}`, `${times} mails aan ${adres}`);
  }
  lab.expect(mailed.length === adressen.length, `${adressen.length} mails`, `${mailed.length} mails`);
}

export const checks: readonly Check[] = [
  {
    id: 'dertig',
    title: 'Dertig adressen krijgen elk precies één mail',
    look: 'Kijk in het logboek wat je naar de mailserver stuurt. Zit er een adres twee keer in, of juist niet?',
    passesAtStart: true,
    run: (lab) => mail(lab, addresses(30)),
    fresh(random) {
      const adressen = draw(random, random.whole(2, 4) * 10);
      return (lab) => mail(lab, adressen);
    },
  },
  {
    id: 'rest',
    title: 'Drieëntwintig adressen werkt ook',
    look: 'In het laatste bericht mogen minder dan tien adressen staan.',
    passesAtStart: true,
    run: (lab) => mail(lab, addresses(23)),
    fresh(random) {
      const adressen = draw(random, random.whole(0, 2) * 10 + random.whole(1, 9));
      return (lab) => mail(lab, adressen);
    },
  },
  {
    id: 'geen',
    title: 'Geen adressen: geen bericht',
    look: 'Wat stuurt je functie als de lijst leeg is?',
    passesAtStart: true,
    async run(lab) {
      await mail(lab, []);
      lab.usedExactly(0, 'messagesSent');
    },
    fresh(random) {
      const adressen = draw(random, 1);
      return async (lab) => {
        await mail(lab, []);
        lab.usedExactly(0, 'messagesSent');
        await mail(lab, adressen);
      };
    },
  },
  {
    id: 'berichten',
    title: 'Maximaal drie berichten voor dertig adressen',
    look: 'Zet meer adressen in één bericht.',
    async run(lab) {
      await mail(lab, addresses(30));
      lab.usedAtMost(3, 'messagesSent');
    },
    fresh(random) {
      const count = random.whole(11, 45);
      const adressen = draw(random, count);
      return async (lab) => {
        await mail(lab, adressen);
        lab.usedAtMost(Math.ceil(count / 10), 'messagesSent');
      };
    },
  },
  {
    id: 'rekening',
    title: 'De rekening is maximaal 1,5 keer die van de oplossing',
    look: 'Hoe vaak wacht je op de mailserver?',
    budget: 1.5,
    scenario: (lab, random) => mail(lab, draw(random, 30)),
  },
];
