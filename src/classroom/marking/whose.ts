/**
 * Whose work a hand-in is, and who handed in none. The name in it is what a student typed; the folder or the prefix that a
 * learning environment gave the file is what can be trusted. Both are shown, and a teacher is told where they differ.
 */
import {
  type FileRefusal,
  type HandedIn,
  isHandedIn,
  isRefused,
  type Refused,
  type Source,
} from './read-files.ts';

/** What is to be known of a row before its marks are believed. */
export type Remark =
  | { readonly kind: 'NOTHING' }
  /** Something came from this student, and none of it can be read as a hand-in. */
  | { readonly kind: 'UNREADABLE' }
  /** The learning environment says so, in the name of the file. */
  | { readonly kind: 'LATE' }
  /** So many rows have this name. */
  | { readonly kind: 'SAME_NAME'; readonly rows: number }
  /** Whose the learning environment says that it is. */
  | { readonly kind: 'OTHER_NAME'; readonly owner: string };

/** A student as a line of the table. */
export interface Row {
  readonly name: string;
  /** By name of the exercise; null when what came from this student can't be read. */
  readonly work: HandedIn['exercises'] | null;
  /** Folder and file, without the zip that they came in. */
  readonly place: string;
  /** A name that no other row has: with its place where the student's own name does not do. */
  readonly label: string;
  readonly remarks: readonly Remark[];
}

/** A row for everybody: first those of `handIns`, in their order, then whoever has nothing among these. */
export function rowsOf(handIns: readonly HandedIn[], refused: readonly Refused[] = []): readonly Row[] {
  const alike = Map.groupBy(handIns, ({ name }) => keyOf(name));
  const together = Map.groupBy(handIns, ({ way }) => way[0]);
  const rows = handIns.map((handIn): Row => {
    const { name, exercises, way } = handIn;
    const place = placeOf(way);
    const rows = alike.get(keyOf(name))?.length ?? 1;
    const owner = ownerOf(way, together.get(way[0]) ?? []);
    const remarks: Remark[] = [];
    if (exercises.size === 0) remarks.push({ kind: 'NOTHING' });
    if (CANVAS_LATE.test(way.at(-1) ?? '')) remarks.push({ kind: 'LATE' });
    if (rows > 1) remarks.push({ kind: 'SAME_NAME', rows });
    if (owner !== null && !isCalled(name, owner)) remarks.push({ kind: 'OTHER_NAME', owner });
    return { name, work: exercises, place, label: rows > 1 ? `${name} (${place})` : name, remarks };
  });
  return [...rows, ...withoutHandIn(handIns, refused)];
}

const placeOf = (way: HandedIn['way']) => (way.length > 1 ? way.slice(1) : way).join('/');

/** A row for each student of whom nothing but refused files came. */
function withoutHandIn(handIns: readonly HandedIn[], refused: readonly Refused[]): readonly Row[] {
  const zips = Map.groupBy([...handIns, ...refused], ({ way }) => way[0]);
  const students = new Map<string, { name: string; sources: Source[] }>();
  for (const together of zips.values()) {
    const handedIn = together.filter(isHandedIn);
    // One hand-in alone does not tell a folder of its own from that of the class; the files beside it do.
    const company = handedIn.length > 1 ? handedIn : together;
    const folders = company.map(({ way }) => ownFolderAt(way, company)).filter((at) => at !== -1);
    for (const one of together) {
      const student = studentOf(one, Math.min(...folders));
      if (student === null) continue;
      const { sources } = students.get(student.key) ?? { sources: [] };
      students.set(student.key, { name: student.name, sources: [...sources, one] });
    }
  }
  return [...students.values()].flatMap(({ name, sources }): Row[] => {
    const [first] = sources;
    if (first === undefined || !sources.every(isRefused)) return [];
    const place = placeOf(first.way);
    const isEmpty = sources.every(isNothing);
    return [
      isEmpty
        ? { name, work: new Map(), place, label: name, remarks: [{ kind: 'NOTHING' }] }
        : { name, work: null, place, label: name, remarks: [{ kind: 'UNREADABLE' }] },
    ];
  });
}

const isNothing = ({ result }: Refused) => result === 'EMPTY_FOLDER' || result === 'EMPTY_ZIP';

interface Student {
  readonly name: string;
  /** The same for all that came from one student. */
  readonly key: string;
}

/**
 * From whom a file came.
 *
 * @param folderAt which part of its way is the folder of a student; `Infinity` when none is
 * @returns null when it may be nobody's
 */
function studentOf(one: Source, folderAt: number): Student | null {
  const { way } = one;
  const isAlone = way.length === 1;
  for (const part of (isAlone ? way : way.slice(1)).toReversed()) {
    const named = namedByEnvironment(part);
    if (named) return { ...named, key: `${isAlone ? '' : way[0]}\0${named.key}` };
  }
  const isFolder = folderAt < way.length - (isFolderItself(one) ? 0 : 1);
  if (isFolder) return { name: way[folderAt] ?? '', key: way.slice(0, folderAt + 1).join('\0') };
  // A picture or a page beside the hand-ins is nobody's, and so is a zip that the teacher chose; a broken hand-in is somebody's.
  const isNobodys = isRefused(one) && (OF_NOBODY.has(one.result) || (isAlone && isZip(way)));
  return isNobodys ? null : { name: way.at(-1) ?? '', key: way.join('\0') };
}

const OF_NOBODY: ReadonlySet<FileRefusal> = new Set(['OTHER_FILE', 'TOO_MANY', 'TOO_FULL']);
const isFolderItself = (one: Source) => isRefused(one) && one.result === 'EMPTY_FOLDER';
const isZip = (way: HandedIn['way']) => /\.zip$/i.test(way.at(-1) ?? '');

/** The folder of a Moodle: `Mila De Smet_50001_assignsubmission_file`. */
const MOODLE = /^(?<key>(?<name>.+?)_\d+)_assignsubmission_/;
/** Folder or file of a Brightspace: `397063-2557001 - Mila De Smet - Dec 4, 2026 530 PM`. */
const BRIGHTSPACE = /^(?<key>\d+-\d+(?<between> ?- ?)(?<name>.+?))\k<between>/;
/** File of a Canvas: `desmetmila_LATE_4021_98123_werk.json`. */
const CANVAS = /^(?<name>[^\s_]+)_(?:LATE_)?(?<id>\d+)_\d+_/;
const CANVAS_LATE = /^[^\s_]+_LATE_\d+_\d+_/;

function namedByEnvironment(part: string): Student | null {
  const { name, key, id } = (MOODLE.exec(part) ?? BRIGHTSPACE.exec(part) ?? CANVAS.exec(part))?.groups ?? {};
  return name === undefined ? null : { name, key: key ?? `${name}_${id}` };
}

/**
 * Who handed it in, as a learning environment tells.
 *
 * @param together what came in the same zip
 * @returns null when nothing tells
 */
function ownerOf(way: HandedIn['way'], together: readonly Pick<HandedIn, 'way'>[]): string | null {
  // The zip itself is the teacher's, and a file that came alone has no folder.
  for (const part of way.slice(1).toReversed()) {
    const named = namedByEnvironment(part);
    if (named) return named.name;
  }
  return way[ownFolderAt(way, together)] ?? null;
}

/** Where in the way is the folder of one student; -1: nowhere. */
function ownFolderAt(way: HandedIn['way'], together: readonly Pick<HandedIn, 'way'>[]): number {
  // A folder in which all of them lie is the class, and nobody's; the zip of a student has a name of any kind.
  return way.findLastIndex(
    (part, at) =>
      at > 0 &&
      at < way.length - 1 &&
      !part.endsWith('.zip') &&
      !together.every((other) => other.way[at] === part),
  );
}

/** In any order, capitals and accents aside; of a name with a part left out, what is there counts. */
function isCalled(name: string, owner: string): boolean {
  const rest = keyOf(owner);
  return wordsOf(name).every((word) => rest.includes(word));
}

const keyOf = (name: string) => wordsOf(name).join('');

function wordsOf(name: string): readonly string[] {
  return (
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
