/** What differs from the lab on every target, and what a target adds to that. */
import type { CloudDifference, CloudTarget } from './target.ts';

/** By the name of a sample, or `<name> (oplossing)`: the solution of an exercise. */
const everywhere: readonly CloudDifference[] = [
  {
    id: 'no-close',
    samples: ['pech'],
    words:
      'Met close() kan een functie in het lab de eigen instantie stoppen. Elders bestaat die opdracht niet, en is dit een gewone fout (500).',
  },
  {
    id: 'no-loop-guard',
    samples: ['eindeloos'],
    words:
      'Het lab houdt functies tegen die elkaar eindeloos aan het werk zetten. Elders gaat dat door, en de rekening ook: dit voorbeeld is daarom niet gedraaid.',
  },
  {
    id: 'handler-runs-on',
    samples: [],
    words:
      'Na de timeout krijgt de beller een 504, net als in het lab. De code zelf wordt dan niet meteen gestopt: dat doet het platform op zijn eigen tijd.',
  },
];

/** Samples that never come to rest where nobody stops them: they are not run, and have a row above. */
export const NEVER_RUN: readonly string[] = ['eindeloos'];

export function differencesOf({ differences }: CloudTarget): readonly CloudDifference[] {
  return [...everywhere, ...differences];
}
