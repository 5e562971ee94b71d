/**
 * Zod, as every schema that a page reads takes it: without code that it makes as it goes. A page's policy refuses that, and zod tries
 * it once to find out, which a browser reports as an attack on the page (heard by `test/browser/crawl/`). It has to be told before
 * the first schema is made, so that such a file imports zod from here.
 */
import { config, z } from 'astro/zod';

config({ jitless: true });

export { z };
