/**
 * The yardstick: when a pair of a sample and a target counts as proven, in one place for all targets.
 *
 *     What a platform decides by itself has to be decided by software of the provider, or by an emulator that others keep up: where
 *     a value is kept and when a write is too late, when a file, a message or a moment sets a function off, in which batch, how
 *     often again, and when it is given up. If a loop of ours decides one of these, the pair is played and not proven.
 *     Ours may stand outside of that: as whoever asks, uploads or sends, and to carry what came out to where it goes, unchanged.
 *
 * A request over HTTP comes from outside on every platform, so what takes it in may be ours, if the handler is called by the provider's
 * own runtime or by its published protocol, and a row of differences tells it. A target says of each trigger and each store who
 * plays it; the rest follows here. What is played still becomes a project with its tests: it is told that it is not proven.
 */
import type { BindingName } from '../../contract/bindings.ts';
import type { Sample, SampleTrigger } from '../../course/sample.ts';

export type PlayedBy =
  | {
      readonly by: 'provider';
      /** Name of its package in the project; `node` for Node itself. */
      readonly with: string;
      /** Id of the difference that tells of ours before it, which takes a request in. HTTP only. */
      readonly front?: string;
    }
  /** Its published protocol, of which both ends are ours: its own software for it is not to be had. HTTP only. */
  | { readonly by: 'protocol'; readonly with: string; readonly front: string }
  /** Kept up by others. `with`: name of its package in the project. */
  | { readonly by: 'emulator'; readonly with: string }
  /** `words`: what of it is ours, a Dutch sentence. */
  | { readonly by: 'us'; readonly words: string };

/** Who plays what when a target is tried. */
export interface Players {
  /** What can set a function off there. */
  readonly triggers: Readonly<Partial<Record<SampleTrigger['type'], PlayedBy>>>;
  /** The stores and the queue that a project uses there. */
  readonly stores: Readonly<Partial<Record<BindingName, PlayedBy>>>;
}

/** For readers of `/meenemen/`, a sentence each. */
export const yardstickWords: readonly string[] = [
  'Bewezen heet iets als het platform zelf, of een emulator die anderen onderhouden, beslist wat daar beslist wordt: waar een waarde staat, wanneer een bestand, bericht of tijdstip een functie start, hoe vaak het opnieuw gaat en wanneer het stopt.',
  'Speelt code van de cursus zo’n onderdeel na, dan is het niet bewezen. Je krijgt wel een project met tests, en daar staat het dan bij.',
  'Een verzoek via HTTP komt altijd van buiten. Wat zo’n verzoek aanneemt, mag dus van de cursus zijn, als je functie daarna draait met de software of het protocol van het platform zelf.',
];

type Wanted = Pick<Sample, 'functions'>;

/** @returns what of it is played by us there, a Dutch sentence each; nothing when the pair counts as proven once it has run */
export function playedParts({ triggers, stores }: Players, { functions }: Wanted): readonly string[] {
  const used = [
    ...functions.map(({ trigger }) => triggers[trigger.type]),
    ...functions.flatMap(({ grants }) => grants.map((grant) => stores[grant])),
  ];
  return [...new Set(used.flatMap((one) => (one?.by === 'us' ? [one.words] : [])))];
}

/** All that it plays itself of a target. */
export function allPlayed({ triggers, stores }: Players): readonly string[] {
  const all: readonly PlayedBy[] = [...Object.values(triggers), ...Object.values(stores)];
  return [...new Set(all.flatMap((one) => (one.by === 'us' ? [one.words] : [])))];
}

/** In the order in which readers meet them. */
export function triggersOf({ triggers }: Pick<Players, 'triggers'>): readonly SampleTrigger['type'][] {
  return (['http', 'upload', 'timer', 'queue'] as const).filter((one) => triggers[one] !== undefined);
}

export function storesOf({ stores }: Pick<Players, 'stores'>): readonly BindingName[] {
  return (['kv', 'bucket', 'queue'] as const).filter((one) => stores[one] !== undefined);
}
