/**
 * The browser host: instances are Web Workers in a sandboxed frame of the page. It needs nothing but the
 * browser, works offline, and is the default of every playground.
 *
 *   page (this file)  ──port──▶  frame (frame-main.ts)  ──private port──▶  worker (../instance/)
 *
 * The page makes text into modules (`link.ts`) and never evaluates a byte of it. The frame has an opaque origin
 * and a policy without network; it starts and ends workers, measures them, and checks what they send
 * (`frame-main.ts`, `../common/`). Only the worker runs the learner's code.
 *
 * A function that fills all memory takes the frame's whole process down while the page lives, and no event
 * says so (measured in Chromium). So the page pings. It counts pings without an answer and not time: a page
 * that was blocked or throttled itself has sent no pings and draws no conclusion.
 */

import type { BindingResult } from '../../contract/bindings.ts';
import type { Failure } from '../../contract/failure.ts';
import type { Host, InstanceSpec, InvocationSpec, Report } from '../../contract/host.ts';
import { type Backend, type Prepared, SourcedHost } from '../common/sourced-host.ts';
import { memoryOfInvocation, memoryOfReply, postAlong } from '../common/transfer.ts';
import { explainSyntax } from '../modules/load-failure.ts';
import frameScript from './frame-main.ts?inline-script';
import { type LinkedFile, originalPlace } from './link.ts';
import { linkFiles } from './link-files.ts';
import type { FromFrame, ToFrame } from './protocol.ts';

export interface BrowserHostOptions {
  /** The page in which the frame stands. */
  readonly document?: Document;
  readonly pingEveryMs?: number;
  /** Pings without an answer after which a frame, and what lives in it, counts as lost. */
  readonly lostAfterPings?: number;
  /** Pings without an answer after which a frame that never came up counts as unavailable. */
  readonly unavailableAfterPings?: number;
}

export interface BrowserHost extends Host {
  /** Builds the sandbox beforehand, so that the first start does not wait for it. */
  prepare(): void;
  /** How fine the clock behind every measured time is; null until the sandbox has measured it. */
  readonly clockStepMs: number | null;
}

/** @returns a `CreateHost` of which the host also has what only this kind of host can do */
export function createBrowserHost(
  options: BrowserHostOptions = {},
): (report: (report: Report) => void) => BrowserHost {
  return (report) => new FrameHost(report, options);
}

class FrameHost extends SourcedHost<LoadedFiles> implements BrowserHost {
  readonly #frames: Frames;

  constructor(tell: (report: Report) => void, options: BrowserHostOptions) {
    const frames = new Frames(
      options,
      (report) => void this.receive(report),
      (code) => this.lose(code),
    );
    super(tell, frames);
    this.#frames = frames;
  }

  get clockStepMs(): number | null {
    return this.#frames.clockStepMs;
  }

  prepare(): void {
    this.#frames.current();
  }
}

interface LoadedFiles {
  readonly entryUrl: string;
  readonly files: readonly LinkedFile[];
}

/** The frame that there is, and the next one when that is lost. */
class Frames implements Backend<LoadedFiles> {
  readonly #options: BrowserHostOptions;
  readonly #receive: (report: Report) => void;
  readonly #lose: (code: GoneCode) => void;
  #frame: Frame | null = null;
  #isNeeded = false;
  clockStepMs: number | null = null;

  constructor(
    options: BrowserHostOptions,
    receive: (report: Report) => void,
    lose: (code: GoneCode) => void,
  ) {
    this.#options = options;
    this.#receive = receive;
    this.#lose = lose;
  }

  current(): Frame {
    if (this.#frame === null) {
      this.#frame = this.#build();
      this.#frame.watch(this.#isNeeded);
    }
    return this.#frame;
  }

  async prepare({ files, entry }: InstanceSpec): Promise<Prepared<LoadedFiles>> {
    this.current();
    const linked = await linkFiles(files, entry);
    return linked.ok ? { ok: true, loaded: linked } : linked;
  }

  start(spec: InstanceSpec, loaded: LoadedFiles): void {
    const { instanceId, functionName, memoryMb, timeoutMs, env, entry, services } = spec;
    const files = loaded.files.map(({ path, urls }) => ({ path, urls }));
    const { entryUrl } = loaded;
    const common = { functionName, memoryMb, timeoutMs, env, files, entry, entryUrl };
    const load = { type: 'load', ...common, ...(services && { services }) } as const;
    this.current().send({ type: 'start', instanceId, load });
  }

  invoke(instanceId: number, invocation: InvocationSpec): void {
    this.#frame?.send({ type: 'invoke', instanceId, invocation }, memoryOfInvocation(invocation));
  }

  reply(instanceId: number, callId: number, result: BindingResult): void {
    this.#frame?.send({ type: 'reply', instanceId, callId, result }, memoryOfReply(result));
  }

  kill(instanceId: number): void {
    this.#frame?.send({ type: 'kill', instanceId });
  }

  dispose(): void {
    this.#frame?.remove();
    this.#frame = null;
  }

  watch(isNeeded: boolean): void {
    this.#isNeeded = isNeeded;
    this.#frame?.watch(isNeeded);
  }

  inSource(failure: Failure, { files }: LoadedFiles): Failure {
    if (failure.error === undefined) return failure;
    const frames = failure.error.frames.map((frame) => originalPlace(frame, files));
    return { ...failure, error: { ...failure.error, frames } };
  }

  async explain(failure: Failure, loaded: LoadedFiles): Promise<Failure> {
    const explained = await explainSyntax(failure, loaded.files);
    // A parser looks at the files as they were written already.
    return explained.code === 'SYNTAX_ERROR' ? explained : this.inSource(explained, loaded);
  }

  #build(): Frame {
    const { pingEveryMs = 1_000, lostAfterPings = 4, unavailableAfterPings = 10 } = this.#options;
    return new Frame({
      document: this.#options.document ?? document,
      pingEveryMs,
      lostAfterPings,
      unavailableAfterPings,
      onReport: this.#receive,
      onClockStep: (stepMs) => {
        this.clockStepMs = stepMs;
      },
      onGone: (code) => {
        this.#frame = null;
        this.#lose(code);
      },
    });
  }
}

type GoneCode = 'HOST_LOST' | 'HOST_UNAVAILABLE';

interface FrameOptions extends Required<BrowserHostOptions> {
  onReport(report: Report): void;
  onClockStep(stepMs: number): void;
  /** The frame is gone, and removed. */
  onGone(code: GoneCode): void;
}

/** The sandboxed frame, seen from the page: making it, talking to it, and noticing that it is gone. */
class Frame {
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

/** What the frame may do, which is nothing but run scripts. Measured in Chromium, Firefox and WebKit. */
export const FRAME_POLICY =
  "default-src 'none'; script-src 'unsafe-inline' blob: data:; worker-src blob: data:; connect-src 'none'";

/**
 * The document of the frame: a policy and a script, nothing else.
 *
 * The frame gets it as `srcdoc`, since a sandboxed frame with an address bypasses the service worker and is dead
 * offline. Such a document also inherits the page's policy, which therefore allows this script by its hash
 * (`bundleInlineScript()` gives the build the same text) and `data:` and `blob:` for scripts and workers.
 *
 * @param script the boot script, free of `</script` and `<!--` as `bundleInlineScript()` makes it
 */
export function frameDocument(script: string): string {
  // The policy is the first element: it holds from where it stands.
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${FRAME_POLICY}"><script>${script}</script>`;
}
