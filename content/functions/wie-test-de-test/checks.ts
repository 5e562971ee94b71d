import {
  type Check,
  type ExerciseLab,
  fieldsOf,
  type Play,
  type Random,
} from '../../../src/exercises/index.ts';

/** What is other than agreed in the function that the tests get; nothing of a right one. */
type Otherwise = Readonly<Record<string, number | boolean>>;

const judge = (json: Otherwise) => ['POST', '/keur', { json }] as const;

type Colour = 'groen' | 'rood';

/** What the tests say of that function. */
async function expectColour(lab: ExerciseLab, colour: Colour, otherwise: Otherwise): Promise<void> {
  const answer = await lab.request(...judge(otherwise));
  const said = fieldsOf(answer.json, ['kleur']);
  const about = Object.keys(otherwise).length === 0 ? 'die goed is' : `met ${JSON.stringify(otherwise)}`;
  lab.expect(
    JSON.stringify(said) === JSON.stringify({ kleur: colour }),
    `${colour} bij een functie ${about}`,
    JSON.stringify(said),
  );
}

/** Far from a limit as well as right beside it. */
function drawLimit(random: Random, limit: number): number {
  return random.isTrue() ? limit + random.pick([-1, 1]) : limit + random.whole(2, 8) * random.pick([-1, 1]);
}

/** A few wrong functions, and a right one among them: who always says the same is wrong. */
function judged(random: Random, draw: () => Otherwise): Play {
  const functions = random.shuffled([{}, ...random.list(2, 3, draw)]);
  return (lab) => lab.outcomes(...functions.map(judge));
}

export const checks: readonly Check[] = [
  {
    id: 'goed',
    title: 'Een goede functie is groen',
    look: 'Je tests gooien een fout bij een functie die precies doet wat is afgesproken. Welke regel is dat? Kijk in het logboek.',
    passesAtStart: true,
    async run(lab) {
      await expectColour(lab, 'groen', {});
    },
  },
  {
    id: 'bedragen',
    title: 'Een verkeerd bedrag wordt gevonden',
    look: 'Test ook een pakje dat te zwaar is: wat kost dat precies?',
    async run(lab) {
      await expectColour(lab, 'rood', { kosten: 595 });
      await expectColour(lab, 'rood', { toeslag: 500 });
    },
    fresh: (random) =>
      judged(random, () =>
        random.isTrue() ? { kosten: 495 + random.whole(1, 99) } : { toeslag: random.whole(1, 999) },
      ),
  },
  {
    id: 'grens-bedrag',
    title: 'Een verkeerde grens voor gratis verzenden wordt gevonden',
    look: 'Vraag de prijs bij precies 50 euro, en bij het laatste bedrag dat nog niet gratis is.',
    async run(lab) {
      await expectColour(lab, 'rood', { gratisVanaf: 51 });
      await expectColour(lab, 'rood', { gratisVanaf: 49 });
    },
    fresh: (random) => judged(random, () => ({ gratisVanaf: drawLimit(random, 50) })),
  },
  {
    id: 'grens-gewicht',
    title: 'Een verkeerde grens voor zware pakjes wordt gevonden',
    look: 'Vraag de prijs bij precies 10 kilo, en bij het eerste gewicht dat te zwaar is.',
    async run(lab) {
      await expectColour(lab, 'rood', { zwaarBoven: 9 });
      await expectColour(lab, 'rood', { zwaarBoven: 11 });
    },
    fresh: (random) => judged(random, () => ({ zwaarBoven: drawLimit(random, 10) })),
  },
  {
    id: 'samen',
    title: 'Een toeslag die bij gratis verzenden vergeten wordt, valt op',
    look: 'Vraag de prijs van een pakje dat duur én zwaar is.',
    async run(lab) {
      await expectColour(lab, 'rood', { toeslagBijGratis: false });
    },
  },
  {
    id: 'status',
    title: 'Een functie die geen 400 geeft, wordt gevonden',
    look: 'Laat in je verzoek het bedrag weg, en kijk naar `antwoord.status`.',
    async run(lab) {
      await expectColour(lab, 'rood', { status: 200 });
    },
    fresh(random) {
      // Neither what looks like success nor another refusal will do.
      const wrong = [random.pick([200, 201]), random.pick([404, 422, 500])];
      const functions = random.shuffled([{}, ...wrong.map((status) => ({ status }))]);
      return (lab) => lab.outcomes(...functions.map(judge));
    },
  },
];
