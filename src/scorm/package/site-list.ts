/** What the build says of the site to whoever makes a package of it: `docent/pakket.json`. */
import type { LessonFacts } from './course-facts.ts';

/** In the built site. */
export const SITE_LIST = 'docent/pakket.json';
/** In the policy of the list, where a page puts the hashes of its own scripts. */
export const PAGE_SCRIPTS = "'sha256-van-de-pagina'";

export interface SiteList {
  /** In its order. */
  readonly course: readonly LessonFacts[];
  /** Under which the site was built; begins and ends with a slash. */
  readonly base: string;
  /** Those that go into a package. */
  readonly files: readonly string[];
  /** Of all these together, before they are packed. */
  readonly bytes: number;
  /** Of a page in a package: names the script of the sandbox, and `PAGE_SCRIPTS`. */
  readonly policy: string;
}

/** For hosts, search engines and teachers: a package has no use for them. */
const LEFT_OUT = [
  /^(_headers|sw\.js|robots\.txt|sitemap.*\.xml|404\.html|manifest\.webmanifest)$/,
  /^(docent|icons|images)\//,
  /^oefeningen\/alle\.json$/,
  /^pagefind\/pagefind-(ui|modular-ui|component-ui|highlight)\./,
  /\.map$/,
];

export function isInPackage(file: string): boolean {
  return !LEFT_OUT.some((pattern) => pattern.test(file));
}
