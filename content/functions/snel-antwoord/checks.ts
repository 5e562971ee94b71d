import type { Check, ExerciseLab } from '../../../src/exercises/index.ts';

/** To whom the mail server was given a mail, oldest first. */
const mailedIn = (lab: ExerciseLab) =>
  lab.served.map(({ json }) => (json as { aan?: unknown } | null | undefined)?.aan);

/** The status of each, one after another. */
async function statusesOf(lab: ExerciseLab, bodies: readonly object[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const json of bodies) statuses.push((await lab.request('POST', '/inschrijvingen', { json })).status);
  return statuses;
}

const MILA = { json: { mail: 'mila@school.test' } };

export const checks: readonly Check[] = [
  {
    id: 'meteen',
    title: 'Het antwoord is status 202, en wacht niet op de mail',
    look: 'Kijk naar de status in `schrijf-in.js`, en of `verstuur` daar nog staat.',
    async run(lab) {
      (await lab.request('POST', '/inschrijvingen', MILA)).hasStatus(202);
      await lab.quiet();
      const isAsked = lab.served.some(({ functionName }) => functionName === 'schrijf-in');
      lab.expect(!isAsked, 'schrijf-in die zelf geen mail verstuurt', 'schrijf-in verstuurt de mail zelf');
    },
  },
  {
    id: 'opslag',
    title: 'De inschrijving staat in de opslag',
    look: 'De sleutel is `inschrijving/` met het mailadres erachter.',
    passesAtStart: true,
    async run(lab) {
      await lab.request('POST', '/inschrijvingen', MILA);
      lab.hasStored('inschrijving/mila@school.test', MILA.json);
    },
  },
  {
    id: 'bevestigd',
    title: 'Even later is de mail verstuurd, precies één keer',
    look: 'Kijk in `bevestig.js`: loop je over `event.data.messages`?',
    async run(lab) {
      (await lab.request('POST', '/inschrijvingen', MILA)).hasStatus(202);
      await lab.quiet();
      lab.hasStored('bevestigd/mila@school.test', true);
      const mailed = mailedIn(lab);
      lab.expect(
        mailed.join() === MILA.json.mail,
        `één mail, aan ${MILA.json.mail}`,
        `${mailed.length} mails`,
      );
    },
  },
  {
    id: 'drie',
    title: 'Drie inschrijvingen geven drie bevestigingen',
    look: 'Een bericht per inschrijving, en een bevestiging per bericht.',
    async run(lab) {
      for (const mail of ['a@x.test', 'b@x.test', 'c@x.test']) {
        await lab.request('POST', '/inschrijvingen', { json: { mail } });
      }
      await lab.quiet();
      for (const mail of ['a@x.test', 'b@x.test', 'c@x.test']) lab.hasStored(`bevestigd/${mail}`, true);
    },
    fresh(random) {
      const mails = random.list(2, 5, () => `${random.word()}@${random.word()}.test`);
      return async (lab) => {
        const statuses = await statusesOf(
          lab,
          mails.map((mail) => ({ mail })),
        );
        await lab.quiet();
        for (const mail of mails) {
          lab.hasStored(`inschrijving/${mail}`, { mail });
          lab.hasStored(`bevestigd/${mail}`, true);
        }
        return [statuses, mailedIn(lab).sort()];
      };
    },
  },
  {
    id: 'zonder-mail',
    title: 'Zonder mailadres: status 400, en er wordt niets bewaard of verstuurd',
    look: 'Controleer `mail` voordat je iets bewaart.',
    async run(lab) {
      (await lab.request('POST', '/inschrijvingen', { json: {} })).hasStatus(400);
      lab.usedExactly(0, 'kvWrites');
      lab.usedExactly(0, 'messagesSent');
    },
    fresh(random) {
      const bodies = random.shuffled([{}, { naam: random.word() }, { mail: `${random.word()}@x.test` }]);
      return async (lab) => {
        const statuses = await statusesOf(lab, bodies);
        await lab.quiet();
        lab.usedExactly(1, 'messagesSent');
        return statuses;
      };
    },
  },
];
