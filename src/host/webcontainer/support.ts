/**
 * Why there can be no container, or is none: what a page may know of containers without loading one.
 *
 * Where a container can't work is found out beforehand, without asking anybody (`obstacleTo`): the choice is then
 * off, with the reason. What goes wrong with a boot after that is a `BootError`.
 */

export type Obstacle =
  /** A phone: the tab would crash. */
  | 'IPHONE'
  /** The page stands in a frame, a learning environment's mostly, and can't be isolated there. */
  | 'IN_FRAME'
  /** The host of the site does not send the headers for it. */
  | 'NOT_ISOLATED'
  /** The browser lacks what a container needs. */
  | 'OLD_BROWSER'
  | 'OFFLINE';

/** What is looked at; a test brings its own. */
export interface Surroundings {
  readonly isIsolated: boolean;
  readonly isFramed: boolean;
  readonly isOnline: boolean;
  readonly hasSharedMemory: boolean;
  readonly hasLocks: boolean;
  readonly userAgent: string;
}

export function surroundings(): Surroundings {
  return {
    isIsolated: globalThis.crossOriginIsolated === true,
    isFramed: isFramed(),
    isOnline: navigator.onLine,
    hasSharedMemory: typeof SharedArrayBuffer === 'function',
    hasLocks: 'locks' in navigator,
    userAgent: navigator.userAgent,
  };
}

/** @returns null when it may work. What can change while the page is open comes last. */
export function obstacleTo(here: Surroundings = surroundings()): Obstacle | null {
  // No test of a feature tells: it starts, and then takes the tab along.
  if (/iPhone|iPod/.test(here.userAgent)) return 'IPHONE';
  if (here.isFramed && !here.isIsolated) return 'IN_FRAME';
  if (!here.isIsolated) return 'NOT_ISOLATED';
  if (!here.hasSharedMemory || !here.hasLocks) return 'OLD_BROWSER';
  return here.isOnline ? null : 'OFFLINE';
}

/** An iPad says that it is a Mac; only its screen gives it away. It may try, after a warning. */
export function isProbablyIpad(): boolean {
  return (
    /iPad/.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  );
}

function isFramed(): boolean {
  try {
    return window.self !== window.top;
  } catch {
    return true;
  }
}

/** Why a boot gave no container. */
export type BootProblem =
  /** The client's own code could not be fetched: no network, or an older page than the site. */
  | 'CLIENT_UNAVAILABLE'
  /** The network refuses the service's address. */
  | 'UNREACHABLE'
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
