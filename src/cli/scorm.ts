/**
 * `npm run scorm`: packages for a learning environment, in `dist-scorm/`, as SCORM 1.2 and as SCORM 2004. The site makes the same
 * ones, in the browser of a teacher (`/docent/pakket/`).
 *
 *     npm run scorm                                  the whole course
 *     npm run scorm -- --les betalen-per-gebruik     one lesson
 *     npm run scorm -- --per-les                     each lesson, besides the course
 *     npm run scorm -- --slaag 60                    who has 60 of 100 has passed
 *     npm run scorm -- --alleen-oefeningen           lessons do not count
 *     npm run scorm -- --site dist                   of a site that is built already
 *
 * Every package holds the whole course; what differs is where it starts, and what counts.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contentProblems, listed } from '../build/content/index.ts';
import { bundleInlineScript } from '../build/inline-script.ts';
import { bytesInWords } from '../kit/numbers.ts';
import { SCORM_VERSIONS } from '../scorm/package/manifest.ts';
import { plannedPackages } from '../scorm/package/plan.ts';
import { SITE_LIST, type SiteList } from '../scorm/package/site-list.ts';
import { packageFileName, relativeSite, zipPackage } from '../scorm/package/zip-package.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(PROJECT, 'dist-scorm');
const SHELL = join(PROJECT, 'src/scorm/shell-main.ts');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      les: { type: 'string' },
      'per-les': { type: 'boolean' },
      slaag: { type: 'string' },
      'alleen-oefeningen': { type: 'boolean' },
      site: { type: 'string' },
      uit: { type: 'string' },
    },
  });
  const passMark = values.slaag === undefined ? null : Number(values.slaag);
  if (passMark !== null && !(Number.isInteger(passMark) && passMark >= 1 && passMark <= 100)) {
    console.error(`--slaag is "${values.slaag}". Geef een heel getal van 1 tot 100.`);
    process.exitCode = 2;
    return;
  }
  const problems = contentProblems(PROJECT);
  if (problems.length > 0) {
    console.error(listed(problems));
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'functielab-scorm-'));
  try {
    const root = values.site ?? join(folder, 'site');
    if (values.site === undefined) build(root);
    const list = JSON.parse(readFileSync(join(root, SITE_LIST), 'utf8')) as SiteList;
    const { course } = list;
    const planned = plannedPackages(course, {
      only: values.les,
      perLesson: values['per-les'] === true,
      passMark,
      isExercisesOnly: values['alleen-oefeningen'] === true,
    });
    if (planned === null) {
      console.error(
        `Deze les is er niet: ${values.les}. Dit zijn ze:\n${course.map(({ slug }) => `  ${slug}`).join('\n')}`,
      );
      process.exitCode = 2;
      return;
    }
    const out = values.uit ?? OUT;
    mkdirSync(out, { recursive: true });
    const site = await relativeSite(list, (file) => readFile(join(root, file)));
    const shellScript = await bundleInlineScript(SHELL);
    for (const one of planned) {
      for (const version of SCORM_VERSIONS) {
        const zip = await zipPackage(site, one, version, shellScript);
        const file = packageFileName(one.name, version);
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
  });
  if (status !== 0) throw new Error('De site kon niet gebouwd worden.');
}

await main();
