/** What goes by link and by file comes back as it was; what was made to harm is refused with a reason. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { NO_CLAIMS } from '../../src/classroom/hand-in/claims.ts';
import { handInFile, LONGEST_NAME, readHandIn } from '../../src/classroom/hand-in/hand-in.ts';
import { visibleText } from '../../src/classroom/hand-in/visible-text.ts';
import {
  type DroppedFile,
  isRefused,
  MOST_FILES,
  pathOf,
  readHandIns,
} from '../../src/classroom/marking/read-files.ts';

const exerciseName = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const work = (name: string, code = 'export default () => 1') =>
  handInFile({ name, exercises: new Map([['groet-iedereen', { 'groet.js': code }]]) });

function dropped(name: string, content: string | Uint8Array): DroppedFile {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return { name, size: bytes.length, arrayBuffer: async () => Uint8Array.from(bytes).buffer };
}

async function resultsOf(...files: readonly DroppedFile[]) {
  const sources = await readHandIns(files);
  return sources.map((source) => (isRefused(source) ? source.result : source.name));
}

const versions = fc.stringMatching(/^[0-9a-f]{8}$/);
const moment = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

test('a hand-in comes back out of its file', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[\p{L}\d][\p{L} \d]{0,20}[\p{L}\d]$/u), { minLength: 1, maxLength: 2 }),
      fc.uniqueArray(exerciseName, { minLength: 1, maxLength: 5 }),
      fc.string({ unit: 'binary' }),
      fc.option(moment, { nil: null }),
      fc.option(fc.record({ title: exerciseName, mark: versions }), { nil: null }),
      versions,
      (typed, all, code, madeAt, set, version) => {
        const names = typed.map(visibleText);
        const handIn = {
          name: names.join(' en '),
          names,
          madeAt,
          set,
          exercises: new Map(all.map((one) => [one, { 'a.js': code }])),
          versions: new Map([[all[0] ?? '', version]]),
          claims: {
            predictions: [{ id: 'koude-start', said: 3, came: 'vijf', isRight: true }],
            traffic: [
              {
                exercise: 'een',
                calls: [{ atMs: 0, durationMs: 9.5, isCold: true, startMs: 40, status: 200 }],
              },
            ],
            twelve: [{ id: 'geen-servers', form: 'a' as const, print: '0123abcd', choice: -1 }],
          },
        };
        expect(readHandIn(handInFile(handIn))).toEqual(handIn);
      },
    ),
  );
});

test('a hand-in of the first version has one name, and says no more than its code', () => {
  const work = [{ exercise: 'tel', files: { 'a.js': 'x' } }];
  const first = { functielab: 'inlevering', v: 1, name: 'Mila en Noah', work };
  expect(readHandIn(JSON.stringify({ ...first, names: ['A', 'B'], madeAt: '2026-12-04T15:30:00Z' }))).toEqual(
    {
      name: 'Mila en Noah',
      names: ['Mila en Noah'],
      madeAt: null,
      set: null,
      exercises: new Map([['tel', { 'a.js': 'x' }]]),
      versions: new Map(),
      claims: NO_CLAIMS,
    },
  );
});

test('anything at all is read without an error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      readHandIn(JSON.stringify(value));
      const file = { functielab: 'inlevering', v: 1, name: 'a', names: ['a'], work: [] };
      for (const v of [1, 2]) {
        for (const field of ['name', 'names', 'work', 'madeAt', 'set', 'claims']) {
          readHandIn(JSON.stringify({ ...file, v, [field]: value }));
          readHandIn(JSON.stringify({ ...file, v, [field]: [value] }));
        }
        readHandIn(
          JSON.stringify({ ...file, v, claims: { predictions: [value], traffic: [value], twelve: [value] } }),
        );
        readHandIn(
          JSON.stringify({
            ...file,
            v,
            claims: { traffic: [{ exercise: 'a', calls: [value, [value, 1, 1, 1, 200]] }] },
          }),
        );
      }
    }),
  );
});

test('what a file claims about its own results is not in what is read', () => {
  const claiming = JSON.stringify({ ...JSON.parse(work('Mila')), results: { passed: 99 }, score: 100 });
  expect(readHandIn(claiming)).toEqual(readHandIn(work('Mila')));
});

test('files and zips together, in their order; what is no hand-in says so', async () => {
  const zip = zipSync({
    'Ali/werk.functielab.json': strToU8(work('Ali')),
    'Ali/foto.jpg': strToU8('nee'),
    'Bo/werk.functielab.json': strToU8('{"a":'),
  });
  expect(
    await resultsOf(
      dropped('mila.functielab.json', work('Mila')),
      dropped('klas.zip', zip),
      dropped('brief.txt', 'Beste docent'),
      dropped('lijst.json', '[1]'),
      dropped('leeg.functielab.json', '{"functielab":"inlevering","v":1,"name":"Leo","work":[]}'),
    ),
  ).toEqual(['Mila', 'Ali', 'OTHER_FILE', 'NOT_JSON', 'OTHER_FILE', 'OTHER_FILE', 'Leo']);
});

test('a zip bomb is refused, and the others in it are still read', async () => {
  const zip = zipSync({
    'bom.functielab.json': new Uint8Array(60 * 1024 * 1024),
    'mila.functielab.json': strToU8(work('Mila')),
  });
  expect(zip.length).toBeLessThan(200_000);
  expect(await resultsOf(dropped('klas.zip', zip))).toEqual(['TOO_LARGE', 'Mila']);
});

test('a path that leads elsewhere is only a name', async () => {
  const [source] = await readHandIns([
    dropped('klas.zip', zipSync({ '../../etc/x.functielab.json': strToU8(work('Mila')) })),
  ]);
  expect(pathOf(source?.way ?? [])).toBe('klas.zip › ../../etc/x.functielab.json');
  expect(source).toMatchObject({ name: 'Mila' });
});

test('three thousand files give as many as fit, and a word about the rest', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 3_000 }, (_, at) => [`${at}.functielab.json`, strToU8(work(`L${at}`))]),
  );
  const results = await resultsOf(
    dropped('klas.zip', zipSync(many)),
    dropped('x.functielab.json', work('X')),
  );
  expect(results).toHaveLength(MOST_FILES + 1);
  expect(results.slice(MOST_FILES)).toEqual(['TOO_MANY']);
});

test('a name may hold anything, and is kept short', () => {
  const hostile = `<img src=x onerror=alert(1)>${'x'.repeat(200)}`;
  expect(readHandIn(work(hostile))).toMatchObject({ name: hostile.slice(0, LONGEST_NAME) });
  expect(readHandIn(work('   '))).toMatchObject({ name: 'zonder naam' });
});
