/**
 * OCI Functions, in Oracle's own kit (Fn). HTTP alone: of Object Storage, Queue, NoSQL and the timers of Oracle there is no
 * engine outside its cloud but those that want Java or Docker, so nothing there could be proven. `targets.ts` imports this
 * door; begin at `oracle-project.ts`.
 */
import type { CloudTarget } from '../target.ts';

export const oracle: CloudTarget = {
  id: 'oracle',
  name: 'OCI Functions (Oracle)',
  engine: {
    name: '@fnproject/fdk',
    version: '0.0.76',
    date: '2025-02-21',
    from: '@fnproject/fdk',
  },
  triggers: { http: { by: 'provider', with: '@fnproject/fdk', front: 'gateway-in-front' } },
  stores: {},
  lackingWords: {
    kv: 'Oracle NoSQL is hier niet beproefd: wat je daarvan op je eigen computer kunt draaien, heeft Java of Docker nodig.',
    bucket: 'Object Storage is hier niet beproefd: dat draait alleen bij Oracle zelf.',
    queue: 'OCI Queue is hier niet beproefd: die draait alleen bij Oracle zelf.',
    upload:
      'Een start bij een upload is hier niet beproefd: die meldt de dienst Events, alleen bij Oracle zelf.',
    timer: 'Een timer is hier niet beproefd: de Resource Scheduler draait alleen bij Oracle zelf.',
  },
  differences: [
    {
      id: 'gateway-in-front',
      samples: [],
      words:
        'Een OCI-functie heeft geen eigen adres op internet: daar staat een API Gateway voor. Op je computer staat er een kleine gateway van de cursus, die de kit aanroept zoals de server van Fn dat doet. Oracles eigen gateway is niet beproefd.',
    },
    {
      id: 'always-a-content-type',
      samples: [],
      words:
        'De kit geeft elk antwoord een content-type. Zet je functie er geen, dan wordt het `application/octet-stream`.',
    },
    {
      id: 'underscore-becomes-hyphen',
      samples: [],
      words: 'De kit maakt van een `_` in de naam van een header een `-`.',
    },
    {
      id: 'one-process-here',
      samples: [],
      words:
        'Op je computer bedient één proces alle aanroepen tegelijk; bij Oracle bedient elke container er één.',
    },
  ],
  tariffId: 'oracle-functions',
  load: async () => (await import('./oracle-project.ts')).oracleParts,
};
