/**
 * Where a playground's functions can run: a row a host. A third host is a folder beside `webcontainer/started.ts` and a row
 * here; nothing else in the playground spells which hosts there are.
 *
 * This folder holds the choice of a playground (`choice.ts`, `HostChoice.tsx`) and what a host is to it (`starter.ts`). It
 * knows hosts and no playground; model and views of the playground may import it. Begin here.
 */
import type { SiteSettings, Started, Starter } from './starter.ts';
import { started as webcontainer } from './webcontainer/started.ts';

interface HostRow {
  /** On the choice, and in sentences. */
  readonly label: string;
  /** Null: it is there at once and always. */
  readonly started: Started | null;
}

export const hosts = {
  browser: { label: 'Browser', started: null },
  webcontainer: { label: 'WebContainer', started: webcontainer },
} as const satisfies Readonly<Record<string, HostRow>>;

export type HostKind = keyof typeof hosts;

/** What a playground begins on, stays on until another is ready, and falls back on. */
export const HOME = 'browser' satisfies HostKind;

/** A host that has to be started. */
export type StartedKind = Exclude<HostKind, typeof HOME>;

export const kinds = Object.keys(hosts) as readonly HostKind[];
export const startedKinds = kinds.filter((kind): kind is StartedKind => kind !== HOME);

/** Those of a page. */
export type Starters = Readonly<Record<StartedKind, Starter>>;

export function startersWith(settings: SiteSettings): Starters {
  const all = startedKinds.map((kind) => [kind, hosts[kind].started.starter(settings)]);
  return Object.fromEntries(all) as Starters;
}
