/** A class list in the forms in which teachers have one, and who of it handed in. */
import { describe, expect, test } from 'vitest';
import {
  asClassList,
  type ClassMember,
  type ListRemark,
  readClassList,
} from '../../src/classroom/reading/class-list.ts';
import { listInWords, listRemarkInWords } from '../../src/classroom/reading/list-words.ts';
import { foundOf, type Known, matchClass } from '../../src/classroom/reading/match-class.ts';
import { textOfFile } from '../../src/classroom/reading/text-of-file.ts';

const member = (name: string, more: Partial<ClassMember> = {}): ClassMember => ({
  name,
  email: null,
  number: null,
  login: null,
  id: null,
  section: null,
  ...more,
});

test.each<[form: string, text: string, list: readonly ClassMember[]]>([
  [
    'names under each other',
    'Mila De Smet\n\nNoah Peeters\n',
    [member('Mila De Smet'), member('Noah Peeters')],
  ],
  [
    'family names first, with a comma',
    'De Smet, Mila\r\nPeeters, Noah',
    [member('Mila De Smet'), member('Noah Peeters')],
  ],
  [
    'a piece of a spreadsheet without heads, in any order',
    'De Smet\tmila@school.be\tMila\tr0123456\nPeeters\tnoah@school.be\tNoah\tr0123457',
    [
      member('Mila De Smet', { email: 'mila@school.be', number: 'r0123456' }),
      member('Noah Peeters', { email: 'noah@school.be', number: 'r0123457' }),
    ],
  ],
  [
    'a Flemish CSV: "naam" beside "voornaam" is the family name',
    '\uFEFFKlas;Naam;Voornaam;E-mailadres\r\n3A;"De Smet";Mila;mila@school.be',
    [member('Mila De Smet', { email: 'mila@school.be', section: '3A' })],
  ],
  [
    'a Dutch CSV with an infix',
    'Studentnummer,Roepnaam,Tussenvoegsel,Achternaam\n0912345,Fleur,van der,Berg\n0912346,Daan,,Bos',
    [member('Fleur van der Berg', { number: '0912345' }), member('Daan Bos', { number: '0912346' })],
  ],
  [
    'the grade book of a Canvas, with its line of points and its test student',
    'Student,ID,SIS User ID,SIS Login ID,Section,Taak 1 (77)\n    Points Possible,,,,,10\n"De Smet, Mila",4021,0912,mila@school.be,3A,\n"Student, Test",9,,x,3A,',
    [member('Mila De Smet', { id: '4021', number: '0912', login: 'mila@school.be', section: '3A' })],
  ],
  [
    'the grading worksheet of a Moodle',
    'Identifier,"Full name","Email address",Status,Grade\n"Participant 50001","Mila De Smet",mila@school.be,"Submitted",',
    [member('Mila De Smet', { id: '50001', email: 'mila@school.be' })],
  ],
  [
    'the grades of a Brightspace',
    'OrgDefinedId,Username,Last Name,First Name,Taak 1 Points Grade,End-of-Line Indicator\n#20067930,mila.desmet,De Smet,Mila,,#',
    [member('Mila De Smet', { number: '#20067930', login: 'mila.desmet' })],
  ],
])('a list is read: %s', (_, text, list) => {
  expect(readClassList(text)).toEqual({ list, remarks: [] });
});

test.each([
  ['', 'EMPTY'],
  [' \n;;\n', 'EMPTY'],
  ['Studentnummer;E-mail\n0912;a@b.nl', 'NO_NAMES'],
  ['12345\n12346', 'NO_NAMES'],
  ['x'.repeat(1_100_000), 'TOO_LARGE'],
] as const)('what is no list says why: "%.30s"', (text, problem) => {
  expect(readClassList(text)).toEqual({ problem });
});

test('two of one name, a line without a name and a line that is there twice are told, and nobody is lost', () => {
  const read = readClassList(
    [
      'naam;e-mail',
      'Mila Maes;',
      'Mila Maes;',
      'Noah Peeters;n@s.be',
      ';onbekend@s.be',
      'Noah Peeters;n@s.be',
      'Emma Claes;e1@s.be',
      'Emma Claes;e2@s.be',
    ].join('\n'),
  );
  expect(read).toEqual({
    list: [
      member('Mila Maes'),
      member('Mila Maes'),
      member('Noah Peeters', { email: 'n@s.be' }),
      member('onbekend@s.be', { email: 'onbekend@s.be' }),
      member('Emma Claes', { email: 'e1@s.be' }),
      member('Emma Claes', { email: 'e2@s.be' }),
    ],
    remarks: [
      { kind: 'SAME_NAME', name: 'Mila Maes', count: 2 },
      { kind: 'NO_NAME', lines: [5] },
      { kind: 'TWICE', lines: [6] },
    ],
  });
});

test('a list that was kept is read back, and what is none is not', () => {
  const list = [member('Mila', { number: '1' })];
  expect(asClassList(JSON.parse(JSON.stringify(list)))).toEqual(list);
  expect(asClassList([{ name: 3 }, null, {}])).toBeNull();
  expect(asClassList('Mila')).toBeNull();
});

describe('who handed in', () => {
  const list = [
    member('Mila De Smet', { id: '4021', email: 'mila@s.be' }),
    member('Zoë Ümit', { login: 'r0123' }),
    member('Fleur van der Berg'),
    member('Mila Maes'),
    member('Mila Maes'),
  ];
  const known = (person: string | null, number: string | null = null, ...names: string[]): Known => ({
    person,
    number,
    names,
  });

  test.each<[what: string, row: Known, members: readonly number[], maybe: readonly number[]]>([
    ['by the number of the environment', known('x', '4021', 'wie'), [0], []],
    ['by a login, in any capitals', known('x', 'R0123'), [1], []],
    ['by what stands before the @', known('x', 'mila'), [0], []],
    ['by a name without accents', known('Zoe Umit'), [1], []],
    ['by the family name first', known('De Smet Mila'), [0], []],
    ['by a name without spaces', known('vanderbergfleur'), [2], []],
    ['by a first name that one alone has', known(null, null, 'fleur'), [2], []],
    ['not by a first name of three', known(null, null, 'Mila'), [], [0, 3, 4]],
    ['not by a name of two', known('Mila Maes'), [], [3, 4]],
    ['by the folder, and not by what was typed', known('Fleur van der Berg', null, 'Mila De Smet'), [2], []],
    ['two who worked together', known('Zoë Ümit', null, 'Zoë', 'Fleur'), [1, 2], []],
    ['nobody of the list', known('Noah Peeters', '77', 'Noah'), [], []],
  ])('%s', (_, row, members, maybe) => {
    const match = matchClass(list, [row]);
    expect([match.members, match.maybe]).toEqual([[members], [maybe]]);
  });

  test('a member has the rows that are theirs', () => {
    const match = matchClass(list, [known('Mila De Smet'), known('Noah'), known('x', '4021')]);
    expect(match.rows).toEqual([[0, 2], [], [], [], []]);
  });
});

describe('what a teacher reads of it', () => {
  const list = [member('Mila De Smet'), member('Noah Peeters'), member('Emma Claes'), member('Emma Claes')];
  const row = (person: string, hasHandedIn = true) => ({
    person,
    number: null,
    names: [],
    label: person,
    hasHandedIn,
  });

  test('who is missing, also when an empty folder came, who is too many, and who may be two', () => {
    const found = foundOf(list, [
      row('Mila De Smet'),
      row('Noah Peeters', false),
      row('Emma Claes'),
      row('Lou'),
    ]);
    expect(found).toEqual({
      members: 4,
      absent: ['Noah Peeters'],
      strangers: ['Lou'],
      maybe: ['Emma Claes'],
    });
  });

  test.each([
    [28, 0, '28 studenten, iedereen leverde in'],
    [28, 1, '28 studenten, 1 leverde niets in'],
    [1, 2, '1 student, 2 leverden niets in'],
  ])('%i of whom %i are missing: %s', (members, absent, words) => {
    expect(listInWords(members, absent)).toBe(words);
  });

  test.each<[ListRemark, string]>([
    [
      { kind: 'SAME_NAME', name: 'Mila Maes', count: 2 },
      'Mila Maes staat er 2 keer. Zet er een e-mailadres of nummer naast, dan houden we ze uit elkaar.',
    ],
    [{ kind: 'TWICE', lines: [6] }, 'Staat er al, en telt één keer: regel 6.'],
    [
      { kind: 'NO_NAME', lines: [2, 3, 4, 5, 6, 7, 8] },
      'Zonder naam: regels 2, 3, 4, 5, 6 en nog 2. Wie daar staat, heet hier naar het e-mailadres of nummer.',
    ],
    [{ kind: 'CUT', most: 2_000 }, 'Alleen de eerste 2.000 tellen mee.'],
  ])('a remark says what to do: %o', (remark, words) => {
    expect(listRemarkInWords(remark)).toBe(words);
  });
});

test('a list in the encoding of Windows keeps its accents', async () => {
  const bytes = Uint8Array.from('Zoë Ümit', (letter) => letter.charCodeAt(0));
  expect(await textOfFile(new Blob([bytes]))).toBe('Zoë Ümit');
});
