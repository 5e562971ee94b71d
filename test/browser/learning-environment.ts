/**
 * A learning environment for the tests: a real SCORM run-time (scorm-again) around a package that is made of the built site, as a
 * teacher's browser makes it. `startEnvironments` serves one for each version of SCORM.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import { bundleInlineScript } from '../../src/build/inline-script.ts';
import { startServer } from '../../src/cli/serve.ts';
import { SCORM_VERSIONS, type ScormVersion } from '../../src/scorm/package/manifest.ts';
import { plannedPackages } from '../../src/scorm/package/plan.ts';
import { SITE_LIST, type SiteList } from '../../src/scorm/package/site-list.ts';
import { relativeSite, zipPackage } from '../../src/scorm/package/zip-package.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(PROJECT, 'dist');
/** The lesson that counts. */
export const LESSON = 'wat-zijn-serverless-functions';
const PASS_MARK = 60;
const MB = 1_024 ** 2;

/** What an environment keeps of a learner, by the names of SCORM. */
export interface Kept {
  readonly [name: string]: string;
}

/**
 * `Open` begins a visit with `window.kept`, `Sluit` ends it; `window.all` is what the environment has then, and `window.saves` is
 * when it was asked to save, in ms.
 */
const environment = (version: ScormVersion) => `<!doctype html><html lang="nl"><title>Leeromgeving</title>
<link rel="icon" href="data:,">
<script src="../${version === '1.2' ? 'scorm12' : 'scorm2004'}.min.js"></script>
<button id="open">Open</button><button id="sluit">Sluit</button>
<iframe title="Inhoud" style="width:100%;height:700px;border:0"></iframe>
<script>
  const frame = document.querySelector('iframe');
  const is12 = ${version === '1.2'};
  const name = is12 ? 'API' : 'API_1484_11';
  document.querySelector('#open').onclick = () => {
    const api = new (is12 ? Scorm12API : Scorm2004API)({ autocommit: false, logLevel: 5 });
    api.loadFromFlattenedJSON({ ['cmi.' + (is12 ? 'core.student_id' : 'learner_id')]: 'leerling-7', ...window.kept });
    if (window.refuses) api[is12 ? 'LMSInitialize' : 'Initialize'] = () => 'false';
    window.saves = [];
    const keep = () => {
      window.saves.push(performance.now());
      window.all = api.getFlattenedCMI();
    };
    api.on(is12 ? 'LMSCommit' : 'Commit', keep);
    api.on(is12 ? 'LMSFinish' : 'Terminate', () => { window.all = api.getFlattenedCMI(); window.ended = (window.ended ?? 0) + 1; });
    window[name] = api;
    frame.src = 'pakket/start.html';
  };
  document.querySelector('#sluit').onclick = () => { frame.src = 'about:blank'; };
</script></html>`;

/** A learning environment that plays its content from another site. */
const OTHER_SITE = `<!doctype html><html lang="nl"><title>School</title><link rel="icon" href="data:,">
<iframe title="Speler" style="width:100%;height:760px;border:0"></iframe>
<script>document.querySelector('iframe').src = location.hash.slice(1);</script></html>`;

/**
 * `omgeving-1.2/` and `omgeving-2004/` are environments with their package in `pakket/`; `school.html` shows the address after its `#`.
 *
 * @returns the address under which these are, and what ends the server
 */
export async function startEnvironments(): Promise<{ url: string; close: () => Promise<void> }> {
  const root = mkdtempSync(join(tmpdir(), 'functielab-leeromgeving-'));
  const list = JSON.parse(readFileSync(join(DIST, SITE_LIST), 'utf8')) as SiteList;
  const rules = { only: LESSON, perLesson: false, passMark: PASS_MARK, isExercisesOnly: false };
  const [planned] = plannedPackages(list.course, rules) ?? [];
  if (!planned) throw new Error(`no lesson ${LESSON}`);
  const lessons = readdirSync(join(PROJECT, 'content/lessons')).flatMap(
    (file) => /^\d+-(.+)\.mdx$/.exec(file)?.[1] ?? [],
  );
  const site = await relativeSite(list, (file) => readFile(join(DIST, file)));
  const shellScript = await bundleInlineScript(join(PROJECT, 'src/scorm/shell-main.ts'));
  for (const version of SCORM_VERSIONS) {
    const folder = join(root, `omgeving-${version}`);
    const packed = await zipPackage(site, planned, version, shellScript);
    const zip = unzipSync(packed);
    // There is nothing to install inside a learning environment.
    expect(Object.keys(zip).filter((path) => /\.webmanifest$|^icons\//.test(path))).toEqual([]);
    expect(new TextDecoder().decode(zip['index.html'])).not.toContain('rel="manifest"');
    const paths = Object.keys(zip);
    // All of the course, whichever lesson counts.
    expect(lessons.filter((slug) => !paths.includes(`lessen/${slug}/index.html`))).toEqual([]);
    expect(paths.filter((path) => path.endsWith('.xsd'))).toEqual([]);
    expect(Math.round(packed.length / MB)).toBe(4);
    for (const [path, bytes] of Object.entries(zip)) {
      const file = join(folder, 'pakket', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    writeFileSync(join(folder, 'index.html'), environment(version));
    const script = version === '1.2' ? 'scorm12.min.js' : 'scorm2004.min.js';
    cpSync(join(PROJECT, 'node_modules/scorm-again/dist', script), join(root, script));
  }
  writeFileSync(join(root, '_headers'), '/*\n  X-Content-Type-Options: nosniff\n');
  writeFileSync(join(root, 'school.html'), OTHER_SITE);
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><title>Leeromgevingen</title><link rel="icon" href="data:,">',
  );
  const server = await startServer({ root, port: 0 });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
