import type { Check, ExerciseLab, Random } from '../../../src/exercises/index.ts';

const SERVICE = 'https://zalen.example';
const ROUTE = 'GET /zalen/:zaal';
const FREE = { zaal: '3', vrij: 12 };
/** The most that may be waited before the second, third and fourth time; a timer has no parts of a ms. */
const LIMITS_MS = [200, 400, 800];
/** In so many calls at least one waits more than a quarter of the last limit: by chance none does once in a billion times. */
const CALLS = 16;

interface Refusal {
  readonly status: number;
  readonly retryAfter?: number;
}

const ask = (zaal: number | string = 3) => ['GET', `/vrij?zaal=${zaal}`] as const;

/** So many refusals, one after another; then the answer. */
function refuses(lab: ExerciseLab, refusals: readonly Refusal[], found: object = FREE): void {
  const left = [...refusals];
  lab.replies(SERVICE, ROUTE, () => {
    const refusal = left.shift();
    if (refusal === undefined) return { status: 200, json: found };
    const { status, retryAfter } = refusal;
    return { status, ...(retryAfter !== undefined && { headers: { 'retry-after': `${retryAfter}` } }) };
  });
}

const busy = (times: number, status = 429): Refusal[] => Array.from({ length: times }, () => ({ status }));

function asked(lab: ExerciseLab, times: number): void {
  const found = lab.served.length;
  lab.expect(found === times, timesInWords(times), timesInWords(found));
}

const timesInWords = (times: number) => `${times} ${times === 1 ? 'vraag' : 'vragen'} aan de dienst`;

/**
 * How long was waited after each request, by the timers that were set. A timer that nobody waits for is none: the next request
 * comes too early then.
 */
function waitsMs(lab: ExerciseLab): number[] {
  const { pausesMs, served, timers } = lab;
  return served.map((_, at) => {
    const setMs = timers
      .filter(({ afterCalls }) => afterCalls === at + 1)
      .reduce((sum, { waitMs }) => sum + waitMs, 0);
    const isLast = at === served.length - 1;
    return isLast || (pausesMs[at] ?? 0) >= setMs - 1 ? setMs : 0;
  });
}

/** Of calls that each ask four times: every wait within its limit, none the same each time, and longer ones in the end. */
function waitsAsTold(lab: ExerciseLab): void {
  const waits = waitsMs(lab);
  for (const [at, limitMs] of LIMITS_MS.entries()) {
    const these = waits.filter((_, index) => index % 4 === at);
    const longest = Math.max(...these);
    const which = `poging ${at + 2}`;
    lab.expect(longest > 0, `een wachttijd voor ${which}`, 'de functie wacht niet met `setTimeout`');
    const words = `maximaal ${limitMs} ms wachten voor ${which}`;
    lab.expect(longest <= limitMs, words, `${Math.round(longest)} ms`);
    const kinds = new Set(these.map(Math.round)).size;
    lab.expect(kinds > 2, `elke keer een andere wachttijd voor ${which}`, `steeds ${Math.round(longest)} ms`);
  }
  const longest = Math.round(Math.max(...waits.filter((_, index) => index % 4 === 2)));
  lab.expect(longest > 200, 'voor poging 4 soms langer wachten dan 200 ms', `maximaal ${longest} ms`);
}

function drawRefusals(random: Random): Refusal[] {
  return random.list(0, 3, () => ({ status: random.pick([429, 503]) }));
}

export const checks: readonly Check[] = [
  {
    id: 'opnieuw',
    title: 'Na status 429 of 503 probeert de functie het opnieuw',
    look: 'Geef het antwoord door zodra de dienst status 200 geeft.',
    passesAtStart: true,
    async run(lab) {
      refuses(lab, []);
      (await lab.request(...ask())).hasJson(FREE);
      asked(lab, 1);
      refuses(lab, [{ status: 429 }, { status: 503 }]);
      (await lab.request(...ask())).hasJson(FREE);
      asked(lab, 4);
    },
    fresh(random) {
      const plays = random.list(3, 4, () => ({
        refusals: drawRefusals(random),
        zaal: random.whole(1, 90),
        vrij: random.whole(0, 400),
      }));
      return async (lab) => {
        const outcomes = [];
        for (const { refusals, zaal, vrij } of plays) {
          refuses(lab, refusals, { zaal, vrij });
          outcomes.push((await lab.request(...ask(zaal))).outcome, lab.served.length, lab.served.at(-1)?.url);
        }
        return outcomes;
      };
    },
  },
  {
    id: 'vier',
    title: 'Na vier pogingen geeft de functie op, zonder daarna nog te wachten',
    look: 'Waar staat het wachten in je lus? Na de laatste poging komt er niets meer.',
    async run(lab) {
      refuses(lab, busy(40));
      (await lab.request(...ask())).hasStatus(503);
      asked(lab, 4);
      const after = waitsMs(lab)[3] ?? 0;
      lab.expect(
        after === 0,
        'niet meer wachten na poging 4',
        `nog ${Math.round(after)} ms wachten na poging 4`,
      );
    },
    fresh(random) {
      const refusals = Array.from({ length: 40 }, () => ({ status: random.pick([429, 503]) }));
      const zaal = random.whole(1, 90);
      return async (lab) => {
        refuses(lab, refusals);
        const outcome = await lab.outcomes(ask(zaal), ask(zaal));
        return [outcome, lab.served.length, (waitsMs(lab)[7] ?? 0) === 0];
      };
    },
  },
  {
    id: 'zinloos',
    title: 'Een andere fout komt meteen terug, met dezelfde status',
    look: 'Alleen bij 429 en 503 kan dezelfde vraag later wel lukken.',
    async run(lab) {
      for (const status of [400, 404]) {
        refuses(lab, busy(40, status));
        (await lab.request(...ask())).hasStatus(status);
      }
      asked(lab, 2);
    },
    fresh(random) {
      const statuses = random.shuffled([400, 401, 403, 404, 409, 410, 422, 500]).slice(0, 4);
      return async (lab) => {
        const outcomes = [];
        for (const status of statuses) {
          refuses(lab, [...drawnBefore(status), ...busy(40, status)]);
          outcomes.push(await lab.outcomes(ask()), lab.served.length);
        }
        return outcomes;
      };
    },
  },
  {
    id: 'wachten',
    title: 'Voor elke nieuwe poging wacht de functie, steeds langer en met toeval',
    look: 'De grens verdubbelt: 200, 400 en 800 ms. `Math.random() * grens` kiest een tijd daaronder.',
    async run(lab) {
      for (let call = 0; call < CALLS; call += 1) {
        refuses(lab, busy(40));
        await lab.request(...ask());
        asked(lab, 4 * (call + 1));
      }
      waitsAsTold(lab);
    },
    fresh(random) {
      const status = random.pick([429, 503]);
      return async (lab) => {
        for (let call = 0; call < CALLS; call += 1) {
          refuses(lab, busy(40, status));
          await lab.request(...ask());
          asked(lab, 4 * (call + 1));
        }
        waitsAsTold(lab);
      };
    },
  },
  {
    id: 'retry-after',
    title: 'De functie wacht minstens zo lang als de dienst vraagt',
    look: 'In de header staan seconden, en `setTimeout` telt in milliseconden.',
    async run(lab) {
      refuses(lab, [{ status: 429, retryAfter: 1 }]);
      (await lab.request(...ask())).hasJson(FREE);
      const [waited = 0] = waitsMs(lab);
      const words = (ms: number) => `${Math.round(ms)} ms wachten`;
      lab.expect(waited >= 1_000, 'minstens 1000 ms wachten', words(waited));
      lab.expect(waited <= 1_000 + 200, 'niet veel langer wachten dan 1000 ms', words(waited));
    },
    fresh(random) {
      const status = random.pick([429, 503]);
      const zaal = random.whole(1, 90);
      // Two seconds and some chance on top of it are more than a function may wait for one try.
      const retryAfter = random.whole(0, 1);
      return async (lab) => {
        refuses(lab, [{ status, retryAfter }], { zaal, vrij: 1 });
        const outcome = await lab.outcomes(ask(zaal));
        const [waited = 0] = waitsMs(lab);
        return [outcome, waited >= 1_000 * retryAfter, waited <= 1_000 * retryAfter + 200, lab.served.length];
      };
    },
  },
  {
    id: 'te-lang',
    title: 'Moet het langer dan 2 seconden, dan geeft de functie meteen op',
    look: 'Vergelijk de wachttijd met je geduld, vóór je begint te wachten.',
    async run(lab) {
      refuses(lab, [{ status: 429, retryAfter: 3600 }]);
      (await lab.request(...ask())).hasStatus(503);
      asked(lab, 1);
      const [waited = 0] = waitsMs(lab);
      lab.expect(waited === 0, 'niet wachten', `${Math.round(waited)} ms wachten`);
    },
    fresh(random) {
      const refusals = [
        ...busy(random.whole(0, 2)),
        { status: random.pick([429, 503]), retryAfter: random.whole(4, 30) },
      ];
      return async (lab) => {
        refuses(lab, refusals);
        const outcome = await lab.outcomes(ask());
        return [outcome, lab.served.length, waitsMs(lab).at(-1) === 0];
      };
    },
  },
];

/** Before one of them a refusal that is worth another try: the other error is no less one for that. */
const drawnBefore = (status: number): Refusal[] => (status % 2 === 0 ? busy(1) : []);
