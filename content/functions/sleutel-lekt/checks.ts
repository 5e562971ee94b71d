import {
  type Check,
  type ExerciseLab,
  isSame,
  type LabRequest,
  type Random,
  type Received,
} from '../../../src/exercises/index.ts';

const POSTS = ['https://post.example', 'https://testpost.example'] as const;
/** In the start code, and in the manifest. */
const [LEAKED, SET] = ['post-4f1d-b207', 'test-1234'];

const mail = (nummer: number, aan = 'mila@post.example'): LabRequest => [
  'POST',
  '/berichten',
  { json: { nummer, aan } },
];

const draw = (random: Random) => ({
  POSTDIENST: random.pick(POSTS),
  POST_SLEUTEL: `${random.word()}-${random.whole(1_000, 9_999)}`,
  nummer: random.whole(10, 9_000),
  aan: `${random.word()}@post.example`,
});

/** Both services take this key alone; to any other they say what they got. @returns the addresses that were asked with it */
function postsTake(lab: ExerciseLab, key: string): string[] {
  const taken: string[] = [];
  for (const post of POSTS) {
    lab.answers(post, 'POST /mails', ({ headers }) => {
      const said = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
      if (said !== `Bearer ${key}`) return { ok: false, uitleg: `ik ken ${said} niet` };
      taken.push(post);
      return { ok: true };
    });
  }
  return taken;
}

/** Lines of the log that hold this. */
const linesWith = (lab: ExerciseLab, part: string) =>
  lab.logLines.filter((line) => line.includes(part)).length;

/** All that left the function but for what the services got. */
const leaks = (lab: ExerciseLab, received: Received, key: string): boolean =>
  linesWith(lab, key) > 0 || saidBy(received).includes(key);

const saidBy = (received: Received): string =>
  [
    received.answer.response === null ? '' : received.text,
    received.answer.failure?.error?.message ?? '',
    ...(received.answer.response?.headers ?? []).map(([, value]) => value),
  ].join(' ');

/** Without this setting: whether it stopped before it asked anything, and said what is missing. */
async function without(lab: ExerciseLab, name: string, env: Readonly<Record<string, string>>) {
  lab.rollOutWith(Object.fromEntries(Object.entries(env).filter(([one]) => one !== name)));
  const linesBefore = lab.logLines.length;
  const received = await lab.request(...mail(7));
  const said = [saidBy(received), ...lab.logLines.slice(linesBefore)].join(' ');
  const key = name === 'POST_SLEUTEL' ? undefined : env['POST_SLEUTEL'];
  const isLeaked = key !== undefined && said.includes(key);
  return { received, said, isLeaked, isNamed: new RegExp(`\\b${name}\\b`).test(said) };
}

export const checks: readonly Check[] = [
  {
    id: 'instellingen',
    title: 'De sleutel en het adres komen uit de instellingen',
    look: 'Lees `POSTDIENST` en `POST_SLEUTEL` uit `context.env`, en haal de sleutel uit de code.',
    async run(lab) {
      const taken = postsTake(lab, SET);
      (await lab.request(...mail(7))).hasStatus(202);
      const asked = taken.join(', ') || 'geen postdienst met de goede sleutel';
      lab.expect(asked === POSTS[1], `een bericht via ${POSTS[1]}, met de sleutel erbij`, asked);
    },
    fresh(random) {
      const { nummer, aan, POST_SLEUTEL } = draw(random);
      const posts = random.shuffled(POSTS);
      return async (lab) => {
        const taken = postsTake(lab, POST_SLEUTEL);
        const statuses: number[] = [];
        for (const POSTDIENST of posts) {
          lab.rollOutWith({ POSTDIENST, POST_SLEUTEL });
          statuses.push((await lab.request(...mail(nummer, aan))).status);
        }
        return { statuses, taken };
      };
    },
  },
  {
    id: 'inhoud',
    title: 'De postdienst krijgt het nummer en het adres',
    look: 'Stuur `nummer` en `aan` mee als JSON.',
    passesAtStart: true,
    async run(lab) {
      await lab.request(...mail(7));
      const sent = lab.served.map(({ json }) => json);
      const right = [{ nummer: 7, aan: 'mila@post.example' }];
      lab.expect(isSame(sent, right), JSON.stringify(right), JSON.stringify(sent));
    },
    fresh(random) {
      const { nummer, aan } = draw(random);
      return async (lab) => {
        await lab.request(...mail(nummer, aan));
        return lab.served.map(({ json }) => json);
      };
    },
  },
  {
    id: 'logboek',
    title: 'In het logboek staat het bericht, en niet de sleutel',
    look: 'Schrijf op wat er gebeurde, en nooit een heel object waar de sleutel in zit.',
    async run(lab) {
      await lab.request(...mail(7));
      const lines = linesWith(lab, SET) + linesWith(lab, LEAKED);
      lab.expect(lines === 0, 'een logboek zonder sleutel', `${lines} keer een sleutel`);
      lab.expect(linesWith(lab, 'bericht 7') > 0, 'een regel met bericht 7', 'geen regel met bericht 7');
    },
    fresh(random) {
      const { nummer, aan, ...env } = draw(random);
      return async (lab) => {
        postsTake(lab, env.POST_SLEUTEL);
        lab.rollOutWith(env);
        const received = await lab.request(...mail(nummer, aan));
        return [leaks(lab, received, env.POST_SLEUTEL), linesWith(lab, `bericht ${nummer}`) > 0];
      };
    },
  },
  {
    id: 'geweigerd',
    title: 'Weigert de postdienst, dan is het status 502, en de sleutel blijft binnen',
    look: 'Wat staat er in het antwoord van de postdienst? Gebruik daar alleen `ok` van.',
    async run(lab) {
      postsTake(lab, 'een-andere');
      const received = await lab.request(...mail(7));
      const said = saidBy(received);
      lab.expect(!said.includes(SET) && !said.includes(LEAKED), 'een antwoord zonder sleutel', said);
      received.hasStatus(502);
      const lines = linesWith(lab, SET);
      lab.expect(lines === 0, 'een logboek zonder sleutel', `${lines} keer een sleutel`);
    },
    fresh(random) {
      const { nummer, aan, ...env } = draw(random);
      return async (lab) => {
        postsTake(lab, `niet-${env.POST_SLEUTEL}`);
        lab.rollOutWith(env);
        const received = await lab.request(...mail(nummer, aan));
        const isLogged = linesWith(lab, `bericht ${nummer}`) > 0;
        return [received.status, leaks(lab, received, env.POST_SLEUTEL), isLogged];
      };
    },
  },
  {
    id: 'ontbreekt',
    title: 'Ontbreekt een instelling, dan stopt de functie en zegt ze welke',
    look: 'Controleer beide instellingen voordat je iets vraagt, en noem de naam van wat er niet is.',
    async run(lab) {
      const env = { POSTDIENST: POSTS[1], POST_SLEUTEL: SET };
      const all = new Set<string>();
      for (const name of Object.keys(env)) {
        const { received, said, isNamed, isLeaked } = await without(lab, name, env);
        all.add(said);
        lab.expect(!isLeaked, `zonder ${name}: nergens de sleutel`, 'de sleutel staat er');
        lab.expect(received.status === 500, `zonder ${name}: status 500`, `status ${received.status}`);
        lab.expect(isNamed, `de naam ${name} in het antwoord of in het logboek`, 'die naam staat er niet');
      }
      lab.expect(all.size === 2, 'alleen de naam van wat ontbreekt', 'steeds dezelfde melding');
      lab.usedExactly(0, 'serviceCalls');
    },
    fresh(random) {
      const { nummer: _, aan: __, ...env } = draw(random);
      const names = random.shuffled(['POSTDIENST', 'POST_SLEUTEL']);
      return async (lab) => {
        const all = new Set<string>();
        const outcomes: unknown[] = [];
        for (const name of names) {
          const { received, said, isNamed, isLeaked } = await without(lab, name, env);
          all.add(said);
          outcomes.push(received.status, isNamed, isLeaked);
        }
        return [outcomes, all.size, lab.counts.serviceCalls];
      };
    },
  },
];
