/**
 * The sandboxed frame, seen from the page: making it, talking to it, and noticing that it is gone.
 *
 * A function that fills all memory takes the frame's whole process down while the page lives, and no event
 * says so (measured in Chromium). So the page pings. It counts pings without an answer and not time: a page
 * that was blocked or throttled itself has sent no pings and draws no conclusion.
 */

import type { Report } from '../../contract/host.ts';
import { postAlong } from '../common/transfer.ts';
import { frameDocument } from './frame-document.ts';
import frameScript from './frame-main.ts?inline-script';
import type { FromFrame, ToFrame } from './protocol.ts';

export interface FrameOptions {
  readonly document: Document;
  readonly pingEveryMs: number;
  /** Pings without an answer after which the frame counts as lost. */
  readonly lostAfterPings: number;
  /** Pings without an answer after which a frame that never came up counts as unavailable. */
  readonly unavailableAfterPings: number;
  onReport(report: Report): void;
  onClockStep(stepMs: number): void;
  /** The frame is gone, and removed. */
  onGone(code: 'HOST_LOST' | 'HOST_UNAVAILABLE'): void;
}

export class Frame {
  readonly #options: FrameOptions;
  readonly #element: HTMLIFrameElement;
  readonly #port: MessagePort;
  #hasBooted = false;
  #unanswered = 0;
  #watch: ReturnType<typeof setInterval> | null = null;

  constructor(options: FrameOptions) {
    this.#options = options;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }: MessageEvent<FromFrame>) => this.#receive(data);
    this.#element = hiddenFrame(options.document);
    let given = false;
    this.#element.onload = () => {
      if (given) {
        // A frame that is moved within the page loads anew, without what it held.
        this.#gone();
        return;
      }
      given = true;
      // An opaque origin has no name to address; nobody else's document can stand in this frame.
      this.#element.contentWindow?.postMessage(null, '*', [port2]);
    };
    options.document.body.append(this.#element);
  }

  /**
   * May be called before the frame is up: the port keeps the order.
   *
   * @param transfer memory that moves along instead of being copied
   */
  send(message: ToFrame, transfer: Transferable[] = []): void {
    postAlong(this.#port, message, transfer);
  }

  /** Pings are sent while someone waits for this frame. */
  watch(isNeeded: boolean): void {
    if (isNeeded === (this.#watch !== null)) return;
    if (this.#watch !== null) clearInterval(this.#watch);
    this.#unanswered = 0;
    this.#watch = isNeeded ? setInterval(() => this.#ping(), this.#options.pingEveryMs) : null;
  }

  remove(): void {
    this.watch(false);
    this.#element.onload = null;
    this.#element.remove();
    this.#port.onmessage = null;
    this.#port.close();
  }

  #ping(): void {
    const { lostAfterPings, unavailableAfterPings } = this.#options;
    if (this.#unanswered >= (this.#hasBooted ? lostAfterPings : unavailableAfterPings)) {
      this.#gone();
      return;
    }
    this.#unanswered += 1;
    this.send({ type: 'ping' });
  }

  #gone(): void {
    this.remove();
    this.#options.onGone(this.#hasBooted ? 'HOST_LOST' : 'HOST_UNAVAILABLE');
  }

  #receive(message: FromFrame): void {
    this.#unanswered = 0;
    switch (message.type) {
      case 'booted':
        this.#hasBooted = true;
        break;
      case 'clock':
        this.#options.onClockStep(message.stepMs);
        break;
      case 'pong':
        break;
      default:
        this.#options.onReport(message);
    }
  }
}

function hiddenFrame(page: Document): HTMLIFrameElement {
  const frame = page.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.title = 'Sandbox';
  frame.style.display = 'none';
  frame.srcdoc = frameDocument(frameScript);
  return frame;
}
