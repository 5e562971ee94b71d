/**
 * `npm run scorm`: packages for a learning environment, in `dist-scorm/`, as SCORM 1.2 and as SCORM 2004.
 *
 *     npm run scorm                                  the whole course
 *     npm run scorm -- --les betalen-per-gebruik     one lesson
 *     npm run scorm -- --per-les                     each lesson, besides the course
 *
 * Every package holds the whole course; what differs is where it starts, and which lessons count.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contentProblems, listed } from '../build/content/index.ts';
import { bundleInlineScript } from '../build/inline-script.ts';
import { PACKAGE_VARIABLE } from '../build/scorm/integration.ts';
import { courseFacts, isInPackage, packageOf, plannedPackages } from '../build/scorm/package.ts';
import { MARKER_BASE, makeRelative } from '../build/scorm/relative-site.ts';
import { bytesInWords } from '../kit/numbers.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(PROJECT, 'dist-scorm');
const SHELL = join(PROJECT, 'src/scorm/shell-main.ts');
const FRAME = join(PROJECT, 'src/host/browser/frame-main.ts');
const VERSIONS = ['1.2', '2004'] as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { les: { type: 'string' }, 'per-les': { type: 'boolean' }, uit: { type: 'string' } },
  });
  const problems = contentProblems(PROJECT);
  if (problems.length > 0) {
    console.error(listed(problems));
    process.exitCode = 1;
    return;
  }
  const out = values.uit ?? OUT;
  const folder = mkdtempSync(join(tmpdir(), 'functielab-scorm-'));
  try {
    const built = join(folder, 'gebouwd');
    build(built);
    const course = courseFacts(built);
    const planned = plannedPackages(course, { only: values.les, perLesson: values['per-les'] === true });
    if (planned === null) {
      console.error(
        `Deze les is er niet: ${values.les}. Dit zijn ze:\n${course.map(({ slug }) => `  ${slug}`).join('\n')}`,
      );
      process.exitCode = 2;
      return;
    }
    const site = join(folder, 'site');
    cpSync(built, site, {
      recursive: true,
      filter: (from) => from === built || isInPackage(from.slice(built.length + 1).replaceAll('\\', '/')),
    });
    await makeRelative(site, FRAME);
    const shellScript = await bundleInlineScript(SHELL);
    mkdirSync(out, { recursive: true });
    for (const { name, title, lessons } of planned) {
      for (const version of VERSIONS) {
        const id = `functielab-${name}`;
        const zip = packageOf(site, { version, lessons, title, id, shellScript });
        const file = `${id}-scorm-${version}.zip`;
        writeFileSync(join(out, file), zip);
        console.log(`${file}  ${bytesInWords(zip.length)}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws Error when the site can't be built; Astro has said why */
function build(outDir: string): void {
  const astro = fileURLToPath(new URL('./astro.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [astro, 'build', '--outDir', outDir, '--silent'], {
    cwd: PROJECT,
    stdio: 'inherit',
    env: { ...process.env, BASE_PATH: MARKER_BASE, [PACKAGE_VARIABLE]: 'true' },
  });
  if (status !== 0) throw new Error('De site kon niet gebouwd worden.');
}

await main();
