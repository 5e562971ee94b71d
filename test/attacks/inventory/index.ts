/**
 * Every attack that the tests try, by family: a row is one mechanism, its variants are listed beneath it and count once. A mechanism is
 * what would have to be mended if it got through; two spellings of one are variants.
 */
import { files } from './files.ts';
import { isolation } from './isolation.ts';
import { links } from './links.ts';
import { marking } from './marking.ts';
import { page } from './page.ts';
import { realm } from './realm.ts';
import type { Family, Mechanism } from './row.ts';
import { storage } from './storage.ts';

export const INVENTORY: Readonly<Record<Family, readonly Mechanism[]>> = {
  isolation,
  realm,
  storage,
  links,
  files,
  marking,
  page,
};
