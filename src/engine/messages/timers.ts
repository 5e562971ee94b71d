/**
 * The timers of one playground while its clock is on: for each expression the next moment, told to the platform, and
 * when it has fired the one after it. Moments that passed while a computer slept are not made up for.
 */
import type { Input, PlatformEvent } from '../../platform/index.ts';
import { readCron } from './cron.ts';
import { timerFired } from './mail.ts';
import type { PostOffice, Untimed } from './post-office.ts';

export interface TimersOptions {
  readonly office: PostOffice;
  readonly tell: (input: Untimed<Input>) => void;
  readonly newMessageId: () => string;
  /** In ms since 1970. */
  readonly wallMs: () => number;
  readonly nowMs: () => number;
}

export interface TimerSource {
  readonly functionName: string;
  /** Name of the queue of that function's events. */
  readonly queueName: string;
  readonly cron: string;
}

interface Planned {
  readonly source: TimerSource;
  readonly messageId: string;
  readonly dueWallMs: number;
}

export class Timers {
  readonly #options: TimersOptions;
  /** By the name of the function, which is also the timer's. */
  readonly #planned = new Map<string, Planned>();

  constructor(options: TimersOptions) {
    this.#options = options;
  }

  /** Plans a source, or plans it anew when its expression changed. One that cannot be read has no next moment. */
  plan(source: TimerSource): void {
    const before = this.#planned.get(source.functionName);
    if (before?.source.cron === source.cron) return;
    if (before) this.#cancel(before);
    this.#planNext(source, this.#options.wallMs());
  }

  stop(): void {
    for (const planned of [...this.#planned.values()]) this.#cancel(planned);
  }

  /** The platform took all timers away. */
  forget(): void {
    for (const { messageId } of this.#planned.values()) this.#options.office.forget(messageId);
    this.#planned.clear();
  }

  /** A timer went off, or was skipped since there was no room for its message: plans its next moment. */
  note(event: PlatformEvent): void {
    if (event.type !== 'timerFired' && event.type !== 'timerSkipped') return;
    const planned = this.#planned.get(event.timerName);
    if (planned === undefined) return;
    if (event.type === 'timerSkipped') this.#options.office.forget(planned.messageId);
    this.#planned.delete(event.timerName);
    this.#planNext(planned.source, Math.max(planned.dueWallMs, this.#options.wallMs()));
  }

  #planNext(source: TimerSource, afterWallMs: number): void {
    const { office, tell, newMessageId, wallMs, nowMs } = this.#options;
    const plan = readCron(source.cron, afterWallMs);
    const dueWallMs = plan.ok ? plan.next(afterWallMs) : null;
    if (dueWallMs === null) return;
    const messageId = newMessageId();
    this.#planned.set(source.functionName, { source, messageId, dueWallMs });
    office.prepare(messageId, timerFired(messageId, source.cron, new Date(dueWallMs).toISOString()));
    const { functionName: timerName, queueName } = source;
    const dueMs = nowMs() + Math.max(0, dueWallMs - wallMs());
    tell({ type: 'setTimer', timerName, queueName, messageId, dueMs });
  }

  #cancel({ source, messageId }: Planned): void {
    this.#planned.delete(source.functionName);
    this.#options.office.forget(messageId);
    this.#options.tell({ type: 'clearTimer', timerName: source.functionName });
  }
}
