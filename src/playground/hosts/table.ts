/**
 * Where a playground's functions can run: a row a host. One more is a folder beside `webcontainer/started.ts` and `tool/tool-host.ts`, and
 * a row here; nothing else in the playground spells which hosts there are.
 *
 * This folder holds the choice of a playground (`choice.ts`, `HostChoice.tsx`) and what a host is to it (`starter.ts`). It
 * knows hosts and no playground; model and views of the playground may import it. Begin here.
 */
import type { SiteSettings, Started, Starter } from './starter.ts';
import { started as tool } from './tool/tool-host.ts';
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
  tool: { label: 'Node', started: tool },
} as const satisfies Readonly<Record<string, HostRow>>;

export type HostKind = keyof typeof hosts;

/** What a playground begins on, stays on until another is ready, and falls back on. */
export const HOME = 'browser' satisfies HostKind;

/** A host that has to be started. */
export type StartedKind = Exclude<HostKind, typeof HOME>;

export const kinds = Object.keys(hosts) as readonly HostKind[];
export const startedKinds = kinds.filter((kind): kind is StartedKind => kind !== HOME);

/** Those of a page: what it has no starter for, a reader can't choose there. */
export type Starters = Readonly<Partial<Record<StartedKind, Starter>>>;

/** A page of the course has what comes with the site. */
export function startersWith(settings: SiteSettings): Starters {
  return { webcontainer: webcontainer.starter(settings) };
}
