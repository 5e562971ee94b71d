/**
 * Google Cloud Run functions, behind Google's own framework. HTTP alone: none of the emulators of Firestore, Cloud Storage and
 * Pub/Sub that a reader gets without Java or Docker keeps the rules of the stores, so nothing there could be proven.
 * `targets.ts` imports this door; begin at `google-project.ts`.
 */
import type { CloudTarget } from '../target.ts';

export const google: CloudTarget = {
  id: 'google',
  name: 'Google Cloud Run functions',
  engine: {
    name: '@google-cloud/functions-framework',
    version: '5.0.5',
    date: '2026-07-11',
    from: '@google-cloud/functions-framework',
  },
  triggers: { http: { by: 'provider', with: '@google-cloud/functions-framework' } },
  stores: {},
  lackingWords: {
    kv: 'Firestore is hier niet beproefd: de emulator die zonder Java te krijgen is, schrijft ook als de versie niet meer klopt.',
    bucket:
      'Cloud Storage is hier niet beproefd: er is geen emulator die zonder Docker of een account te krijgen is.',
    queue:
      'Pub/Sub is hier niet beproefd: de emulator van Google is alleen met Java en de Google Cloud CLI te krijgen.',
    upload:
      'Een start bij een upload is hier niet beproefd: die komt van Cloud Storage, en daarvan is er geen emulator.',
    timer: 'Een timer is hier niet beproefd: Cloud Scheduler draait alleen bij Google zelf.',
  },
  differences: [
    {
      id: 'json-is-read-first',
      samples: [],
      words:
        'Een body die zich JSON noemt en het niet is, weigert het framework zelf met status 400: je functie hoort er niets van.',
    },
    {
      id: 'two-paths-are-ignored',
      samples: [],
      words: 'Op /favicon.ico en /robots.txt antwoordt het framework zelf, met status 404.',
    },
    {
      id: 'one-process-here',
      samples: [],
      words:
        'Op je computer bedient één proces alle aanroepen tegelijk; bij Google bedient elke instantie er één, zoals het bij het uitrollen is ingesteld.',
    },
  ],
  tariffId: 'gcp-cloud-run-functions',
  load: async () => (await import('./google-project.ts')).googleParts,
};
