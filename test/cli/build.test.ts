import { expect, test } from 'vitest';
import { ownWarnings } from '../../src/cli/build.ts';

test('of a build’s warnings only those about the project’s own files are shown', () => {
  const log = [
    '11:32:10 [build] src/pages/index.astro',
    '11:32:24 \u001b[33m[WARN]\u001b[39m [content] The collection "i18n" does not exist or is empty.',
    '[WARN] src/pages/maand.astro: an unused style',
    'Warning: `content/lessons/01-a.mdx` has two titles',
    '[plugin] warning: node_modules/astro/src/content/runtime.js is large',
  ].join('\n');
  expect(ownWarnings(log)).toEqual([
    '[WARN] src/pages/maand.astro: an unused style',
    'Warning: `content/lessons/01-a.mdx` has two titles',
  ]);
});
