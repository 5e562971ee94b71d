/** What the page that makes a package and its worker say to each other. */
import type { ScormVersion } from '../package/manifest.ts';
import type { PlannedPackage } from '../package/plan.ts';
import type { SiteList } from '../package/site-list.ts';

export interface Order {
  readonly list: SiteList;
  readonly planned: PlannedPackage;
  readonly version: ScormVersion;
  /** Bundled `shell-main.ts`. */
  readonly shellScript: string;
}

export type News =
  | { readonly type: 'files'; readonly ready: number; readonly of: number }
  /** All files are there. */
  | { readonly type: 'zipping' }
  | { readonly type: 'done'; readonly zip: Uint8Array<ArrayBuffer> }
  | { readonly type: 'failed'; readonly problem: PackageProblem };

/**
 * - `NO_ANSWER`: the site can't be reached, and this device does not have the file;
 * - `OTHER_BUILD`: the site does not have the file: it was built anew since this page was opened;
 * - `UNKNOWN`: anything else, a mistake of ours.
 */
export interface PackageProblem {
  readonly code: 'NO_ANSWER' | 'OTHER_BUILD' | 'UNKNOWN';
  readonly detail: string;
}
