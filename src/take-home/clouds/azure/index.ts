/**
 * Azure Functions, version 4 of its programming model: HTTP, with values in Table storage and files in Blob storage. Its host is
 * downloaded when it is installed, from nowhere that a reader's registry is, so what the host alone does could not be proven:
 * handing over messages, blobs and moments. A loop of ours over Azurite would be no driver of it but a second host: that, and not
 * the queue, decides how long a message stays away and puts what was given up in the poison queue (see `yardstick.ts`).
 * `targets.ts` imports this door; begin at `azure-project.ts`.
 */
import type { CloudTarget } from '../target.ts';

export const azure: CloudTarget = {
  id: 'azure',
  name: 'Azure Functions',
  engine: {
    name: 'azurite 3.37.0 en de testmodus van @azure/functions',
    version: '4.16.5',
    date: '2026-09-16',
    from: '@azure/functions',
  },
  triggers: { http: { by: 'provider', with: '@azure/functions', front: 'host-is-not-here' } },
  // Azurite is Azure's own.
  stores: { kv: { by: 'provider', with: 'azurite' }, bucket: { by: 'provider', with: 'azurite' } },
  lackingWords: {
    queue:
      'Een wachtrij is hier niet beproefd: de host van Azure levert de berichten af, en die zit in geen pakket van npm.',
    upload:
      'Een start bij een upload is hier niet beproefd: daar zorgt de host van Azure voor, en die zit in geen pakket van npm.',
    timer:
      'Een timer is hier niet beproefd: de host van Azure laat die afgaan, en die zit in geen pakket van npm.',
  },
  differences: [
    {
      id: 'host-is-not-here',
      samples: [],
      words:
        'Op je computer draait de host van Azure niet: tussen aanroeper en functie staat een kleine server, met de testmodus van Azures eigen pakket.',
    },
    {
      id: 'one-process-here',
      samples: [],
      words:
        'Op je computer bedient één proces alle aanroepen tegelijk; bij Azure bedient elke instantie er één, zoals het bij het uitrollen is ingesteld.',
    },
    {
      id: 'get-without-body',
      samples: [],
      words: 'De body van een GET of HEAD komt bij Azure niet aan.',
    },
    {
      id: 'last-cookie',
      samples: [],
      words: 'Zet een antwoord meer dan één cookie, dan komt bij Azure alleen de laatste aan.',
    },
    {
      id: 'kv-list-reads-all',
      samples: [],
      words:
        'Voor een lijst (kv.list) worden hier eerst alle waarden gelezen: met veel waarden duurt dat langer en kost het meer.',
    },
  ],
  tariffId: 'azure-functions-flex',
  load: async () => (await import('./azure-project.ts')).azureParts,
};
