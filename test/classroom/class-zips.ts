/**
 * Zips as six learning environments give them, each of a class of fifty with twelve troubles in it, and what is true of each file.
 * The forms of Moodle, Canvas, Brightspace and Blackboard are those of the sources in `classroom/reading/`; of Smartschool and
 * itslearning none is public, and theirs are folders by name.
 */
import { strToU8, zipSync } from 'fflate';
import { handInFile } from '../../src/classroom/hand-in/hand-in.ts';

export const TROUBLES = [
  'nested zip',
  'second save',
  'renamed',
  'wrong file',
  'damaged',
  'locked',
  'formula name',
  'one name',
  'other name',
  'late',
  'two attempts',
  'nothing',
] as const;
export type Trouble = (typeof TROUBLES)[number];

export const ENVIRONMENTS = [
  'moodle',
  'canvas',
  'brightspace',
  'blackboard',
  'smartschool',
  'itslearning',
] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

export interface Student {
  readonly first: string;
  readonly last: string;
  readonly number: number;
  readonly trouble: Trouble | null;
}

export interface ClassZip {
  readonly bytes: Uint8Array;
  readonly students: readonly Student[];
  /** How many files and empty folders are in it, those of macOS left out; what is in a zip in it counts, and that zip does not. */
  readonly entries: number;
  /** How many of these are files that students or an environment made, and no folder. */
  readonly files: number;
}

const FIRST =
  'Mila Noah Emma Lucas Olivia Arthur Louise Finn Zoë Jules Ella Adam Lotte Daan Fleur Sem Anaïs Björn Chloé İbrahim'.split(
    ' ',
  );
const LAST = [
  'De Smet',
  'Peeters',
  'Claes',
  'van der Berg',
  'Ümit',
  "D'Hondt",
  'Janssens',
  'Maes-Wouters',
  'Goossens',
  'Aerts',
];

/** The work of one student: the code says whose it is, which nothing in the course reads. */
export const codeOf = ({ number }: Student, attempt = 2) => `export default () => ${number} + 0.${attempt};`;

const workOf = (student: Student, name: string, attempt = 2) =>
  handInFile({ name, exercises: new Map([['groet', { 'groet.js': codeOf(student, attempt) }]]) });

export function classZip(environment: Environment, at: number): ClassZip {
  const students = Array.from({ length: 50 }, (_, index): Student => {
    const number = (at + 1) * 1_000 + index;
    const trouble = index % 4 === 1 ? (TROUBLES[(index - 1) / 4] ?? null) : null;
    // Of one name are two, of whom the second has no trouble of its own.
    const isNamesake = index > 0 && index % 4 === 2 && TROUBLES[(index - 2) / 4] === 'one name';
    const named = isNamesake ? index - 1 : index;
    return {
      first: FIRST[named % FIRST.length] ?? '',
      last: LAST[(named * 7 + Math.floor(named / 20)) % LAST.length] ?? '',
      number,
      trouble,
    };
  });
  const files: Record<string, Uint8Array | [Uint8Array, { level: 0 }]> = {};
  let entries = 0;
  const [locked, damaged]: [string[], string[]] = [[], []];
  const put = (path: string, content: string | Uint8Array) => {
    files[path] = typeof content === 'string' ? [strToU8(content), { level: 0 }] : content;
    entries += 1;
    return path;
  };
  for (const student of students) {
    const { first, last, trouble } = student;
    const own = `${first.toLowerCase()}.functielab.json`;
    const name =
      trouble === 'formula name' ? '=1+1' : trouble === 'other name' ? 'Kim Onbekend' : `${first} ${last}`;
    const work = workOf(student, name);
    const place = (file: string, attempt = 2) => pathOf(environment, student, file, attempt);
    if (environment === 'blackboard') {
      const page = place('', 2).replace(/_$/, '.txt');
      put(page, `Name: ${first} ${last} (r${student.number})\nAssignment: Taak 1\nDate Submitted: x\n`);
    }
    if (trouble === 'nested zip') {
      put(place('inlevering.zip'), zipSync({ [own]: strToU8(work), [`__MACOSX/._${own}`]: strToU8('x') }));
    } else if (trouble === 'second save') put(place(own.replace('.json', ' (1).json')), work);
    else if (trouble === 'renamed') put(place('mijn werk.json.txt'), work);
    else if (trouble === 'wrong file') put(place('functie.js'), codeOf(student));
    else if (trouble === 'damaged') damaged.push(put(place(own), work));
    else if (trouble === 'locked') locked.push(put(place(own), work));
    else if (trouble === 'nothing') putNothing(environment, student, put);
    else {
      if (trouble === 'two attempts') put(place(own.replace('.', '-oud.'), 1), workOf(student, name, 1));
      put(place(own), work);
    }
  }
  if (environment === 'brightspace') put('index.html', '<html></html>');
  files['__MACOSX/._klas'] = strToU8('x');
  files['.DS_Store'] = strToU8('x');
  const bytes = zipSync(files);
  for (const path of locked)
    patch(bytes, path, (view, listed) =>
      view.setUint16(listed + 8, view.getUint16(listed + 8, true) | 1, true),
    );
  for (const path of damaged) {
    patch(bytes, path, (view, listed) => {
      const local = view.getUint32(listed + 42, true);
      const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      view.setUint8(data + 20, view.getUint8(data + 20) ^ 1);
    });
  }
  const folders = Object.keys(files).filter((path) => path.endsWith('/')).length;
  return { bytes, students, entries, files: entries - folders };
}

/** How each writes that there is nothing: an empty folder, and in a heap a page of its own. */
function putNothing(
  environment: Environment,
  student: Student,
  put: (path: string, content: string) => void,
): void {
  if (environment === 'canvas') put(`${shortNameOf(student)}_${student.number}_text.html`, '<p>Vergeten</p>');
  // A Blackboard has the page of this attempt already.
  else if (environment !== 'blackboard') put(pathOf(environment, student, '', 2), '');
}

const shortNameOf = ({ first, last }: Student) =>
  `${last}${first}`.replaceAll(/[^\p{L}\p{M}\p{N}_]/gu, '').toLowerCase();

function pathOf(environment: Environment, student: Student, file: string, attempt: number): string {
  const { first, last, number, trouble } = student;
  const two = (value: number) => String(value).padStart(2, '0');
  switch (environment) {
    case 'moodle':
      return `${first} ${last}_${number}_assignsubmission_file/${file}`;
    case 'canvas': {
      const late = trouble === 'late' ? 'LATE_' : '';
      return `${shortNameOf(student)}_${late}${number}_${number}${attempt}_${file}`;
    }
    case 'brightspace':
      return `${number}-2557001 - ${first} ${last} - Dec ${attempt}, 2026 530 PM/${file}`;
    case 'blackboard':
      return `Taak_1_r${number}_attempt_2026-12-${two(attempt)}-17-30-00_${file}`;
    case 'smartschool':
      return `Taak 1/${last} ${first}${trouble === 'one name' ? ' 2' : ''}/${file}`;
    case 'itslearning':
      return `${first} ${last}${trouble === 'one name' ? ' (1)' : ''}/${file}`;
  }
}

/** Changes one entry where the zip lists it. */
function patch(bytes: Uint8Array, path: string, change: (view: DataView, listed: number) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wanted = strToU8(path);
  for (let at = bytes.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50 || view.getUint16(at + 28, true) !== wanted.length) continue;
    if (wanted.every((byte, index) => bytes[at + 46 + index] === byte)) {
      change(view, at);
      return;
    }
  }
  throw new Error(`${path} is not in it`);
}
