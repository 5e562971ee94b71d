import type { Check, ExerciseLab, Random } from '../../../src/exercises/index.ts';

interface Member {
  readonly naam: string;
  readonly mail: string;
}

const MILA: Member = { naam: 'Mila', mail: 'mila@post.example' };
const SAM: Member = { naam: 'Sam', mail: 'sam@post.example' };

const join = (member: Member) => ['POST', '/leden', { json: member }] as const;

/** To whom mails went, oldest first, with their text. */
const mails = (lab: ExerciseLab) =>
  lab.served.filter(({ method }) => method === 'POST').map(({ json }) => json as Member);

function mailed(lab: ExerciseLab, times: number): void {
  const found = mails(lab).length;
  const words = (count: number) => `${count} ${count === 1 ? 'verstuurde mail' : 'verstuurde mails'}`;
  lab.expect(found === times, words(times), words(found));
}

/** From now on the post refuses mails to these. */
function refuses(lab: ExerciseLab, ...members: readonly Member[]): void {
  lab.replies('https://post.example', 'POST /mails', ({ body }) => {
    const text = new TextDecoder().decode(body ?? new Uint8Array());
    return { status: members.some(({ mail }) => text.includes(mail)) ? 500 : 202 };
  });
}

function drawMembers(random: Random, count: number): Member[] {
  return Array.from({ length: count }, (_, at) => ({
    naam: random.word(),
    mail: `${random.word()}${at}@post.example`,
  }));
}

export const checks: readonly Check[] = [
  {
    id: 'antwoord',
    title: 'Wie lid wordt, krijgt status 201',
    look: 'Geef de naam terug als JSON.',
    passesAtStart: true,
    async run(lab) {
      const answer = await lab.request(...join(MILA));
      answer.hasStatus(201);
      answer.hasJson({ naam: 'Mila' });
    },
    fresh(random) {
      const members = drawMembers(random, 2);
      return (lab) => lab.outcomes(...members.map(join));
    },
  },
  {
    id: 'vertrokken',
    title: 'Is het antwoord er, dan is de mail verstuurd',
    look: 'Wacht op `verstuur` met `await`, vóór je antwoordt.',
    async run(lab) {
      await lab.request(...join(MILA));
      mailed(lab, 1);
      lab.endInstances();
      await lab.request(...join(SAM));
      mailed(lab, 2);
    },
    fresh(random) {
      const members = drawMembers(random, random.whole(2, 4));
      return async (lab) => {
        const sent = [];
        for (const member of members) {
          await lab.request(...join(member));
          sent.push(mails(lab));
          lab.endInstances();
        }
        return sent;
      };
    },
  },
  {
    id: 'mislukt',
    title: 'Lukt het versturen niet, dan is het antwoord status 502',
    look: 'Een fout van `verstuur` komt pas bij je aan als je erop wacht.',
    async run(lab) {
      refuses(lab, SAM);
      (await lab.request(...join(SAM))).hasStatus(502);
      (await lab.request(...join(MILA))).hasStatus(201);
    },
    fresh(random) {
      const members = drawMembers(random, 4);
      const unlucky = random.shuffled(members).slice(0, 2);
      return (lab) => {
        refuses(lab, ...unlucky);
        return lab.outcomes(...members.map(join));
      };
    },
  },
  {
    id: 'opgeschreven',
    title: 'Er staat pas dat de mail verstuurd is, als dat zo is',
    look: 'Bewaar `true` na het versturen, en niet ervoor.',
    async run(lab) {
      refuses(lab, SAM);
      await lab.request(...join(MILA));
      await lab.request(...join(SAM));
      lab.hasStored('welkom/mila@post.example', true);
      lab.lacksStored('welkom/sam@post.example');
    },
    fresh(random) {
      const members = drawMembers(random, 4);
      const unlucky = random.shuffled(members).slice(0, 2);
      return async (lab) => {
        refuses(lab, ...unlucky);
        for (const member of members) await lab.request(...join(member));
        return lab.kv;
      };
    },
  },
];
