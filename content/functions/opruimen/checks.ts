import type { Check, ExerciseLab } from '../../../src/exercises/index.ts';

const PAST = { tekst: 'Fiets te koop', tot: '2020-01-01T00:00:00Z' };
const FUTURE = { tekst: 'Kamer gezocht', tot: '2120-01-01T00:00:00Z' };

function fill(lab: ExerciseLab): void {
  lab.store('briefje/1', PAST);
  lab.store('briefje/2', FUTURE);
  lab.store('briefje/207', PAST);
  lab.store('instellingen', { tot: PAST.tot });
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
  },
  {
    id: 'blijft',
    title: 'Wat nog geldig is, blijft, en andere sleutels ook',
    look: 'Vergelijk `tot` met `event.data.scheduledTime`, en kijk alleen naar sleutels die met `briefje/` beginnen.',
    async run(lab) {
      fill(lab);
      await lab.tick();
      lab.hasStored('briefje/2', FUTURE);
      lab.hasStored('instellingen', { tot: PAST.tot });
    },
  },
  {
    id: 'aantal',
    title: 'De functie geeft terug hoeveel er opgeruimd is',
    look: 'Tel alleen wat je echt weggooit.',
    passesAtStart: true,
    async run(lab) {
      fill(lab);
      await lab.tick();
      const returned = JSON.stringify(lab.events[0]?.returned ?? null);
      lab.expect(returned === '{"opgeruimd":2}', '{"opgeruimd":2}', returned);
    },
  },
  {
    id: 'lezen',
    title: 'De opslag wordt één keer gelezen',
    look: 'Met `context.kv.list` krijg je alles in één keer.',
    async run(lab) {
      fill(lab);
      await lab.tick();
      lab.usedAtMost(1, 'kvReads');
      lab.usedExactly(2, 'kvWrites');
    },
  },
];
