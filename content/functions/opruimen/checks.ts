import {
  type Check,
  type ExerciseLab,
  fieldsOf,
  isSame,
  type Play,
  type Random,
} from '../../../src/exercises/index.ts';

const MINUTE_MS = 60_000;

const at = (ms: number) => new Date(ms).toISOString();

/** Notes around the moment at which the timer goes off, so that no other clock than the timer's tells them apart. */
function fill(lab: ExerciseLab) {
  const nowMs = lab.nextTickMs;
  const past = { tekst: 'Fiets te koop', tot: at(nowMs - 5 * MINUTE_MS) };
  const future = { tekst: 'Kamer gezocht', tot: at(nowMs + 5 * MINUTE_MS) };
  lab.store('briefje/1', past);
  lab.store('briefje/2', future);
  lab.store('briefje/207', past);
  lab.store('instellingen', { tot: past.tot });
  return { past, future };
}

/** What a night did with any notes, of which each check compares what it is about. */
interface Night {
  /** The keys that stayed of the notes that were over, and of all others. */
  readonly over: readonly string[];
  readonly blijft: readonly string[];
  readonly terug: unknown;
  readonly geschreven: number;
}

function freshNight(compared: keyof Night): (random: Random) => Play {
  return (random) => {
    const notes = random.list(1, 12, (index) => ({
      key: `briefje/${12 * random.whole(1, 800) + index}`,
      tekst: random.word(),
      minutes: random.whole(1, 4_000) * random.pick([-1, 1]),
    }));
    const others = random.list(
      1,
      2,
      () => `${random.pick(['briefjes', 'oud', 'instellingen'])}-${random.word()}`,
    );
    return async (lab) => {
      const nowMs = lab.nextTickMs;
      for (const { key, tekst, minutes } of notes)
        lab.store(key, { tekst, tot: at(nowMs + minutes * MINUTE_MS) });
      for (const key of others) lab.store(key, { tot: at(nowMs - MINUTE_MS) });
      await lab.tick();
      const past = new Set(notes.filter(({ minutes }) => minutes < 0).map(({ key }) => key));
      const left = Object.keys(lab.kv).sort();
      const night: Night = {
        over: left.filter((key) => past.has(key)),
        blijft: left.filter((key) => !past.has(key)),
        terug: fieldsOf(lab.events[0]?.returned, ['opgeruimd']),
        geschreven: lab.counts.kvWrites,
      };
      return night[compared];
    };
  };
}

export const checks: readonly Check[] = [
  {
    id: 'weg',
    title: 'Oude briefjes zijn weg, ook bij hoge nummers',
    look: 'Weet je functie van tevoren hoeveel briefjes er zijn?',
    async run(lab) {
      fill(lab);
      await lab.tick();
      lab.lacksStored('briefje/1');
      lab.lacksStored('briefje/207');
    },
    fresh: freshNight('over'),
  },
  {
    id: 'blijft',
    title: 'Wat nog geldig is, blijft, en andere sleutels ook',
    look: 'Vergelijk `tot` met `event.data.scheduledTime`, en kijk alleen naar sleutels die met `briefje/` beginnen.',
    async run(lab) {
      const { past, future } = fill(lab);
      await lab.tick();
      lab.hasStored('briefje/2', future);
      lab.hasStored('instellingen', { tot: past.tot });
    },
    fresh: freshNight('blijft'),
  },
  {
    id: 'aantal',
    title: 'De functie geeft terug hoeveel er opgeruimd is',
    look: 'Tel alleen wat je echt weggooit.',
    async run(lab) {
      fill(lab);
      await lab.tick();
      const returned = lab.events[0]?.returned ?? null;
      const isTold = isSame(fieldsOf(returned, ['opgeruimd']), { opgeruimd: 2 });
      lab.expect(isTold, '{"opgeruimd":2}', JSON.stringify(returned).slice(0, 160));
    },
    fresh: freshNight('terug'),
  },
  {
    id: 'lezen',
    title: 'De opslag wordt één keer gelezen',
    look: 'Met `context.kv.list` krijg je alles in één keer. Gooi daarna alleen weg wat voorbij is, en schrijf verder niets.',
    async run(lab) {
      fill(lab);
      await lab.tick();
      lab.usedAtMost(1, 'kvReads');
      lab.usedExactly(2, 'kvWrites');
    },
    fresh: freshNight('geschreven'),
  },
];
