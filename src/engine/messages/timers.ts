/**
 * The timers of one playground while its clock is on: for each expression the next moment, told to the platform, and
 * when it has fired the one after it. Moments that passed while a computer slept are not made up for.
 */
import type { PlatformEvent } from '../../platform/index.ts';
import { eventsOf } from '../deployments.ts';
import type { Deployment, Loop } from '../types.ts';
import { readCron } from './cron.ts';
import { timerFired } from './event-data.ts';
import type { PostOffice } from './post-office.ts';

interface Planned {
  readonly functionName: string;
  readonly cron: string;
  readonly messageId: string;
  readonly dueWallMs: number;
}

export class Timers {
  readonly #loop: Loop;
  readonly #office: PostOffice;
  /** By the name of the function, which is also the timer's. */
  readonly #planned = new Map<string, Planned>();
  /**
   * The moment on the wall for which each last went off. The wall's clock counts whole milliseconds and the engine's does not, so
   * just after that moment the wall may still say that it has to come.
   */
  readonly #firedWallMs = new Map<string, number>();
  #isOn = false;

  constructor(loop: Loop, office: PostOffice) {
    this.#loop = loop;
    this.#office = office;
  }

  /** Timers run from now on: those of these functions each from its next moment. */
  start(deployed: readonly Deployment[]): void {
    this.#isOn = true;
    for (const deployment of deployed) this.plan(deployment);
  }

  stop(): void {
    this.#isOn = false;
    for (const planned of [...this.#planned.values()]) this.#cancel(planned);
  }

  /**
   * While the clock is on: plans the timer of a function that has one, anew when its expression changed. One that
   * cannot be read has no next moment.
   */
  plan({ functionName, source }: Deployment): void {
    if (!this.#isOn || source?.type !== 'timer') return;
    const before = this.#planned.get(functionName);
    if (before?.cron === source.cron) return;
    if (before) this.#cancel(before);
    this.#planNext(functionName, source.cron, this.#afterWallMs(functionName));
  }

  /** A timer went off, or was skipped since there was no room for its message: plans its next moment. */
  note(event: PlatformEvent): void {
    if (event.type !== 'timerFired' && event.type !== 'timerSkipped') return;
    const planned = this.#planned.get(event.timerName);
    if (planned === undefined) return;
    if (event.type === 'timerSkipped') this.#office.forget(planned.messageId);
    this.#planned.delete(event.timerName);
    this.#firedWallMs.set(planned.functionName, planned.dueWallMs);
    this.#planNext(planned.functionName, planned.cron, this.#afterWallMs(planned.functionName));
  }

  #afterWallMs(functionName: string): number {
    return Math.max(this.#firedWallMs.get(functionName) ?? 0, this.#loop.wallMs());
  }

  #planNext(functionName: string, cron: string, afterWallMs: number): void {
    const plan = readCron(cron, afterWallMs);
    const dueWallMs = plan.ok ? plan.next(afterWallMs) : null;
    if (dueWallMs === null) return;
    const messageId = this.#office.newMessageId();
    this.#planned.set(functionName, { functionName, cron, messageId, dueWallMs });
    const event = timerFired(messageId, cron, new Date(dueWallMs).toISOString());
    this.#office.prepare(messageId, { kind: 'event', event });
    const dueMs = this.#loop.nowMs() + Math.max(0, dueWallMs - this.#loop.wallMs());
    const queueName = eventsOf(functionName);
    this.#loop.tell({ type: 'setTimer', timerName: functionName, queueName, messageId, dueMs });
  }

  #cancel({ functionName, messageId }: Planned): void {
    this.#planned.delete(functionName);
    this.#office.forget(messageId);
    this.#loop.tell({ type: 'clearTimer', timerName: functionName });
  }
}
