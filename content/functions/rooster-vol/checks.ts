import type { Check, ExerciseLab, Random } from '../../../src/exercises/index.ts';

type Roster = Readonly<Record<string, readonly string[]>>;

const DAYS = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];
const KEY = 'rooster/47';

const signUp = (naam: string, dag = 'ma', week: number = 47) =>
  ['POST', '/rooster', { json: { week, dag, naam } }] as const;

/** Somebody else signs up for a day, each time another one. */
function comesBetween(
  lab: ExerciseLab,
  times: number,
  key: string,
  day: string,
  names: readonly string[],
): void {
  let at = 0;
  lab.overtakes(times, key, (value) => {
    const roster = (value ?? {}) as Roster;
    at += 1;
    return { ...roster, [day]: [...(roster[day] ?? []), names[at - 1] ?? `ander-${at}`] };
  });
}

interface Draw {
  readonly week: number;
  readonly key: string;
  readonly day: string;
  readonly other: string;
  readonly names: readonly string[];
}

function draw(random: Random): Draw {
  const week = random.whole(1, 52);
  const [day = '', other = ''] = random.shuffled(DAYS);
  return { week, key: `rooster/${week}`, day, other, names: Array.from({ length: 6 }, () => random.word()) };
}

export const checks: readonly Check[] = [
  {
    id: 'rustig',
    title: 'Als het rustig is, komt iedereen op het rooster, tot de dag vol is',
    look: 'Bewaar de hele week bij `rooster/` met het weeknummer erachter.',
    passesAtStart: true,
    async run(lab) {
      (await lab.request(...signUp('Mila'))).hasStatus(201);
      (await lab.request(...signUp('Sam'))).hasJson({ namen: ['Mila', 'Sam'] });
      (await lab.request(...signUp('Noor', 'di'))).hasStatus(201);
      lab.hasStored(KEY, { ma: ['Mila', 'Sam'], di: ['Noor'] });
      (await lab.request(...signUp('Ali'))).hasStatus(201);
      (await lab.request(...signUp('Eva'))).hasStatus(409);
    },
    fresh(random) {
      const { week, key, day, other, names } = draw(random);
      const asked = random.shuffled(names.map((name, at) => signUp(name, at < 4 ? day : other, week)));
      return async (lab) => [await lab.outcomes(...asked), lab.kv[key]];
    },
  },
  {
    id: 'tussendoor',
    title: 'Komt er een ander tussen, dan verdwijnt er niemand',
    look: 'Tussen `get` en `put` kan de week veranderd zijn. Dat merk je alleen aan de versie.',
    async run(lab) {
      lab.store(KEY, { ma: ['Mila'] });
      comesBetween(lab, 1, KEY, 'di', ['Sam']);
      (await lab.request(...signUp('Noor'))).hasStatus(201);
      lab.hasStored(KEY, { ma: ['Mila', 'Noor'], di: ['Sam'] });
    },
    fresh(random) {
      const { week, key, day, other, names } = draw(random);
      const [first = '', second = '', ...others] = names;
      const times = random.whole(1, 3);
      const isSameDay = random.isTrue();
      return async (lab) => {
        lab.store(key, { [other]: [first] });
        comesBetween(lab, isSameDay ? 1 : times, key, isSameDay ? day : other, others);
        return [await lab.outcomes(signUp(second, day, week)), lab.kv[key]];
      };
    },
  },
  {
    id: 'eerste',
    title: 'Ook de eerste van een week verdwijnt niet',
    look: 'Staat er nog niets, dan is de versie `null`. Die geef je net zo goed mee.',
    async run(lab) {
      comesBetween(lab, 1, KEY, 'ma', ['Sam']);
      (await lab.request(...signUp('Noor'))).hasStatus(201);
      lab.hasStored(KEY, { ma: ['Sam', 'Noor'] });
    },
    fresh(random) {
      const { week, key, day, names } = draw(random);
      const [name = '', ...others] = names;
      return async (lab) => {
        comesBetween(lab, 2, key, day, others);
        return [await lab.outcomes(signUp(name, day, week)), lab.kv[key]];
      };
    },
  },
  {
    id: 'vol',
    title: 'Pakt een ander intussen de laatste plaats, dan is het status 409',
    look: 'Kijk na een mislukte poging opnieuw of de dag vol is, en of de naam er al staat.',
    async run(lab) {
      lab.store(KEY, { ma: ['Mila', 'Sam'] });
      comesBetween(lab, 1, KEY, 'ma', ['Noor']);
      (await lab.request(...signUp('Ali'))).hasStatus(409);
      lab.hasStored(KEY, { ma: ['Mila', 'Sam', 'Noor'] });
    },
    fresh(random) {
      const { week, key, day, names } = draw(random);
      const [name = '', ...others] = names;
      const comes = random.pick([name, others[3] ?? '']);
      return async (lab) => {
        lab.store(key, { [day]: others.slice(0, 2) });
        // Whoever comes between may be the very same: who presses twice.
        comesBetween(lab, 1, key, day, [comes]);
        return [await lab.outcomes(signUp(name, day, week)), lab.kv[key]];
      };
    },
  },
  {
    id: 'al-erop',
    title: 'Staat de naam er al, dan wordt er niets geschreven',
    look: 'Kijk in de lijst van die dag voordat je schrijft.',
    passesAtStart: true,
    async run(lab) {
      lab.store(KEY, { ma: ['Mila'], di: ['Sam'] });
      const again = await lab.request(...signUp('Mila'));
      again.hasStatus(200);
      again.hasJson({ namen: ['Mila'] });
      lab.usedExactly(0, 'kvWrites');
    },
    fresh(random) {
      const { week, key, day, other, names } = draw(random);
      const [name = ''] = names;
      const there = random.whole(1, 3);
      return async (lab) => {
        lab.store(key, { [day]: names.slice(0, there), [other]: names.slice(2, 3) });
        return [await lab.outcomes(signUp(name, day, week)), lab.counts.kvWrites];
      };
    },
  },
  {
    id: 'vijf',
    title: 'Na vijf pogingen geeft de functie op, met status 503',
    look: 'Tel de pogingen in je lus, en schrijf nooit zonder versie.',
    async run(lab) {
      comesBetween(lab, 40, KEY, 'zo', []);
      (await lab.request(...signUp('Noor'))).hasStatus(503);
      lab.usedExactly(5, 'kvWrites');
      lab.usedAtMost(5, 'kvReads');
    },
    fresh(random) {
      const { week, key, day, other, names } = draw(random);
      const [name = '', ...others] = names;
      const times = random.pick([4, 5, 6]);
      return async (lab) => {
        comesBetween(lab, times, key, other, others);
        return [await lab.outcomes(signUp(name, day, week)), lab.kv[key], lab.counts.kvWrites];
      };
    },
  },
];
