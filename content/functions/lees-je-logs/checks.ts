import { type Check, fieldsOf, type Play, type Random } from '../../../src/exercises/index.ts';

const report = (ms: number, billed: number, mb: number, usedMb = 67) =>
  `REPORT RequestId: 8f5a Duration: ${ms} ms Billed Duration: ${billed} ms Memory Size: ${mb} MB Max Memory Used: ${usedMb} MB`;
const LOG = [
  'START RequestId: 8f5a',
  report(12.3, 13, 128),
  'END RequestId: 8f5a',
  report(999.01, 1000, 512),
].join('\n');

/** A log of some calls, with what else stands in one. */
function log(random: Random): string {
  const calls = random.list(2, 6, () => {
    const billed = random.whole(1, 4_000);
    const mb = random.pick([128, 256, 512, 1024, 1769, 3008]);
    const line = report(billed - random.whole(1, 99) / 100, billed, mb, random.whole(40, 120));
    return [
      random.isTrue() ? 'START RequestId: 8f5a' : '',
      line,
      random.isTrue() ? 'END RequestId: 8f5a' : '',
    ];
  });
  return calls.flat().filter(Boolean).join('\n');
}

/** What the answer says of it under this name. */
function told(random: Random, field: string): Play {
  const body = log(random);
  return async (lab) => fieldsOf((await lab.request('POST', '/logs', { body })).json, [field]);
}

export const checks: readonly Check[] = [
  {
    id: 'aanroepen',
    title: 'Alleen REPORT-regels zijn aanroepen',
    look: 'Sla regels over die met iets anders beginnen.',
    async run(lab) {
      (await lab.request('POST', '/logs', { body: LOG })).hasField('aanroepen', 2);
    },
    fresh: (random) => told(random, 'aanroepen'),
  },
  {
    id: 'betaald',
    title: 'De betaalde tijd is Billed Duration, niet Duration',
    look: 'In één regel staan vier getallen met ms of MB erachter. Welke moet je hebben?',
    async run(lab) {
      (await lab.request('POST', '/logs', { body: LOG })).hasField('betaaldeMs', 1013);
    },
    fresh: (random) => told(random, 'betaaldeMs'),
  },
  {
    id: 'gb-seconden',
    title: 'De GB-seconden kloppen',
    look: 'Reken elke regel apart uit, met het geheugen dat erin staat. Kijk naar Memory Size, niet naar Max Memory Used.',
    async run(lab) {
      const body = [report(1999.2, 2000, 1024), report(3999.9, 4000, 512)].join('\n');
      (await lab.request('POST', '/logs', { body })).hasField('gbSeconden', 4);
    },
    fresh: (random) => told(random, 'gbSeconden'),
  },
  {
    id: 'leeg',
    title: 'Een lege body geeft drie keer nul',
    look: 'Een lege tekst heeft nog één lege regel.',
    async run(lab) {
      const answer = await lab.request('POST', '/logs', { body: '' });
      answer.hasJson({ aanroepen: 0, betaaldeMs: 0, gbSeconden: 0 });
    },
    fresh(random) {
      const bodies = random.shuffled(['', 'START RequestId: 8f5a', 'END RequestId: 8f5a']);
      return (lab) => lab.outcomes(...bodies.map((body) => ['POST', '/logs', { body }] as const));
    },
  },
];
