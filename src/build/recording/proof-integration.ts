/**
 * How each claim of `src/proof/` stands in the source of this build, and what it was held against, for the page that says so: it
 * imports both from `virtual:functielab/proof`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import {
  CLAIMS,
  type Claim,
  type ProofRecord,
  type ProofTest,
  readRecord,
  standing,
} from '../../proof/index.ts';
import { whatWasTried } from './what-was-tried.ts';

const MODULE = 'virtual:functielab/proof';
export const RECORD = 'content/proof/record.json';

export function proof(): AstroIntegration {
  return {
    name: 'functielab:proof',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const project = fileURLToPath(config.root);
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'functielab:proof',
                resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
                load: async (id) =>
                  id === `\0${MODULE}`
                    ? `export default ${parsed(standingIn(project))};\nexport const tried = ${parsed(await whatWasTried(project))};`
                    : null,
              },
            ],
          },
        });
      },
    },
  };
}

/** Code for a value, which JSON can hold. */
const parsed = (value: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/** @param project its folder @throws Error when the record can't be read */
export function standingIn(project: string) {
  return standing(CLAIMS, recordIn(project), {
    digestOf: (claim) => digestOf(project, claim),
    hasTest: (test) => hasTest(project, test),
  });
}

/** @returns an empty one when none was ever made */
export function recordIn(project: string): ProofRecord {
  const file = join(project, RECORD);
  return existsSync(file) ? readRecord(JSON.parse(readFileSync(file, 'utf8'))) : { v: 2, claims: {} };
}

/** @param project its folder @returns whether the file has a test or a group that is called so, as it is written there, and that runs */
export function hasTest(project: string, [file, title]: ProofTest): boolean {
  const path = join(project, 'test', file);
  if (!existsSync(path)) return false;
  const lines = readFileSync(path, 'utf8').split('\n');
  const source = lines.filter((line) => !/^\s*(\/\/|\*)/.test(line)).join('\n');
  return ["'", '`', '"'].some((quote) => {
    const at = source.indexOf(`${quote}${title}${quote}`);
    return at >= 0 && !/\.(skip|todo)\(\s*$/.test(source.slice(0, at));
  });
}

/** Of the names and the contents of all that a claim is about, and of its tests and what these share. @throws Error naming what is not there */
export function digestOf(project: string, { id, about, tests }: Claim): string {
  const paths = new Set(about.flatMap((path) => filesUnder(project, path, id)));
  for (const [file] of tests) addWithShared(project, `test/${file}`, paths);
  const digest = createHash('sha256');
  for (const file of [...paths].sort()) digest.update(`${file}\0`).update(digestOfFile(join(project, file)));
  return digest.digest('hex');
}

const IMPORT = /\b(?:from|import) ?\(?'(\.[^']+)'/g;

/** A helper that lets everything through proves as little as a test that does. */
function addWithShared(project: string, file: string, paths: Set<string>): void {
  if (paths.has(file) || !existsSync(join(project, file))) return;
  paths.add(file);
  for (const [, one = ''] of readFileSync(join(project, file), 'utf8').matchAll(IMPORT)) {
    const shared = posix.join(posix.dirname(file), one);
    if (shared.startsWith('test/')) addWithShared(project, shared, paths);
  }
}

function filesUnder(project: string, path: string, id: string): string[] {
  const absolute = join(project, path);
  if (!existsSync(absolute))
    throw new Error(`src/proof/all-claims.ts: "${id}" is about ${path}, which is not there`);
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(project, join(parentPath, name)).replaceAll('\\', '/'));
}

/** Many claims are about the same files. */
const known = new Map<string, { readonly stamp: string; readonly digest: string }>();

function digestOfFile(path: string): string {
  const { mtimeMs, size } = statSync(path);
  const stamp = `${mtimeMs} ${size}`;
  const before = known.get(path);
  if (before?.stamp === stamp) return before.digest;
  const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
  known.set(path, { stamp, digest });
  return digest;
}
