/** What differs from the lab on every target, and what a target adds to that. */
import type { CloudDifference, CloudTarget } from './target.ts';

/** Of a target that does not stop functions which set each other off. */
const noLoopGuard: CloudDifference = {
  id: 'no-loop-guard',
  samples: ['eindeloos'],
  words:
    'Het lab houdt functies tegen die elkaar eindeloos aan het werk zetten. Elders gaat dat door, en de rekening ook: dit voorbeeld is daarom niet gedraaid.',
};

/** By the name of a sample, or `<name> (oplossing)`: the solution of an exercise. */
const everywhere: readonly CloudDifference[] = [
  {
    id: 'no-close',
    samples: ['pech'],
    examples: ['GET /crash'],
    words:
      'In het lab kan een functie de eigen instantie stoppen. Elders bestaat die opdracht niet, en is dit een gewone fout (500).',
  },
  {
    id: 'timer-without-waiting',
    samples: ['reserveringen-verhuizen'],
    // Asked again after the timer, when the list of the instance is still there.
    examples: ['GET /reserveringen'],
    words:
      'In het lab springt de klok naar het moment van de timer, en dan is een instantie met wat in het geheugen stond al weg. Hier gaat de timer in een proef meteen af.',
  },
  {
    id: 'handler-runs-on',
    samples: [],
    words:
      'Na de timeout krijgt de aanroeper een 504, net als in het lab. De code zelf wordt dan niet meteen gestopt: dat doet het platform op zijn eigen tijd.',
  },
];

/** A sample that never comes to rest where nobody stops it is not run there, and has a row above. */
export function isNeverRun({ stopsLoops }: Pick<CloudTarget, 'stopsLoops'>, name: string): boolean {
  return stopsLoops !== true && noLoopGuard.samples.includes(name);
}

export function differencesOf({
  differences,
  stopsLoops,
}: Pick<CloudTarget, 'differences' | 'stopsLoops'>): readonly CloudDifference[] {
  return [...everywhere, ...(stopsLoops === true ? [] : [noLoopGuard]), ...differences];
}
