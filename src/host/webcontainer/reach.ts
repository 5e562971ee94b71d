/**
 * Whether the remote frame can be reached at all, asked beside the boot: the client says nothing of a frame that cannot load, and
 * what ends its silence is a limit of half a minute. Only a request that the network refused, while the frame says nothing
 * either, is a no. A network that lets a request hang looks just like a slow one: that is told, and waited for.
 */
import { BootError } from './support.ts';

/** So long without a word is told, in ms: with the request itself it stays within five seconds of the click. */
export const SILENCE_MS = 4_000;

export interface Signs {
  /** A request to the address of the frame; rejected when the network refused it. */
  readonly asked: Promise<unknown>;
  /** The frame said something: it is there. */
  readonly spoken: Promise<unknown>;
  /** Neither a word nor a refusal yet. */
  readonly onSilence: () => void;
  /** The boot is over, whatever came of it. */
  readonly over: AbortSignal;
}

/** @returns what is never fulfilled, and rejected with BootError `UNREACHABLE` when the service cannot be reached */
export function refusal({ asked, spoken, onSilence, over }: Signs): Promise<never> {
  return new Promise((_, reject) => {
    let isRefused = false;
    let isSilent = false;
    const timer = setTimeout(() => {
      isSilent = true;
      if (isRefused) no();
      else onSilence();
    }, SILENCE_MS);
    let isOver = false;
    const end = () => {
      isOver = true;
      clearTimeout(timer);
    };
    const no = () => {
      if (!isOver) reject(new BootError('UNREACHABLE'));
    };
    over.addEventListener('abort', end);
    spoken.then(end);
    asked.catch(() => {
      isRefused = true;
      if (isSilent) no();
    });
  });
}

/**
 * Asks for what the client's own frame asks for, under the same policies, so that the two have the same luck. Called
 * right after the client began to boot.
 *
 * @returns the frame's first word, and the request; null when the client has put no frame in the page
 */
export async function signsOfFrame(over: AbortSignal): Promise<Pick<Signs, 'asked' | 'spoken'> | null> {
  // The client puts its frame in the page within the same task.
  await new Promise((next) => setTimeout(next));
  const frame = document.querySelector<HTMLIFrameElement>('body > iframe[allow="cross-origin-isolated"]');
  if (frame === null || over.aborted) return null;
  const { origin } = new URL(frame.src);
  const spoken = new Promise<void>((resolve) => {
    // Also when this boot is over: a frame that is there stays there.
    const hear = (event: MessageEvent) => {
      if (event.origin !== origin) return;
      removeEventListener('message', hear);
      resolve();
    };
    addEventListener('message', hear);
  });
  const asked = fetch(frame.src, {
    mode: 'no-cors',
    credentials: 'omit',
    cache: 'no-store',
    signal: over,
  });
  return { asked, spoken };
}
