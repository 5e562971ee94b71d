/**
 * The browser host: instances are Web Workers in a sandboxed frame of the page. It needs nothing but the
 * browser, works offline, and is the default of every playground.
 *
 *   page (this file, frame.ts)  ──port──▶  frame (frame-main.ts)  ──private port──▶  worker (../instance/)
 *
 * The page makes text into modules (`link.ts`) and never evaluates a byte of it. The frame has an opaque origin
 * and a policy without network (`frame-document.ts`); it starts and ends workers, measures them, and checks
 * what they send (`worker-instance.ts`, `check.ts`). Only the worker runs the learner's code.
 */
import type { Host, InstanceSpec, InvocationSpec, Report } from '../contract.ts';
import type { Failure } from '../failure.ts';
import { Frame } from './frame.ts';
import { type Linked, type LinkedFile, link, mayImport, originalPlace } from './link.ts';

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

interface Living {
  readonly spec: InstanceSpec;
  files: readonly LinkedFile[];
}

/** The same as `CreateHost`, with what only this host has. */
export function createBrowserHost(
  options: BrowserHostOptions = {},
): (report: (report: Report) => void) => BrowserHost {
  return (report) => new FrameHost(report, options);
}

class FrameHost implements BrowserHost {
  readonly #tell: (report: Report) => void;
  readonly #options: BrowserHostOptions;
  readonly #living = new Map<number, Living>();
  #frame: Frame | null = null;
  #clockStepMs: number | null = null;

  constructor(tell: (report: Report) => void, options: BrowserHostOptions) {
    this.#tell = tell;
    this.#options = options;
  }

  get clockStepMs(): number | null {
    return this.#clockStepMs;
  }

  prepare(): void {
    this.#frame ??= this.#build();
  }

  start(spec: InstanceSpec): void {
    const living: Living = { spec, files: [] };
    this.#living.set(spec.instanceId, living);
    this.prepare();
    this.#watch();
    void this.#load(living);
  }

  invoke(instanceId: number, { invocationId, isCold, request }: InvocationSpec): void {
    // A view on a part of some bigger memory would send all of it along.
    const body = request.body?.slice() ?? null;
    const invocation = { invocationId, isCold, request: { ...request, body } };
    if (this.#living.has(instanceId)) this.#frame?.send({ type: 'invoke', instanceId, invocation });
  }

  kill(instanceId: number): void {
    if (!this.#living.delete(instanceId)) return;
    this.#frame?.send({ type: 'kill', instanceId });
    this.#watch();
  }

  dispose(): void {
    this.#living.clear();
    this.#frame?.remove();
    this.#frame = null;
  }

  async #load(living: Living): Promise<void> {
    const { spec } = living;
    const linked = await linkFiles(spec);
    if (!this.#isLiving(living)) return;
    // Nothing was started, so starting took no time.
    if (!linked.ok) return this.#end(living, linked.failure, 0);
    living.files = linked.files;
    const { instanceId, functionName, memoryMb, timeoutMs, env, entry } = spec;
    const files = linked.files.map(({ path, urls }) => ({ path, urls }));
    const { entryUrl } = linked;
    const load = { type: 'load', functionName, memoryMb, timeoutMs, env, files, entry, entryUrl } as const;
    this.#frame?.send({ type: 'start', instanceId, load });
  }

  #build(): Frame {
    const { pingEveryMs = 1_000, lostAfterPings = 4, unavailableAfterPings = 10 } = this.#options;
    return new Frame({
      document: this.#options.document ?? document,
      pingEveryMs,
      lostAfterPings,
      unavailableAfterPings,
      onReport: (report) => void this.#receive(report),
      onClockStep: (stepMs) => {
        this.#clockStepMs = stepMs;
      },
      onGone: (code) => {
        this.#frame = null;
        for (const living of [...this.#living.values()]) this.#end(living, { code });
      },
    });
  }

  async #receive(report: Report): Promise<void> {
    const living = this.#living.get(report.instanceId);
    if (living === undefined) return;
    if (report.type === 'settled' && !report.result.ok) {
      const failure = inOriginal(report.result.failure, living.files);
      this.#tell({ ...report, result: { ok: false, failure } });
    } else if (report.type === 'ended') {
      const failure = await explain(report.failure, living.files);
      if (this.#isLiving(living)) this.#end(living, failure, report.initMs);
    } else {
      this.#tell(report);
    }
  }

  /** Not killed meanwhile, nor replaced by another of the same number. */
  #isLiving(living: Living): boolean {
    return this.#living.get(living.spec.instanceId) === living;
  }

  #end(living: Living, failure: Failure, initMs?: number): void {
    const { instanceId } = living.spec;
    this.#living.delete(instanceId);
    this.#watch();
    this.#tell({ type: 'ended', instanceId, failure, ...(initMs !== undefined && { initMs }) });
  }

  #watch(): void {
    this.#frame?.watch(this.#living.size > 0);
  }
}

async function linkFiles({ files, entry }: InstanceSpec): Promise<Linked> {
  const first = files.find((file) => file.path === entry);
  if (first === undefined || !mayImport(first.text)) return link(files, entry, () => []);
  const { findImports } = await import('./find-imports.ts');
  return link(files, entry, findImports);
}

/** A file that does not parse fails to load like one that throws; only a parser can tell which it was. */
async function explain(failure: Failure, files: readonly LinkedFile[]): Promise<Failure> {
  const { code, error } = failure;
  if (code !== 'INIT_ERROR' || error?.name !== 'SyntaxError') return inOriginal(failure, files);
  const { locateSyntaxError } = await import('./syntax-error.ts');
  const frame = locateSyntaxError(files);
  if (frame !== null) return { code: 'SYNTAX_ERROR', error: { ...error, frames: [frame] } };
  // Thrown by code that ran, `JSON.parse` for example; else newer syntax than our parser knows.
  return error.frames.length > 0 ? inOriginal(failure, files) : { ...failure, code: 'SYNTAX_ERROR' };
}

function inOriginal(failure: Failure, files: readonly LinkedFile[]): Failure {
  if (failure.error === undefined) return failure;
  const frames = failure.error.frames.map((frame) => originalPlace(frame, files));
  return { ...failure, error: { ...failure.error, frames } };
}
