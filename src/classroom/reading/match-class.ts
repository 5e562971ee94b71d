/**
 * Who of a class handed in what. A number or an address of the learning environment decides; then the name, in any order and
 * without accents. Where a name can be two people's, nobody is chosen: a teacher is told.
 */
import type { ClassList, ClassMember } from './class-list.ts';
import { wordsOf } from './people-names.ts';

/** What is known of a row of the marking. */
export interface Known {
  /** As the folder or the learning environment has it; null when only the student says who it is. */
  readonly person: string | null;
  readonly number: string | null;
  /** As the student typed; empty when nothing of theirs can be read. */
  readonly names: readonly string[];
}

export interface ClassMatch {
  /** For each row, indexes in the list: of one or two people who worked together; none when it is nobody's of the list. */
  readonly members: readonly (readonly number[])[];
  /** For each row, those of the list of whom it might be when it can't be told; empty otherwise. */
  readonly maybe: readonly (readonly number[])[];
  /** For each member, indexes of rows. */
  readonly rows: readonly (readonly number[])[];
}

export function matchClass(list: ClassList, rows: readonly Known[]): ClassMatch {
  const members: number[][] = [];
  const maybe: number[][] = [];
  // Who handed in gets no second row, and so no other mark, because somebody else wrote their name in a file.
  const owners = rows.map((row) => ownerOf(list, row));
  const hasOwn = new Set(owners.flat());
  for (const [at, { person, number, names }] of rows.entries()) {
    const own = number === null ? [] : byNumber(list, number);
    const said = person === null ? names : [person];
    const found = (own.length > 0 ? [own] : said.map((name) => byName(list, name))).filter(
      ({ length }) => length > 0,
    );
    const sure = onlyOnes(found);
    // Who is named beside the owner of the folder worked along, by what the file says.
    const along =
      sure.length > 0 && names.length > 1 ? onlyOnes(names.map((name) => byName(list, name))) : [];
    const owner = owners[at] ?? [];
    members.push([...new Set([...sure, ...along])].filter((one) => owner.includes(one) || !hasOwn.has(one)));
    maybe.push(sure.length > 0 ? [] : [...new Set(found.flat())]);
  }
  return {
    members,
    maybe,
    rows: list.map((_, at) => members.flatMap((all, row) => (all.includes(at) ? [row] : []))),
  };
}

/** Whose a row is first of all: by the learning environment, else by the first name in the file. Empty when it can't be told. */
function ownerOf(list: ClassList, { person, number, names }: Known): readonly number[] {
  const own = number === null ? [] : byNumber(list, number);
  return onlyOnes([own.length > 0 ? own : byName(list, person ?? names[0] ?? '')]);
}

const onlyOnes = (found: readonly (readonly number[])[]) =>
  found.flatMap((all) => (all.length === 1 ? all : []));

function byNumber(list: ClassList, number: string): number[] {
  const wanted = number.toLowerCase();
  return indexes(list, ({ id, login, number: own, email }) =>
    [id, login, own, email?.split('@')[0]].some((one) => one?.toLowerCase() === wanted),
  );
}

/** The whole name, in any order; else one that has all words of it, or all letters of it without spaces. */
function byName(list: ClassList, name: string): number[] {
  const words = wordsOf(name);
  if (words.length === 0) return [];
  const sorted = words.toSorted().join(' ');
  const whole = indexes(list, (member) => sorted === formsOf(member).sorted);
  if (whole.length > 0) return whole;
  const joined = words.join('');
  const turned = indexes(list, (member) => formsOf(member).turns.has(joined));
  if (turned.length > 0) return turned;
  return indexes(list, (member) => {
    const all = formsOf(member).words;
    return (
      words.every((word) => all.includes(word)) ||
      (all.length > 1 && all.every((word) => words.includes(word)))
    );
  });
}

interface NameForms {
  readonly words: readonly string[];
  readonly sorted: string;
  /** "mila de smet" → "miladesmet", "desmetmila", "smetmilade": a Canvas writes the family name first, and no spaces. */
  readonly turns: ReadonlySet<string>;
}

/** Told once for each: a school's list is asked for each of a thousand hand-ins. */
const formsOfMember = new WeakMap<ClassMember, NameForms>();

function formsOf(member: ClassMember): NameForms {
  const known = formsOfMember.get(member);
  if (known !== undefined) return known;
  const words = wordsOf(member.name);
  const turns = words.map((_, at) => [...words.slice(at), ...words.slice(0, at)].join(''));
  const forms = { words, sorted: words.toSorted().join(' '), turns: new Set(turns) };
  formsOfMember.set(member, forms);
  return forms;
}

function indexes(list: ClassList, test: (member: ClassMember) => boolean): number[] {
  return list.flatMap((member, at) => (test(member) ? [at] : []));
}

export interface ClassFound {
  readonly members: number;
  /** Names of those who handed in nothing. */
  readonly absent: readonly string[];
  /** Labels of rows that are nobody's of the list. */
  readonly strangers: readonly string[];
  /** Labels of rows that may be somebody's, and it can't be told whose. */
  readonly maybe: readonly string[];
}

export interface LabelledRow extends Known {
  /** A name that no other row has. */
  readonly label: string;
  /** Something of theirs came in, whether it can be read or not. */
  readonly hasHandedIn: boolean;
}

/** What a teacher wants to know of a class: who is missing, and who is too many. */
export function foundOf(list: ClassList, rows: readonly LabelledRow[]): ClassFound {
  const { members, maybe, rows: rowsOf } = matchClass(list, rows);
  const mayBe = new Set(maybe.flat());
  return {
    members: list.length,
    absent: list.flatMap(({ name }, at) => {
      const own = rowsOf[at] ?? [];
      return own.some((row) => rows[row]?.hasHandedIn) || mayBe.has(at) ? [] : [name];
    }),
    strangers: rows.flatMap(({ label }, at) => (members[at]?.length || maybe[at]?.length ? [] : [label])),
    maybe: rows.flatMap(({ label }, at) => (maybe[at]?.length ? [label] : [])),
  };
}
