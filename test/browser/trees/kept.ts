/**
 * Trees as text, kept in `kept/`: what a screen reader is told of a part of a page in one state of it. A change shows as a difference,
 * which a person reads aloud before it is kept:
 *
 *     FUNCTIELAB_KEEP_TREES=1 npm test -- test/browser/trees/
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createTwoFilesPatch } from 'diff';
import type { Locator } from 'playwright-core';
import { expect, vi } from 'vitest';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import { readTree } from './read-tree.ts';

const KEEP = 'FUNCTIELAB_KEEP_TREES';
const isKeeping = process.env[KEEP] !== undefined;

const PATIENCE = { timeout: PATIENCE_MS, interval: 50 };

interface Mask {
  /** What it is that differs from run to run. */
  readonly what: string;
  readonly pattern: RegExp;
  readonly shown: string;
}

/** Nothing else may vary: what a reader hears in between is kept letter by letter. */
export const MASKS = {
  code: {
    what: 'the code of a sample, which is no state of the page',
    pattern: /(?<=textbox "Code van [^"]+"[^=]*)= .*?(?=$| —)/gm,
    shown: '= …',
  },
  amount: {
    what: 'an amount that follows from measured times',
    pattern: /[€$]\s?\d[\d.,]*(?:\s\d{1,3}\b)*(?: \| \d{1,3}\b(?! aanroep))?|\b0,\d{3}(?:\s\d{1,3})+/g,
    shown: '…',
  },
  span: {
    what: 'a time that was measured, and not chosen',
    pattern: /(?<!combobox [^\n]*= )(?:< |\b\d+ min )?\b\d+(?:,\d+)? (?:ms|s)\b/g,
    shown: '… ms',
  },
  usage: {
    what: 'memory over a time that was measured',
    pattern: /\b\d[\d,\s]* (?=GB-seconden)/g,
    shown: '… ',
  },
  clock: { what: 'the hour of the day', pattern: /\b\d{2}:\d{2}:\d{2}\b/g, shown: 'uu:mm:ss' },
  day: { what: 'the day of the test', pattern: /\b\d{1,2} [a-z]+ 20\d\d\b/g, shown: 'dag maand jaar' },
  tickets: {
    what: 'how many of fifty were in time: fewer than ten where the machine is busy',
    pattern: /(?<=Het werd\s+)\d+(?= kaartjes)/g,
    shown: '…',
  },
  again: {
    what: 'a check that had to run twice, because the machine was busy',
    pattern: /\n *Dit draaide twee keer[^\n]*/g,
    shown: '',
  },
  seed: { what: 'a seed that is drawn', pattern: /(?<=startgetal )\d+/g, shown: '…' },
} as const satisfies Readonly<Record<string, Mask>>;

/** Of these a reader hears what they are for, or nothing. */
const NAMELESS =
  /^ *(?:region|navigation|dialog|radiogroup|tablist|tabpanel|tree|toolbar|textbox|searchbox|combobox|slider|checkbox|radio|button|link|heading|image|log)\b(?! ")/m;

/**
 * @param name of the file under `kept/`, without its ending
 * @param parts of the page, in the order of reading
 */
export async function expectTree(
  name: string,
  parts: readonly Locator[],
  masks: readonly (keyof typeof MASKS)[] = [],
): Promise<void> {
  const read = async () => {
    const trees: string[] = [];
    for (const part of parts) trees.push(await readTree(part));
    return masks.reduce(
      (text, mask) => text.replace(MASKS[mask].pattern, MASKS[mask].shown),
      trees.join('\n'),
    );
  };
  const file = fileURLToPath(new URL(`kept/${name}.txt`, import.meta.url));
  const kept = !isKeeping && existsSync(file) ? readFileSync(file, 'utf8') : null;
  let tree = '';
  // A browser makes the tree some time after the page, and a part of the page may come later still: it is waited for until it is as
  // it was kept. One that is not yet kept is whole when it stands still.
  const looking = vi.waitFor(async () => {
    const before = tree;
    tree = await read();
    if (tree !== (kept ?? before)) throw new Error(`${name} changes still`);
  }, PATIENCE);
  await (kept === null ? looking : looking.catch(() => undefined));
  expect(NAMELESS.exec(tree)?.[0], `${name}: what has no name`).toBeUndefined();
  if (isKeeping) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, tree);
    return;
  }
  if (kept === tree) return;
  const difference = createTwoFilesPatch(`kept/${name}.txt`, 'what is told now', kept ?? '', tree);
  expect.fail(
    `${difference}\nIs what is told now as a listener needs it? Keep it, and read it once more:\n  ${KEEP}=1 npm test -- test/browser/trees/\n`,
  );
}
