/**
 * The calls that are under way. They are used again when they are over, names included, so that a run of a hundred
 * million calls makes as many of them as are open at once.
 */

export interface Call {
  /** The platform's name for it. */
  id: string;
  stage:
    | 'free'
    /** The platform was asked, or it waits for an instance that was started for another. */
    | 'asked'
    /** An instance starts for it, or ahead of need; the agenda says when that is ready. */
    | 'starting'
    /** The agenda says when it is done, unless the platform ends it first. */
    | 'running'
    /** The platform has ended it, while the agenda still speaks of it. */
    | 'over';
  /** One of our own keeps an instance warm; a delivery is a batch of messages; a start ahead is nobody's. */
  kind: 'call' | 'ping' | 'delivery' | 'startAhead';
  instanceId: number;
  isInAgenda: boolean;
  /** When somebody called. */
  arrivedUs: number;
  /** Since when the platform has it. */
  acceptedUs: number;
  /** Which arrival it is, or the first of its messages, from 1. */
  nth: number;
  /** Its instance starts for it. */
  isCold: boolean;
  /** Of a delivery. */
  messages: readonly { readonly messageId: string; readonly attempt: number }[] | null;
  /** How long the start of its instance takes; 0 when it is warm. */
  initUs: number;
  durationUs: number;
}

export class OpenCalls {
  readonly #free: Call[] = [];
  readonly #byId = new Map<string, Call>();
  #named = 0;

  /** One that gets a name of ours. */
  take(kind: Call['kind'], nth: number, nowUs: number): Call {
    return this.#open(this.#free.pop() ?? this.#make(`r${this.#named++}`), kind, nth, nowUs);
  }

  /** One that the platform has named; that name comes once. */
  takeNamed(id: string, nth: number, nowUs: number): Call {
    return this.#open(this.#make(id), 'delivery', nth, nowUs);
  }

  get(id: string): Call {
    const call = this.#byId.get(id);
    if (call === undefined) throw new Error(`no call is named ${id}`);
    return call;
  }

  /** The platform is done with it: it can be used again, at once or when the agenda has spoken of it. */
  end(call: Call): void {
    call.stage = call.isInAgenda ? 'over' : 'free';
    if (call.isInAgenda) return;
    if (call.kind === 'delivery') this.#byId.delete(call.id);
    else this.#free.push(call);
  }

  /** How long those that are open have been since `fromUs`, together. */
  openForUs(nowUs: number, fromUs: number): bigint {
    let us = 0n;
    for (const { stage, kind, acceptedUs } of this.#byId.values()) {
      if (stage === 'free' || stage === 'over' || kind === 'startAhead') continue;
      us += BigInt(nowUs - Math.max(acceptedUs, fromUs));
    }
    return us;
  }

  #open(call: Call, kind: Call['kind'], nth: number, nowUs: number): Call {
    call.stage = 'asked';
    call.kind = kind;
    call.nth = nth;
    call.isCold = false;
    call.arrivedUs = nowUs;
    call.acceptedUs = nowUs;
    return call;
  }

  #make(id: string): Call {
    const call: Call = {
      id,
      stage: 'free',
      kind: 'call',
      instanceId: 0,
      isInAgenda: false,
      arrivedUs: 0,
      acceptedUs: 0,
      nth: 0,
      isCold: false,
      messages: null,
      initUs: 0,
      durationUs: 0,
    };
    this.#byId.set(id, call);
    return call;
  }
}
