/**
 * Opens a lab for a host: the sandbox in a real browser, a process of plain Node, or a container at the other end of
 * the real client library, in a browser with a stand-in for its remote frame.
 */
import { fileURLToPath } from 'node:url';
import { launch } from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../../../src/cli/find-browser.ts';
import { PATIENCE_MS, testSettings } from '../../../src/cli/test-settings.ts';
import type { SourceFile } from '../../../src/contract/data.ts';
import { type FamilyName, families } from '../../browser/families/asked.ts';
import { startStandIn } from '../../stand-in/index.ts';
import { type LabOptions, serveLab } from './lab-server.ts';
import { openNodeLab } from './node-lab.ts';
import type { Ask, Seen, SeenSettled } from './page-lab.ts';

/** Every family that this run asks for (`npm run test:browsers`). */
export const browsers: readonly FamilyName[] = [...families.keys()];

/** The real service, for whoever has internet: `npm run check:webcontainer`. */
const isRealService = testSettings().withRealService;

/** Every host of the course, each to be given the same cases. */
export type HostName = FamilyName | 'node' | 'webcontainer';
export const hosts: readonly HostName[] = isRealService
  ? ['webcontainer']
  : [...browsers, 'node', 'webcontainer'];

/** What is real Node, with what Node can: there is no sandbox, so nothing is refused. */
export const isNode = (host: HostName) => host === 'node' || host === 'webcontainer';

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

export async function openLab(host: HostName, isIsolated = false): Promise<Lab> {
  if (host === 'node') return withRuns(await openNodeLab());
  if (host === 'webcontainer') return withRuns(await openContainerLab());
  return withRuns(await openInBrowser(host, { isIsolated }));
}

type BareLab = Pick<Lab, 'evaluate' | 'close'>;

async function openInBrowser(name: FamilyName, options: LabOptions): Promise<BareLab> {
  const server = await serveLab(options);
  const opened = await openFamily(name, server.url);
  return {
    evaluate: async (page, arg) =>
      opened.evaluate(`(${page})(${JSON.stringify(arg)})`) as ReturnType<typeof page>,
    async close() {
      await opened.close();
      await server.close();
    },
  };
}

async function openContainerLab(): Promise<BareLab> {
  const standIn = isRealService ? null : await startStandIn();
  const frameOrigin = standIn?.origin ?? 'https://stackblitz.com';
  const lab = await openInBrowser('Chromium', {
    isIsolated: true,
    entry: fileURLToPath(new URL('./container-page.ts', import.meta.url)),
    frameOrigin,
  });
  await lab.evaluate((origin) => bootPageLab(origin), standIn?.origin ?? null);
  return {
    evaluate: lab.evaluate,
    async close() {
      await lab.close();
      await standIn?.close();
    },
  };
}

function withRuns({ evaluate, close }: BareLab): Lab {
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
    close,
  };
}

/** A report of an invocation that came to its end. */
export function settled(report: Seen | undefined): SeenSettled {
  if (report?.type !== 'settled') throw new Error(`Not settled: ${JSON.stringify(report)}`);
  return report;
}

/** Through puppeteer, which survives the loss of a frame's process; Playwright gives the page up. */
export async function openWithPuppeteer(url: string): Promise<Opened> {
  // Chromium gives a sandboxed frame a process of its own; puppeteer turns that off by default.
  const isolated = '--enable-features=IsolateSandboxedIframes';
  // So that a function that fills the heap needs no gigabytes of this machine.
  const smallHeap = '--js-flags=--max-old-space-size=256';
  const args = [...chromiumFlags(), isolated, smallHeap];
  const browser = await launch({ executablePath: chromiumPath(), args, timeout: PATIENCE_MS });
  const page = await browser.newPage();
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  await page.goto(url);
  return { evaluate: (code) => page.evaluate(code), close: () => browser.close() };
}

interface Opened {
  evaluate(code: string): Promise<unknown>;
  close(): Promise<void>;
}

async function openFamily(name: FamilyName, url: string): Promise<Opened> {
  const open = families.get(name);
  if (open === undefined) throw new Error(`No ${name}`);
  const family = await open();
  const tab = await family.newTab(() => {});
  await tab.goto(url);
  return {
    evaluate: tab.evaluate,
    async close() {
      await tab.close();
      await family.close();
    },
  };
}

function chromiumPath(): string {
  const found = findChromium();
  if (found === null) throw new Error('No Chromium found; set FUNCTIELAB_CHROMIUM to its path');
  return found;
}
