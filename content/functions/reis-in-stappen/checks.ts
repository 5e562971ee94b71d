import { type Check, type ExerciseLab, isSame, type Random } from '../../../src/exercises/index.ts';

const SERVICES = ['hotel', 'trein', 'museum'] as const;
type Service = (typeof SERVICES)[number];

/** Of every message; then a learner's function has to give up. */
const ATTEMPTS = 3;

/** What the services were asked, in their order: `boek hotel 12`, `zeg af trein 12`. */
function asked(lab: ExerciseLab): string[] {
  return lab.served.map(({ method, url }) => {
    const { hostname, pathname } = new URL(url);
    const what = method === 'DELETE' ? 'zeg af' : 'boek';
    return `${what} ${hostname.replace('.example', '')} ${pathname.split('/').at(-1)}`;
  });
}

const inWords = (calls: readonly string[]) => (calls.length === 0 ? 'niets' : calls.join(', '));

function askedExactly(lab: ExerciseLab, ...right: readonly string[]): void {
  const found = asked(lab);
  lab.expect(isSame(found, right), `aan de diensten: ${inWords(right)}`, inWords(found));
}

/** An attempt that failed on purpose is no reason for what is stored: so not by the lab's own sentence. */
function isStored(lab: ExerciseLab, trip: number, status: string, done: readonly string[]): void {
  const key = `reis/${trip}`;
  const right = { status, gedaan: done };
  const found = lab.kv[key];
  const said = found === undefined ? 'daar staat niets' : JSON.stringify(found);
  lab.expect(isSame(found, right), `in de opslag bij ‘${key}’: ${JSON.stringify(right)}`, said);
}

/** So many times it can't be booked there, and then it can. */
function falters(lab: ExerciseLab, service: Service, times: number): void {
  let left = times;
  lab.answers(`https://${service}.example`, 'POST /boekingen/:reis', () => {
    left -= 1;
    return { gelukt: left < 0 };
  });
}

/** The same, and each booking looks what is kept by then: all that was booked before it. @returns whether it always was */
function faltersAndLooks(lab: ExerciseLab, trip: number, service: Service, times: number): () => boolean {
  let left = times;
  let isKept = true;
  for (const [at, one] of SERVICES.entries()) {
    lab.answers(`https://${one}.example`, 'POST /boekingen/:reis', () => {
      const { gedaan = [] } = Object(lab.kv[`reis/${trip}`]) as { readonly gedaan?: unknown };
      isKept &&= isSame(gedaan, SERVICES.slice(0, at));
      if (one === service) left -= 1;
      return { gelukt: one !== service || left < 0 };
    });
  }
  return () => isKept;
}

const told = (lab: ExerciseLab, trip: number) => ({
  gevraagd: asked(lab),
  bewaard: lab.kv[`reis/${trip}`],
  mislukt: lab.deadMessages,
});

const drawTrip = (random: Random) => random.whole(20, 9_000);

export const checks: readonly Check[] = [
  {
    id: 'geboekt',
    title: 'Een reis zonder haperingen heeft een hotel, een trein en een museum',
    look: 'Boek in de volgorde van de opdracht, en bewaar na de laatste boeking de status `geboekt`.',
    passesAtStart: true,
    async run(lab) {
      await lab.send({ reis: 1 });
      askedExactly(lab, 'boek hotel 1', 'boek trein 1', 'boek museum 1');
      isStored(lab, 1, 'geboekt', SERVICES);
    },
    fresh(random) {
      const trip = drawTrip(random);
      return async (lab) => {
        await lab.send({ reis: trip });
        return told(lab, trip);
      };
    },
  },
  {
    id: 'verder',
    title: 'Hapert een dienst, dan begint de nieuwe poging bij die dienst',
    look: 'Bewaar na elke boeking wat er gedaan is, en sla over wat al in `gedaan` staat. Gooi bij een mislukte boeking de fout verder.',
    async run(lab) {
      const isKept = faltersAndLooks(lab, 2, 'trein', 1);
      await lab.send({ reis: 2 });
      askedExactly(lab, 'boek hotel 2', 'boek trein 2', 'boek trein 2', 'boek museum 2');
      isStored(lab, 2, 'geboekt', SERVICES);
      const words = 'na elke boeking bewaard wat er gedaan is, vóór de volgende boeking';
      lab.expect(isKept(), words, 'dat was niet elke keer zo');
    },
    fresh(random) {
      const trip = drawTrip(random);
      const service = random.pick(SERVICES);
      const times = random.whole(1, ATTEMPTS - 1);
      return async (lab) => {
        const isKept = faltersAndLooks(lab, trip, service, times);
        await lab.send({ reis: trip });
        return { ...told(lab, trip), isKept: isKept() };
      };
    },
  },
  {
    id: 'halverwege',
    title: 'Een reis waarvan al iets geboekt is, gaat verder bij de volgende boeking',
    look: 'Lees eerst `reis/<nummer>` uit de opslag, voordat je iets boekt.',
    async run(lab) {
      lab.store('reis/3', { status: 'bezig', gedaan: ['hotel'] });
      await lab.send({ reis: 3 });
      askedExactly(lab, 'boek trein 3', 'boek museum 3');
      isStored(lab, 3, 'geboekt', SERVICES);
    },
    fresh(random) {
      const trip = drawTrip(random);
      const done = SERVICES.slice(0, random.whole(1, 2));
      return async (lab) => {
        lab.store(`reis/${trip}`, { status: 'bezig', gedaan: done });
        await lab.send({ reis: trip });
        return told(lab, trip);
      };
    },
  },
  {
    id: 'afgezegd',
    title: 'Lukt een boeking ook de derde keer niet, dan wordt afgezegd wat geboekt was, het laatste eerst',
    look: 'Kijk in `catch` naar `attempt`. Bij de derde poging zeg je af in omgekeerde volgorde, en gooi je geen fout meer.',
    async run(lab) {
      await lab.send({ reis: 13 });
      const tries = Array.from({ length: ATTEMPTS }, () => 'boek museum 13');
      askedExactly(lab, 'boek hotel 13', 'boek trein 13', ...tries, 'zeg af trein 13', 'zeg af hotel 13');
      isStored(lab, 13, 'afgezegd', []);
      lab.expect(lab.deadMessages === 0, 'geen mislukte berichten', `${lab.deadMessages} bij de mislukte`);
    },
    fresh(random) {
      const trip = drawTrip(random);
      const service = random.pick(SERVICES);
      return async (lab) => {
        falters(lab, service, ATTEMPTS);
        await lab.send({ reis: trip });
        return told(lab, trip);
      };
    },
  },
  {
    id: 'nog-eens',
    title: 'Over een reis die klaar of afgezegd is, wordt niets meer gevraagd',
    look: 'Is de status iets anders dan `bezig`, sla het bericht dan over.',
    async run(lab) {
      await lab.send({ reis: 4 });
      await lab.send({ reis: 4 });
      askedExactly(lab, 'boek hotel 4', 'boek trein 4', 'boek museum 4');
      lab.store('reis/5', { status: 'afgezegd', gedaan: [] });
      await lab.send({ reis: 5 });
      askedExactly(lab, 'boek hotel 4', 'boek trein 4', 'boek museum 4');
      isStored(lab, 5, 'afgezegd', []);
    },
    fresh(random) {
      const trip = drawTrip(random);
      const service = random.pick(SERVICES);
      const times = random.pick([0, ATTEMPTS]);
      return async (lab) => {
        falters(lab, service, times);
        await lab.send({ reis: trip });
        lab.endInstances();
        await lab.send({ reis: trip });
        return told(lab, trip);
      };
    },
  },
];
