/**
 * Under which conditions a path is walked too, in Chromium: those that this run was asked for (`npm run test:deep` asks for all,
 * `npm test -- --condition=narrow test/browser/paths.test.ts` for one). A condition is a file beside this one that opens a family.
 */
import { type ConditionName, testSettings } from '../../../../src/cli/test-settings.ts';
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
  const asked = testSettings().conditions.filter((name) => !isLeftOut(path, name));
  return new Map(asked.map((name) => [`Chromium, ${name}`, CONDITIONS[name]]));
}
