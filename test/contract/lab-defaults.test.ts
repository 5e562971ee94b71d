/** What the course says in prose of the lab's numbers is what they are: a lesson can't compute, so it is read here. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as lab from '../../src/contract/lab-defaults.ts';
import { bytesInWords, times } from '../../src/kit/numbers.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Lessons, guides, exercises and the README, by path. */
function prose(): Map<string, string> {
  const paths = ['README.md'];
  for (const folder of ['content/lessons', 'content/guides', 'content/functions']) {
    for (const name of readdirSync(`${PROJECT}${folder}`, { recursive: true, encoding: 'utf8' })) {
      if (/\.(mdx|yaml)$/.test(name)) paths.push(`${folder}/${name}`);
    }
  }
  return new Map(paths.map((path) => [path, readFileSync(`${PROJECT}${path}`, 'utf8')]));
}

const seconds = (ms: number) => ms / 1_000;

/** Each sentence shape that names a number of the lab: what it says there, and what that has to be. */
const said: readonly {
  readonly shape: RegExp;
  readonly expected: readonly string[];
  readonly least: number;
}[] = [
  {
    shape: /[Nn]a (\d+) seconden zonder (?:werk|verzoek)/g,
    expected: [String(seconds(lab.IDLE_TIMEOUT_MS))],
    least: 6,
  },
  {
    shape: /na (\d+) (?:seconden )?en (?:na )?(?:nog eens )?(\d+) seconden/g,
    expected: lab.RETRY_WAITS_MS.map((ms) => String(seconds(ms))),
    least: 3,
  },
  { shape: /al (\w+ keer) mislukt/g, expected: [times(lab.MOST_ATTEMPTS)], least: 1 },
  { shape: /"(\w+ keer): meteen, na/gi, expected: [times(lab.MOST_ATTEMPTS)], least: 1 },
  { shape: /Met een timeout van (\d+) seconden/g, expected: [String(seconds(lab.TIMEOUT_MS))], least: 1 },
];

test.each(said)('$shape says what the lab does', ({ shape, expected, least }) => {
  let found = 0;
  for (const [path, text] of prose()) {
    for (const match of text.matchAll(shape)) {
      found += 1;
      expect([path, ...match.slice(1).map((word) => word.toLowerCase())]).toEqual([path, ...expected]);
    }
  }
  expect(found).toBeGreaterThanOrEqual(least);
});

test('a limit in words has no decimal where there is none', () => {
  expect(bytesInWords(lab.OBJECT_LIMIT_BYTES)).toBe('25 MB');
  expect(bytesInWords(lab.REQUEST_LIMIT_BYTES)).toBe('6 MB');
  expect(bytesInWords(lab.LOG_LIMIT_BYTES)).toBe('256 KB');
  expect(bytesInWords(1.5 * 1024 * 1024)).toBe('1,5 MB');
});

test('times are words up to ten', () => {
  expect([1, 3, 10, 11, 1_200].map(times)).toEqual([
    'één keer',
    'drie keer',
    'tien keer',
    '11 keer',
    '1.200 keer',
  ]);
});
