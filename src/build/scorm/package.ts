/**
 * Packages for a learning environment: the relative site, a start page and a manifest, zipped.
 *
 * How this folder works: `npm run scorm` builds the site once more with `FUNCTIELAB_PACKAGE`, under a base that occurs
 * nowhere else (`relative-site.ts`). In the environment the start page (`shell-main.ts`) holds the one visit that SCORM
 * allows (`session.ts`) and shows the course in a frame; each page in it joins that shell (`inside.ts`) and hands over
 * its progress, of which `report.ts` makes what is reported and `session.ts` what is kept. Code stays on the device, under
 * a mark of the learner (`kit/storage.ts`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { LessonFacts } from '../../scorm/report.ts';
import { filesIn } from '../html.ts';
import { FACTS_FILE } from './integration.ts';
import { manifestOf, type ScormVersion } from './manifest.ts';
import { START_FILE, startPage } from './start-page.ts';

/** For hosts, search engines and teachers: a package has no use for them. */
const LEFT_OUT =
  /^(_headers|sw\.js|robots\.txt|sitemap.*\.xml|404\.html|cursus\.json|(docent|icons|images)\/.*|oefeningen\/alle\.json)$/;
const MANIFEST = 'imsmanifest.xml';

export function isInPackage(file: string): boolean {
  return !LEFT_OUT.test(file);
}

/** @param root built site, also before it was made relative */
export function courseFacts(root: string): readonly LessonFacts[] {
  return JSON.parse(readFileSync(join(root, FACTS_FILE), 'utf8')) as LessonFacts[];
}

/** What becomes a package of each version. */
export interface PlannedPackage {
  /** Of its file and its id. */
  readonly name: string;
  readonly title: string;
  /** That the package counts. */
  readonly lessons: readonly LessonFacts[];
}

/**
 * The whole course, or one lesson of it; with `perLesson` each lesson besides the course.
 *
 * @param only the lesson that alone is wanted, by its slug
 * @returns null when there is no such lesson
 */
export function plannedPackages(
  course: readonly LessonFacts[],
  { only, perLesson }: { readonly only: string | undefined; readonly perLesson: boolean },
): readonly PlannedPackage[] | null {
  const ofLesson = (lesson: LessonFacts) => ({ name: lesson.slug, title: lesson.title, lessons: [lesson] });
  if (only !== undefined) {
    const lesson = course.find(({ slug }) => slug === only);
    return lesson ? [ofLesson(lesson)] : null;
  }
  const whole = { name: 'cursus', title: 'Functielab', lessons: course };
  return [whole, ...(perLesson ? course.map(ofLesson) : [])];
}

export interface PackageOptions {
  readonly version: ScormVersion;
  /** That the package counts: all, or one. */
  readonly lessons: readonly LessonFacts[];
  readonly title: string;
  /** Of the package, among others: letters, digits and hyphens. */
  readonly id: string;
  /** Bundled `shell-main.ts`. */
  readonly shellScript: string;
}

/** @param root relative site @returns the zip */
export function packageOf(
  root: string,
  { version, lessons, title, id, shellScript }: PackageOptions,
): Uint8Array {
  const site = filesIn(root).filter(isInPackage);
  const files = [START_FILE, ...site];
  const content: Zippable = {
    [MANIFEST]: strToU8(manifestOf(version, { id, title, start: START_FILE, files })),
    [START_FILE]: strToU8(startPage(title, { lessons }, shellScript)),
  };
  for (const file of site) content[file] = readFileSync(join(root, file));
  // A fixed date, so that the same course gives the same bytes. 1980 is where the dates of a zip begin.
  return zipSync(content, { level: 9, mtime: '1980-01-02' });
}
