/**
 * A container, for every platform that runs one: a small server of Node's own, and a Dockerfile. It keeps nothing and has no
 * queue, since a container has none: functions that need one go elsewhere. `targets.ts` lists it; begin at
 * `container-project.ts`.
 */
import type { CloudTarget } from '../target.ts';

export const container: CloudTarget = {
  id: 'container',
  name: 'Container',
  engine: { name: 'Node.js', version: '26.10.0', date: '2026-10-21', from: 'nodejs.org' },
  triggers: { http: { by: 'provider', with: 'node' } },
  stores: {},
  lackingWords: {
    kv: 'Een container heeft zelf geen opslag: wat je daarin bewaart, is bij de volgende start weg.',
    bucket: 'Een container heeft zelf geen opslag: wat je daarin bewaart, is bij de volgende start weg.',
    queue: 'Een container heeft zelf geen wachtrij.',
    upload: 'Een container hoort niets van een upload: die opslag heeft het platform eromheen.',
    timer: 'Een container die slaapt, wordt niet wakker van een timer: die heeft het platform eromheen.',
  },
  differences: [
    {
      id: 'no-instance-limit',
      samples: [],
      words:
        'Eén proces bedient alle aanroepen tegelijk: het bewaakt geen geheugen en geen aantal per instantie.',
    },
  ],
  tariffId: null,
  load: async () => (await import('./container-project.ts')).containerParts,
};
