import type { Check } from '../../../src/exercises/index.ts';

const report = (ms: number, billed: number, mb: number) =>
  `REPORT RequestId: 8f5a Duration: ${ms} ms Billed Duration: ${billed} ms Memory Size: ${mb} MB Max Memory Used: 67 MB`;
const LOG = [
  'START RequestId: 8f5a',
  report(12.3, 13, 128),
  'END RequestId: 8f5a',
  report(999.01, 1000, 512),
].join('\n');

export const checks: readonly Check[] = [
  {
    id: 'aanroepen',
    title: 'Alleen REPORT-regels zijn aanroepen',
    look: 'Sla regels over die met iets anders beginnen.',
    async run(lab) {
      (await lab.request('POST', '/logs', { body: LOG })).hasField('aanroepen', 2);
    },
  },
  {
    id: 'betaald',
    title: 'De betaalde tijd is Billed Duration, niet Duration',
    look: 'In één regel staan drie getallen met ms of MB erachter. Welke moet je hebben?',
    async run(lab) {
      (await lab.request('POST', '/logs', { body: LOG })).hasField('betaaldeMs', 1013);
    },
  },
  {
    id: 'gb-seconden',
    title: 'De GB-seconden kloppen',
    look: 'Reken elke regel apart uit, met het geheugen dat erin staat. Kijk naar Memory Size, niet naar Max Memory Used.',
    async run(lab) {
      const body = [report(1999.2, 2000, 1024), report(3999.9, 4000, 512)].join('\n');
      (await lab.request('POST', '/logs', { body })).hasField('gbSeconden', 4);
    },
  },
  {
    id: 'leeg',
    title: 'Een lege body geeft drie keer nul',
    look: 'Een lege tekst heeft nog één lege regel.',
    async run(lab) {
      const answer = await lab.request('POST', '/logs', { body: '' });
      answer.hasJson({ aanroepen: 0, betaaldeMs: 0, gbSeconden: 0 });
    },
  },
];
