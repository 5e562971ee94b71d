/**
 * The projects of every sample for every target, without a registry: which files they have, that their packages and their
 * lockfile agree, and how large they are. `test/clouds/` runs them in the providers' own engines.
 */
import { builtinModules } from 'node:module';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exerciseNames, sampleFromDisk, sampleNames } from '../../../src/build/exercises/from-disk.ts';
import {
  cloudProject,
  differencesOf,
  lackInWords,
  lacksOf,
  proof,
  provenTargets,
  stepInWords,
  stepsOf,
  targets,
} from '../../../src/take-home/clouds/index.ts';
import { contractCases } from '../../clouds/contract-cases.ts';

const NOTHING = { status: null, headers: null, body: null, kv: null, bucket: null, dead: null };
const LARGEST_ZIP_BYTES = 100 * 1024;
const LONGEST_LINE = 1_000;

const samples = sampleNames().map((name) => sampleFromDisk(name));

/** As `test/clouds/pairs.ts` names them. */
const subjects = [
  ...samples.flatMap(({ name }) => (exerciseNames().includes(name) ? [name, `${name} (oplossing)`] : [name])),
  ...contractCases().map(({ name }) => name),
];

// Every sentence puts the version behind the name: `… met workerd 1.20261117.1`.
test('the name of an engine ends in what its version is of', () => {
  const odd = targets.filter(({ engine }) => !/ ?(Node\.js|[@a-z][a-z/-]+)$/.test(engine.name));
  expect(odd.map(({ engine }) => engine.name)).toEqual([]);
});

test('what was recorded of a target names every sample, solution and case', () => {
  expect(provenTargets.length).toBeGreaterThan(0);
  for (const target of provenTargets) {
    const found = proof[target.id];
    if (found === undefined) return expect.fail(target.id);
    const { pairs, day } = found;
    expect(
      Object.keys(pairs).sort(),
      `${target.id}: npm run test:clouds -- --target ${target.id} --record`,
    ).toEqual([...subjects].sort());
    expect(day).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

describe.each(targets)('$name', (target) => {
  const pairs = samples.filter((sample) => lacksOf(target, sample).length === 0);

  test('has samples, and each that it has no place for is told why', () => {
    expect(pairs.length).toBeGreaterThan(0);
    for (const sample of samples) {
      for (const lack of lacksOf(target, sample)) {
        expect(lackInWords(lack, target), sample.name).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  test('names in its differences only samples that are there, each difference once', () => {
    const ids = differencesOf(target).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const names = samples.map(({ name }) => name);
    for (const { samples: shown, words } of differencesOf(target)) {
      for (const name of shown) expect(names).toContain(name.replace(' (oplossing)', ''));
      expect(words).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('makes a project of every sample that it has a place for, whole and small', async () => {
    for (const sample of pairs) {
      const asked = { name: sample.name, sample, files: sample.files, examples: [] };
      const files = await cloudProject(target, asked);
      const paths = files.map(({ path }) => path);
      expect(new Set(paths).size, sample.name).toBe(paths.length);
      for (const { path, text } of sample.files) {
        const own = files.find((file) => file.path === `functie/${path}`);
        expect(own?.text, `${sample.name}/${path}`).toBe(text);
      }
      const zip = zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])));
      expect(zip.byteLength, sample.name).toBeLessThan(LARGEST_ZIP_BYTES);
      expect(paths).toEqual(
        expect.arrayContaining([
          'LEESMIJ.md',
          'package.json',
          'package-lock.json',
          'functielab/adapter.mjs',
          'functielab/local.mjs',
          'functielab/project.json',
          'test/voorbeelden.test.mjs',
        ]),
      );
    }
  });

  test('tries in its own tests only what is the same there', async () => {
    const sample = sampleFromDisk('pech');
    const steps = stepsOf(sample, new Map());
    const examples = steps.map((step) => ({ title: stepInWords(step), step, expected: NOTHING }));
    expect(examples.map(({ title }) => title)).toContain('GET /crash');
    const files = await cloudProject(target, { name: sample.name, sample, files: sample.files, examples });
    const tried = JSON.parse(files.find(({ path }) => path === 'test/voorbeelden.json')?.text ?? '[]');
    expect(tried.map(({ title }: { title: string }) => title)).toEqual([
      'GET /goed',
      'GET /fout',
      'GET /te-laat',
    ]);
  });

  test('has packages of exact versions, and a lockfile that agrees and names no registry', async () => {
    const { manifest, lock } = await target.load();
    const wanted = JSON.parse(manifest);
    const { packages } = JSON.parse(lock);
    expect(packages[''].dependencies ?? {}).toEqual(wanted.dependencies ?? {});
    expect(packages[''].devDependencies ?? {}).toEqual(wanted.devDependencies ?? {});
    const all = { ...wanted.dependencies, ...wanted.devDependencies };
    for (const [name, version] of Object.entries(all)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
    expect(lock).not.toMatch(/"resolved": "https?:/);
  });

  test('has code in lines that a log can show, since Node prints the one at which a start failed', async () => {
    const { adapter, local } = await target.load();
    for (const line of [adapter, local].flatMap((code) => code.split('\n'))) {
      expect(line.length, line.slice(0, 80)).toBeLessThan(LONGEST_LINE);
    }
  });

  test('has an adapter and a local engine that import nothing but Node and its packages', async () => {
    const { adapter, local, manifest } = await target.load();
    const wanted = JSON.parse(manifest);
    const known = Object.keys({ ...wanted.dependencies, ...wanted.devDependencies });
    for (const module of [adapter, local]) {
      for (const [, name = ''] of module.matchAll(
        /(?:^|[;}\s])(?:import|export)\b[^'"`;]*?from\s*["'`]([^"'`]+)["'`]/g,
      )) {
        const isKnown =
          builtinModules.includes(name.replace(/^node:/, '')) ||
          known.some((one) => name === one || name.startsWith(`${one}/`));
        expect(isKnown, name).toBe(true);
      }
    }
  });
});
