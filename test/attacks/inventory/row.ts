/** A row of the inventory: one mechanism of attack, with its variants beneath it. However many variants it has, it counts once. */

/** Those of the promise of 150, and what somebody might put in a page, which is counted beside them. */
export const FAMILIES = ['isolation', 'realm', 'storage', 'links', 'files', 'marking', 'page'] as const;
export type Family = (typeof FAMILIES)[number];

/** A file under `test/`, and what of it tries a variant: titles as written there, or names in the table that it tries. */
export type Tried = readonly [file: string, ...variants: readonly string[]];

export interface Mechanism {
  readonly what: string;
  readonly tried: readonly Tried[];
  /** Numbers that it has in the list of attacks of the security review of commit 993daa5, 28 November 2026. */
  readonly review: readonly number[];
}

export const mechanism = (
  what: string,
  review: readonly number[],
  ...tried: readonly Tried[]
): Mechanism => ({
  what,
  review,
  tried,
});

export const IN_HOSTS = 'host/host-hostile.browser.test.ts';
export const IN_SANDBOX = 'host/attacks.browser.test.ts';
export const BY_HAND_IN = 'browser/hostile-hand-ins.test.ts';
export const IN_PAGE = 'browser/injection/injection.test.ts';
/** Variants are folders of solutions: `golf-weerbericht/wrong/vast-antwoord`. */
export const BY_FIXTURE = 'exercises/fixtures.test.ts';
