/**
 * A list of a class as a teacher has it: names under each other, a piece of a spreadsheet, or the CSV of a school's administration
 * or a grade book. Columns stand in any order and are known by their heads, in Dutch and in English; without heads, by what is in
 * them. Nothing is guessed away: a line that can't be read is told with its number.
 */
import Papa from 'papaparse';

export interface ClassMember {
  /** First name first; the e-mail address or the number where the list has no name. */
  readonly name: string;
  readonly email: string | null;
  /** Of the school: "studentnummer", "SIS User ID", "OrgDefinedId". */
  readonly number: string | null;
  /** With which they log in. */
  readonly login: string | null;
  /** Of the learning environment alone: "ID" of a Canvas, "Identifier" of a Moodle. */
  readonly id: string | null;
  readonly section: string | null;
}

export type ClassList = readonly ClassMember[];

/** What a teacher should know of a list; `lines` count from 1. */
export type ListRemark =
  /** Two or more people of one name, and nothing beside it to tell them apart. */
  | { readonly kind: 'SAME_NAME'; readonly name: string; readonly count: number }
  | { readonly kind: 'NO_NAME'; readonly lines: readonly number[] }
  /** The same line once more, which is left out. */
  | { readonly kind: 'TWICE'; readonly lines: readonly number[] }
  | { readonly kind: 'CUT'; readonly most: number };

export type ReadList =
  | { readonly list: ClassList; readonly remarks: readonly ListRemark[] }
  /**
   * - `EMPTY`: nothing in it;
   * - `NO_NAMES`: no column of names, and no head that says which it is;
   * - `TOO_LARGE`: over 1 MB.
   */
  | { readonly problem: 'EMPTY' | 'NO_NAMES' | 'TOO_LARGE' };

/** A whole school has fewer in one list. */
export const MOST_MEMBERS = 2_000;
const LIMIT_LETTERS = 1_024 * 1_024;
const LONGEST = 120;

type Column = 'name' | 'first' | 'infix' | 'last' | 'email' | 'number' | 'login' | 'id' | 'section';

/** Heads as schools and grade books write them, without capitals, spaces and signs. */
const HEADS: Readonly<Record<Column, readonly string[]>> = {
  name: [
    'naam',
    'name',
    'student',
    'students',
    'studentnaam',
    'studentname',
    'leerling',
    'volledigenaam',
    'fullname',
    'deelnemer',
  ],
  first: ['voornaam', 'voornamen', 'roepnaam', 'firstname', 'first', 'givenname'],
  infix: ['tussenvoegsel', 'tussenvoegsels', 'voorvoegsel', 'voorvoegsels', 'infix'],
  last: ['achternaam', 'familienaam', 'lastname', 'last', 'surname', 'familyname'],
  email: ['email', 'emailadres', 'emailaddress', 'mail', 'mailadres', 'eposta', 'eposte'],
  number: [
    'studentnummer',
    'studentennummer',
    'studentnr',
    'nummer',
    'nr',
    'stamnummer',
    'stamboeknummer',
    'leerlingnummer',
    'leerlingennummer',
    'rolnummer',
    'inschrijvingsnummer',
    'studentid',
    'studentnumber',
    'idnumber',
    'idnummer',
    'orgdefinedid',
    'sisuserid',
  ],
  login: ['username', 'gebruikersnaam', 'login', 'loginid', 'sisloginid', 'loginnaam'],
  id: ['id', 'identifier', 'identificatie'],
  section: ['section', 'sectie', 'klas', 'groep', 'class', 'group'],
};
/** Lines of a grade book that are nobody. */
const NOBODY = /^\s*(points possible|student, test|teststudent)\s*$/i;
const NUMBER = /^[a-z]{0,2}\d{3,}$/i;
const EMAIL = /^\S+@\S+\.\S+$/;

export function readClassList(text: string): ReadList {
  if (text.length > LIMIT_LETTERS) return { problem: 'TOO_LARGE' };
  const rows = rowsOfText(text);
  const [first] = rows;
  if (first === undefined) return { problem: 'EMPTY' };
  const heads = headsOf(first.cells);
  const columns = heads ?? columnsByContent(rows);
  const hasNames = columns.some((column) => column === 'name' || column === 'first' || column === 'last');
  if (!hasNames) return { problem: 'NO_NAMES' };
  return collected(
    (heads === null ? rows : rows.slice(1)).map(({ line, cells }) => ({
      line,
      member: memberOf(cells, columns),
    })),
  );
}

interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

function rowsOfText(text: string): readonly TextRow[] {
  const clean = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(clean);
  const rows = Papa.parse<string[]>(clean, { delimiter: delimiter ?? '\u0000' }).data;
  return rows
    .map((cells, at) => ({ line: at + 1, cells: cells.map(cellOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

const cellOf = (cell: string) =>
  cell
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);

/** @returns null for one name a line: "De Smet, Mila" has a comma, and is no row of cells */
function delimiterOf(text: string): string | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  for (const delimiter of ['\t', ';']) {
    if (lines.filter((line) => line.includes(delimiter)).length * 2 > lines.length) return delimiter;
  }
  const isNames = lines.every((line) => /^[^,\d@"]+(,[^,\d@"]+)?$/.test(line));
  const [head = ''] = lines;
  if (isNames && headsOf(head.split(',').map(cellOf)) === null) return null;
  return lines.some((line) => line.includes(',')) ? ',' : null;
}

const plainHead = (head: string) =>
  head
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');

/** @returns null when it is no line of heads */
function headsOf(cells: readonly string[]): readonly (Column | null)[] | null {
  const found = cells.map((cell): Column | null => {
    const head = plainHead(cell);
    const known = (Object.keys(HEADS) as Column[]).find((column) => HEADS[column].includes(head));
    return known ?? null;
  });
  if (found.every((column) => column === null) || cells.some((cell) => EMAIL.test(cell))) return null;
  // In Flanders "naam" beside "voornaam" is the family name.
  const isFamilyName = found.includes('first') && !found.includes('last');
  return found.map((column, at) => {
    const wanted = column === 'name' && isFamilyName ? 'last' : column;
    return wanted !== null && found.indexOf(column) === at ? wanted : null;
  });
}

function columnsByContent(rows: readonly TextRow[]): readonly (Column | null)[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const isMostly = (at: number, test: (cell: string) => boolean) => {
    const filled = rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter(test).length * 2 > filled.length;
  };
  const found = Array.from({ length: width }, (_, at): Column | null => {
    if (isMostly(at, (cell) => EMAIL.test(cell))) return 'email';
    if (isMostly(at, (cell) => NUMBER.test(cell))) return 'number';
    return isMostly(at, (cell) => /\p{L}{2}/u.test(cell)) ? 'name' : null;
  });
  const names = found.flatMap((column, at) => (column === 'name' ? [at] : []));
  // Which of two is the first name can't be seen, and need not be: a name is compared in any order.
  const [one, two] = names;
  return found.map((column, at) => {
    if (column === 'name' && names.length > 1) return at === one ? 'last' : at === two ? 'first' : null;
    return column !== null && found.indexOf(column) === at ? column : null;
  });
}

function memberOf(cells: readonly string[], columns: readonly (Column | null)[]): ClassMember | null {
  const of = (column: Column) => {
    const at = columns.indexOf(column);
    return at === -1 ? '' : (cells[at] ?? '');
  };
  const orNull = (column: Column) => of(column) || null;
  const parts = [of('first'), of('infix'), of('last')].filter((part) => part !== '').join(' ');
  const [email, number, login] = [orNull('email'), orNull('number'), orNull('login')];
  const name = firstNameFirst(of('name')) || parts || email || number || login || '';
  if (name === '' || NOBODY.test(of('name'))) return null;
  const id = orNull('id')?.replace(/^\D+(?=\d+$)/, '') ?? null;
  return { name, email, number, login, id, section: orNull('section') };
}

/** "De Smet, Mila" → "Mila De Smet". */
function firstNameFirst(name: string): string {
  const [last = '', first, ...more] = name.split(',').map((part) => part.trim());
  return first && more.length === 0 ? `${first} ${last}` : name;
}

function collected(
  rows: readonly { readonly line: number; readonly member: ClassMember | null }[],
): ReadList {
  const seen = new Map<string, ClassMember>();
  const [twice, nameless]: [number[], number[]] = [[], []];
  for (const { line, member } of rows) {
    if (member === null) continue;
    if (member.name === (member.email ?? member.number ?? member.login)) nameless.push(line);
    const isKnown =
      member.email !== null || member.number !== null || member.login !== null || member.id !== null;
    const key = isKnown ? JSON.stringify(member) : `${line}`;
    if (seen.has(key)) twice.push(line);
    else seen.set(key, member);
  }
  const all = [...seen.values()];
  if (all.length === 0) return { problem: 'EMPTY' };
  const remarks: ListRemark[] = [];
  const alike = Map.groupBy(all, ({ name }) => name.toLowerCase());
  for (const [, same] of alike) {
    const [{ name } = { name: '' }] = same;
    const isTold = same.every(({ email, number, login, id }) => email ?? number ?? login ?? id);
    if (same.length > 1 && !isTold) remarks.push({ kind: 'SAME_NAME', name, count: same.length });
  }
  if (nameless.length > 0) remarks.push({ kind: 'NO_NAME', lines: nameless });
  if (twice.length > 0) remarks.push({ kind: 'TWICE', lines: twice });
  if (all.length > MOST_MEMBERS) remarks.push({ kind: 'CUT', most: MOST_MEMBERS });
  return { list: all.slice(0, MOST_MEMBERS), remarks };
}

/** A list as it was kept; what is none is no list. */
export function asClassList(value: unknown): ClassList | null {
  if (!Array.isArray(value)) return null;
  const isText = (one: unknown): one is string => typeof one === 'string' && one.length <= LONGEST;
  const list = value.slice(0, MOST_MEMBERS).flatMap((one: unknown): ClassMember[] => {
    const { name, email, number, login, id, section } = (one ?? {}) as Record<string, unknown>;
    if (!isText(name) || name === '') return [];
    const orNull = (text: unknown) => (isText(text) ? text : null);
    return [
      {
        name,
        email: orNull(email),
        number: orNull(number),
        login: orNull(login),
        id: orNull(id),
        section: orNull(section),
      },
    ];
  });
  return list.length === 0 ? null : list;
}
