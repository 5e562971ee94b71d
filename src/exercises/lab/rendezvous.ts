/**
 * Makes "at once" true on any machine: of invocations that begin together, the first call of each to a store is held until all
 * of them have come that far. Two that read before either writes is what a check of simultaneous work is about; a slow machine
 * would start them one after another, and code that loses an update would pass.
 */
import type { Report } from '../../contract/host.ts';

interface Held {
  readonly report: Report;
  readonly pass: (report: Report) => void;
}

export class Rendezvous {
  readonly #held: Held[] = [];
  readonly #isEverybodyHere: (held: number) => boolean;
  #isOver = false;

  /** @param isEverybodyHere whether all that are under way are among so many that are held */
  constructor(isEverybodyHere: (held: number) => boolean) {
    this.#isEverybodyHere = isEverybodyHere;
  }

  hear(report: Report, pass: (report: Report) => void): void {
    if (this.#isOver) {
      pass(report);
    } else if (report.type === 'call' || this.#followsHeld(report)) {
      this.#held.push({ report, pass });
    } else {
      // What an instance asked before it ended was asked in time.
      if (report.type !== 'log') this.#release(({ report: held }) => held.instanceId === report.instanceId);
      pass(report);
    }
    this.check();
  }

  /** What an instance says of a call that is held stays behind it: that it waits now, or no longer wants the answer. */
  #followsHeld({ type, instanceId }: Report): boolean {
    const isAboutCall = type === 'waiting' || type === 'abandoned';
    return isAboutCall && this.#held.some(({ report }) => report.instanceId === instanceId);
  }

  /** Lets all go once everybody is here. */
  check(): void {
    if (this.#isOver || !this.#isEverybodyHere(this.#instancesHeld())) return;
    this.#isOver = true;
    this.#release(() => true);
  }

  #instancesHeld(): number {
    return new Set(this.#held.map(({ report }) => report.instanceId)).size;
  }

  #release(isOne: (held: Held) => boolean): void {
    for (const held of this.#held.filter(isOne)) {
      this.#held.splice(this.#held.indexOf(held), 1);
      held.pass(held.report);
    }
  }
}
