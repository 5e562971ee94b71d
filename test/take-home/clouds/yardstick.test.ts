/** What counts as proven follows one rule on every target: what a target says of its players, what it tells readers, and what was recorded. */
import { expect, test } from 'vitest';
import { exerciseNames, sampleFromDisk, sampleNames } from '../../../src/build/exercises/from-disk.ts';
import type { Sample } from '../../../src/course/sample.ts';
import {
  allPlayed,
  type CloudTarget,
  differencesOf,
  lacksOf,
  playedParts,
  proof,
  provenTargets,
  storesOf,
  targets,
  triggersOf,
  yardstickWords,
} from '../../../src/take-home/clouds/index.ts';
import { contractCases } from '../../clouds/contract-cases.ts';

/** Of what a target has a place for: issue 17. */
const MOST_WITH_A_ROW = 0.1;

const pairs: readonly (readonly [name: string, sample: Sample])[] = [
  ...sampleNames().flatMap((name) => {
    const sample = sampleFromDisk(name);
    const names = exerciseNames().includes(name) ? [name, `${name} (oplossing)`] : [name];
    return names.map((one) => [one, sample] as const);
  }),
  ...contractCases().map(({ name, sample }) => [name, sample] as const),
];

const playersOf = (target: CloudTarget) => [
  ...triggersOf(target).map((what) => ({ what, player: target.triggers[what] })),
  ...storesOf(target).map((what) => ({ what: `store ${what}`, player: target.stores[what] })),
];

test.each(targets)(
  '$id names as a player only a package that its projects install, or Node',
  async (target) => {
    const { manifest } = await target.load();
    const { dependencies = {}, devDependencies = {} } = JSON.parse(manifest);
    const installed = Object.keys({ ...dependencies, ...devDependencies });
    for (const { what, player } of playersOf(target)) {
      if (player?.by === 'us') expect(player.words, what).toMatch(/^Niet bewezen: .*\.$/);
      else if (player?.by !== 'protocol') expect([...installed, 'node'], what).toContain(player?.with);
    }
  },
);

test.each(targets)('$id lets only a request in by a server of ours, and tells so', (target) => {
  const ids = differencesOf(target).map(({ id }) => id);
  for (const { what, player } of playersOf(target)) {
    const front = player !== undefined && 'front' in player ? player.front : undefined;
    if (player?.by === 'protocol' || front !== undefined) expect(what).toBe('http');
    if (front !== undefined) expect(ids).toContain(front);
  }
});

test('a pair is played when one of its triggers or stores is, and not for what else a target plays', () => {
  const sample = (name: string) => sampleFromDisk(name);
  const words = 'Niet bewezen: dit.';
  const engine = { by: 'provider', with: 'x' } as const;
  const target = {
    triggers: { http: engine, queue: { by: 'us', words } },
    stores: { kv: engine, queue: engine },
  } as const;
  expect(playedParts(target, sample('likes-in-kv'))).toEqual([]);
  expect(playedParts(target, sample('nieuwsbrief'))).toEqual([words]);
  const inStore = { triggers: { http: engine }, stores: { kv: { by: 'us', words } } } as const;
  expect(playedParts(inStore, sample('likes-in-kv'))).toEqual([words]);
  expect(playedParts(inStore, sample('taken'))).toEqual([]);
  expect(allPlayed(target)).toEqual([words]);
});

test('what was recorded of every pair follows the rule, on every target', () => {
  expect(provenTargets.length).toBeGreaterThan(0);
  for (const target of provenTargets) {
    for (const [name, sample] of pairs) {
      const kind = proof[target.id]?.pairs[name];
      const wanted =
        lacksOf(target, sample).length > 0
          ? ['lacking']
          : playedParts(target, sample).length > 0
            ? ['played']
            : ['passed', 'difference'];
      expect(wanted, `${name} on ${target.id}`).toContain(kind);
    }
  }
});

test('what differs in a named thing is at most a tenth of what a target has a place for', () => {
  for (const { id } of provenTargets) {
    const kinds = Object.values(proof[id]?.pairs ?? {});
    const placed = kinds.filter((kind) => kind !== 'lacking');
    const different = kinds.filter((kind) => kind === 'difference');
    expect(different.length / placed.length, id).toBeLessThanOrEqual(MOST_WITH_A_ROW);
  }
});

test('on Lambda a queue, an upload and a timer are played, and what answers HTTP is not', () => {
  const aws = targets.find(({ id }) => id === 'aws');
  if (aws === undefined) return expect.fail();
  for (const name of ['opruimen', 'nieuwsbrief', 'tel-verkoop']) {
    expect(playedParts(aws, sampleFromDisk(name)), name).toHaveLength(1);
  }
  expect(playedParts(aws, sampleFromDisk('likes-met-versie'))).toEqual([]);
});

test('the rule itself is told to readers in whole sentences', () => {
  for (const sentence of yardstickWords) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
