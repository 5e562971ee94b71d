/**
 * Who listens along with a Worker on the reader's own computer: how many messages are on their way, and which were given up. The
 * queue itself tells nobody. The Worker and its queue are the real ones; what is put around them only counts.
 */
export interface Noted {
  readonly sent?: number;
  /** Acknowledged, or not sent after all. */
  readonly done?: number;
  /** What was in messages that were given up. */
  readonly dead?: readonly string[];
}

export class Watch {
  readonly #dead: string[] = [];
  #pending = 0;
  #waiting: (() => void)[] = [];

  get dead(): readonly string[] {
    return [...this.#dead];
  }

  note({ sent = 0, done = 0, dead = [] }: Noted): void {
    this.#dead.push(...dead);
    this.#pending += sent - done - dead.length;
    if (this.#pending > 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves when each message that was sent is done, or given up. */
  quiet(): Promise<void> {
    if (this.#pending <= 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

const tell = `const tell = (env, noted) =>
  env.FUNCTIELAB_WATCH.fetch('http://watch/', { method: 'POST', body: JSON.stringify(noted) });
`;

/** The main module in front of the bundle. */
export const watchedWorker = `import worker from './worker.js';
${tell}
function watched(env) {
  if (env.QUEUE === undefined) return env;
  const send = async (body, options) => {
    await tell(env, { sent: 1 });
    try {
      return await env.QUEUE.send(body, options);
    } catch (error) {
      await tell(env, { done: 1 });
      throw error;
    }
  };
  return { ...env, QUEUE: { send } };
}
export default {
  fetch: (request, env, context) => worker.fetch(request, watched(env), context),
  scheduled: (controller, env, context) => worker.scheduled(controller, watched(env), context),
  async queue(batch, env, context) {
    let again = 0;
    const messages = batch.messages.map((message) => ({
      id: message.id,
      timestamp: message.timestamp,
      body: message.body,
      attempts: message.attempts,
      ack: () => message.ack(),
      retry(options) {
        again += 1;
        message.retry(options);
      },
    }));
    await worker.queue({ queue: batch.queue, messages }, watched(env), context);
    await tell(env, { done: messages.length - again });
  },
};
`;

export const watchingDeadLetters = `${tell}
export default {
  async queue(batch, env) {
    await tell(env, { dead: batch.messages.map(({ body }) => (typeof body === 'string' ? body : JSON.stringify(body))) });
  },
};
`;
