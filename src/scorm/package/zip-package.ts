/**
 * Packages for a learning environment: the site with relative addresses, a start page and a manifest, zipped.
 *
 * How this folder works: the build leaves a list of what goes into a package (`site-list.ts`). Whoever has the files of the
 * site, a teacher's browser or `npm run scorm`, makes each of them independent of where it lives (`relative-page.ts`) and gives
 * each page its policy (`page-policy.ts`); `plan.ts` says what counts, `manifest.ts` and `start-page.ts` are what a package has
 * besides the site. Nothing here knows a disk or a page.
 */
import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate';
import { DAY_OF_ZIP } from '../../kit/zip/day-of-zip.ts';
import { manifestOf, type ScormVersion } from './manifest.ts';
import { withPolicy } from './page-policy.ts';
import type { PlannedPackage } from './plan.ts';
import { isRewritten, relativeFile } from './relative-page.ts';
import type { SiteList } from './site-list.ts';
import { START_FILE, startPage } from './start-page.ts';

const MANIFEST = 'imsmanifest.xml';

/** The site as it is in every package. */
export type SiteFiles = ReadonlyMap<string, Uint8Array>;

/**
 * @param read a file of the site as it was built, by its path
 * @param onFile hears how many are ready
 * @throws what `read` throws, and Error when a file can't be made independent of where it lives
 */
export async function relativeSite(
  { base, files, policy }: SiteList,
  read: (file: string) => Promise<Uint8Array>,
  onFile: (ready: number) => void = () => {},
): Promise<SiteFiles> {
  const site = { base, files: new Set(files) };
  const made = new Map<string, Uint8Array>();
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const bytes = await read(file);
      made.set(file, isRewritten(file) ? await relative(bytes, file) : bytes);
      onFile(made.size);
    }
  };
  const relative = async (bytes: Uint8Array, file: string) => {
    const text = relativeFile(strFromU8(bytes), file, site);
    return strToU8(file.endsWith('.html') ? await withPolicy(text, policy) : text);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // In a fixed order, so that the same site gives the same bytes.
  return new Map([...made].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** As many as a browser asks of one server at a time. */
const AT_ONCE = 6;

/** @param shellScript bundled `shell-main.ts` @returns the zip */
export async function zipPackage(
  site: SiteFiles,
  { name, title, facts }: PlannedPackage,
  version: ScormVersion,
  shellScript: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const files = [START_FILE, ...site.keys()];
  const pages = [...site.keys()].filter((file) => file.endsWith('.html'));
  const manifest = { id: packageId(name), title, start: START_FILE, files, passMark: facts.passMark };
  const content: Zippable = {
    [MANIFEST]: strToU8(manifestOf(version, manifest)),
    [START_FILE]: strToU8(await startPage(title, { ...facts, pages }, shellScript)),
    ...Object.fromEntries(site),
  };
  return zipSync(content, { level: 9, mtime: DAY_OF_ZIP });
}

function packageId(name: string): string {
  return `functielab-${name}`;
}

export function packageFileName(name: string, version: ScormVersion): string {
  return `${packageId(name)}-scorm-${version}.zip`;
}
