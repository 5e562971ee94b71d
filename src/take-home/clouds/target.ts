/** What a target is: a platform that a project can be made for, with the engine in which that was proven. */
import type { BindingName } from '../../contract/bindings.ts';
import type { SourceFile } from '../../contract/data.ts';
import type { Sample, SampleTrigger } from '../../course/sample.ts';
import type { CloudManifest } from './adapter/cloud-function.ts';
import type { Players } from './yardstick.ts';

export const TARGET_IDS = ['cloudflare', 'aws', 'google', 'azure', 'oracle', 'knative', 'container'] as const;
export type TargetId = (typeof TARGET_IDS)[number];

export type TriggerType = SampleTrigger['type'];

export interface CloudTarget extends Players {
  readonly id: TargetId;
  /** As its provider writes it. */
  readonly name: string;
  /** What its projects were run in to prove them: the provider's own engine or framework. */
  readonly engine: {
    readonly name: string;
    readonly version: string;
    /** When that version came out: YYYY-MM-DD. */
    readonly date: string;
    /** Where to get it: a name at npm, or what is on every machine with Node. */
    readonly from: string;
  };
  /** Why a trigger or a store of ours has no place there: a Dutch sentence each. */
  readonly lackingWords: Readonly<Partial<Record<TriggerType | BindingName, string>>>;
  /** What differs from the lab, although it was proven. */
  readonly differences: readonly CloudDifference[];
  /** It stops functions that set each other off without end, as the lab does, and that was tried. */
  readonly stopsLoops?: boolean;
  /** Id of a tariff of this provider in `content/tariffs`, for what the last run would cost there; null without one. */
  readonly tariffId: string | null;
  /** Fetched when a project is made. */
  readonly load: () => Promise<TargetParts>;
}

/** A row of the table of differences. */
export interface CloudDifference {
  /** English, unlike any other of this target: `kv-in-d1`. */
  readonly id: string;
  /** Names of samples of which the conformance run may differ in this; empty when it shows in none. */
  readonly samples: readonly string[];
  /** Titles of the examples in which it shows: they are no part of a project's own tests, which have to pass. None if absent. */
  readonly examples?: readonly string[];
  /** A Dutch sentence: what is otherwise there. */
  readonly words: string;
}

/** What a target adds to a project. */
export interface TargetParts {
  /** `functielab/adapter.mjs`: a module. */
  readonly adapter: string;
  /** `functielab/local.mjs`: a module with `start({ folder })`, which gives a `LocalCloud`. */
  readonly local: string;
  /** JSON text with the packages that it needs, of exact versions, and `engines`. */
  readonly manifest: string;
  /** JSON text of npm's lockfile to that. */
  readonly lock: string;
  /** The glue and the configuration, by path in the project. */
  files(project: CloudProject): readonly SourceFile[];
  /** For `LEESMIJ.md`: what to type to deploy it, a command or a sentence a line, in Dutch where it is one. */
  deploy(project: CloudProject): readonly string[];
}

export interface CloudProject {
  readonly manifest: CloudManifest;
  readonly sample: Sample;
  /** The reader's own, as they are in `functie/`. */
  readonly files: readonly SourceFile[];
}
