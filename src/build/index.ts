/**
 * What makes the site out of content and code, besides Astro itself: its plugins and integrations, what they find in built
 * pages, and how a build takes the place of the one before. Nothing here ends up in a page, but for the few lines that
 * `island-runtime.ts` puts around Astro's own scripts.
 *
 * Which rooms it imports, `test/architecture.test.ts` says. Only `cli` and the two configuration files (`astro.config.mjs`,
 * `vitest.config.ts`) import it: a page that did would take the build along.
 *
 * - Before: `content/` checks what authors wrote. Begin at `content/index.ts`.
 * - While it is built: `inline-script.ts` makes one script of a file and its imports, `lesson-text/` (begin at `lesson-text/base-links.ts`) and
 *   `price-files.ts` change what Astro and Vite read, `islands.ts` finds the parts that start by themselves, `touch-directive.ts` lets them wait for a reader;
 *   `editor-types.ts` reads the types that the editor of a playground knows. `recording/recorded-runs.ts` has each sample run once,
 *   for who prints. `recording/proof-integration.ts` tells what is proven of this very source. `site-facts.ts` tells pages which version they are, `shipped-packages.ts` whose code they carry.
 * - When the pages are there, in this order: `scripts-integration.ts` gives each page its loader (`island-runtime.ts` with
 *   it), `links-integration.ts` follows each link, `response-headers.ts` writes the security policy (`headers-file.ts`
 *   reads it back), `package-list.ts` what a package for a learning environment takes of them, `offline-integration.ts` the service worker. They read pages by `html.ts` and `page-assets.ts`.
 * - After: `place.ts` gives the finished build its name. `tool/tool-package.ts`
 *   makes the package of the tool in a terminal, which is no part of the site, with the page that `tool/tool-page.ts` makes.
 * - `exercises/` reads exercises from the disk and checks them under Node, for tests and for `npm run oefening`. Begin at
 *   `exercises/validate.ts`.
 *
 * Begin at `response-headers.ts`: it shows what an integration is, and why there is one. This file is the door for
 * Astro's configuration; commands and tests enter the files by name, so that each loads what it needs.
 */
export { editorTypes } from './editor-types.ts';
export { inlineScript } from './inline-script.ts';
export { islandModules } from './islands.ts';
export { baseLinks } from './lesson-text/base-links.ts';
export { reachableTables } from './lesson-text/reachable-tables.ts';
export { unitSpaces } from './lesson-text/unit-spaces.ts';
export { links } from './links-integration.ts';
export { offline } from './offline-integration.ts';
export { packageList } from './package-list.ts';
export { priceFiles } from './price-files.ts';
export { proof } from './recording/proof-integration.ts';
export { recordedRuns } from './recording/recorded-runs.ts';
export { headers } from './response-headers.ts';
export { pageScripts } from './scripts-integration.ts';
export { shippedPackages } from './shipped-packages.ts';
export { siteFacts } from './site-facts.ts';
export { touchDirective } from './touch-directive.ts';
export { COEP_VALUES } from './webcontainer-settings.ts';
