import type { Check, ExerciseLab, Random } from '../../../src/exercises/index.ts';

interface Message {
  readonly nummer: number;
  readonly tekst: string;
}

const ON_A_PAGE = 10;
const MOST_BYTES = 1_000;

function keep(lab: ExerciseLab, messages: readonly Message[]): void {
  for (const message of messages) lab.store(`bericht/${message.nummer}`, message);
}

const numbered = (count: number, from = 1): Message[] =>
  Array.from({ length: count }, (_, at) => ({ nummer: from + at, tekst: `bericht ${from + at}` }));

/** With gaps between the numbers, as when some were thrown away. */
function draw(random: Random, count: number): Message[] {
  let nummer = 0;
  return Array.from({ length: count }, () => {
    nummer += random.whole(1, 5);
    return { nummer, tekst: random.word() };
  });
}

const listOf = (messages: readonly Message[], volgende: number | null) => ({ berichten: messages, volgende });

export const checks: readonly Check[] = [
  {
    id: 'eerste-pagina',
    title: 'De eerste pagina heeft tien berichten, en zegt waar de volgende begint',
    look: 'Neem met `slice(0, 10)` de eerste tien, en zet bij `volgende` het nummer van de laatste.',
    async run(lab) {
      keep(lab, numbered(12));
      const page = await lab.request('GET', '/berichten');
      page.hasStatus(200);
      page.hasJson(listOf(numbered(10), 10));
    },
    fresh(random) {
      const messages = draw(random, random.whole(11, 30));
      return async (lab) => {
        keep(lab, messages);
        return (await lab.request('GET', '/berichten')).outcome;
      };
    },
  },
  {
    id: 'verder',
    title: 'Met `na` krijg je de volgende pagina, tot er niets meer is',
    look: 'Houd de berichten over met een nummer boven `na`. Is er daarna niets meer, dan is `volgende` gelijk aan `null`.',
    async run(lab) {
      keep(lab, numbered(20));
      (await lab.request('GET', '/berichten?na=10')).hasJson(listOf(numbered(10, 11), null));
      (await lab.request('GET', '/berichten?na=20')).hasJson(listOf([], null));
    },
    fresh(random) {
      const messages = draw(random, random.pick([ON_A_PAGE, 2 * ON_A_PAGE, random.whole(3, 35)]));
      const after = random.whole(0, messages.at(-1)?.nummer ?? 0);
      return async (lab) => {
        keep(lab, messages);
        return lab.outcomes(['GET', '/berichten'], ['GET', `/berichten?na=${after}`]);
      };
    },
  },
  {
    id: 'link',
    title: 'Een tekst van meer dan 1.000 bytes staat als link in de lijst',
    look: 'Tel bytes met `TextEncoder`, en geen tekens. Precies 1.000 bytes mag nog.',
    async run(lab) {
      const fits = { nummer: 1, tekst: 'x'.repeat(MOST_BYTES) };
      const long = { nummer: 2, tekst: 'x'.repeat(MOST_BYTES + 1) };
      const accents = { nummer: 3, tekst: 'é'.repeat(MOST_BYTES / 2 + 1) };
      keep(lab, [fits, long, accents]);
      (await lab.request('GET', '/berichten')).hasJson({
        berichten: [fits, { nummer: 2, link: '/berichten/2' }, { nummer: 3, link: '/berichten/3' }],
        volgende: null,
      });
    },
    fresh(random) {
      const letter = random.pick(['a', 'é', '€']);
      const bytes = new TextEncoder().encode(letter).length;
      const most = Math.floor(MOST_BYTES / bytes);
      const messages = random.shuffled([most, most + 1, random.whole(1, 40)]).map((length, at) => ({
        nummer: at + 1,
        tekst: letter.repeat(length),
      }));
      return async (lab) => {
        keep(lab, messages);
        return (await lab.request('GET', '/berichten')).outcome;
      };
    },
  },
  {
    id: 'heel',
    title: 'Achter de link staat het hele bericht, en een bericht dat er niet is, geeft 404',
    look: 'Het nummer uit het pad staat in `context.params.nummer`, en dat is een tekst.',
    async run(lab) {
      const long = { nummer: 2, tekst: 'lang '.repeat(400) };
      keep(lab, [...numbered(1), long]);
      (await lab.request('GET', '/berichten/2')).hasJson(long);
      (await lab.request('GET', '/berichten/7')).hasStatus(404);
    },
    fresh(random) {
      const messages = draw(random, random.whole(11, 20));
      const there = random.pick(messages).nummer;
      return async (lab) => {
        keep(lab, messages);
        const { outcome } = await lab.request('GET', `/berichten/${there}`);
        const missing = await lab.request('GET', `/berichten/${there + 1_000}`);
        return { er: outcome, weg: missing.status };
      };
    },
  },
  {
    id: 'geen-nummer',
    title: 'Is `na` geen heel getal vanaf 0, dan is het antwoord status 400',
    look: 'Wat in een adres staat, kan van alles zijn. Kijk eerst of het een getal is.',
    async run(lab) {
      keep(lab, numbered(2));
      (await lab.request('GET', '/berichten?na=morgen')).hasStatus(400);
      (await lab.request('GET', '/berichten?na=-1')).hasStatus(400);
      (await lab.request('GET', '/berichten?na=0')).hasStatus(200);
    },
    fresh(random) {
      const wrong = random.pick([random.word(), '1.5', '-3', 'NaN', '2x']);
      return async (lab) => {
        keep(lab, numbered(2));
        return (await lab.request('GET', `/berichten?na=${wrong}`)).status;
      };
    },
  },
];
