import { type Check, type ExerciseLab, fieldsOf, isSame, type Random } from '../../../src/exercises/index.ts';

const MINUTE_MS = 60_000;
/** So that no measurement lies on the border of the five minutes. */
const BESIDE_MS = 5_000;
const SERVICE = 'https://melding.example';
const ROUTE = 'POST /meldingen';
const OVER = { soort: 'voorbij' };
const alarm = (aanroepen: number, fouten: number) => ({ soort: 'alarm', aanroepen, fouten });

/** What was measured, so many minutes before the timer goes off next. One under a name takes the place of the last one. */
function measured(lab: ExerciseLab, aanroepen: number, fouten: number, minutesAgo = 0, name = 'nu'): void {
  const tot = new Date(lab.nextTickMs - minutesAgo * MINUTE_MS - BESIDE_MS).toISOString();
  lab.store(`meting/${name}`, { tot, aanroepen, fouten });
}

/** A minute in which this was measured. */
async function minute(lab: ExerciseLab, aanroepen: number, fouten: number): Promise<void> {
  measured(lab, aanroepen, fouten);
  await lab.tick();
}

/** What the service was told, of each what the task asks. */
function told(lab: ExerciseLab): unknown[] {
  return lab.served.map(({ method, json }) => {
    const kind = fieldsOf(json, ['soort']);
    return [method, isSame(kind, OVER) ? kind : fieldsOf(json, ['soort', 'aanroepen', 'fouten'])];
  });
}

function hasTold(lab: ExerciseLab, ...right: readonly unknown[]): void {
  const found = told(lab);
  const wanted = right.map((one) => ['POST', one]);
  lab.expect(isSame(found, wanted), inWords(wanted), inWords(found));
}

const inWords = (all: readonly unknown[]) =>
  all.length === 0 ? 'geen melding' : `meldingen: ${JSON.stringify(all).slice(0, 200)}`;

/** Far from the borders, so that only who forgets a border differs. */
function draw(random: Random, isBad: boolean): readonly [aanroepen: number, fouten: number] {
  const aanroepen = random.whole(40, 900);
  const share = isBad ? random.whole(15, 90) : random.whole(1, 8);
  return [aanroepen, Math.ceil((aanroepen * share) / 100)];
}

const drawMinute = (random: Random, isBad: boolean) => ({
  measure: draw(random, isBad),
  old: draw(random, true),
  oldMinutes: random.whole(5, 30),
});

/** One after another, each with an old measurement beside it. */
async function pass(lab: ExerciseLab, ...minutes: readonly ReturnType<typeof drawMinute>[]): Promise<void> {
  for (const { measure, old, oldMinutes } of minutes) {
    measured(lab, ...old, oldMinutes, 'oud');
    await minute(lab, ...measure);
  }
}

export const checks: readonly Check[] = [
  {
    id: 'alarm',
    title: 'Gaat meer dan 10 % mis, dan komt er een melding met de aantallen',
    look: 'Tel aanroepen en fouten op over alle metingen, en deel pas daarna.',
    async run(lab) {
      measured(lab, 100, 5, 1, 'eerder');
      await minute(lab, 100, 26);
      hasTold(lab, alarm(200, 31));
    },
    fresh(random) {
      const all = random.list(1, 4, () => draw(random, true));
      return async (lab) => {
        for (const [at, [aanroepen, fouten]] of all.entries()) measured(lab, aanroepen, fouten, at, `m${at}`);
        await lab.tick();
        return told(lab);
      };
    },
  },
  {
    id: 'een-keer',
    title: 'Zolang het misgaat, komt er geen tweede melding, ook niet van een nieuwe instantie',
    look: 'Bewaar in de opslag dat het alarm aanstaat, en lees dat elke minuut.',
    async run(lab) {
      await minute(lab, 100, 40);
      await minute(lab, 120, 50);
      lab.endInstances();
      await minute(lab, 90, 30);
      hasTold(lab, alarm(100, 40));
    },
    fresh(random) {
      const minutes = random.list(2, 3, () => draw(random, true));
      return async (lab) => {
        for (const one of minutes) {
          await minute(lab, ...one);
          lab.endInstances();
        }
        return told(lab);
      };
    },
  },
  {
    id: 'deel',
    title: 'Precies 10 % is nog goed, en minder dan 20 aanroepen zeggen niets',
    look: 'Eén fout op één aanroep is 100 %. Wat moet er dus ook gelden?',
    async run(lab) {
      await minute(lab, 200, 20);
      await minute(lab, 19, 19);
      hasTold(lab);
      await minute(lab, 20, 3);
      hasTold(lab, alarm(20, 3));
    },
    fresh(random) {
      const few = random.whole(1, 19);
      const many = 10 * random.whole(2, 90);
      const bad = draw(random, true);
      return async (lab) => {
        await minute(lab, few, few);
        await minute(lab, many, many / 10);
        const before = told(lab);
        await minute(lab, ...bad);
        return [before, told(lab)];
      };
    },
  },
  {
    id: 'vijf-minuten',
    title: 'Alleen de laatste vijf minuten tellen',
    look: 'Reken terug vanaf `event.data.scheduledTime`, en vergelijk dat met `tot`.',
    async run(lab) {
      for (let at = 0; at < 3; at += 1) {
        measured(lab, 100, 90, 5, 'oud');
        await minute(lab, 100, 2);
      }
      hasTold(lab);
      measured(lab, 100, 50, 4, 'net-niet-oud');
      await minute(lab, 100, 2);
      hasTold(lab, alarm(200, 52));
    },
    fresh(random) {
      const quiet = random.list(1, 3, () => drawMinute(random, false));
      const bad = drawMinute(random, true);
      const justInTime = draw(random, true);
      return async (lab) => {
        await pass(lab, ...quiet);
        measured(lab, ...justInTime, 4, 'net-niet-oud');
        await pass(lab, bad);
        return told(lab);
      };
    },
  },
  {
    id: 'voorbij',
    title: 'Als het over is, komt er één melding, en daarna kan het alarm weer afgaan',
    look: 'Vergelijk hoe het nu is met wat er in de opslag staat. Meld alleen als dat verschilt.',
    async run(lab) {
      await minute(lab, 100, 40);
      await minute(lab, 100, 3);
      await minute(lab, 100, 2);
      await minute(lab, 100, 25);
      hasTold(lab, alarm(100, 40), OVER, alarm(100, 25));
    },
    fresh(random) {
      const minutes = random.list(3, 4, () => drawMinute(random, random.isTrue()));
      return async (lab) => {
        await pass(lab, ...minutes);
        return told(lab);
      };
    },
  },
  {
    id: 'opnieuw',
    title: 'Lukt het versturen niet, dan probeert de volgende minuut het opnieuw',
    look: 'Kijk naar `antwoord.ok`, en bewaar pas daarna dat het alarm aanstaat.',
    async run(lab) {
      lab.replies(SERVICE, ROUTE, () => ({ status: 503 }));
      await minute(lab, 100, 40);
      lab.replies(SERVICE, ROUTE, () => ({ status: 202 }));
      await minute(lab, 100, 41);
      await minute(lab, 100, 42);
      hasTold(lab, alarm(100, 40), alarm(100, 41));
    },
    fresh(random) {
      const minutes = random.list(3, 4, () => ({
        measure: draw(random, random.isTrue(0.6)),
        status: random.pick([202, 200, 500, 503]),
      }));
      return async (lab) => {
        for (const { measure, status } of minutes) {
          lab.replies(SERVICE, ROUTE, () => ({ status }));
          await minute(lab, ...measure);
        }
        return told(lab);
      };
    },
  },
];
