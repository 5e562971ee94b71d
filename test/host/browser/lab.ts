/** Opens the lab page in a real browser. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { launch } from 'puppeteer-core';
import type { SourceFile } from '../../../src/host/contract.ts';
import type { Ask, Seen, SeenSettled } from './lab-page.ts';
import { serveLab } from './lab-server.ts';

const CHROMIUM_PLACES = [
  process.env.FUNCTIELAB_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const FIREFOX_PLACES = [process.env.FUNCTIELAB_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'];
/** Without a sandbox of its own, since in a container tests run as root. */
const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

export type BrowserName = 'chromium' | 'firefox';

/** Chromium always; Firefox where it is found and asked for. */
export const browsers: readonly BrowserName[] =
  process.env.FUNCTIELAB_ALL_BROWSERS && find(FIREFOX_PLACES) !== undefined
    ? ['chromium', 'firefox']
    : ['chromium'];

export interface Lab {
  /** `page` runs in the page and sees nothing of the test but its argument, which crosses as JSON. */
  evaluate<Result, Arg>(page: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result>;
  /** Starts an instance of one file, `functie.js`, and invokes it. */
  run(code: string, ...asks: readonly Ask[]): Promise<Run>;
  runFiles(files: readonly SourceFile[], ...asks: readonly Ask[]): Promise<Run>;
  /** A second function on the same page still answers. */
  othersStillWork(): Promise<boolean>;
  close(): Promise<void>;
}

export interface Run {
  readonly id: number;
  readonly start: Seen;
  readonly answers: readonly Seen[];
  readonly log: { readonly lines: readonly string[]; readonly dropped: number; readonly reports: number };
}

export async function openLab(browser: BrowserName, isIsolated = false): Promise<Lab> {
  const server = await serveLab(isIsolated);
  const opened = browser === 'chromium' ? await openChromium(server.url) : await openFirefox(server.url);
  const evaluate: Lab['evaluate'] = async (page, arg) =>
    opened.evaluate(`(${page})(${JSON.stringify(arg)})`) as ReturnType<typeof page>;
  const runFiles: Lab['runFiles'] = (files, ...asks) =>
    evaluate(
      async ([files, asks]) => {
        const ran = await pageLab.run(files, asks);
        return { ...ran, log: pageLab.log(ran.id) };
      },
      [files, asks.length === 0 ? [{}] : asks] as const,
    );
  const run: Lab['run'] = (code, ...asks) => runFiles([{ path: 'functie.js', text: code }], ...asks);
  return {
    evaluate,
    runFiles,
    run,
    async othersStillWork() {
      const { answers } = await run(`export default () => new Response('nog steeds')`);
      return settled(answers[0]).text === 'nog steeds';
    },
    async close() {
      await opened.close();
      await server.close();
    },
  };
}

/** A report of an invocation that came to its end. */
export function settled(report: Seen | undefined): SeenSettled {
  if (report?.type !== 'settled') throw new Error(`Not settled: ${JSON.stringify(report)}`);
  return report;
}

export function findChromium(): string {
  const found = find(CHROMIUM_PLACES);
  if (found === undefined) throw new Error('No Chromium found; set FUNCTIELAB_CHROMIUM to its path');
  return found;
}

/** Through puppeteer, which survives the loss of a frame's process; Playwright gives the page up. */
export async function openWithPuppeteer(url: string) {
  // Chromium gives a sandboxed frame a process of its own; puppeteer turns that off by default.
  // A small heap, so that a function that fills it needs no gigabytes of this machine.
  const args = [
    ...CHROMIUM_FLAGS,
    '--enable-features=IsolateSandboxedIframes',
    '--js-flags=--max-old-space-size=256',
  ];
  const browser = await launch({ executablePath: findChromium(), args });
  const page = await browser.newPage();
  await page.goto(url);
  return { evaluate: (code: string) => page.evaluate(code), close: () => browser.close() };
}

function find(places: readonly (string | undefined)[]): string | undefined {
  return places.find((place) => place !== undefined && existsSync(place));
}

interface Opened {
  evaluate(code: string): Promise<unknown>;
  close(): Promise<void>;
}

async function openChromium(url: string): Promise<Opened> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  const page = await browser.newPage();
  await page.goto(url);
  return { evaluate: (code) => page.evaluate(code), close: () => browser.close() };
}

async function openFirefox(url: string): Promise<Opened> {
  const executablePath = find(FIREFOX_PLACES) ?? '';
  const browser = await launch({ browser: 'firefox', executablePath });
  const page = await browser.newPage();
  await page.goto(url);
  return { evaluate: (code) => page.evaluate(code), close: () => browser.close() };
}
