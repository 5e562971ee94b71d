/** What a host is to a playground: somewhere to run, and, when it is not there at once, how it comes to be. */

import type { ReadonlySignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { CreateHost } from '../../contract/host.ts';
import type { Container } from '../../host/webcontainer/index.ts';

/** Somewhere else than the browser's sandbox, for one playground. */
export interface Place {
  /** Tells it from any other place. */
  readonly name: string;
  readonly createHost: CreateHost;
  readonly clockStepMs: number;
}

export interface ReadyHost {
  readonly kind: 'ready';
  /** Tells this start from an earlier one of this page. */
  readonly number: number;
  /** Real Node, with files, packages and a shell; null for a host without. */
  readonly container: Container | null;
  placeFor(project: string): Omit<Place, 'name'>;
}

/** `Stage` and `Problem` are the host's own codes, for which its row has words. */
export type StartState<Stage extends string = string, Problem extends string = string> =
  | { readonly kind: 'off' }
  | { readonly kind: 'booting'; readonly stage: Stage }
  | ReadyHost
  /** `said`: what the host had to say about it, in English; may be empty. */
  | { readonly kind: 'failed'; readonly code: Problem; readonly said: string };

/** One of a page, shared by its playgrounds. */
export interface Starter {
  readonly state: ReadonlySignal<StartState>;
  /** Why it cannot be had here, as a code of its own; null when it may work. */
  readonly obstacle: ReadonlySignal<string | null>;
  /** Whether the reader has been told where it comes from, in this or an earlier visit. */
  readonly isNoticeRead: ReadonlySignal<boolean>;
  /** Whether the reader chose it, in this or an earlier visit, and it has not failed since. */
  readonly isKept: ReadonlySignal<boolean>;
  /** Keeps the choice on the device, or forgets it. */
  keep(is: boolean): void;
  /** Looks for obstacles: once the page is in a browser, and whenever the network comes or goes. */
  look(): void;
  /** At the reader's click, after the notice. Does nothing while one is there, or on its way. */
  start(): Promise<void>;
  stopWaiting(): void;
  /** Puts the note of a failure away. */
  dismiss(): void;
}

export interface ProblemWords {
  readonly happened: string;
  readonly advice: string;
  /** Only a new page can try again. */
  readonly needsReload?: boolean;
  /** A teacher or a system administrator has to open something. */
  readonly isNetwork?: boolean;
}

/** With what the site was built. */
export interface SiteSettings {
  readonly apiKey?: string | undefined;
  readonly coep: 'require-corp' | 'credentialless';
}

/** How a host that is not there at once is started, and the Dutch words for what a page knows of it by itself. */
export interface Started<Obstacle extends string = string, Stage extends string = string> {
  /** After "<label> kan hier niet: …". */
  obstacleWords(code: Obstacle): string;
  /** It is there once the network is back. */
  needsNetwork(code: Obstacle): boolean;
  readonly stages: readonly Stage[];
  /** For a playground that can do nothing without it. */
  readonly without: string;
  /** What is different there, behind a button. */
  readonly Differences: FunctionComponent<{ readonly ready: ReadyHost }>;
}

/** The Dutch words for what is only told of a host when it is asked for. */
export interface StartedWords<Stage extends string = string, Problem extends string = string> {
  stageWords(code: Stage): string;
  problemWords(code: Problem): ProblemWords;
  /** What a school has to allow. */
  readonly addressesToAllow: readonly string[];
  /** What a reader is told before anything is loaded. */
  readonly Notice: FunctionComponent;
}
