/**
 * The hosts of one engine: the one that gets new instances, and earlier ones that still have some. A reader may
 * change hosts in the midst of a run; what runs then ends where it began.
 */
import type { BindingResult } from '../contract/bindings.ts';
import type { CreateHost, Host, InstanceSpec, InvocationSpec, Report } from '../contract/host.ts';

export class Hosts {
  readonly #report: (report: Report) => void;
  readonly #ownerOf = new Map<number, Host>();
  #current: Host;
  readonly #earlier = new Set<Host>();

  constructor(createHost: CreateHost, report: (report: Report) => void) {
    this.#report = report;
    this.#current = createHost(report);
  }

  /** New instances are this host's from now on. */
  change(createHost: CreateHost): void {
    this.#earlier.add(this.#current);
    this.#current = createHost(this.#report);
  }

  start(spec: InstanceSpec): void {
    this.#ownerOf.set(spec.instanceId, this.#current);
    this.#current.start(spec);
  }

  invoke(instanceId: number, invocation: InvocationSpec): void {
    this.#ownerOf.get(instanceId)?.invoke(instanceId, invocation);
  }

  reply(instanceId: number, callId: number, result: BindingResult): void {
    this.#ownerOf.get(instanceId)?.reply(instanceId, callId, result);
  }

  kill(instanceId: number): void {
    this.#ownerOf.get(instanceId)?.kill(instanceId);
  }

  /** Ends every earlier host of which no instance lives. */
  release(isAlive: (instanceId: number) => boolean): void {
    if (this.#earlier.size === 0 && this.#ownerOf.size < OWNERS_BEFORE_CLEANING) return;
    const needed = new Set<Host>();
    for (const [instanceId, host] of this.#ownerOf) {
      if (isAlive(instanceId)) needed.add(host);
      else this.#ownerOf.delete(instanceId);
    }
    for (const host of [...this.#earlier]) {
      if (needed.has(host)) continue;
      this.#earlier.delete(host);
      host.dispose();
    }
  }

  dispose(): void {
    for (const host of [this.#current, ...this.#earlier]) host.dispose();
    this.#ownerOf.clear();
    this.#earlier.clear();
  }
}

/** A page lives long, and so do the numbers of instances that are gone. */
const OWNERS_BEFORE_CLEANING = 500;
