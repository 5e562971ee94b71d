/**
 * The calls that are under way. They are used again when they are over, names included, so that a run of a hundred
 * million calls makes as many of them as are open at once.
 */

export interface Call {
  /** The platform's name for it, free again when it is over. */
  readonly id: string;
  stage:
    | 'free'
    /** The platform was asked, or it waits for an instance that was started for another. */
    | 'asked'
    /** An instance starts for it; the agenda says when that is ready. */
    | 'starting'
    /** The agenda says when it is done, unless the platform ends it first. */
    | 'running'
    /** The platform has ended it, while the agenda still speaks of it. */
    | 'over';
  instanceId: number;
  isCold: boolean;
  /** One of our own, to keep an instance warm. */
  isPing: boolean;
  isInAgenda: boolean;
  /** When somebody called. */
  arrivedUs: number;
  /** Since when the platform has it. */
  acceptedUs: number;
  /** How long the start of its instance takes; 0 when it is warm. */
  initUs: number;
  durationUs: number;
}

export class Calls {
  readonly #free: Call[] = [];
  readonly #all = new Map<string, Call>();

  take(arrivedUs: number): Call {
    const call = this.#free.pop() ?? this.#make(`r${this.#all.size}`);
    call.stage = 'asked';
    call.arrivedUs = arrivedUs;
    call.acceptedUs = arrivedUs;
    return call;
  }

  /** Of a name that the platform knows. */
  get(id: string): Call {
    const call = this.#all.get(id);
    if (call === undefined) throw new Error(`no call is named ${id}`);
    return call;
  }

  /** The platform is done with it: it can be used again, at once or when the agenda has spoken of it. */
  end(call: Call): void {
    call.stage = call.isInAgenda ? 'over' : 'free';
    if (!call.isInAgenda) this.#free.push(call);
  }

  /** How long those that are open have been, together. */
  openForUs(nowUs: number, fromUs: number): bigint {
    let us = 0n;
    for (const { stage, acceptedUs } of this.#all.values()) {
      if (stage !== 'free' && stage !== 'over') us += BigInt(nowUs - Math.max(acceptedUs, fromUs));
    }
    return us;
  }

  #make(id: string): Call {
    const call: Call = {
      id,
      stage: 'free',
      instanceId: 0,
      isCold: false,
      isPing: false,
      isInAgenda: false,
      arrivedUs: 0,
      acceptedUs: 0,
      initUs: 0,
      durationUs: 0,
    };
    this.#all.set(id, call);
    return call;
  }
}
