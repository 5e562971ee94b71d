/**
 * Whose work a hand-in is. The name in it is what a student typed; the folder or the prefix that a learning environment gave the
 * file is what can be trusted. Both are shown, and a teacher is told where they differ.
 */
import type { HandedIn } from './read-files.ts';

/** What is to be known of a row before its marks are believed. */
export type Remark =
  | { readonly kind: 'NOTHING' }
  /** The learning environment says so, in the name of the file. */
  | { readonly kind: 'LATE' }
  /** So many rows have this name. */
  | { readonly kind: 'SAME_NAME'; readonly rows: number }
  /** Whose the learning environment says that it is. */
  | { readonly kind: 'OTHER_NAME'; readonly owner: string };

/** A hand-in as a line of the table. */
export interface Row {
  readonly handIn: HandedIn;
  /** Folder and file, without the zip that they came in. */
  readonly place: string;
  /** A name that no other row has: with its place where the student's own name does not do. */
  readonly label: string;
  readonly remarks: readonly Remark[];
}

export function rowsOf(handIns: readonly HandedIn[]): readonly Row[] {
  const alike = Map.groupBy(handIns, ({ name }) => keyOf(name));
  const together = Map.groupBy(handIns, ({ way }) => way[0]);
  return handIns.map((handIn) => {
    const { name, exercises, way } = handIn;
    const place = (way.length > 1 ? way.slice(1) : way).join('/');
    const rows = alike.get(keyOf(name))?.length ?? 1;
    const owner = ownerOf(way, together.get(way[0]) ?? []);
    const remarks: Remark[] = [];
    if (exercises.size === 0) remarks.push({ kind: 'NOTHING' });
    if (CANVAS_LATE.test(way.at(-1) ?? '')) remarks.push({ kind: 'LATE' });
    if (rows > 1) remarks.push({ kind: 'SAME_NAME', rows });
    if (owner !== null && !isCalled(name, owner)) remarks.push({ kind: 'OTHER_NAME', owner });
    return { handIn, place, label: rows > 1 ? `${name} (${place})` : name, remarks };
  });
}

/** The folder of a Moodle: `Mila De Smet_50001_assignsubmission_file`. */
const MOODLE = /^(.+?)_\d+_assignsubmission_/;
/** Folder or file of a Brightspace: `397063-2557001 - Mila De Smet - Dec 4, 2026 530 PM`. */
const BRIGHTSPACE = /^\d+-\d+ ?- ?(.+?) ?- ?/;
/** File of a Canvas: `desmetmila_LATE_4021_98123_werk.json`. */
const CANVAS = /^([^\s_]+)_(?:LATE_)?\d+_\d+_/;
const CANVAS_LATE = /^[^\s_]+_LATE_\d+_\d+_/;

/**
 * Who handed it in, as a learning environment tells.
 *
 * @param together what came in the same zip
 * @returns null when nothing tells
 */
function ownerOf(way: HandedIn['way'], together: readonly HandedIn[]): string | null {
  // The zip itself is the teacher's, and a file that came alone has no folder.
  for (const part of way.slice(1).reverse()) {
    const [, name] = MOODLE.exec(part) ?? BRIGHTSPACE.exec(part) ?? CANVAS.exec(part) ?? [];
    if (name !== undefined) return name;
  }
  // A folder in which all of them lie is the class, and nobody's; the zip of a student has a name of any kind.
  const own = way
    .slice(1, -1)
    .findLast((part, at) => !part.endsWith('.zip') && !together.every((other) => other.way[at + 1] === part));
  return own ?? null;
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
