/** Why there is no container. */

export type BootProblem =
  /** The client's own code could not be fetched: no network, or an older page than the site. */
  | 'CLIENT_UNAVAILABLE'
  /** Another tab has the one container that a browser is good for. */
  | 'OTHER_TAB'
  /**
   * Nothing came for as long as we wait. The client goes on waiting for ever, so trying again here only waits for the
   * same boot; when the network was closed, only a new page can help.
   */
  | 'BOOT_TIMEOUT'
  /** The client said no; `message` is in its own words. */
  | 'BOOT_FAILED'
  /** The container is there, but Node in it did not start, or ended before it spoke. */
  | 'NODE_FAILED'
  /** The reader changed his mind. */
  | 'CANCELLED';

export class BootError extends Error {
  readonly code: BootProblem;

  constructor(code: BootProblem, message = '') {
    super(message === '' ? code : message);
    this.name = 'BootError';
    this.code = code;
  }
}

/** The container went while something was waited for. */
export class LostError extends Error {}
