/**
 * What the lab comes to for the steps of a sample: what a project for a real cloud has to come to as well. All of it is done
 * twice, on another day each time: what differs between the two (a draw, a moment) is nothing to hold another platform to.
 */
import type { SourceFile } from '../../contract/data.ts';
import type { CreateHost } from '../../contract/host.ts';
import type { Sample } from '../../course/sample.ts';
import { type Answer, type Clock, Engine, realClock, type ServiceWaits } from '../../engine/index.ts';
import { deploymentsOf } from '../../playground/model/deploying.ts';
import { requestUrl } from '../../playground/model/request-form.ts';
import { untilQuiet } from '../../playground/model/until-quiet.ts';
import type { CloudExample, CloudStep, StepOutcome } from './example-steps.ts';
import type { CloudStores } from './local/local-cloud.ts';
import { base64Of, bytesOf, stepInWords } from './sample-steps.ts';
import { steady } from './steady.ts';

/** Another hour of another weekday in another month. */
const LATER_MS = (40 * 24 + 5) * 3_600_000;

export interface LabOptions {
  readonly createHost: CreateHost;
  /** Whether services take their time, or are counted. */
  readonly serviceWaits: ServiceWaits;
}

/** @throws Error when functions keep setting each other to work */
export async function labExamples(
  sample: Sample,
  files: readonly SourceFile[],
  steps: readonly CloudStep[],
  options: LabOptions,
): Promise<readonly CloudExample[]> {
  const first = await play(sample, files, steps, options, 0);
  const second = await play(sample, files, steps, options, LATER_MS);
  return steps.flatMap((step, at) => {
    const [one, other] = [first[at], second[at]];
    return one && other ? [exampleOf(step, one, other)] : [];
  });
}

async function play(
  sample: Sample,
  files: readonly SourceFile[],
  steps: readonly CloudStep[],
  { createHost, serviceWaits }: LabOptions,
  aheadMs: number,
): Promise<StepOutcome[]> {
  const clock: Clock = { ...realClock, wallMs: () => realClock.wallMs() + aheadMs };
  const engine = new Engine({ createHost, clock, serviceWaits, services: sample.services });
  let news = () => {};
  engine.subscribe(() => news());
  const somethingNew = () =>
    new Promise<void>((resolve) => {
      news = resolve;
    });
  const { memoryMb, timeoutMs, concurrencyLimit, env } = sample;
  const settings = { files, memoryMb, timeoutMs, concurrencyLimit, env, cron: null };
  try {
    for (const deployment of deploymentsOf(withoutMishaps(sample), settings)) engine.deploy(deployment);
    const outcomes: StepOutcome[] = [];
    for (const step of steps) {
      const answer = await perform(engine, sample.name, step);
      if (!(await untilQuiet(engine, somethingNew))) throw new Error(`${sample.name} never comes to rest`);
      outcomes.push({ answer, stores: storesOf(engine) });
    }
    return outcomes;
  } finally {
    engine.dispose();
  }
}

/** Acknowledgements that get lost are the lab's own doing: no platform loses the same ones. */
function withoutMishaps(sample: Sample): Sample {
  return {
    ...sample,
    functions: sample.functions.map((one) =>
      one.trigger.type === 'queue' ? { ...one, trigger: { ...one.trigger, lostAcks: null } } : one,
    ),
  };
}

async function perform(engine: Engine, name: string, step: CloudStep): Promise<StepOutcome['answer']> {
  switch (step.type) {
    case 'request': {
      const url = requestUrl(name, step.path);
      if (url === null) throw new Error(`${name} is asked for a path that can't be: ${step.path}`);
      const answer: Answer = await engine.request({
        method: step.method,
        url,
        headers: Object.entries(step.headers),
        body: step.body === null ? null : new TextEncoder().encode(step.body),
      });
      return answer.response ?? { status: answer.status };
    }
    case 'upload': {
      const { key, contentType, body } = step;
      engine.bindings.perform({ op: 'bucket.put', key, contentType, body: bytesOf(body) });
      return null;
    }
    case 'send':
      engine.bindings.perform({ op: 'queue.send', body: step.body, delayMs: 0 });
      return null;
    case 'tick':
      engine.startClock();
      engine.skipToNext();
      engine.stopClock();
      return null;
  }
}

function storesOf({ bindings }: Engine): CloudStores {
  return {
    kv: bindings.kvEntries().map(({ key, value }) => ({ key, value })),
    bucket: bindings.objects().map(({ key, contentType }) => ({
      key,
      contentType,
      body: bindings.object(key)?.body ?? new Uint8Array(),
    })),
    dead: bindings.messages
      .list()
      .flatMap(({ state, content }) => (state === 'dead' && content.kind === 'queue' ? [content.body] : [])),
  };
}

function exampleOf(step: CloudStep, one: StepOutcome, other: StepOutcome): CloudExample {
  const [a, b] = [shownOf(one), shownOf(other)];
  const same = <Value>(read: (shown: Shown) => Value): Value | null => {
    const [left, right] = [JSON.stringify(read(a)), JSON.stringify(read(b))];
    return left !== undefined && left === right ? read(a) : null;
  };
  return {
    title: stepInWords(step),
    step,
    expected: {
      status: same(({ status }) => status),
      headers: same(({ headers }) => headers),
      body: same(({ body }) => body),
      kv: same(({ kv }) => kv),
      bucket: same(({ bucket }) => bucket),
      dead: same(({ dead }) => dead),
    },
  };
}

type Shown = CloudExample['expected'];

/** Steady, so that what never is the same does not hide what is. */
function shownOf({ answer, stores }: StepOutcome): Shown {
  const own = answer !== null && 'body' in answer ? answer : null;
  return {
    status: answer?.status ?? null,
    headers: own === null ? null : own.headers.map(([name, value]) => [name, steady(value)] as const),
    body: own === null ? null : steadyBytes(own.body),
    kv: stores.kv.map(({ key, value }) => [steady(key), steady(value)] as const).sort(byText),
    bucket: stores.bucket
      .map(({ key, contentType, body }) => [steady(key), contentType, steadyBytes(body)] as const)
      .sort(byText),
    dead: stores.dead.map(steady).sort(),
  };
}

function byText(one: readonly string[], other: readonly string[]): number {
  return one.join('\n') < other.join('\n') ? -1 : 1;
}

/** Bytes that are text, with what is never the same in it made steady; others as they are. */
function steadyBytes(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return base64Of(new TextEncoder().encode(steady(text)));
  } catch {
    return base64Of(bytes);
  }
}
