/**
 * The way of a newcomer, as hands go it: from the home page to a function of one's own in the workplace, its bill, a project for
 * two platforms, and the page that says what is other there. `newcomer.test.ts` holds each step; `test/clouds/newcomer.test.ts`
 * takes what was downloaded to an empty folder.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { answerOf, playground, run, totalUsd } from './reader.ts';

/** Of what the issue asks: without the packages, which `npm ci` fetches. */
const ZIP_LIMIT_BYTES = 100 * 1024;

export const PLATFORMS = ['Cloudflare Workers', 'AWS Lambda'] as const;

export interface TakenHome {
  readonly platform: (typeof PLATFORMS)[number];
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** @param page the home page @returns the two zips, in the order of `PLATFORMS` */
export async function goNewcomersWay(page: Page): Promise<readonly TakenHome[]> {
  await page.getByRole('link', { name: 'Of maak iets eigens in de werkplaats' }).click();
  await page
    .getByRole('group', { name: 'Begin met een sjabloon' })
    .getByRole('button', { name: 'CRUD met opslag', exact: true })
    .click();
  const region = playground(page, 'Takenlijst');
  await run(region);
  await answerOf(region).getByText('201').first().waitFor();
  expect(Number(await totalUsd(region))).toBeGreaterThan(0);

  await region.getByRole('button', { name: 'Neem mee' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neem je functie mee' });
  const taken: TakenHome[] = [];
  for (const platform of PLATFORMS) {
    await dialog.getByRole('button', { name: platform, exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download als zip' }).click(),
    ]);
    await dialog.getByText('De zip is gemaakt').waitFor();
    const bytes = new Uint8Array(readFileSync(await download.path()));
    expect(bytes.length).toBeLessThanOrEqual(ZIP_LIMIT_BYTES);
    taken.push({ platform, fileName: download.suggestedFilename(), bytes });
  }

  await dialog.getByRole('link', { name: /beproefd/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Meenemen' }).waitFor();
  const table = page.getByRole('region', { name: 'Per voorbeeld' });
  const heads = await table.getByRole('columnheader').allInnerTexts();
  // What the function keeps, it keeps in `context.kv`.
  const row = table.getByRole('row', { name: 'Proef op het contract: kv' });
  for (const platform of PLATFORMS) {
    const cell = row.getByRole('cell').nth(heads.indexOf(platform) - 1);
    expect(await cell.innerText()).toBe('ja');
    const differences = page.locator(`h3:text-is("${platform}") + ul li`);
    expect(await differences.count()).toBeGreaterThan(0);
  }
  return taken;
}
