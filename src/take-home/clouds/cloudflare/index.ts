/**
 * Cloudflare Workers. `targets.ts` imports this entry; begin at `cloudflare-project.ts`, then `cloudflare-adapter.ts` and
 * `cloudflare-driver.ts`.
 */
import type { CloudTarget } from '../target.ts';

/** With workerd and Miniflare in it, which have a door of their own to let a cron trigger go off. */
const WRANGLER = { by: 'provider', with: 'wrangler' } as const;

export const cloudflare: CloudTarget = {
  id: 'cloudflare',
  name: 'Cloudflare Workers',
  engine: {
    name: 'Wrangler 4.164.0 met workerd',
    version: '1.20261117.1',
    date: '2026-11-17',
    from: 'npm: wrangler',
  },
  triggers: { http: WRANGLER, timer: WRANGLER, queue: WRANGLER },
  stores: { kv: WRANGLER, bucket: WRANGLER, queue: WRANGLER },
  lackingWords: {
    upload:
      'R2 kan een upload melden via een wachtrij, maar de motor die je zelf kunt draaien doet dat niet. Het is dus niet beproefd.',
  },
  differences: [
    {
      id: 'kv-in-d1',
      samples: [],
      words:
        'Waarden van context.kv staan in een D1-database, niet in Workers KV: alleen daar kan een schrijfactie met een oude versie geweigerd worden.',
    },
    {
      id: 'nothing-in-module-scope',
      samples: ['golf-lichte-start', 'wie-helpt-mij (oplossing)'],
      words:
        'Bovenin een module, buiten de functie, mag niets worden opgehaald of willekeurig gekozen: code die bij het opstarten al een dienst vraagt, start daar niet.',
    },
    {
      id: 'no-visibility-timeout',
      samples: [],
      words:
        'De wachtrij kent geen visibility timeout: Cloudflare bezorgt berichten zelf, en opnieuw als de functie ze niet bevestigt.',
    },
    {
      id: 'whole-seconds',
      samples: [],
      words:
        'De wachtrij telt in hele seconden: een wachttijd en het venster van een batch worden naar boven afgerond. Een bericht mag 128 KB zijn, in het lab 256 KB.',
    },
    {
      id: 'message-id',
      samples: [],
      words:
        'De afzender krijgt een eigen nummer terug: Cloudflare vertelt hem niet welk nummer het bericht kreeg.',
    },
    {
      id: 'cron-in-utc',
      samples: [],
      words: 'Tijden in een tijdschema zijn in UTC, in het lab die van je eigen computer.',
    },
    {
      id: 'memory-is-fixed',
      samples: [],
      words:
        'Elke instantie heeft 128 MB. Je kunt geen ander geheugen kiezen, en de rekening telt de processortijd.',
    },
  ],
  tariffId: 'cloudflare-workers-paid',
  load: async () => (await import('./cloudflare-project.ts')).cloudflareParts,
};
