/** A zip as programs and people make it: every entry is accounted for, and none is believed. */
import { strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { handInFile } from '../../src/classroom/hand-in/hand-in.ts';
import {
  type DroppedFile,
  isHandedIn,
  isRefused,
  pathOf,
  readHandIns,
} from '../../src/classroom/marking/read-files.ts';
import { rowsOf } from '../../src/classroom/marking/whose.ts';
import { refusalWords, remarkInWords } from '../../src/classroom/marking/words.ts';
import { rawZip } from '../attacks/raw-zip.ts';

const work = (name: string, code = 'export default () => 1') =>
  handInFile({ name, exercises: new Map([['groet-iedereen', { 'groet.js': code }]]) });

function dropped(name: string, content: string | Uint8Array): DroppedFile {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return { name, size: bytes.length, arrayBuffer: async () => Uint8Array.from(bytes).buffer };
}

function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

/** As a web server writes it while it still makes it: sizes stand behind each file. */
function streamed(files: Readonly<Record<string, string>>, isPacked: boolean): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [path, text] of Object.entries(files)) {
    const file = isPacked ? new ZipDeflate(path) : new ZipPassThrough(path);
    zip.add(file);
    file.push(strToU8(text), true);
  }
  zip.end();
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** What a teacher sees: per file its path, and the name or the reason. */
async function seen(...files: readonly DroppedFile[]): Promise<string[]> {
  const sources = await readHandIns(files);
  return sources.map(
    (source) => `${pathOf(source.way)}: ${isRefused(source) ? refusalWords[source.result] : source.name}`,
  );
}

/** And per row of the table what stands under the name. */
async function rowsSeen(...files: readonly DroppedFile[]): Promise<string[]> {
  const sources = await readHandIns(files);
  const rows = rowsOf(sources.filter(isHandedIn), sources.filter(isRefused));
  return rows.map(({ label, place, remarks }) => [label, place, ...remarks.map(remarkInWords)].join(' | '));
}

const NO_HAND_IN =
  'geen inlevering van Functielab. Vraag de student om het bestand van ‘Bewaar mijn inlevering’';
const SYSTEM_PAGE =
  'van je leeromgeving zelf: een overzicht, of wat er in het tekstvak is getypt. Hier staat geen inlevering in';

test('a Moodle: a folder a student, and whatever students make of one file', async () => {
  const zip = zipped({
    'Mila De Smet_50001_assignsubmission_file/mila.functielab.json': work('Mila De Smet'),
    'Noah Peeters_50002_assignsubmission_file/noah.functielab (1).json': work('Noah'),
    'Emma Claes_50003_assignsubmission_file/emma.json': work('Emma Claes'),
    'Arthur Maes_50004_assignsubmission_file/arthur.functielab.json.txt': work('arthur maes'),
    'Louise Goossens_50005_assignsubmission_file/inlevering.zip': zipped({
      'louise.functielab.json': work('Louise Goossens'),
      '__MACOSX/._louise.functielab.json': 'x',
    }),
    'Juliette De Backer_50006_assignsubmission_file/mila.functielab.json': work('Mila Janssens'),
    'Lucas Wouters_50007_assignsubmission_file/lucas.functielab.json': '{"functielab":"inlevering","v":1,',
    'Olivia Aerts_50008_assignsubmission_file/functie.js': 'export default () => 1',
    'Olivia Aerts_50008_assignsubmission_onlinetext/onlinetext.html': '<p>Zie mijn bestand</p>',
    'Finn Jacobs_50009_assignsubmission_file/finn.functielab.json':
      '{"functielab":"inlevering","v":1,"name":"Finn Jacobs","work":[]}',
    '__MACOSX/Mila De Smet_50001_assignsubmission_file/._mila.functielab.json': 'x',
    '.DS_Store': 'x',
  });
  expect(await rowsSeen(dropped('klas.zip', zip))).toEqual([
    'Mila De Smet | Mila De Smet_50001_assignsubmission_file/mila.functielab.json',
    'Noah Peeters | Noah Peeters_50002_assignsubmission_file/noah.functielab (1).json',
    'Emma Claes | Emma Claes_50003_assignsubmission_file/emma.json',
    'Arthur Maes | Arthur Maes_50004_assignsubmission_file/arthur.functielab.json.txt',
    'Louise Goossens | Louise Goossens_50005_assignsubmission_file/inlevering.zip/louise.functielab.json',
    'Juliette De Backer | Juliette De Backer_50006_assignsubmission_file/mila.functielab.json | in het bestand staat een andere naam: Mila Janssens',
    'Finn Jacobs | Finn Jacobs_50009_assignsubmission_file/finn.functielab.json | niets ingeleverd',
    'Lucas Wouters | Lucas Wouters_50007_assignsubmission_file/lucas.functielab.json | geen inlevering die te lezen is: zie Niet nagekeken',
    'Olivia Aerts | Olivia Aerts_50008_assignsubmission_file/functie.js | geen inlevering die te lezen is: zie Niet nagekeken',
  ]);
  expect((await seen(dropped('klas.zip', zip))).filter((line) => line.includes('. '))).toEqual([
    'klas.zip › Lucas Wouters_50007_assignsubmission_file/lucas.functielab.json: een beschadigde inlevering. Vraag de student om opnieuw in te leveren',
    `klas.zip › Olivia Aerts_50008_assignsubmission_file/functie.js: ${NO_HAND_IN}`,
    `klas.zip › Olivia Aerts_50008_assignsubmission_onlinetext/onlinetext.html: ${SYSTEM_PAGE}`,
  ]);
});

test('a Canvas: one heap, with the student before the name, and who was late', async () => {
  const zip = zipped({
    'desmetmila_4021_98123_mila.functielab.json': work('Mila De Smet'),
    'peetersnoah_LATE_4022_98124_noah.functielab-1.json': work('Noah Peeters'),
    'claesemma_4023_98125_mila.functielab.json': work('Mila De Smet'),
  });
  expect(await rowsSeen(dropped('submissions.zip', zip))).toEqual([
    'Mila De Smet | desmetmila_4021_98123_mila.functielab.json | deze naam staat er 2 keer',
    'Noah Peeters | peetersnoah_LATE_4022_98124_noah.functielab-1.json | te laat, zegt je leeromgeving',
    'claesemma | claesemma_4023_98125_mila.functielab.json | in het bestand staat een andere naam: Mila De Smet | deze naam staat er 2 keer',
  ]);
});

test('a Brightspace: a folder with numbers, a name and a moment, and a page of its own', async () => {
  const zip = zipped({
    '397063-2557001 - Mila De Smet - Dec 4, 2026 530 PM/mila.functielab.json': work('Mila De Smet'),
    '397064-2557001 - Zoë Ümit - Dec 4, 2026 531 PM/zoe.functielab.json': work('zoe umit'),
    '397065-2557001 - Emma Claes - Dec 4, 2026 532 PM/zoe.functielab.json': work('zoe umit'),
    'index.html': '<html></html>',
  });
  expect(await rowsSeen(dropped('klas.zip', zip))).toEqual([
    'Mila De Smet | 397063-2557001 - Mila De Smet - Dec 4, 2026 530 PM/mila.functielab.json',
    'Zoë Ümit | 397064-2557001 - Zoë Ümit - Dec 4, 2026 531 PM/zoe.functielab.json | deze naam staat er 2 keer',
    'Emma Claes | 397065-2557001 - Emma Claes - Dec 4, 2026 532 PM/zoe.functielab.json | in het bestand staat een andere naam: zoe umit | deze naam staat er 2 keer',
  ]);
  expect(await seen(dropped('klas.zip', zip))).toContain(`klas.zip › index.html: ${SYSTEM_PAGE}`);
});

test('a folder by name tells whose it is, a folder for all of them does not', async () => {
  const zip = zipped({
    'Taak 1/De Smet Mila/werk.json': work('Mila De Smet'),
    'Taak 1/Claes Emma/werk.json': work('Mila'),
  });
  expect(await rowsSeen(dropped('klas.zip', zip), dropped('noah.json', work('Noah')))).toEqual([
    'De Smet Mila | Taak 1/De Smet Mila/werk.json',
    'Claes Emma | Taak 1/Claes Emma/werk.json | in het bestand staat een andere naam: Mila',
    'Noah | noah.json',
  ]);
  const heap = zipped({ 'Taak 1/a.json': work('Mila'), 'Taak 1/b.json': work('Emma') });
  expect(await rowsSeen(dropped('klas.zip', heap))).toEqual(['Mila | Taak 1/a.json', 'Emma | Taak 1/b.json']);
});

test.each<[what: string, files: Parameters<typeof zipped>[0], names: readonly string[]]>([
  [
    'folders of a Moodle, one empty, one with a second try beside it',
    {
      'Mila De Smet_50001_assignsubmission_file/a.json': work('Mila De Smet'),
      'Mila De Smet_50001_assignsubmission_onlinetext/onlinetext.html': '<p>Hallo</p>',
      'Noah Peeters_50002_assignsubmission_file/': '',
      'Noah Peeters_50003_assignsubmission_file/foto.jpg': 'x',
    },
    ['Mila De Smet', 'Noah Peeters: niets', 'Noah Peeters: onleesbaar'],
  ],
  [
    'files of a Canvas, of which the late one is the broken one of another student',
    {
      'desmetmila_4021_98123_foto.png': 'x',
      'desmetmila_LATE_4021_98124_werk.json': work('desmetmila'),
      'peetersnoah_4022_98125_werk.json': '{"functielab":',
    },
    ['desmetmila', 'peetersnoah: onleesbaar'],
  ],
  [
    'folders of a Brightspace, with a hyphen in a name',
    {
      '397063-2557001 - Anne-Marie Smit - Dec 4, 2026 530 PM/a.json': work('Anne-Marie Smit'),
      '397064-2557001 - Jean-Luc Maes - Dec 4, 2026 531 PM/': '',
      'index.html': '<html></html>',
    },
    ['Anne-Marie Smit', 'Jean-Luc Maes: niets'],
  ],
  [
    'folders by name, in a folder of the class, with folders in them',
    {
      '3A/': '',
      '3A/Mila/werk.json': work('Mila'),
      '3A/Mila/beelden/foto.jpg': 'x',
      '3A/Emma/werk.json': work('Emma'),
      '3A/Noah/project/src/a.js': 'x',
      '3A/Lou/': '',
      '3A/uitleg.pdf': 'x',
    },
    ['Mila', 'Emma', 'Noah: onleesbaar', 'Lou: niets'],
  ],
  [
    'one hand-in, and an empty folder beside it',
    { 'Mila/werk.json': work('Mila'), 'Noah/': '', 'lees mij.txt': 'x' },
    ['Mila', 'Noah: niets'],
  ],
  ['nobody handed in', { 'Mila/': '', 'Noah/foto.jpg': 'x' }, ['Noah: onleesbaar', 'Mila: niets']],
  [
    'a zip of each, an empty one among them',
    { 'Mila/werk.zip': zipped({ 'a.json': work('Mila') }), 'Noah/werk.zip': zipped({}) },
    ['Mila', 'Noah: niets'],
  ],
  [
    'a heap without names: what began as a hand-in is somebody’s, a picture is nobody’s',
    {
      'klas/mila.json': work('Mila'),
      'klas/emma.json': work('Emma'),
      'klas/noah.json': '{"functielab":',
      'klas/foto.jpg': 'x',
      'klas/bijlagen/opgave.pdf': 'x',
    },
    ['Mila', 'Emma', 'noah.json: onleesbaar'],
  ],
])('a row for everybody: %s', async (_, files, names) => {
  const rows = (await rowsSeen(dropped('klas.zip', zipped(files)))).map((row) => {
    const remark = row.includes('te lezen') ? ': onleesbaar' : row.includes('niets') ? ': niets' : '';
    return `${row.split(/ \| | \(/)[0]}${remark}`;
  });
  expect(rows.toSorted()).toEqual(names.toSorted());
});

test('an empty folder is told, and a file that came alone is a row when it began as a hand-in', async () => {
  const zip = zipped({ 'Mila/werk.json': work('Mila'), 'Noah/leeg/': '', 'Noah/': '' });
  expect(await seen(dropped('klas.zip', zip))).toEqual([
    'klas.zip › Mila/werk.json: Mila',
    'klas.zip › Noah/leeg: een lege map: er is niets ingeleverd',
  ]);
  const files = [
    dropped('noah.functielab.json', '{"functielab":'),
    dropped('brief.txt', 'Beste docent'),
    dropped('klas.zip', 'geen zip'),
  ];
  expect(await rowsSeen(...files)).toEqual([
    'noah.functielab.json | noah.functielab.json | geen inlevering die te lezen is: zie Niet nagekeken',
  ]);
});

test('what unpacks to more than 100 MB in all is cut off, and says what to do', async () => {
  const content = new Uint8Array(1024 * 1024);
  const many = Array.from({ length: 101 }, (_, at) => ({ path: `${at}.json`, content }));
  const zip = rawZip([...many, { path: 'mila/werk.json', content: strToU8(work('Mila')) }]);
  expect(zip.length).toBeLessThan(200_000);
  expect((await seen(dropped('klas.zip', zip))).at(-1)).toBe(
    'klas.zip › mila/werk.json: niet gelezen: alles samen pakt uit tot meer dan 100 MB. Pak de zip uit, en kies de inleveringen zelf',
  );
});

const utf16 = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return isLittle ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
    }),
  );

test.each([
  ['UTF-8', strToU8(work('Zoë'))],
  ['UTF-8 with a mark before it', strToU8(`\uFEFF${work('Zoë')}`)],
  ['UTF-16, as Notepad saves it', utf16(`\uFEFF${work('Zoë')}`, true)],
  ['UTF-16, the other way round', utf16(`\uFEFF${work('Zoë')}`, false)],
  ['UTF-16 without a mark', utf16(work('Zoë'), true)],
  ['Latin-1', Uint8Array.from(work('Zoë'), (letter) => letter.charCodeAt(0))],
])('a hand-in in %s is read', async (_, bytes) => {
  expect(await seen(dropped('werk.json', bytes))).toEqual(['werk.json: Zoë']);
});

test.each([
  ['a photo', 'foto.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 1, 2), NO_HAND_IN],
  ['a letter', 'brief.txt', 'Beste docent', NO_HAND_IN],
  ['a large film', 'film.mp4', new Uint8Array(2_000_000), NO_HAND_IN],
  ['a large text', 'werk.json', new Uint8Array(2_000_000), 'te groot: een inlevering is maximaal 1 MB'],
  ['a zip that is none', 'klas.zip', 'geen zip', 'geen zip, of geen complete. Download hem opnieuw'],
  ['an empty zip', 'klas.zip', zipped({}), 'een lege zip'],
] as const)('%s is refused with a reason', async (_, name, content, words) => {
  const [line, ...more] = await seen(dropped(name, content));
  expect([line, more]).toEqual([expect.stringContaining(`${name}: ${words}`), []]);
});

test('one level of zips is opened, and the next one is named', async () => {
  const deepest = zipped({ 'a.json': work('Diep') });
  const zip = zipped({ 'Mila/werk.zip': zipped({ 'mila.json': work('Mila'), 'nog.zip': deepest }) });
  expect(await seen(dropped('klas.zip', zip))).toEqual([
    'klas.zip › Mila/werk.zip › mila.json: Mila',
    'klas.zip › Mila/werk.zip › nog.zip: een zip in een zip in een zip. Pak hem eerst uit',
  ]);
});

describe('what a zip says of itself is checked', () => {
  const zip = zipSync({ 'a.json': [strToU8(work('Mila')), { level: 0 }], 'b.json': strToU8(work('Ali')) });

  /** The zip with one number of its list changed. */
  function changed(change: (view: DataView, listedAt: number) => void): Uint8Array {
    const bytes = Uint8Array.from(zip);
    const view = new DataView(bytes.buffer);
    let at = 0;
    while (view.getUint32(at, true) !== 0x02014b50) at += 1;
    change(view, at);
    return bytes;
  }

  test.each([
    [
      'a letter was changed',
      changed((view) => view.setUint8(60, 0x20)),
      'beschadigd in de zip. Download de zip opnieuw',
    ],
    [
      'it has a password',
      changed((view, at) => view.setUint16(at + 8, 1, true)),
      'met een wachtwoord op de zip',
    ],
    [
      'it is packed with LZMA',
      changed((view, at) => view.setUint16(at + 10, 14, true)),
      'ingepakt op een manier die we niet kennen',
    ],
    ['it stands elsewhere', changed((view, at) => view.setUint32(at + 42, 40, true)), 'beschadigd in de zip'],
    [
      'it ends beyond the file',
      changed((view, at) => view.setUint32(at + 20, 1e9, true)),
      'beschadigd in de zip',
    ],
  ])('%s: refused, and the other is read', async (_, bytes, words) => {
    expect(await seen(dropped('klas.zip', bytes))).toEqual([
      expect.stringContaining(`klas.zip › a.json: ${words}`),
      'klas.zip › b.json: Ali',
    ]);
  });

  test('cut anywhere it is refused or told whole, and never fails', async () => {
    for (let length = 0; length < zip.length; length += 7) {
      const lines = await seen(dropped('klas.zip', zip.slice(0, length)));
      expect(lines).toEqual(['klas.zip: geen zip, of geen complete. Download hem opnieuw']);
    }
  });

  test('anything changed anywhere is told, and never fails', async () => {
    for (let at = 0; at < zip.length; at += 1) {
      const bytes = Uint8Array.from(zip);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      const sources = await readHandIns([dropped('klas.zip', bytes)]);
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  test('bytes before it, as in one that unpacks by itself, do no harm', async () => {
    const bytes = Uint8Array.from([...strToU8('#!/bin/sh\n'), ...zip]);
    expect(await seen(dropped('klas.zip', bytes))).toEqual([
      'klas.zip › a.json: Mila',
      'klas.zip › b.json: Ali',
    ]);
    expect(Object.keys(unzipSync(zip))).toEqual(['a.json', 'b.json']);
  });
});

test.each([
  ['packed', true],
  ['stored', false],
])('a zip that was streamed, %s, is read', async (_, isPacked) => {
  const zip = streamed({ 'a.json': work('Mila'), 'Ali/b.json': work('Ali') }, isPacked);
  expect(await seen(dropped('klas.zip', zip))).toEqual([
    'klas.zip › a.json: Mila',
    'klas.zip › Ali/b.json: Ali',
  ]);
});

test('numbers that are too large for a zip stand elsewhere in it', async () => {
  const text = strToU8(work('Mila'));
  const plain = zipSync({ 'a.json': [text, { level: 0 }] });
  const view = new DataView(plain.buffer, plain.byteOffset);
  let listed = 0;
  while (view.getUint32(listed, true) !== 0x02014b50) listed += 1;
  const end = plain.length - 22;
  const extra = new DataView(new ArrayBuffer(4 + 24));
  extra.setUint16(0, 1, true);
  extra.setUint16(2, 24, true);
  extra.setBigUint64(4, BigInt(text.length), true);
  extra.setBigUint64(12, BigInt(text.length), true);
  extra.setBigUint64(20, 0n, true);
  const entry = new DataView(plain.slice(listed, end).buffer);
  entry.setUint16(30, 28, true);
  for (const at of [20, 24, 42]) entry.setUint32(at, 0xffffffff, true);
  const listBytes = entry.byteLength + 28;
  const wide = new DataView(new ArrayBuffer(56 + 20));
  wide.setUint32(0, 0x06064b50, true);
  wide.setBigUint64(32, 1n, true);
  wide.setBigUint64(40, BigInt(listBytes), true);
  wide.setBigUint64(48, BigInt(listed), true);
  wide.setUint32(56, 0x07064b50, true);
  wide.setBigUint64(64, BigInt(listed + listBytes), true);
  const ending = new DataView(plain.slice(end).buffer);
  ending.setUint16(10, 0xffff, true);
  for (const at of [12, 16]) ending.setUint32(at, 0xffffffff, true);
  const bytes = [plain.slice(0, listed), entry, extra, wide, ending].flatMap((part) => [
    ...(part instanceof Uint8Array ? part : new Uint8Array(part.buffer)),
  ]);
  expect(await seen(dropped('klas.zip', Uint8Array.from(bytes)))).toEqual(['klas.zip › a.json: Mila']);
});

test('a name that turns the text around it, or hides in it, is shown without that', async () => {
  const zip = zipped({ 'a\u202Egnp.json': work('Mi\u200Bla\u202E De\tSmet\u0000') });
  expect(await rowsSeen(dropped('klas\u2066.zip', zip))).toEqual(['Mila De Smet | agnp.json']);
});
