/** The families of this run: Chromium always, the others where they are asked for and found. */
import { findFirefox, findWebkit } from '../../../src/cli/find-browser.ts';
import { testSettings } from '../../../src/cli/test-settings.ts';
import type { FamilyName } from '../../../src/proof/index.ts';
import { openChromium } from './chromium.ts';
import type { OpenFamily } from './family.ts';
import { openFirefox } from './firefox.ts';
import { openWebkit } from './webkit.ts';

export type { FamilyName };

const { inAllBrowsers } = testSettings();

export const families: ReadonlyMap<FamilyName, OpenFamily> = new Map([
  ['Chromium', openChromium] as const,
  ...(inAllBrowsers && findFirefox() ? [['Firefox', openFirefox] as const] : []),
  ...(inAllBrowsers && findWebkit() ? [['WebKit', openWebkit] as const] : []),
]);
