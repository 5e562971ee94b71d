/**
 * The browser host: instances are Web Workers in a sandboxed frame of the page. It needs nothing but the
 * browser, works offline, and is the default of every playground.
 *
 *   page (this file, frame.ts)  ──port──▶  frame (frame-main.ts)  ──private port──▶  worker (../instance/)
 *
 * The page makes text into modules (`link.ts`) and never evaluates a byte of it. The frame has an opaque origin
 * and a policy without network (`frame-document.ts`); it starts and ends workers, measures them, and checks
 * what they send (`worker-instance.ts`, `../common/`). Only the worker runs the learner's code.
 */

import type { BindingResult } from '../../contract/bindings.ts';
import type { Failure } from '../../contract/failure.ts';
import type { Host, InstanceSpec, InvocationSpec, Report } from '../../contract/host.ts';
import { type Backend, type Prepared, SourcedHost } from '../common/sourced-host.ts';
import { memoryOfInvocation, memoryOfReply } from '../common/transfer.ts';
import { mayImport } from '../modules/imports.ts';
import { explainSyntax } from '../modules/load-failure.ts';
import { Frame } from './frame.ts';
import { type Linked, type LinkedFile, link, originalPlace } from './link.ts';

export interface BrowserHostOptions {
  readonly document?: Document;
  readonly pingEveryMs?: number;
  /** Pings without an answer after which a frame, and what lives in it, counts as lost. */
  readonly lostAfterPings?: number;
  /** The same for a frame that has never answered. */
  readonly unavailableAfterPings?: number;
}

export interface BrowserHost extends Host {
  /** Builds the sandbox beforehand, so that the first start does not wait for it. */
  prepare(): void;
  /** How fine the clock behind every measured time is; null until the sandbox has measured it. */
  readonly clockStepMs: number | null;
}

/** The same as `CreateHost`, with what only this host has. */
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

/** The frame that is there, and the next one when it is lost. */
class Frames implements Backend<LoadedFiles> {
  readonly #options: BrowserHostOptions;
  readonly #receive: (report: Report) => void;
  readonly #lose: (code: 'HOST_LOST' | 'HOST_UNAVAILABLE') => void;
  #frame: Frame | null = null;
  #isNeeded = false;
  clockStepMs: number | null = null;

  constructor(
    options: BrowserHostOptions,
    receive: (report: Report) => void,
    lose: (code: 'HOST_LOST' | 'HOST_UNAVAILABLE') => void,
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
    const { instanceId, functionName, memoryMb, timeoutMs, env, entry } = spec;
    const files = loaded.files.map(({ path, urls }) => ({ path, urls }));
    const { entryUrl } = loaded;
    const load = { type: 'load', functionName, memoryMb, timeoutMs, env, files, entry, entryUrl } as const;
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

async function linkFiles(files: InstanceSpec['files'], entry: string): Promise<Linked> {
  const first = files.find((file) => file.path === entry);
  if (first === undefined || !mayImport(first.text)) return link(files, entry, () => []);
  const { findImports } = await import('../modules/find-imports.ts');
  return link(files, entry, findImports);
}
