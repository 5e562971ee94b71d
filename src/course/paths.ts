/**
 * Every path into the site, in one place: the only file that reads under which base the site lives. Pages, parts of a
 * page and what a reader is given to share all ask here.
 */
const base = (globalThis.functielabBase ?? import.meta.env.BASE_URL).replace(/\/$/, '');

declare global {
  /** In the pages of a package for a learning environment: the path under which they live, with a slash at both ends. */
  var functielabBase: string | undefined;
}

/** Whether this page was unpacked by a learning environment (`scorm/`). */
export const isInPackage = globalThis.functielabBase !== undefined;

/** False in the page of the tool: a laboratory, without the course around it (`build/tool/tool-page.ts`). */
export const hasCourse = import.meta.env.MODE !== 'tool';

/** @param path without a slash in front, such as `docent/nakijken/`; empty for the front page */
export function sitePath(path: string): string {
  return `${base}/${path}`;
}

/** The part of a page's path that `sitePath` was given. @param pathname of an address on this site */
export function pathInSite(pathname: string): string {
  return pathname.slice(base.length + 1);
}

/** @param lesson its id is `lessen/<slug>` */
export function lessonPath(lesson: { readonly id: string }): string {
  return sitePath(`${lesson.id}/`);
}

export function exercisePath(name: string): string {
  return sitePath(`oefeningen/${name}/`);
}

/** For teachers. @param slug of a lesson */
export function guidePath(slug: string): string {
  return sitePath(`docent/lessen/${slug}/`);
}

/** Where learners open a set that a teacher made. @param fragment says which set; begins with `#`, or is empty */
export function setPath(fragment: string): string {
  return sitePath(`opdracht/${fragment}`);
}

/** The page that reckons with a month. @param fragment its state (`month-address.ts`); begins with `#`, or is empty */
export function monthPath(fragment: string): string {
  return sitePath(`maand/${fragment}`);
}

/** The page of traffic. @param fragment its state; begins with `#`, or is empty */
export function trafficPath(fragment: string): string {
  return sitePath(`verkeer/${fragment}`);
}

/** @param file in `public/voorbeelden/` */
export function samplePath(file: string): string {
  return sitePath(`voorbeelden/${file}`);
}

/** A word of the field in a page: what is left of it without capitals, accents and spaces. */
export function termId(name: string): string {
  const letters = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return letters.replaceAll(/[^a-z0-9]+/g, '-');
}

/** @param id of a word of the field (`termId`) */
export function termPath(id: string): string {
  return sitePath(`begrippen/#${id}`);
}
