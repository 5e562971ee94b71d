/** What is proven of the bill, the platform and the simulation. */
import type { Claim } from '../a-claim.ts';

export const PLATFORM_CLAIMS: readonly Claim[] = [
  {
    id: 'published-bills',
    area: 'money',
    says: 'Voorbeelden die providers en anderen uitrekenden, komen er bij ons op de cent gelijk uit, behalve waar de bron zich verrekent.',
    tests: [
      [
        'billing/golden.test.ts',
        'aws-x86-mobile-backend: 3 million requests of 120 ms at 1,536 MB, free tier applied',
      ],
      [
        'billing/golden.test.ts',
        'tutorial-aws-free-tier-covers-compute: 3 million requests of 200 ms at 512 MB',
      ],
      ['billing/golden.test.ts', 'tutorial-aws-1m-50ms-no-free: a million requests of 50 ms at 128 MB'],
      ['billing/golden.test.ts', 'aws-tier2-x86-9bn-requests: 9 billion requests reach the second tier'],
      ['billing/golden.test.ts', 'aws-tier3-x86-15bn-requests-wrong: the mistake that we do not repeat'],
      ['billing/golden-aws.test.ts', '$name'],
      [
        'billing/golden-aws.test.ts',
        'aws-tenant-isolation-saas: a line that the page rounds up, and we do not',
      ],
      [
        'billing/golden-aws.test.ts',
        'article-aws-arm-50rps: a price a millisecond with few digits loses 0.87 dollar',
      ],
      ['billing/golden-clouds.test.ts', 'Cloudflare Workers'],
      [
        'billing/golden-clouds.test.ts',
        'scw-30m-128mb: reckoned in dollars, and in euro to the digit what the page prints',
      ],
      ['billing/golden-clouds.test.ts', 'azure-512mb-3m-1s: observed memory, free grant applied'],
      ['billing/golden-clouds.test.ts', 'azure-all-usage'],
      [
        'billing/golden-clouds.test.ts',
        'gcf-gen1-240ms-rounds-to-300: $12.00 + $1.88 + $4.00 + $12.00 = $29.88',
      ],
      ['billing/golden-clouds.test.ts', 'guide-gcf-100k-500ms-wrong: the CPU is part of the price'],
      ['billing/golden-clouds.test.ts', 'cloud-run-tier2-3600ms'],
      ['billing/golden-clouds.test.ts', 'oracle-3m-512mb-4s'],
      [
        'billing/golden-clouds.test.ts',
        'vercel-sao-paulo-one-invocation: hours that do not end, printed with seven decimals',
      ],
      ['billing/golden-clouds.test.ts', 'ibm-code-engine-always-running'],
      [
        'billing/golden-clouds.test.ts',
        'huawei-requests-april: requests of three functions share one free tier',
      ],
      ['billing/golden-clouds.test.ts', 'vercel-first-million-included'],
    ],
    about: ['src/billing', 'content/tariffs'],
  },
  {
    id: 'second-calculator',
    area: 'money',
    says: 'Een tweede rekenmachine, los van de eerste geschreven, rekent elk tarief tot op het laatste cijfer hetzelfde uit.',
    tests: [
      ['second-calculator/agrees.test.ts', 'billing and the second calculator agree to the last digit'],
    ],
    about: ['src/billing', 'content/tariffs', 'test/second-calculator'],
  },
  {
    id: 'published-simulations',
    area: 'platform',
    says: 'De gepubliceerde simulaties van SimFaaS en de wiskunde erachter komen er met ons platform ook uit.',
    tests: [['simulation/published.test.ts', '$id: $note']],
    about: ['src/simulation', 'src/platform'],
  },
  {
    id: 'month-bill',
    area: 'money',
    says: 'Een kassabon legt elk bedrag uit, rekent met elk tarief, en rekent door naar een maand: het omslagpunt, getallen zoals je die in het Nederlands schrijft, en een adres dat de maand onthoudt.',
    tests: [
      ['browser/month-paths.test.ts', 'from a run to the month where a server wins'],
      [
        'browser/month-paths.test.ts',
        'the month is in the address: shared, it opens as it was, and what can not be is told',
      ],
      [
        'browser/month-paths.test.ts',
        'a number means what a Dutch person means by it, and each tick moves the amounts',
      ],
      ['browser/month-paths.test.ts', 'the chosen tariff lasts for the visit, and its free tier with it'],
    ],
    about: ['src/till', 'src/billing', 'src/lesson/month', 'content/tariffs'],
    isPerFamily: true,
  },
  {
    id: 'own-logs',
    area: 'money',
    says: 'Logs van je eigen cloud, geplakt, gesleept of ingepakt, worden in je browser gelezen en bij elk tarief afgerekend, en wat niet te lezen is, staat erbij.',
    tests: [
      ['browser/own-logs-path.test.ts', 'a log that is dropped is read where it lies, and billed'],
      [
        'browser/own-logs-path.test.ts',
        'logs of one’s own cloud: read here, billed under every tariff, the bad line told',
      ],
      [
        'browser/own-logs-path.test.ts',
        'a packed file of 100,000 lines is read where it lies, and its name stands for it',
      ],
    ],
    about: ['src/till/own-logs', 'src/billing'],
    isPerFamily: true,
  },
  {
    id: 'month-of-traffic',
    area: 'platform',
    says: 'Een maand verkeer draait in de browser, ook die van een eigen bestand, wordt vergeleken, getekend en gestopt, en komt met hetzelfde adres weer op dezelfde getallen uit.',
    tests: [
      [
        'browser/traffic-paths.test.ts',
        'a ticket sale: where 429s begin, what another limit does, and the same again by its address',
      ],
      [
        'browser/traffic-paths.test.ts',
        'a day is drawn by keyboard, by table and by hand, and what comes is what was drawn',
      ],
      [
        'browser/traffic-paths.test.ts',
        'a function that ran in a lesson is in the list, with the times that were measured',
      ],
      ['browser/traffic-paths.test.ts', 'a month is stopped, what ran stays; and what cannot be says so'],
      [
        'browser/own-traffic.test.ts',
        'a bad file is refused with its line, a good one runs, and its address asks for it again',
      ],
    ],
    about: ['src/traffic', 'src/simulation', 'src/platform'],
    isPerFamily: true,
  },
];
