/** What a test can make go wrong. Each takes effect at the next request, boot or spawn. */
export interface Faults {
  /**
   * The page of the frame: `hang` never answers, `drop` breaks the connection, `error500` answers an error page, and
   * `silent` loads but never says that it is there.
   */
  readonly headless: 'ok' | 'hang' | 'drop' | 'error500' | 'silent';
  /** How long a boot takes on top of its own time. */
  readonly bootDelayMs: number;
  /** A boot waits for as long as this is so. */
  readonly isBootHeld: boolean;
  /** A boot fails with this message; null boots. */
  readonly buildError: string | null;
  /**
   * A process: `exitBeforeOutput` ends at once with code 1, `hang` lives and says nothing, and `lateOutput` tells all
   * it says after its exit code.
   */
  readonly spawn: 'ok' | 'exitBeforeOutput' | 'hang' | 'lateOutput';
  /** Output comes in chunks of at most so many bytes, cut through characters too; null leaves it as it came. */
  readonly splitOutputBytes: number | null;
}

export const NO_FAULTS: Faults = {
  headless: 'ok',
  bootDelayMs: 0,
  isBootHeld: false,
  buildError: null,
  spawn: 'ok',
  splitOutputBytes: null,
};
