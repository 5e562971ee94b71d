/** Says what of the built site goes into a package for a learning environment: the last but one to look at what was built. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { LessonFacts } from '../scorm/index.ts';
import { isInPackage, PAGE_SCRIPTS, SITE_LIST, type SiteList } from '../scorm/package/site-list.ts';
import { withSlashes } from './base.ts';
import { filesIn } from './html.ts';
import { bundleInlineScript } from './inline-script.ts';
import { contentSecurityPolicy, FRAME_SCRIPT, scriptHash } from './response-headers.ts';

/** `pages/docent/cursus.json.ts`. */
const COURSE_FACTS = 'docent/cursus.json';

export function packageList(): AstroIntegration {
  let base = '/';
  return {
    name: 'functielab:package-list',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = withSlashes(config.base);
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        // A page wrote it, since only pages know the course; for a reader it is one file less to keep.
        const facts = join(root, COURSE_FACTS);
        const course = JSON.parse(readFileSync(facts, 'utf8')) as readonly LessonFacts[];
        rmSync(facts);
        writeFileSync(join(root, SITE_LIST), JSON.stringify(await listForPackages(root, base, course)));
      },
    },
  };
}

/** @param root folder of the built site; `base` begins and ends with a slash */
async function listForPackages(
  root: string,
  base: string,
  course: readonly LessonFacts[],
): Promise<SiteList> {
  const files = filesIn(root).filter(isInPackage);
  const bytes = files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
  const frame = scriptHash(await bundleInlineScript(FRAME_SCRIPT));
  return { base, course, files, bytes, policy: contentSecurityPolicy([frame, PAGE_SCRIPTS]) };
}
