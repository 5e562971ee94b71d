/** What gets onto the computer of whoever runs `npm start`: what the lockfile says, and that alone. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const { packages }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(read('package-lock.json'));
const locked = Object.entries(packages).filter(([path]) => path !== '');

describe('the lockfile', () => {
  test('knows the content of each package by its hash', () => {
    // SHA-512 in base64: 86 characters and two of padding.
    const without = locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    expect(without).toEqual([]);
    expect(locked.length).toBeGreaterThan(0);
  });

  test('sends nobody to an address: packages come from where npm looks for packages', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(read('.npmrc')).toMatch(/^omit-lockfile-registry-resolved=true$/m);
  });

  test('has a script at installation for no package but those that the README names, and none is run', () => {
    const intro = read('README.md').split('## Een les toevoegen')[0] ?? '';
    const sentence =
      /Geen enkel pakket voert bij het installeren een script uit[^.]*\./.exec(intro)?.[0] ?? '';
    const named = [...sentence.matchAll(/`([^`\s-][^`\s]*)`/g)].map(([, name]) => `node_modules/${name}`);
    const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(named).toEqual(withScript);
    expect(read('src/cli/install.mjs')).toContain("'--ignore-scripts'");
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });

  /**
   * npm writes only the packages into the lock that its registry offered when the lock was made, and `npm ci`
   * refuses a lock in which a build for another system is missing.
   */
  test('names the builds for every system', () => {
    const paths = Object.keys(packages);
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !paths.some((other) => other === `${path}/node_modules/${name}`))
        .filter((name) => !paths.includes(`node_modules/${name}`)),
    );
    expect(missing).toEqual([]);
  });

  test('brings one Node, the same for every system that has one', () => {
    const brought = Object.keys(packages['']?.optionalDependencies ?? {});
    const versions = brought.map((name) => packages[`node_modules/${name}`]?.version);
    expect(new Set(versions).size).toBe(1);
    expect(brought.every((name) => name.startsWith('node-'))).toBe(true);
  });
});
