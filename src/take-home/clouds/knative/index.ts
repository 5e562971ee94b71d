/**
 * Knative Functions, in Knative's own runtime for Node. HTTP alone: that runtime takes CloudEvents, but what sends them and
 * sends them again (Knative Eventing) runs in a cluster only. `targets.ts` imports this door; begin at `knative-project.ts`.
 */
import type { CloudTarget } from '../target.ts';

export const knative: CloudTarget = {
  id: 'knative',
  name: 'Knative Functions',
  engine: {
    name: 'faas-js-runtime',
    version: '4.0.1',
    date: '2026-06-24',
    from: 'faas-js-runtime',
  },
  triggers: { http: { by: 'provider', with: 'faas-js-runtime' } },
  stores: {},
  lackingWords: {
    kv: 'Knative heeft zelf geen opslag: die kies je er in het cluster bij, en dat is hier niet beproefd.',
    bucket:
      'Knative heeft zelf geen opslag: die kies je er in het cluster bij, en dat is hier niet beproefd.',
    queue:
      'Een wachtrij krijg je bij Knative met Eventing, en dat draait alleen in een cluster: hier is het niet beproefd.',
    upload:
      'Een start bij een upload is hier niet beproefd: de runtime kent wel CloudEvents, maar wat ze stuurt en opnieuw stuurt (Eventing), draait alleen in een cluster.',
    timer:
      'Een timer is hier niet beproefd: de runtime kent wel CloudEvents, maar wat ze stuurt en opnieuw stuurt (Eventing), draait alleen in een cluster.',
  },
  differences: [
    {
      id: 'one-path-of-its-own',
      samples: [],
      words:
        'De runtime kent van huis uit alleen het pad `/`, met GET en POST. De adapter geeft elk verzoek door als een POST naar `/`, zodat je functie toch alle paden en methoden krijgt.',
    },
    {
      id: 'paths-of-the-runtime',
      samples: [],
      words:
        'Op `GET /health/liveness`, `/health/readiness` en `/metrics` antwoordt de runtime zelf. Ook de metingen zijn te lezen door iedereen die bij je functie kan.',
    },
    {
      id: 'empty-cors-headers',
      samples: [],
      words:
        'De runtime zou elke pagina toestaan je antwoorden te lezen. Hier blijven die twee headers (`access-control-allow-…`) leeg als je functie ze niet zet: een browser leest dat als nee.',
    },
    {
      id: 'always-a-content-type',
      samples: [],
      words:
        'De runtime geeft elk antwoord een content-type. Zet je functie er geen, dan wordt het `application/octet-stream`.',
    },
    {
      id: 'engines-warning',
      samples: [],
      words:
        'Bij `npm ci` kan npm waarschuwen dat een pakket jouw versie van Node niet noemt (EBADENGINE). Hier is alles gedraaid op Node 26; bij het uitrollen wordt het Node 22.',
    },
    {
      id: 'one-process-here',
      samples: [],
      words:
        'Op je computer bedient één proces alle aanroepen tegelijk; in het cluster bedient elke instantie er één, zoals het in `func.yaml` staat.',
    },
  ],
  tariffId: null,
  load: async () => (await import('./knative-project.ts')).knativeParts,
};
