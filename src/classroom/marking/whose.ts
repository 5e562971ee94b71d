/**
 * Whose work a hand-in is, and who handed in none. The name in it is what a student typed; the folder or the prefix that a
 * learning environment gave the file is what can be trusted. Both are shown, and a teacher is told where they differ. Of one
 * person the newest hand-in counts, and the earlier ones stay to be seen.
 */
import { isCalled, keyOf } from '../reading/people-names.ts';
import type { SystemName, Told } from '../reading/told.ts';
import { type Owner, ownersOf } from './owners.ts';
import { type HandedIn, isHandedIn, isRefused, type Refused, type Source } from './read-files.ts';

/** What is to be known of a row before its marks are believed. */
export type Remark =
  | { readonly kind: 'NOTHING' }
  /** Something came from this student, and none of it can be read as a hand-in. */
  | { readonly kind: 'UNREADABLE' }
  /** The learning environment says so, in the name of the file. */
  | { readonly kind: 'LATE' }
  /** So many earlier hand-ins of this person there are. */
  | { readonly kind: 'EARLIER'; readonly count: number }
  /** So many rows have this name. */
  | { readonly kind: 'SAME_NAME'; readonly rows: number }
  /** The learning environment says that it is somebody else's than the file does. */
  | { readonly kind: 'OTHER_NAME'; readonly typed: string };

/** A person as a line of the table. */
export interface Row {
  /** Stays the same when the same person hands in again: what a teacher writes about somebody is kept under it. */
  readonly key: string;
  /** The name to show: by the learning environment, or else what the student typed. */
  readonly who: string;
  /** As the folder or the learning environment has it; null when only the student says who it is. */
  readonly person: string | null;
  /** The person's number or login in the learning environment; null when it tells none. */
  readonly number: string | null;
  readonly system: SystemName | null;
  /** What the student typed; `who` when nothing of theirs can be read. */
  readonly name: string;
  /** When it was handed in, by the learning environment and without a zone: `2026-12-04T17:30`; null when it does not tell. */
  readonly moment: string | null;
  /** The newest, with what only an earlier one has beside it; null when nothing came that can be read. */
  readonly handIn: HandedIn | null;
  /** The other hand-ins of this person, the newest first. */
  readonly earlier: readonly HandedIn[];
  /** By name of the exercise; null when what came from this person can't be read. */
  readonly work: HandedIn['exercises'] | null;
  /** Folder and file, without the zip that they came in. */
  readonly place: string;
  /** A name that no other row has: with its place where `who` alone does not do. */
  readonly label: string;
  readonly remarks: readonly Remark[];
}

/** A row for everybody: first those with a hand-in, in the order in which they came, then whoever has none. */
export function rowsOf(handIns: readonly HandedIn[], refused: readonly Refused[] = []): readonly Row[] {
  const sources: readonly Source[] = [...handIns, ...refused];
  const people = peopleOf(sources);
  const rows = people.map(rowOf);
  const first = rows.filter(({ handIn }) => handIn !== null);
  return withLabels([...first, ...rows.filter(({ handIn }) => handIn === null)]);
}

interface Person {
  readonly key: string;
  readonly items: readonly Item[];
}

interface Item {
  readonly owner: Owner;
  readonly source: Source;
}

function peopleOf(sources: readonly Source[]): readonly Person[] {
  const owners = ownersOf(sources);
  const items = sources.flatMap((source, at): Item[] => {
    const owner = owners[at] ?? null;
    return owner === null ? [] : [{ owner, source }];
  });
  return [...Map.groupBy(items, ({ owner }) => owner.key)].flatMap(([key, all]) => withoutOthers(key, all));
}

/**
 * Where hand-ins under other names than the owner's lie in one place, they are somebody else's: each name becomes a row of its own.
 * Only when all of them have one name, whatever it is, they are one person's.
 */
function withoutOthers(key: string, items: readonly Item[]): readonly Person[] {
  const isOwn = ({ owner, source }: Item) =>
    !isHandedIn(source) || owner.person === null || isCalled(source.names, owner.person);
  const own = items.filter(isOwn);
  const others = Map.groupBy(
    items.filter((item) => !isOwn(item)),
    ({ source }) => (isHandedIn(source) ? keyOf(source.name) : ''),
  );
  const hasOwn = own.some(({ source }) => isHandedIn(source));
  if (others.size + (hasOwn ? 1 : 0) <= 1) return [{ key, items }];
  return [
    ...(hasOwn ? [{ key, items: own }] : []),
    ...[...others].map(([name, all]) => ({ key: `${key}:${name}`, items: all })),
  ];
}

function rowOf({ key, items }: Person): Row {
  const [first] = items;
  const read = items.flatMap(({ source, owner }) => (isHandedIn(source) ? [{ source, owner }] : []));
  const [newest, ...before] = read.toReversed().toSorted(later);
  const owner = newest?.owner ?? first?.owner;
  const person = owner?.person ?? null;
  const way = newest?.source.way ?? first?.source.way ?? [];
  const name = newest?.source.name ?? person ?? '';
  const isSame = newest !== undefined && person !== null && isCalled(newest.source.names, person);
  const earlier = before.map(({ source }) => source);
  const handIn = newest ? combined(newest.source, earlier) : null;
  const remarks: Remark[] = [];
  if (handIn === null) remarks.push({ kind: items.every(isNothing) ? 'NOTHING' : 'UNREADABLE' });
  else if (handIn.exercises.size === 0) remarks.push({ kind: 'NOTHING' });
  if (newest?.owner.told?.isLate) remarks.push({ kind: 'LATE' });
  if (earlier.length > 0) remarks.push({ kind: 'EARLIER', count: earlier.length });
  if (handIn !== null && person !== null && !isSame) remarks.push({ kind: 'OTHER_NAME', typed: name });
  const who = person === null || (owner?.isShort && isSame) ? name : person;
  return {
    key,
    who,
    person,
    number: owner?.told?.number ?? null,
    system: owner?.told?.system ?? null,
    name,
    moment: newest?.owner.told?.moment ?? null,
    handIn,
    earlier,
    work: handIn?.exercises ?? (items.every(isNothing) ? new Map() : null),
    place: (way.length > 1 ? way.slice(1) : way).join('/'),
    label: who,
    remarks,
  };
}

const isNothing = ({ source }: Item) =>
  isRefused(source) && (source.result === 'EMPTY_FOLDER' || source.result === 'EMPTY_ZIP');

/** The newest first: by the learning environment, or else by drop, else by the student's own clock, else the last that came. */
function later(one: { source: HandedIn; owner: Owner }, other: { source: HandedIn; owner: Owner }): number {
  return (
    compare(timeOf(other.owner.told), timeOf(one.owner.told)) ||
    (other.source.drop ?? 0) - (one.source.drop ?? 0) ||
    compare(other.source.madeAt, one.source.madeAt)
  );
}

function timeOf(told: Told | null): string | null {
  return told?.moment ?? told?.attachment?.padStart(20, '0') ?? null;
}

/** 0 when one of the two is not known. */
function compare(one: string | null, other: string | null): number {
  if (one === null || other === null || one === other) return 0;
  return one < other ? -1 : 1;
}

/** An exercise that is not in the newest counts from the newest that has it: nothing that was handed in is lost. */
function combined(newest: HandedIn, earlier: readonly HandedIn[]): HandedIn {
  if (earlier.length === 0) return newest;
  const all = [newest, ...earlier].toReversed();
  return {
    ...newest,
    exercises: new Map(all.flatMap(({ exercises }) => [...exercises])),
    versions: new Map([...new Map(all.flatMap(versionsOf))].filter(([, version]) => version !== '')),
  };
}

/** One for each exercise, also where the file told none: that of an older hand-in says nothing about it. */
function versionsOf({ exercises, versions }: HandedIn): readonly (readonly [string, string])[] {
  return [...exercises.keys()].map((name) => [name, versions.get(name) ?? '']);
}

function withLabels(rows: readonly Row[]): readonly Row[] {
  const named = rows.filter(({ handIn }) => handIn !== null);
  const typed = Map.groupBy(named, ({ name }) => keyOf(name));
  const shown = Map.groupBy(rows, ({ who }) => keyOf(who));
  return rows.map((row) => {
    const asTyped = row.handIn === null ? 1 : (typed.get(keyOf(row.name))?.length ?? 1);
    const asShown = shown.get(keyOf(row.who))?.length ?? 1;
    const count = Math.max(asTyped, asShown);
    if (count === 1) return row;
    const remarks: readonly Remark[] = [...row.remarks, { kind: 'SAME_NAME', rows: count }];
    return { ...row, label: asShown > 1 ? `${row.who} (${row.place})` : row.who, remarks };
  });
}
