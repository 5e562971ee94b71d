/** A reader's hands at the choice of WebContainer, and what the site has to allow when something stands in for it. */
import type { Locator } from 'playwright-core';

/** What the site's policy allows frames of. */
const REMOTE = /https:\/\/(stackblitz\.com|\*\.webcontainer\.io|\*\.webcontainer-api\.io)/g;

/** The site's own headers, with the stand-in where stackblitz.com is allowed. Its previews have a port each. */
export function allowing(origin: string, headers: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
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
  await region.getByRole('button', { name: /^Node .*wat is er anders/ }).waitFor();
}

/** The code of the note about what happened to the container. */
export async function hostProblem(region: Locator): Promise<string | null> {
  const alert = region.locator('.host').getByRole('alert');
  await alert.waitFor();
  return alert.getAttribute('data-code');
}
