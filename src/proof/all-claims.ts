/** What we say is proven; of the ways of a reader in `reader-claims.ts`. */
import type { Claim } from './a-claim.ts';
import { READER_CLAIMS, RUNTIME } from './reader-claims.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: so it stands in the title of a test, which fills it in.
const IN_EACH_LOOK = '(${name})';

export const CLAIMS: readonly Claim[] = [
  ...READER_CLAIMS,
  {
    id: 'host-contract',
    area: 'sandbox',
    says: 'De sandbox voert een functie uit zoals het contract zegt, van verzoek tot logboek.',
    tests: [['host/host-contract.browser.test.ts', 'the contract of a host in %s']],
    about: RUNTIME,
    isPerFamily: true,
  },
  {
    id: 'host-stores',
    area: 'sandbox',
    says: 'Wat een functie bewaart, is er heel of is er niet, ook als de instantie op een willekeurig moment stopt.',
    tests: [['host/durable.browser.test.ts', 'stores on the host in %s']],
    about: RUNTIME,
    isPerFamily: true,
  },
  {
    id: 'host-hostile',
    area: 'sandbox',
    says: 'Code van een ander komt niet bij de pagina, het netwerk of wat er bewaard is.',
    tests: [
      ['host/host-hostile.browser.test.ts', 'what a function can not do in %s'],
      ['host/attacks.browser.test.ts', 'attacks in %s'],
    ],
    about: RUNTIME,
    isPerFamily: true,
  },
  {
    id: 'strangers-link',
    area: 'sandbox',
    says: 'Een link van een ander vindt niets van de lezer, komt nergens en laat niets achter.',
    tests: [
      [
        'browser/strangers-paths.test.ts',
        'a stranger’s code finds nothing of the reader, gets nowhere, and leaves nothing',
      ],
    ],
    about: [...RUNTIME, 'src/sharing'],
    isPerFamily: true,
  },
  {
    id: 'injection',
    area: 'sandbox',
    says: 'Een script dat iemand in een pagina zet, draait niet.',
    tests: [
      [
        'browser/injection/injection.test.ts',
        'with policy and guard no injected script runs, and the page works',
      ],
    ],
    about: ['src/build/response-headers.ts', 'src/build/scripts-integration.ts', 'src/site/shell'],
    isPerFamily: true,
  },
  {
    id: 'attacks',
    area: 'sandbox',
    says: 'Minstens 150 soorten aanvallen, in zes families, hebben elk een test die er is.',
    tests: [
      ['attacks/attacks.test.ts', 'each mechanism has tests that are there'],
      [
        'attacks/attacks.test.ts',
        'there are at least 150 mechanisms in the six families, each of which has a good part of them',
      ],
    ],
    about: ['test/attacks'],
  },
  {
    id: 'published-bills',
    area: 'money',
    says: 'De voorbeelden die providers zelf uitrekenen, komen er bij ons op de cent gelijk uit.',
    tests: [
      [
        'billing/golden.test.ts',
        'aws-x86-mobile-backend: 3 million requests of 120 ms at 1,536 MB, free tier applied',
      ],
      ['billing/golden-aws.test.ts', '$name'],
      ['billing/golden-clouds.test.ts', 'Cloudflare Workers'],
    ],
    about: ['src/billing', 'content/tariffs'],
  },
  {
    id: 'second-calculator',
    area: 'money',
    says: 'Een tweede rekenmachine, die iemand anders schreef, rekent elk tarief tot op het laatste cijfer hetzelfde uit.',
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
    id: 'accessible',
    area: 'people',
    says: 'Een controle op toegankelijkheid (axe) vindt op de beginpagina en in lessen geen drempel, licht en donker, breed en op een telefoon.',
    tests: [
      ['browser/accessibility.test.ts', `home and the page that is not there ${IN_EACH_LOOK}`],
      ['browser/accessibility.test.ts', `lesson 1: answered, edited, and with an error ${IN_EACH_LOOK}`],
      [
        'browser/accessibility.test.ts',
        `lesson 2, with the receipt of the visit, the server and the search open ${IN_EACH_LOOK}`,
      ],
    ],
    about: ['src/site', 'src/playground', 'src/till', 'src/lesson'],
  },
  {
    id: 'wcag',
    area: 'people',
    says: 'Op een pagina van elke soort is niets tegen WCAG 2.2 te meten, ook met ruimere tekst, hoog contrast, minder beweging en een venster van 320 pixels.',
    tests: [
      ['browser/wcag.test.ts', 'axe finds nothing against WCAG 2.2, the size of targets included: /%s'],
      ['browser/wcag.test.ts', 'nothing scrolls sideways in a window of 320 px: /%s'],
      ['browser/wcag.test.ts', 'with more room between letters, words and lines nothing is cut off: /%s'],
      [
        'browser/wcag.test.ts',
        'with forced colours every control keeps an edge or a line, and what has focus a ring',
      ],
      ['browser/wcag.test.ts', 'with less motion nothing moves by itself, before a run or after it'],
    ],
    about: ['src/site', 'src/playground', 'src/till', 'src/lesson', 'src/classroom', 'src/traffic'],
  },
  {
    id: 'keyboard',
    area: 'people',
    says: 'Een les is met alleen een toetsenbord te doen, en wat de focus heeft, is te zien.',
    tests: [
      [
        'browser/keyboard.test.ts',
        'Tab goes through a whole lesson and focus is never under the till ($width px)',
      ],
      ['browser/keyboard.test.ts', 'a function is edited, run and read without a mouse'],
      [
        'browser/keyboard.test.ts',
        'the skip link leads past the menu, and the first run is within 15 presses',
      ],
    ],
    about: ['src/site', 'src/playground', 'src/till', 'src/lesson'],
  },
  {
    id: 'exercises',
    area: 'school',
    says: 'Van elke oefening slagen de oplossing en andere goede uitwerkingen, en wordt elke foute uitwerking afgekeurd.',
    tests: [
      ['exercises/every-exercise.test.ts', 'the solution passes, the start code does not'],
      ['exercises/fixtures.test.ts', 'right solutions pass'],
      ['exercises/fixtures.test.ts', 'wrong solutions fail'],
    ],
    about: ['src/exercises', 'content/functions'],
  },
  {
    id: 'class',
    area: 'school',
    says: 'Een reeks wordt gemaakt, elders geopend, opgelost, ingeleverd en met 29 andere inleveringen nagekeken.',
    tests: [
      [
        'browser/classroom.test.ts',
        'a set is made, opened elsewhere, solved, handed in, and marked with 29 others',
      ],
    ],
    about: ['src/classroom', 'src/exercises'],
  },
  {
    id: 'scorm',
    area: 'school',
    says: 'Een pakket meldt lessen, oefeningen en een score aan een leeromgeving, in SCORM 1.2 en 2004, en bewaart de voortgang daar.',
    tests: [
      [
        'browser/scorm.test.ts',
        'SCORM 1.2: a lesson is read, its exercise made, and the environment knows both',
      ],
      [
        'browser/scorm.test.ts',
        'SCORM 2004: a lesson with a step done and its end seen is completed; what is clicked names a file',
      ],
      [
        'browser/scorm.test.ts',
        'in a hostile frame code and progress come back on another device, and can be handed in',
      ],
    ],
    about: ['src/scorm', 'src/progress'],
  },
  {
    id: 'servers',
    area: 'server',
    says: 'Met onze instellingen geeft nginx elk adres van de site precies wat onze eigen server geeft.',
    tests: [['built-site/hosting.test.ts', 'answers for this build as our own server does']],
    about: ['src/cli/recipes', 'src/build/response-headers.ts'],
  },
  {
    id: 'release',
    area: 'server',
    says: 'Drie regels zetten een release op een kale nginx, en dezelfde drie zetten een nieuwe versie over een oude.',
    tests: [
      [
        'built-site/release.test.ts',
        'three lines put it on a bare nginx, and the same three put it over an older one',
      ],
      [
        'built-site/release.test.ts',
        'the same site gives the same bytes, with one moment for all that is in it',
      ],
    ],
    about: ['src/cli/release', 'src/cli/recipes'],
  },
];
