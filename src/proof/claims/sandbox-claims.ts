/** What is proven of code of somebody else. */
import type { Claim } from '../a-claim.ts';
import { HOST, RUNTIME } from './in-common.ts';

export const SANDBOX_CLAIMS: readonly Claim[] = [
  {
    id: 'host-contract',
    area: 'sandbox',
    says: 'De sandbox voert een functie uit zoals het contract zegt, van verzoek tot logboek.',
    tests: [['host/host-contract.browser.test.ts', 'the contract of a host in %s']],
    about: HOST,
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
    about: HOST,
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
    about: [
      'src/build/response-headers.ts',
      'src/build/scripts-integration.ts',
      'src/build/island-runtime.ts',
      'src/build/islands.ts',
      'src/build/inline-script.ts',
      'src/site/shell',
    ],
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
];
