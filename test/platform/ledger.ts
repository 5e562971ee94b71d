/**
 * A second, slow and obvious bookkeeping of what the platform told, which throws as soon as an event
 * breaks a rule. It shares no code with the platform.
 */
import type { PlatformEvent } from '../../src/platform/index.ts';

interface Resident {
  functionName: string;
  version: number;
  state: 'starting' | 'busy' | 'idle';
  /** It started ahead of need. */
  isKept: boolean;
  open: Set<string>;
  /** Of its open invocations, those that were handed over. */
  running: Set<string>;
  /** Somebody in it left: it takes no more. */
  isDraining: boolean;
}

interface Rules {
  version: number;
  concurrencyLimit: number;
  instanceConcurrency: number;
  /** By last use, and not by creation or by chance. */
  isByUse: boolean;
}

export class Ledger {
  readonly #maxInstances: number;
  readonly #functions = new Map<string, Rules>();
  readonly #places = new Map<string, number>();
  readonly #residents = new Map<number, Resident>();
  #lastMs = 0;

  constructor(maxInstances: number) {
    this.#maxInstances = maxInstances;
  }

  living(): number[] {
    return [...this.#residents.keys()];
  }

  starting(): number[] {
    return this.living().filter((id) => this.#resident(id).state === 'starting');
  }

  open(): string[] {
    return [...this.#residents.values()].flatMap(({ open }) => [...open]);
  }

  running(): { instanceId: number; invocationId: string }[] {
    return [...this.#residents].flatMap(([instanceId, { running }]) =>
      [...running].map((invocationId) => ({ instanceId, invocationId })),
    );
  }

  states(): [number, Resident['state']][] {
    return [...this.#residents].map(([id, { state }]) => [id, state]);
  }

  read(events: readonly PlatformEvent[]): void {
    for (const [index, event] of events.entries()) {
      must(event.atMs >= this.#lastMs, 'time does not go back', event);
      this.#lastMs = event.atMs;
      this.#readOne(event, events[index + 1]);
    }
  }

  #readOne(event: PlatformEvent, following: PlatformEvent | undefined): void {
    switch (event.type) {
      case 'deployed': {
        const { concurrencyLimit, instanceConcurrency = 1, routing = 'most-recent' } = event.config;
        must(
          event.version === (this.#functions.get(event.functionName)?.version ?? 0) + 1,
          'versions count up',
          event,
        );
        this.#functions.set(event.functionName, {
          version: event.version,
          concurrencyLimit,
          instanceConcurrency,
          isByUse: routing === 'most-recent' || routing === 'least-recent',
        });
        this.#places.set(`${event.functionName} ${event.version}`, instanceConcurrency);
        break;
      }
      case 'accepted': {
        const isForNewInstance =
          following?.type === 'instanceStarted' && following.instanceId === event.instanceId;
        if (isForNewInstance) this.#admitCold(event.instanceId, event.functionName, event.version);
        this.#accept(event);
        break;
      }
      case 'throttled': {
        const { concurrencyLimit } = this.#rules(event.functionName);
        if (event.limit === 'concurrencyLimit') {
          must(this.#inFlight(event.functionName) >= concurrencyLimit, 'refused at the limit only', event);
        } else {
          must(this.#residents.size === this.#maxInstances, 'refused when full only', event);
          must(
            ![...this.#residents.values()].some(({ state, isKept }) => state === 'idle' && !isKept),
            'refused when nothing is idle only',
            event,
          );
        }
        break;
      }
      case 'instanceStartedAhead':
        this.#admit(event.instanceId, event.functionName, event.version, true);
        must(this.#residents.size <= this.#maxInstances, 'never more than maxInstances', event);
        break;
      case 'instanceStarted':
        must(this.#residents.size <= this.#maxInstances, 'never more than maxInstances', event);
        break;
      case 'instanceReady':
        must(this.#resident(event.instanceId).state === 'starting', 'ready once', event);
        this.#resident(event.instanceId).state = 'busy';
        break;
      case 'invocationStarted': {
        const { open, running, state } = this.#resident(event.instanceId);
        must(state === 'busy' && open.has(event.invocationId), 'handed over where it was accepted', event);
        must(!running.has(event.invocationId), 'handed over once', event);
        running.add(event.invocationId);
        break;
      }
      case 'invocationEnded': {
        const resident = this.#resident(event.instanceId);
        const wasRunning = resident.running.delete(event.invocationId);
        must(resident.open.delete(event.invocationId), 'ends once, where it was', event);
        must(event.phase === (wasRunning ? 'handler' : 'init'), 'the phase is the one it was in', event);
        if (event.outcome === 'cancelled') resident.isDraining = true;
        break;
      }
      case 'instanceIdle': {
        const resident = this.#resident(event.instanceId);
        must(resident.open.size === 0 && !resident.isDraining, 'idle means free', event);
        must(resident.version === this.#rules(event.functionName).version, 'no idle old version', event);
        resident.state = 'idle';
        break;
      }
      case 'instanceGone':
        must(this.#resident(event.instanceId).open.size === 0, 'nothing open in what is gone', event);
        this.#residents.delete(event.instanceId);
        break;
    }
  }

  /** A cold start is right only when nothing else could serve. */
  #admitCold(instanceId: number, functionName: string, version: number): void {
    for (const [id, resident] of this.#residents) {
      if (resident.isKept && resident.state === 'starting') continue;
      const isSameVersion = resident.functionName === functionName && resident.version === version;
      const hasPlace = !resident.isDraining && resident.open.size < this.#placesOf(resident);
      must(!(isSameVersion && hasPlace), `no cold start while instance ${id} has a place`, { instanceId });
    }
    this.#admit(instanceId, functionName, version, false);
  }

  #admit(instanceId: number, functionName: string, version: number, isKept: boolean): void {
    this.#residents.set(instanceId, {
      functionName,
      version,
      state: 'starting',
      isKept,
      open: new Set(),
      running: new Set(),
      isDraining: false,
    });
  }

  #accept(event: Extract<PlatformEvent, { type: 'accepted' }>): void {
    const { functionName, instanceId, invocationId, version } = event;
    const { concurrencyLimit, version: newest, isByUse } = this.#rules(functionName);
    const resident = this.#resident(instanceId);
    must(version === newest && resident.version === newest, 'only the newest version is given work', event);
    must(!resident.isDraining, 'a draining instance is given no work', event);
    const idleIds = this.living().filter((id) => {
      const { state, functionName: name, version: number } = this.#resident(id);
      return state === 'idle' && name === functionName && number === newest;
    });
    const keptIds = idleIds.filter((id) => this.#resident(id).isKept);
    const first = keptIds.length > 0 ? keptIds : isByUse ? idleIds : [];
    must(first.length === 0 || first.includes(instanceId), 'an idle instance goes first', event);
    must(
      !(resident.isKept && resident.state === 'starting'),
      'nobody waits for a start ahead of need',
      event,
    );
    resident.open.add(invocationId);
    if (resident.state === 'idle') resident.state = 'busy';
    must(resident.open.size <= this.#placesOf(resident), 'never more than its concurrency', event);
    must(this.#inFlight(functionName) <= concurrencyLimit, 'never over the limit', event);
  }

  #inFlight(functionName: string): number {
    let inFlight = 0;
    for (const resident of this.#residents.values()) {
      if (resident.functionName === functionName) inFlight += resident.open.size;
    }
    return inFlight;
  }

  #placesOf({ functionName, version }: Resident): number {
    return this.#places.get(`${functionName} ${version}`) ?? 0;
  }

  #rules(functionName: string): Rules {
    const found = this.#functions.get(functionName);
    if (found === undefined) throw new Error(`${functionName} was never deployed`);
    return found;
  }

  #resident(instanceId: number): Resident {
    const found = this.#residents.get(instanceId);
    if (found === undefined) throw new Error(`instance ${instanceId} does not live`);
    return found;
  }
}

function must(holds: boolean, rule: string, event: object): void {
  if (!holds) throw new Error(`broken: ${rule}, by ${JSON.stringify(event)}`);
}
