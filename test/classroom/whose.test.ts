/** Of whom a hand-in is, which of theirs counts, and that nobody gets another's. */
import { describe, expect, test } from 'vitest';
import { NO_CLAIMS } from '../../src/classroom/hand-in/claims.ts';
import type { HandedIn, Refused } from '../../src/classroom/marking/read-files.ts';
import { rowsOf } from '../../src/classroom/marking/whose.ts';
import { remarkInWords } from '../../src/classroom/marking/words.ts';

function handedIn(path: string, name: string, more: Partial<HandedIn> & { code?: string } = {}): HandedIn {
  const { code = path, ...rest } = more;
  return {
    name,
    names: [name],
    madeAt: null,
    set: null,
    versions: new Map(),
    claims: NO_CLAIMS,
    way: path.split('/'),
    exercises: new Map([['een', { 'a.js': code }]]),
    ...rest,
  };
}

/** Key, what is shown, which file counts, and how many came before it. */
const seen = (handIns: readonly HandedIn[], refused: readonly Refused[] = []) =>
  rowsOf(handIns, refused).map(({ key, who, place, earlier }) => [key, who, place, earlier.length]);

describe('of one person the newest counts', () => {
  test('by the moment of a Brightspace, in whatever order they lie', () => {
    const late = 'z.zip/397063-2557 - Mila De Smet - Dec 4, 2026 1205 PM/a.json';
    const early = 'z.zip/397063-2557 - Mila De Smet - Dec 4, 2026 1159 AM/a.json';
    for (const order of [
      [late, early],
      [early, late],
    ]) {
      const [row, ...more] = rowsOf(order.map((path) => handedIn(path, 'Mila')));
      expect([row?.moment, row?.earlier.map(({ way }) => way.join('/')), more]).toEqual([
        '2026-12-04T12:05',
        [early],
        [],
      ]);
    }
  });

  test('by the attempt of a Blackboard, whose page tells the name', () => {
    const page: Refused = {
      way: ['t.zip', 'Taak 1_r0123_attempt_2026-12-04-17-30-00.txt'],
      result: 'SYSTEM_PAGE',
      owner: 'Mila De Smet',
    };
    const handIns = ['2026-12-04-17-30-00', '2026-12-02-09-00-00'].map((at) =>
      handedIn(`t.zip/Taak 1_r0123_attempt_${at}_werk.json`, 'mila'),
    );
    expect(seen(handIns, [page])).toEqual([
      ['blackboard:r0123', 'Mila De Smet', 'Taak 1_r0123_attempt_2026-12-04-17-30-00_werk.json', 1],
    ]);
  });

  test('by the number of the file of a Canvas', () => {
    const handIns = ['98200_b', '9900_a'].map((file) =>
      handedIn(`c.zip/desmetmila_4021_${file}.json`, 'Mila De Smet'),
    );
    expect(seen(handIns)).toEqual([['canvas:4021', 'Mila De Smet', 'desmetmila_4021_98200_b.json', 1]]);
  });

  test('by the drop, for folders and for names alone', () => {
    const folder = (drop: number) => handedIn(`3A.zip/${drop}/Mila/a.json`, 'Mila', { drop });
    const other = (drop: number) => handedIn(`3A.zip/${drop}/Noah/a.json`, 'Noah', { drop });
    const rows = rowsOf([
      { ...folder(0), way: ['3A.zip', 'Mila', 'a.json'] },
      { ...other(0), way: ['3A.zip', 'Noah', 'a.json'] },
      { ...folder(1), way: ['3A (1).zip', 'Mila', 'b.json'] },
      { ...other(1), way: ['3A (1).zip', 'Noah', 'b.json'] },
      handedIn('emma.json', 'Emma'),
      handedIn('emma (1).json', 'Emma', { drop: 1 }),
    ]);
    expect(rows.map(({ who, place, remarks }) => [who, place, ...remarks.map(remarkInWords)])).toEqual([
      ['Mila', 'Mila/b.json', 'ook 1 eerdere inlevering'],
      ['Noah', 'Noah/b.json', 'ook 1 eerdere inlevering'],
      ['Emma', 'emma (1).json', 'ook 1 eerdere inlevering'],
    ]);
  });

  test('an exercise that only an earlier one has is not lost, with its own version', () => {
    const [row] = rowsOf([
      handedIn('z.zip/Mila_1_assignsubmission_file/oud.json', 'Mila', {
        madeAt: '2026-12-01T10:00:00Z',
        exercises: new Map([
          ['een', { 'a.js': 'oud' }],
          ['twee', { 'a.js': 'alleen hier' }],
        ]),
        versions: new Map([
          ['een', 'aaaaaaaa'],
          ['twee', 'bbbbbbbb'],
        ]),
      }),
      handedIn('z.zip/Mila_1_assignsubmission_file/nieuw.json', 'Mila', {
        madeAt: '2026-12-02T10:00:00Z',
        code: 'nieuw',
      }),
    ]);
    expect([...(row?.work ?? [])].map(([name, files]) => [name, files['a.js']])).toEqual([
      ['een', 'nieuw'],
      ['twee', 'alleen hier'],
    ]);
    expect([...(row?.handIn?.versions ?? [])]).toEqual([['twee', 'bbbbbbbb']]);
  });
});

describe('nobody gets another’s', () => {
  test('two of one name in one drop are two people, and stay that when one hands in again', () => {
    const first = [handedIn('mila.json', 'Mila'), handedIn('mila (1).json', 'Mila')];
    const keys = rowsOf(first).map(({ key, label }) => [key, label]);
    expect(keys).toEqual([
      ['naam:mila', 'Mila (mila.json)'],
      ['naam:mila#2', 'Mila (mila (1).json)'],
    ]);
    expect(rowsOf([...first, handedIn('mila (2).json', 'Mila', { drop: 1 })])).toHaveLength(3);
  });

  test('folders of one name in two zips of one drop are two people', () => {
    const rows = rowsOf(
      ['3A', '3B'].flatMap((klas) => [
        handedIn(`${klas}.zip/Mila/a.json`, 'Mila'),
        handedIn(`${klas}.zip/Noah/a.json`, 'Noah'),
      ]),
    );
    expect(rows.map(({ key }) => key)).toEqual(['map:mila', 'map:noah', 'map:mila#2', 'map:noah#2']);
  });

  test('two numbers of a Moodle are two people, whatever their name', () => {
    const rows = rowsOf(
      ['50001', '50002'].map((id) => handedIn(`z.zip/Mila Maes_${id}_assignsubmission_file/a.json`, 'Mila')),
    );
    expect(rows.map(({ key, remarks }) => [key, remarks])).toEqual([
      ['moodle:50001', [{ kind: 'SAME_NAME', rows: 2 }]],
      ['moodle:50002', [{ kind: 'SAME_NAME', rows: 2 }]],
    ]);
  });

  test('beside one’s own hand-in, one under another name is no earlier try', () => {
    const folder = 'z.zip/Emma Claes_3_assignsubmission_file';
    const rows = rowsOf([
      handedIn(`${folder}/mila.json`, 'Mila De Smet'),
      handedIn(`${folder}/e.json`, 'Emma'),
    ]);
    expect(
      rows.map(({ key, place, earlier, remarks }) => [key, place, earlier.length, remarks[0]?.kind]),
    ).toEqual([
      ['moodle:3', 'Emma Claes_3_assignsubmission_file/e.json', 0, 'SAME_NAME'],
      ['moodle:3:miladesmet', 'Emma Claes_3_assignsubmission_file/mila.json', 0, 'OTHER_NAME'],
    ]);
  });

  test.each<[what: string, paths: readonly string[], keys: readonly string[]]>([
    [
      'in a folder of a Moodle',
      [
        'z.zip/Mila Maes_50001_assignsubmission_file/les_1_2_werk.json',
        'z.zip/Noah Bos_50002_assignsubmission_file/les_1_2_werk.json',
      ],
      ['moodle:50001', 'moodle:50002'],
    ],
    [
      'in folders by name',
      ['z.zip/Taak/Mila/les_1_2_werk.json', 'z.zip/Taak/Noah/les_1_2_werk.json'],
      ['map:taakmila', 'map:taaknoah'],
    ],
    [
      'in a folder with a date in a folder by name',
      ['z.zip/Mila/2026-12-04 - werk - 2/a.json', 'z.zip/Noah/2026-12-04 - werk - 2/a.json'],
      ['map:mila', 'map:noah'],
    ],
    [
      'as loose files of two people',
      ['les_1_2_werk.json', 'les_1_2_werk.json'],
      ['canvas:1:mila', 'canvas:1:noah'],
    ],
  ])('a file that happens to be named as a Canvas does is its owner’s: %s', (_, paths, keys) => {
    const rows = rowsOf(paths.map((path, at) => handedIn(path, at === 0 ? 'Mila' : 'Noah')));
    expect(rows.map(({ key }) => key)).toEqual(keys);
    expect(rows.map(({ name }) => name)).toEqual(['Mila', 'Noah']);
  });

  test('a folder in the folder of a student is theirs, whatever they call it', () => {
    const inside = (paths: readonly (readonly [string, string])[]) =>
      rowsOf(paths.map(([path, name]) => handedIn(`z.zip/${path}/a.json`, name))).map(({ person }) => person);
    expect(
      inside([
        ['3A/Mila Maes/src', 'Mila'],
        ['3A/Noah Bos/project', 'Noah'],
        ['3B/Emma Claes/Mila Maes', 'Mila Maes'],
      ]),
    ).toEqual(['Mila Maes', 'Noah Bos', 'Emma Claes']);
    expect(
      inside([
        ['3A/Mila', 'M.'],
        ['3A/Noah', 'N.'],
        ['3B/Emma/diep', 'E.'],
      ]),
    ).toEqual(['Mila', 'Noah', 'Emma']);
  });

  test('two who worked together are called so when the folder is of one of them', () => {
    const [row] = rowsOf([
      handedIn('z.zip/Noah Peeters_2_assignsubmission_file/a.json', 'Mila De Smet en Noah Peeters', {
        names: ['Mila De Smet', 'Noah Peeters'],
      }),
    ]);
    expect([row?.who, row?.remarks]).toEqual(['Noah Peeters', []]);
  });
});

test('what an environment writes without a name is known by its number', () => {
  expect(
    seen([
      handedIn('c.zip/anon_x1Y2z_98123_werk.json', 'Mila'),
      handedIn('c.zip/LATE_anon_a1B2c_98124_werk.json', 'Noah'),
      handedIn('m.zip/Participant_77_assignsubmission_file_werk.json', 'Emma'),
    ]).map(([key, who]) => [key, who]),
  ).toEqual([
    ['canvas:anon_x1Y2z', 'anon_x1Y2z'],
    ['canvas:anon_a1B2c', 'anon_a1B2c'],
    ['moodle:77', 'Participant'],
  ]);
});
