/**
 * The site with a container behind it: the real client library, and a stand-in for its remote frame. With
 * `FUNCTIELAB_REAL_WEBCONTAINER` set (`npm run check:webcontainer`) the real service takes the stand-in's place, and
 * the faults that only a stand-in can have are left out.
 */
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { withSlashes } from '../../src/build/base.ts';
import { startServer } from '../../src/cli/serve.ts';
import { type StandIn, startStandIn } from '../stand-in/index.ts';
import { expect, type OpenOptions, test as siteTest } from './site.ts';

export const isRealService = process.env.FUNCTIELAB_REAL_WEBCONTAINER !== undefined;

const SITE = fileURLToPath(new URL('../../dist', import.meta.url));
/** What the site's policy allows frames of. */
const REMOTE = /https:\/\/(stackblitz\.com|\*\.webcontainer\.io|\*\.webcontainer-api\.io)/g;

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
export { expect };

/** The site's own headers, with the stand-in where stackblitz.com is allowed. Its previews have a port each. */
function allowing(origin: string, headers: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const policy = headers.get('content-security-policy');
  if (policy === undefined) return headers;
  let isFirst = true;
  const mine = policy.replace(REMOTE, () => {
    const source = isFirst ? origin : 'http://localhost:*';
    isFirst = false;
    return source;
  });
  return new Map(headers).set('content-security-policy', mine);
}

const BOOT_LIMIT_MS = 60_000;

export function hostRadio(region: Locator, name: 'Browser' | 'WebContainer'): Locator {
  return region.getByRole('radiogroup', { name: 'Uitvoeromgeving' }).getByRole('radio', { name });
}

/** Chooses WebContainer, reads the notice, and waits until the container is there. */
export async function startContainer(region: Locator): Promise<void> {
  await hostRadio(region, 'WebContainer').check();
  await region.getByRole('button', { name: 'Start WebContainer' }).click();
  await containerIsThere(region);
}

export async function containerIsThere(region: Locator): Promise<void> {
  await region.getByRole('button', { name: /^Node .*wat is er anders/ }).waitFor({ timeout: BOOT_LIMIT_MS });
}

/** The code of the note about what happened to the container. */
export async function hostProblem(region: Locator): Promise<string | null> {
  const alert = region.locator('.host').getByRole('alert');
  await alert.waitFor({ timeout: BOOT_LIMIT_MS });
  return alert.getAttribute('data-code');
}
