/**
 * One run of a sample as a reader would begin with it, made where there is no reader: the build has one of each for what goes to
 * paper (`RecordedRun.tsx`). Nothing of it is written by hand: it is the engine's own list of entries.
 */
import type { HttpResponseData } from '../contract/data.ts';
import type { CreateHost } from '../contract/host.ts';
import type { Sample, SampleFile } from '../course/sample.ts';
import { Engine, type Entry, type InvocationFailure, realClock } from '../engine/index.ts';
import { deploymentsOf } from './model/deploying.ts';
import { typeByName } from './model/event-triggers.ts';
import { TriggerModel } from './model/request-form.ts';
import { untilQuiet } from './model/until-quiet.ts';

/** Instead of the sample's own timeout: a busy computer that builds is no part of a lesson. */
const PATIENCE_MS = 30_000;

/** What set it off. */
export type Beginning =
  | { readonly kind: 'request'; readonly method: string; readonly path: string; readonly body: string }
  | { readonly kind: 'upload'; readonly file: string }
  /** JSON text. */
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'timer'; readonly cron: string };

export interface RecordedAnswer {
  readonly status: number;
  /** The body as numbers: a recording is kept as JSON. Null exactly when `failure` is not. */
  readonly response: (Omit<HttpResponseData, 'body'> & { readonly body: readonly number[] }) | null;
  readonly failure: InvocationFailure | null;
  readonly isCold: boolean;
  readonly durationMs: number;
}

/** Plain data. */
export interface RecordedRun {
  readonly beginning: Beginning;
  /** Null where no function answers HTTP. */
  readonly answer: RecordedAnswer | null;
  readonly entries: readonly Entry[];
}

/**
 * @param createHost a host that may run the sample: it is the course's own code
 * @param readFile reads a file that the site offers to try an upload with
 * @returns null for a sample that only a browser, or only Node with its packages, can run
 * @throws what `stopped` was aborted with, when that came first
 */
export async function recordRun(
  createHost: CreateHost,
  sample: Sample,
  readFile: (file: SampleFile) => Uint8Array,
  stopped: AbortSignal,
): Promise<RecordedRun | null> {
  const first = firstOf(sample);
  if (first === null || sample.needsBrowser || sample.needsNode) return null;
  const entries: Entry[] = [];
  let news = () => {};
  // A service is waited for on paper only.
  const { services } = sample;
  const engine = new Engine({ createHost, clock: realClock, services, serviceWaits: 'counted' });
  engine.subscribe((told) => {
    entries.push(...told);
    news();
  });
  try {
    const { memoryMb, concurrencyLimit, env, files } = sample;
    const asSet = { files, memoryMb, timeoutMs: PATIENCE_MS, concurrencyLimit, env, cron: null };
    for (const deployment of deploymentsOf(sample, asSet)) engine.deploy(deployment);
    return await orStopped(
      stopped,
      (async () => {
        const answer = await begin(engine, sample, first, readFile);
        await untilQuiet(
          engine,
          () =>
            new Promise<void>((resolve) => {
              news = resolve;
            }),
        );
        return { beginning: first.told, answer, entries: [...entries] };
      })(),
    );
  } finally {
    engine.dispose();
  }
}

interface First {
  readonly told: Beginning;
  /** Absent but for an upload. */
  readonly upload?: { readonly prefix: string; readonly file: SampleFile };
}

/** What the page shows first: a request where one is filled in. */
function firstOf({ request, functions }: Sample): First | null {
  if (request !== null) {
    const { method, path, body } = request;
    return { told: { kind: 'request', method, path, body } };
  }
  for (const { trigger } of functions) {
    if (trigger.type === 'queue') return { told: { kind: 'message', text: trigger.example } };
    if (trigger.type === 'timer') return { told: { kind: 'timer', cron: trigger.cron } };
    if (trigger.type !== 'upload') continue;
    const [file] = trigger.samples;
    if (file) return { told: { kind: 'upload', file: file.file }, upload: { prefix: trigger.prefix, file } };
  }
  return null;
}

async function begin(
  engine: Engine,
  { name, request }: Sample,
  { told, upload }: First,
  readFile: (file: SampleFile) => Uint8Array,
): Promise<RecordedAnswer | null> {
  if (upload) {
    const key = upload.prefix + upload.file.file;
    const contentType = typeByName(upload.file.file) ?? 'application/octet-stream';
    engine.bindings.perform({ op: 'bucket.put', key, body: readFile(upload.file), contentType });
  } else if (told.kind === 'message') {
    engine.bindings.perform({ op: 'queue.send', body: told.text, delayMs: 0 });
  } else if (told.kind === 'timer') {
    engine.startClock();
    engine.skipToNext();
    engine.stopClock();
  }
  if (request === null) return null;
  const asked = new TriggerModel(name, request).request();
  if ('code' in asked)
    throw new Error(`content/functions/${name}/function.json: ${asked.code} ${asked.text}`);
  const { status, response, failure, isCold, durationMs } = await engine.request(asked);
  const kept = response && { ...response, body: [...response.body] };
  return { status, response: kept, failure, isCold, durationMs };
}

function orStopped<T>(stopped: AbortSignal, task: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(stopped.reason);
    if (stopped.aborted) stop();
    else stopped.addEventListener('abort', stop);
    task.then(resolve, reject);
  });
}
