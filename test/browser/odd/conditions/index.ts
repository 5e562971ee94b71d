/**
 * Under which conditions a path is walked too, in Chromium: those that this run was asked for by name
 * (`npm test -- --condition=narrow test/browser/paths.test.ts`). `npm run test:deep` draws one for each path by its seed: all seven
 * take hours, and run after run each has its turn. A condition is a file beside this one that opens a family.
 */
import { createHash } from 'node:crypto';
import { type ConditionName, type TestSettings, testSettings } from '../../../../src/cli/test-settings.ts';
import type { OpenFamily } from '../../families/family.ts';
import { isLeftOut } from '../left-out.ts';
import { openWithClockOff } from './clock.ts';
import { openFramed } from './framed.ts';
import { openLargeText } from './large-text.ts';
import { openNarrow } from './narrow.ts';
import { openWithoutStorage } from './no-storage.ts';
import { openSlowed } from './slowed.ts';
import { openTouched } from './touch.ts';

export const CONDITIONS: Readonly<Record<ConditionName, OpenFamily>> = {
  slowed: openSlowed,
  narrow: openNarrow,
  'large-text': openLargeText,
  touch: openTouched,
  'no-storage': openWithoutStorage,
  framed: openFramed,
  clock: openWithClockOff,
};

/** @param path its title @returns by what stands behind the title in the name of its test */
export function conditionsOf(path: string): ReadonlyMap<string, OpenFamily> {
  return new Map(conditionNamesOf(path).map((name) => [`Chromium, ${name}`, CONDITIONS[name]]));
}

export function conditionNamesOf(path: string, settings: TestSettings = testSettings()): ConditionName[] {
  const asked = settings.conditions.filter((name) => !isLeftOut(path, name));
  if (!settings.drawsCondition || asked.length === 0) return asked;
  const digest = createHash('sha256').update(`${settings.seed} ${path}`).digest();
  return asked.slice(digest.readUInt32BE() % asked.length).slice(0, 1);
}
