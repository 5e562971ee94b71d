/**
 * The site with a container behind it: the real client library, and a stand-in for its remote frame. In
 * `npm run check:webcontainer` the real service takes the stand-in's place, and the faults that only a stand-in can have are left out.
 */
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { withSlashes } from '../../src/build/base.ts';
import { startServer } from '../../src/cli/serve.ts';
import { testSettings } from '../../src/cli/test-settings.ts';
import { type StandIn, startStandIn } from '../stand-in/index.ts';
import { allowing } from './container-reader.ts';
import { type OpenOptions, test as siteTest } from './site.ts';

export const isRealService = testSettings().withRealService;

const SITE = fileURLToPath(new URL('../../dist', import.meta.url));
export const test = siteTest
  .extend(
    'standIn',
    { scope: 'file' },
    (): Promise<StandIn | null> => (isRealService ? Promise.resolve(null) : startStandIn()),
  )
  .extend('siteUrl', { scope: 'file' }, async ({ standIn }, { onCleanup }): Promise<string> => {
    const server = await startServer({
      root: join(SITE),
      port: 0,
      base: withSlashes(process.env.BASE_PATH ?? '/'),
      ...(standIn && { rewriteHeaders: (headers) => allowing(standIn.origin, headers) }),
    });
    onCleanup(async () => {
      await server.close();
      await standIn?.close();
    });
    return server.url;
  })
  .extend('openLesson', { scope: 'test' }, ({ openPage, allow, standIn }): OpenLesson => {
    // What the reader asked for; a test that is about who asks what looks at the requests itself.
    allow(
      /^request: (http:\/\/localhost:|https:\/\/([\w.-]+\.)?(stackblitz\.com|staticblitz\.com|webcontainer))/,
    );
    return (path, options = {}) =>
      openPage(path, {
        ...options,
        before: `${standIn ? `globalThis.WEBCONTAINER_API_IFRAME_URL = ${JSON.stringify(standIn.origin)};` : ''}${options.before ?? ''}`,
      });
  });

export type OpenLesson = (path: string, options?: OpenOptions) => Promise<Page>;
