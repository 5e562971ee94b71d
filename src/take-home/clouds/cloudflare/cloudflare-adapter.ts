/** A Worker around the reader's handlers: `functielab/adapter.mjs` of a project for Cloudflare. */
import { RETRY_WAITS_MS } from '../../../contract/lab-defaults.ts';
import {
  type CloudApp,
  type CloudManifest,
  functionWith,
  makeApp,
  messageBody,
  requestDataOf,
  responseOf,
  serveMessages,
  serveRequest,
  serveTimer,
} from '../adapter/index.ts';
import { cloudflareCron } from './cloudflare-cron.ts';
import { cloudflareDriver } from './cloudflare-driver.ts';
import type { MessageBatch, WorkerEnv } from './cloudflare-services.ts';

interface ScheduledController {
  readonly cron: string;
  /** In ms since 1970. */
  readonly scheduledTime: number;
}

export function worker(manifest: CloudManifest, handlers: Readonly<Record<string, unknown>>) {
  let made: CloudApp | null = null;
  // Once an isolate: what it binds is the same for all that it serves.
  const appOf = (env: WorkerEnv) => {
    made ??= makeApp(manifest, handlers, env, cloudflareDriver(env));
    return made;
  };
  return {
    async fetch(request: Request, env: WorkerEnv): Promise<Response> {
      return responseOf(await serveRequest(appOf(env), await requestDataOf(request)));
    },

    async scheduled({ cron, scheduledTime }: ScheduledController, env: WorkerEnv): Promise<void> {
      const app = appOf(env);
      const time = new Date(scheduledTime).toISOString();
      const timed = app.functions.filter(
        ({ trigger }) => trigger.type === 'timer' && cloudflareCron(trigger.cron) === cron,
      );
      for (const fn of timed)
        await withRetries((attempt) => serveTimer(app, fn, { id: time, time, attempt }));
    },

    async queue({ messages }: MessageBatch, env: WorkerEnv): Promise<void> {
      const app = appOf(env);
      const again = await serveMessages(
        app,
        functionWith(app, 'queue'),
        messages.map(({ id, body, attempts, timestamp }) => ({
          id,
          body: messageBody(typeof body === 'string' ? body : JSON.stringify(body)),
          attempt: attempts,
          sentTime: timestamp.toISOString(),
        })),
      );
      for (const message of messages) {
        if (again.includes(message.id)) message.retry({ delaySeconds: waitMs(message.attempts) / 1_000 });
        else message.ack();
      }
    },
  };
}

function waitMs(attempt: number): number {
  return RETRY_WAITS_MS[attempt - 1] ?? RETRY_WAITS_MS.at(-1) ?? 0;
}

/** A cron trigger is not tried again by Cloudflare: so it is here, as often and as late as in the lab. */
async function withRetries(serve: (attempt: number) => Promise<{ isOk: boolean }>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { isOk } = await serve(attempt);
    if (isOk) return;
    if (attempt > RETRY_WAITS_MS.length) throw new Error(`Na ${attempt} pogingen opgegeven.`);
    await new Promise((resolve) => setTimeout(resolve, waitMs(attempt)));
  }
}
