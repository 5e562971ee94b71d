/** A reader's hands: what the tests of a page do, by role and accessible name. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { testSettings } from '../../src/cli/test-settings.ts';

export const LESSON_1 = 'lessen/wat-zijn-serverless-functions/';
export const LESSON_2 = 'lessen/betalen-per-gebruik/';

/** Code that passes every check of the exercise *Groet iedereen*, and is not our solution. */
export const RIGHT_GREETING = `const LANGSTE = 40;
export default function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam');
  if (!naam) return new Response('Dag allemaal!');
  if (naam.length > LANGSTE) return new Response('Te lang.', { status: 400 });
  return new Response('Dag ' + naam + '!');
}`;

/** The screens and colours in which every state has to be right. */
export const looks = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

/**
 * Walks the nth path of a file in the looks that are its turn: in `npm test` in one, the next path in the other, and in `test:deep`
 * in both. Each colour and each width is once in either way.
 *
 * @param walk gets the look, and its name for the title of a test
 */
export function inLooks(nth: number, walk: (look: (typeof looks)[number], name: string) => void): void {
  const both = [looks[0], looks[3]];
  const turn = testSettings().breadth > 1 ? both : both.slice(nth % 2, (nth % 2) + 1);
  for (const look of turn) walk(look, `${look.colorScheme}, ${look.viewport.width} px`);
}

export function playground(page: Page, title: string): Locator {
  return page.getByRole('region', { name: `Speeltuin: ${title}`, exact: true });
}

export function answerOf(region: Locator): Locator {
  return region.getByRole('group', { name: 'Antwoord' });
}

/**
 * On a wide screen only one playground of a lesson stands beside the text; who goes to another by keyboard gets that one. A click of
 * Playwright's scrolls to what it wants, and does not know what lies over it.
 */
export async function bringUp(region: Locator): Promise<void> {
  await region.getByRole('button').first().focus();
}

/** What a log may have got while nothing ran: an instance that waited thirty seconds, which on a busy machine is soon over. */
export const EXPIRED_OR_NOTHING = /^(?:[^A-Z]*Instantie 1 verdween: te lang niets te doen)?$/;

/** More than any machine needs for a function that does what it should: a busy one may take longer to start it than it usually has. */
const AMPLE_MS = 30_000;

/** Sets how long a function may take, for what is about something else than that. */
export async function giveTime(region: Locator, timeoutMs = AMPLE_MS): Promise<void> {
  await bringUp(region);
  const settings = region.getByText('Headers, body en instellingen');
  await settings.click();
  await region.getByLabel('Timeout').selectOption(String(timeoutMs));
  await settings.click();
}

/** Presses `Voer uit`, and waits until that run is over. */
export async function run(region: Locator): Promise<void> {
  await bringUp(region);
  const button = region.getByRole('button', { name: 'Voer uit' });
  const before = await runsOf(region);
  await button.click();
  await expect.poll(() => runsOf(region)).not.toBe(before);
  await expect.poll(() => button.getAttribute('aria-busy')).toBe('false');
}

/**
 * What a run always changes: the amount on the receipt, or the alert of one that never started. Read in one go, since
 * a locator that has found an alert waits for it when it has gone meanwhile.
 */
function runsOf(region: Locator): Promise<string> {
  return region.evaluate((playground) => {
    const total = playground.querySelector('[aria-label="Kassabon"] tfoot data')?.getAttribute('value');
    const code = playground.querySelector('.answer [role="alert"]')?.getAttribute('data-code');
    const answer = playground.querySelector<HTMLElement>('[aria-label="Antwoord"]')?.innerText;
    return `${total} ${code} ${answer}`;
  });
}

/** The exact dollars of a playground's receipt. */
export async function totalUsd(region: Locator): Promise<string> {
  const data = region.getByRole('group', { name: 'Kassabon' }).locator('tfoot data');
  return (await data.count()) === 0 ? '0' : ((await data.getAttribute('value')) ?? '');
}

/** Puts code into the editor as a reader would: click, select all, paste. */
export async function write(page: Page, region: Locator, file: string, code: string): Promise<void> {
  await bringUp(region);
  const editor = region.getByRole('textbox', { name: `Code van ${file}` });
  await editor.click();
  await region.locator('.cm-content').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
  await expect.poll(() => codeOf(region)).toBe(code);
}

/** The code as the live editor shows it. */
export async function codeOf(region: Locator): Promise<string> {
  const lines = await region.locator('.cm-line').allInnerTexts();
  return lines.map((line) => line.replace(/\n$/, '')).join('\n');
}

/** The value of one of the two meters in the till. */
export async function meter(page: Page, name: 'Jouw functies' | 'Altijd-aan-server'): Promise<string> {
  const till = page.getByRole('group', { name: 'Kostenteller' });
  return (await till.getByRole('group', { name }).locator('data').getAttribute('value')) ?? '';
}

/** For `before`: this function's code as if the reader had written it in an earlier visit. The sandbox has no storage. */
export function keptCode(name: string, files: Readonly<Record<string, string>>): string {
  const kept = JSON.stringify({ v: 1, base: 'proef', files });
  return `if (location.href !== 'about:srcdoc') localStorage.setItem('functielab:code:${name}', ${JSON.stringify(kept)});`;
}

/** For `before`: prices grow old and questions come back by the day: here it is always the same one. */
export const ONE_DAY = `if (self === top) {
  const at = Date.UTC(2026, 10, 30, 9);
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts) { parts.length === 0 ? super(at) : super(...parts); }
    static now() { return at; }
  };
}`;
