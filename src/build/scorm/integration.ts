/** Of a site that is built for a package, the course as data: the package's start page and manifest are made of it. */
import process from 'node:process';
import type { AstroIntegration } from 'astro';

/** Environment variable; the pages know it through `astro:env`. */
export const PACKAGE_VARIABLE = 'FUNCTIELAB_PACKAGE';
/** In the built site. */
export const FACTS_FILE = 'cursus.json';

export function packageFacts(): AstroIntegration {
  return {
    name: 'functielab:package',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        if (process.env[PACKAGE_VARIABLE] !== 'true') return;
        injectRoute({
          pattern: `/${FACTS_FILE}`,
          entrypoint: new URL('../../scorm/course.json.ts', import.meta.url),
        });
      },
    },
  };
}
