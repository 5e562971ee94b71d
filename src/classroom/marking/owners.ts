/**
 * From whom each file came. A learning environment tells it in the name of a folder or of the file itself (`reading/systems.ts`);
 * where none does, a folder that not all share is somebody's; and where there is no folder either, all that is known is the name
 * that a student typed.
 */
import { isCalled, keyOf } from '../reading/people-names.ts';
import { toldBySystem } from '../reading/systems.ts';
import type { Told } from '../reading/told.ts';
import { type FileRefusal, isHandedIn, isRefused, type Source } from './read-files.ts';

export interface Owner {
  /** The same for all that came from one person, now and in a later drop. */
  readonly key: string;
  /** By the folder or the learning environment; null when nothing but the student says who it is. */
  readonly person: string | null;
  /** What the learning environment tells; null when none is known by this name. */
  readonly told: Told | null;
  /** `person` is a name without its spaces and capitals, or one to log in with: to be known by, and not to be shown. */
  readonly isShort: boolean;
}

/** @returns for each source its owner, in their order; null for what may be nobody's */
export function ownersOf(sources: readonly Source[]): readonly (Owner | null)[] {
  const pages = pagesOf(sources);
  const together = Map.groupBy(sources, ({ way }) => way[0]);
  const folders = new Map([...together].map(([zip, all]) => [zip, ownFoldersOf(all)]));
  const found = sources.map((one): Found | null => {
    const told = toldOf(one.way, together.get(one.way[0]) ?? []);
    if (told !== null) {
      const person = told.person ?? pages.get(told.key) ?? told.number;
      const isShort = told.system === 'canvas' || (told.system === 'blackboard' && !pages.has(told.key));
      return { base: told.key, place: told.key, person, told, isShort };
    }
    return foundInFolder(one, folders.get(one.way[0]));
  });
  return numbered(found, sources);
}

interface Found extends Omit<Owner, 'key'> {
  /** By what this person is known: of two who share it, each gets a number behind it. */
  readonly base: string;
  /** Where it lay: of one person in one drop that is one place. */
  readonly place: string;
}

/**
 * The outermost name counts: inside what an environment made, a student names things, and may happen on the same form. The zip itself
 * is the teacher's.
 *
 * @param together what came in the same zip
 */
function toldOf(way: Source['way'], together: readonly Source[]): Told | null {
  const from = way.length === 1 ? 0 : 1;
  for (let at = from; at < way.length; at += 1) {
    const told = toldBySystem(way[at] ?? '');
    if (told !== null && (told.file === null || isInHeap(way, at, together))) return told;
  }
  return null;
}

/** Whether no folder around it is somebody's own: there the environment itself names the files. */
function isInHeap(way: Source['way'], at: number, together: readonly Source[]): boolean {
  if (at <= 1) return true;
  const around = way.slice(1, at);
  return (
    together.length > 1 &&
    together.every((other) => around.every((part, index) => other.way[index + 1] === part))
  );
}

/** By key, the names that the pages of a Blackboard tell. */
function pagesOf(sources: readonly Source[]): ReadonlyMap<string, string> {
  return new Map(
    sources.flatMap((one) => {
      const told = isRefused(one) && one.owner ? toldBySystem(one.way.at(-1) ?? '') : null;
      return told !== null && isRefused(one) && one.owner ? [[told.key, one.owner] as const] : [];
    }),
  );
}

function foundInFolder(one: Source, folders: OwnFolders | undefined): Found | null {
  const { way } = one;
  const level = folders?.level ?? Infinity;
  const reaches = (at: number) => at !== -1 && at < way.length - (isFolderItself(one) ? 0 : 1);
  const at = reaches(level) || isRefused(one) ? level : ownFolderAt(way, folders?.company ?? []);
  const isInFolder = reaches(at);
  if (isInFolder) {
    const person = way[at] ?? '';
    const inZip = way.slice(1, at + 1).join('/');
    return {
      base: `map:${keyOf(inZip)}`,
      place: way.slice(0, at + 1).join('\0'),
      person,
      told: null,
      isShort: false,
    };
  }
  const place = way.join('\0');
  if (isHandedIn(one)) {
    return { base: `naam:${keyOf(one.name)}`, place, person: null, told: null, isShort: false };
  }
  // A picture or a page beside the hand-ins is nobody's, and so is a zip that the teacher chose; a broken hand-in is somebody's.
  const isNobodys = OF_NOBODY.has(one.result) || (way.length === 1 && isZip(way));
  return isNobodys
    ? null
    : { base: `bestand:${place}`, place, person: way.at(-1) ?? '', told: null, isShort: false };
}

/**
 * Two places in one drop are two people, whatever they share; one place in each of several drops is one person who handed in
 * again. Where it can't be told, nobody gets another's work: then each place is a person.
 */
function numbered(found: readonly (Found | null)[], sources: readonly Source[]): readonly (Owner | null)[] {
  const places = new Map<string, Set<string>>();
  const isShared = new Set<string>();
  const inDrop = new Map<string, string>();
  for (const [at, one] of found.entries()) {
    if (one === null) continue;
    const drop = `${sources[at]?.drop ?? 0}:${one.base}`;
    const before = inDrop.get(drop) ?? one.place;
    if (before !== one.place) isShared.add(one.base);
    inDrop.set(drop, before);
    places.set(one.base, (places.get(one.base) ?? new Set()).add(one.place));
  }
  return found.map((one) => {
    if (one === null) return null;
    const { base, place, person, told, isShort } = one;
    const number = isShared.has(base) ? [...(places.get(base) ?? [])].indexOf(place) + 1 : 1;
    return { key: number === 1 ? base : `${base}#${number}`, person, told, isShort };
  });
}

interface OwnFolders {
  /** Among whom a folder is shared or not. */
  readonly company: readonly Source[];
  /** Which part of a way is the folder of a student; `Infinity` when none is. */
  readonly level: number;
}

function ownFoldersOf(together: readonly Source[]): OwnFolders {
  const handedIn = together.filter(isHandedIn);
  // One hand-in alone does not tell a folder of its own from that of the class; the files beside it do.
  const company = handedIn.length > 1 ? handedIn : together;
  const own = company.map(({ way }) => ownFolderAt(way, company)).filter((at) => at !== -1);
  const highest = Math.min(...own);
  const levels = own.length === 0 ? [] : Array.from({ length: Math.max(...own) }, (_, at) => at + 1);
  // In its own folder a student may have more of them: where most are called as they say, there are the students.
  const called = (level: number) =>
    handedIn.filter(({ way, names }) => level < way.length - 1 && isCalled(names, way[level] ?? '')).length;
  const most = Math.max(0, ...levels.map(called));
  return {
    company,
    level: most === 0 ? highest : (levels.find((level) => called(level) === most) ?? highest),
  };
}

/** Where in the way is the folder of one student; -1: nowhere. */
function ownFolderAt(way: Source['way'], together: readonly Source[]): number {
  // A folder in which all of them lie is the class, and nobody's; the zip of a student has a name of any kind.
  return way.findLastIndex(
    (part, at) =>
      at > 0 &&
      at < way.length - 1 &&
      !/\.zip$/i.test(part) &&
      !together.every((other) => other.way[at] === part),
  );
}

const OF_NOBODY: ReadonlySet<FileRefusal> = new Set(['OTHER_FILE', 'SYSTEM_PAGE', 'TOO_MANY', 'TOO_FULL']);
const isFolderItself = (one: Source) => isRefused(one) && one.result === 'EMPTY_FOLDER';
const isZip = (way: Source['way']) => /\.zip$/i.test(way.at(-1) ?? '');
