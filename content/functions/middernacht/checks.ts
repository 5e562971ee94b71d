import { type Check, type ExerciseLab, fieldsOf, type Random } from '../../../src/exercises/index.ts';

const HOUR_MS = 3_600_000;

const ask = (ms: number) => ['GET', `/proef?moment=${new Date(ms).toISOString()}`] as const;

/** `22:00 UTC` */
const hour = (ms: number) => `${new Date(ms).toISOString().slice(11, 16)} UTC`;

/** The days that are reported in so many hours from then, each with its moment, one after another. */
async function reported(lab: ExerciseLab, from: string, hours: number): Promise<unknown[]> {
  const days: unknown[] = [];
  for (let at = 0; at < hours; at += 1) {
    const ms = Date.parse(from) + at * HOUR_MS;
    const answer = await lab.request(...ask(ms));
    const { dag } = fieldsOf(answer.json, ['dag']) as { readonly dag?: unknown };
    if (dag !== null) days.push(`${dag} om ${hour(ms)}`);
  }
  return days;
}

async function hasReported(lab: ExerciseLab, from: string, hours: number, days: readonly string[]) {
  const found = await reported(lab, from, hours);
  const words = (list: readonly unknown[]) =>
    list.length === 0 ? 'geen rapport' : list.join(', ').slice(0, 160);
  lab.expect(found.join() === days.join(), `rapporten vanaf ${from}: ${words(days)}`, words(found));
}

/** Some day in that month of a year to come. */
const dayIn = (random: Random, ...months: readonly number[]) =>
  Date.UTC(random.whole(2025, 2040), random.pick(months) - 1, random.whole(1, 25));

/** Whole hours around the two midnights of that day, at which it may be midnight here. */
const nightOf = (dayMs: number) => [20, 21, 22, 23, 24, 25].map((hour) => ask(dayMs + hour * HOUR_MS));

/** The last Sunday of March or October, on which clocks change. */
function changeIn(year: number, month: 3 | 10): number {
  const last = Date.UTC(year, month - 1, 31);
  return last - new Date(last).getUTCDay() * 24 * HOUR_MS;
}

export const checks: readonly Check[] = [
  {
    id: 'winter',
    title: 'In de winter komt het rapport om middernacht',
    look: 'Op `23:00` UTC is het hier in de winter middernacht.',
    passesAtStart: true,
    async run(lab) {
      await hasReported(lab, '2026-01-15T12:00:00.000Z', 24, ['2026-01-15 om 23:00 UTC']);
    },
    fresh(random) {
      const asked = random.list(2, 3, () => nightOf(dayIn(random, 1, 2, 12)));
      return (lab) => lab.outcomes(...asked.flat());
    },
  },
  {
    id: 'zomer',
    title: 'In de zomer ook, van de goede dag',
    look: 'Vraag met `timeZone` hoe laat het in Brussel is. De nieuwe dag is om middernacht al begonnen.',
    async run(lab) {
      await hasReported(lab, '2026-07-15T12:00:00.000Z', 24, ['2026-07-15 om 22:00 UTC']);
      await hasReported(lab, '2026-08-31T20:00:00.000Z', 6, ['2026-08-31 om 22:00 UTC']);
    },
    fresh(random) {
      const asked = random.list(2, 3, () => nightOf(dayIn(random, 5, 6, 7, 8, 9)));
      return (lab) => lab.outcomes(...asked.flat());
    },
  },
  {
    id: 'klok-verzet',
    title: 'Rond het verzetten van de klok krijgt elke dag precies één rapport',
    look: 'Die dagen duren 23 of 25 uur. Reken nergens met vaste uren of maanden.',
    async run(lab) {
      await hasReported(lab, '2026-03-27T12:00:00.000Z', 72, [
        '2026-03-27 om 23:00 UTC',
        '2026-03-28 om 23:00 UTC',
        '2026-03-29 om 22:00 UTC',
      ]);
      await hasReported(lab, '2026-10-23T12:00:00.000Z', 72, [
        '2026-10-23 om 22:00 UTC',
        '2026-10-24 om 22:00 UTC',
        '2026-10-25 om 23:00 UTC',
      ]);
    },
    fresh(random) {
      const changeMs = changeIn(random.whole(2025, 2040), random.pick([3, 10]));
      const from = new Date(changeMs - 20 * HOUR_MS).toISOString();
      return (lab) => reported(lab, from, 52);
    },
  },
];
