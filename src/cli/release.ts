/**
 * `npm run release`: all that somebody needs who offers the course and has no source, in `release/`:
 *
 *     functielab-<version>.zip               the site for a web server, with its settings (`release/release-zip.ts`)
 *     functielab-cursus-scorm-….zip          the course for a learning environment
 *     functielab-<version>.tgz               the laboratory in a terminal
 *     SHA256SUMS
 *
 *     npm run release -- --opnamen opnamen.json     with the runs of an earlier release: the same commit gives the same bytes
 *     npm run release -- --met-wijzigingen          although something is in no commit
 *
 * A release is of one commit, and `CHANGELOG.md` says what is in its version.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freshFolder, putInPlace, tidyUp } from '../build/place.ts';
import { KEPT_RUNS, keptRuns, runsFrom } from '../build/recording/recorded-runs.ts';
import { versionOf } from '../build/site-facts.ts';
import { packTool } from '../build/tool/tool-package.ts';
import { bytesInWords } from '../kit/numbers.ts';
import { ASTRO, WITHOUT_TELEMETRY } from './astro.ts';
import { releaseName, releaseZip } from './release/release-zip.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(PROJECT, 'release');

class Refused extends Error {}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { opnamen: { type: 'string' }, 'met-wijzigingen': { type: 'boolean' } },
  });
  const version = versionOf(PROJECT);
  const commit = git('rev-parse', 'HEAD');
  const refusal = whyNot({
    version,
    changelog: readFileSync(join(PROJECT, 'CHANGELOG.md'), 'utf8'),
    changed: git('status', '--porcelain'),
    isChangeAllowed: values['met-wijzigingen'] === true,
  });
  if (refusal !== null) throw new Refused(refusal);
  tidyUp(OUT);
  const out = freshFolder(OUT);
  const work = mkdtempSync(join(tmpdir(), 'functielab-release-'));
  try {
    if (values.opnamen !== undefined) runsFrom(values.opnamen);
    const runs = values.opnamen === undefined ? await keptRuns() : readFileSync(values.opnamen, 'utf8');
    const runsFile = join(work, 'opnamen.json');
    writeFileSync(runsFile, runs);
    const site = join(work, 'site');
    run(ASTRO, ['build', '--outDir', site, '--silent'], { [KEPT_RUNS]: runsFile });
    mkdirSync(out);
    writeFileSync(
      join(out, `${releaseName(version)}.zip`),
      releaseZip({ version, commit, project: PROJECT, site, runs }),
    );
    run(fileURLToPath(new URL('./scorm.ts', import.meta.url)), ['--site', site, '--uit', out]);
    await packTool(PROJECT, out);
    writeFileSync(join(out, 'SHA256SUMS'), sumsOf(out));
    await putInPlace(out, OUT);
    for (const file of readdirSync(OUT).sort())
      console.log(`release/${file}  ${bytesInWords(readFileSync(join(OUT, file)).length)}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
  }
}

interface Source {
  readonly version: string;
  /** Text of `CHANGELOG.md`. */
  readonly changelog: string;
  /** What git says is in no commit: nothing, lines, or null where there is no repository. */
  readonly changed: string | null;
  readonly isChangeAllowed: boolean;
}

/** @returns why there can be no release of this, in Dutch; null when there can */
export function whyNot({ version, changelog, changed, isChangeAllowed }: Source): string | null {
  if (!changelog.includes(`\n## [${version}]`))
    return `CHANGELOG.md heeft geen deel over ${version}. Schrijf eerst wat er in deze versie zit.`;
  if (changed === '' || isChangeAllowed) return null;
  return changed === null
    ? 'Deze map is geen repository, dus niemand weet van welke commit de release is. Met --met-wijzigingen kan het toch.'
    : `Dit zit in geen commit:\n${changed}\nLeg het vast, of geef --met-wijzigingen mee.`;
}

/** As `sha256sum` writes and reads it. */
export function sumsOf(folder: string): string {
  return readdirSync(folder)
    .sort()
    .map(
      (file) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}  ${file}\n`,
    )
    .join('');
}

/** @returns null where there is no git or no repository */
function git(...args: readonly string[]): string | null {
  try {
    return execFileSync('git', args, {
      cwd: PROJECT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

/** @throws Error when it fails; it has said why */
function run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...WITHOUT_TELEMETRY, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Refused('Er is geen release gemaakt; die van de vorige keer staat er nog.');
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
