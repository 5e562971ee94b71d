/**
 * A browser that lets no site keep anything: the setting of Chrome itself, which blocks cookies and with them `localStorage`,
 * `sessionStorage`, IndexedDB, caches, locks and service workers. Each throws or refuses in its own way.
 */
import { openChromiumIn } from '../../families/chromium.ts';
import type { OpenFamily } from '../../families/family.ts';

/** Of the list in Chromium's `content_settings.h`: allow, block, ask. */
const BLOCK = 2;

export const openWithoutStorage: OpenFamily = (needs) =>
  openChromiumIn({ preferences: { profile: { default_content_setting_values: { cookies: BLOCK } } } }, needs);
