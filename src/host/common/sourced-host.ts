/**
 * The half of every host that knows the learner's sources: it reads them before an instance starts, and puts
 * what went wrong in terms of them. Where the instances really live is a `Backend`'s affair.
 *
 * This folder is what all hosts share, on their own side of the line to an instance; the folders of the hosts
 * import it, and nobody else. Begin here, then `instance-record.ts`: what a host knows of one instance.
 */
import type { BindingResult } from '../../contract/bindings.ts';
import type { Failure } from '../../contract/failure.ts';
import type { Host, HttpInvocation, InstanceSpec, InvocationSpec, Report } from '../../contract/host.ts';
import { bytesIn } from './transfer.ts';

export type Prepared<Loaded> =
  | { readonly ok: true; readonly loaded: Loaded }
  | { readonly ok: false; readonly failure: Failure };

export interface Backend<Loaded> {
  /** Reads the sources; what is wrong with them is found before anything starts. */
  prepare(spec: InstanceSpec): Promise<Prepared<Loaded>>;
  start(spec: InstanceSpec, loaded: Loaded): void;
  /** The bytes in an invocation are the backend's own by then: it may give their memory away. */
  invoke(instanceId: number, invocation: InvocationSpec): void;
  /** The bytes in a reply are the backend's own as well: it may give their memory away. */
  reply(instanceId: number, callId: number, result: BindingResult): void;
  kill(instanceId: number): void;
  dispose(): void;
  /** Someone waits for this backend, or nobody does any more. */
  watch(isNeeded: boolean): void;
  /** A failure of the handler, its places in the files as the learner wrote them. */
  inSource(failure: Failure, loaded: Loaded): Failure;
  /** Why a module did not load, in terms of the files as the learner wrote them. That may take some looking. */
  explain(failure: Failure, loaded: Loaded): Promise<Failure>;
}

interface Living<Loaded> {
  readonly spec: InstanceSpec;
  /** Null until the sources have been read. */
  loaded: Loaded | null;
}

export class SourcedHost<Loaded> implements Host {
  readonly #tell: (report: Report) => void;
  readonly #backend: Backend<Loaded>;
  readonly #living = new Map<number, Living<Loaded>>();

  constructor(tell: (report: Report) => void, backend: Backend<Loaded>) {
    this.#tell = tell;
    this.#backend = backend;
  }

  start(spec: InstanceSpec): void {
    const living: Living<Loaded> = { spec, loaded: null };
    this.#living.set(spec.instanceId, living);
    this.#watch();
    void this.#load(living);
  }

  invoke(instanceId: number, invocation: InvocationSpec): void {
    if (!this.#living.has(instanceId)) return;
    this.#backend.invoke(instanceId, 'request' in invocation ? withOwnBody(invocation) : invocation);
  }

  reply(instanceId: number, callId: number, result: BindingResult): void {
    if (!this.#living.has(instanceId)) return;
    const answer = bytesIn(result);
    const own: BindingResult =
      answer === null ? result : { ok: true, value: { ...answer, body: answer.body.slice() } };
    this.#backend.reply(instanceId, callId, own);
  }

  kill(instanceId: number): void {
    if (!this.#living.delete(instanceId)) return;
    this.#backend.kill(instanceId);
    this.#watch();
  }

  dispose(): void {
    this.#living.clear();
    this.#backend.dispose();
  }

  /** A report of the backend's. */
  async receive(report: Report): Promise<void> {
    const living = this.#living.get(report.instanceId);
    if (living === undefined || living.loaded === null) return;
    if (report.type === 'settled' && !report.result.ok) {
      const failure = this.#backend.inSource(report.result.failure, living.loaded);
      this.#tell({ ...report, result: { ok: false, failure } });
    } else if (report.type === 'ended') {
      // Looking closer may need code that can't be fetched; what is known then has to do.
      const failure = await this.#backend.explain(report.failure, living.loaded).catch(() => report.failure);
      if (this.#isLiving(living)) this.#end(living, failure, report.initMs);
    } else {
      this.#tell(report);
    }
  }

  /** Everything that lived in the backend is gone. */
  lose(code: 'HOST_LOST' | 'HOST_UNAVAILABLE'): void {
    for (const living of [...this.#living.values()]) this.#end(living, { code });
  }

  async #load(living: Living<Loaded>): Promise<void> {
    const prepared = await this.#backend
      .prepare(living.spec)
      .catch((): Prepared<Loaded> => ({ ok: false, failure: { code: 'HOST_UNAVAILABLE' } }));
    if (!this.#isLiving(living)) return;
    // Nothing was started, so starting took no time.
    if (!prepared.ok) return this.#end(living, prepared.failure, 0);
    living.loaded = prepared.loaded;
    this.#backend.start(living.spec, prepared.loaded);
  }

  /** Is it there still: not killed meanwhile, nor replaced by another of the same number? */
  #isLiving(living: Living<Loaded>): boolean {
    return this.#living.get(living.spec.instanceId) === living;
  }

  #end(living: Living<Loaded>, failure: Failure, initMs?: number): void {
    const { instanceId } = living.spec;
    this.#living.delete(instanceId);
    this.#watch();
    this.#tell({ type: 'ended', instanceId, failure, ...(initMs !== undefined && { initMs }) });
  }

  #watch(): void {
    this.#backend.watch(this.#living.size > 0);
  }
}

/** A view on a part of some bigger memory would send all of it along. */
function withOwnBody(invocation: HttpInvocation): HttpInvocation {
  const { request } = invocation;
  return { ...invocation, request: { ...request, body: request.body?.slice() ?? null } };
}
