/** The steps of a sample on a project in its provider's engine, and where it comes to something else than the lab. */
import type { HttpResponseData } from '../../src/contract/data.ts';
import type { CloudExample, CloudStep } from '../../src/take-home/clouds/index.ts';
import type { CloudStores, LocalCloud } from '../../src/take-home/clouds/local/local-cloud.ts';
import { bytesOf } from '../../src/take-home/clouds/sample-steps.ts';
import { steady } from '../../src/take-home/clouds/steady.ts';

/** @returns a sentence for each thing that differs; the run goes on, since the next steps tell more */
export async function replay(
  cloud: LocalCloud,
  examples: readonly CloudExample[],
  within: <T>(what: string, task: Promise<T>) => Promise<T>,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { title, step, expected } of examples) {
    const answer = await within(title, perform(cloud, step));
    await within(`${title}, until it is quiet`, cloud.settle());
    const stores = await within(`${title}, its stores`, cloud.stores());
    const found = [...differences(expected, step, answer, stores)];
    wrong.push(...found.map((one) => `${title}: ${one}`));
  }
  return wrong;
}

async function perform(cloud: LocalCloud, step: CloudStep): Promise<HttpResponseData | null> {
  switch (step.type) {
    case 'request': {
      const body = step.body === null ? null : new TextEncoder().encode(step.body);
      return cloud.request(step.method, step.path, Object.entries(step.headers), body);
    }
    case 'upload':
      await cloud.upload(step.key, bytesOf(step.body), step.contentType);
      return null;
    case 'send':
      await cloud.send(step.body);
      return null;
    case 'tick':
      await cloud.tick(step.functionName);
      return null;
  }
}

function* differences(
  expected: CloudExample['expected'],
  step: CloudStep,
  answer: HttpResponseData | null,
  { kv, bucket, dead }: CloudStores,
): Generator<string> {
  if (expected.status !== null && expected.status !== answer?.status) {
    yield `status ${answer?.status} instead of ${expected.status}`;
  }
  for (const [name, value] of expected.headers ?? []) {
    const has = answer?.headers.filter(([one]) => one.toLowerCase() === name).map(([, one]) => steady(one));
    if (!has?.includes(value)) yield `header ${name}: ${JSON.stringify(has)} instead of ${value}`;
  }
  const isHead = step.type === 'request' && step.method === 'HEAD';
  if (expected.body !== null && !isHead) {
    yield* differing('body', shownBody(bytesOf(expected.body)), shownBody(answer?.body));
  }
  const rows = (list: readonly (readonly string[])[]) => list.map((row) => JSON.stringify(row)).sort();
  if (expected.kv !== null) {
    const values = (value: string) => JSON.stringify(JSON.parse(value));
    yield* differing(
      'kv',
      rows(expected.kv.map(([key, value]) => [key, values(value)])),
      rows(kv.map(({ key, value }) => [steady(key), values(steady(value))])),
    );
  }
  if (expected.bucket !== null) {
    yield* differing(
      'bucket',
      rows(expected.bucket.map(([key, type, body]) => [key, type, shownBody(bytesOf(body))])),
      rows(bucket.map(({ key, contentType, body }) => [steady(key), contentType, shownBody(body)])),
    );
  }
  if (expected.dead !== null) {
    const bodies = (list: readonly string[]) => list.map((body) => JSON.stringify(JSON.parse(body))).sort();
    yield* differing('dead letters', bodies(expected.dead), bodies(dead.map(steady)));
  }
}

function* differing(what: string, wanted: unknown, came: unknown): Generator<string> {
  const [left, right] = [JSON.stringify(wanted), JSON.stringify(came)];
  if (left !== right) yield `${what} ${right} instead of ${left}`;
}

/** Text steadied; bytes that are none, as numbers. */
function shownBody(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) return '(nothing)';
  try {
    return steady(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return `bytes ${Buffer.from(bytes).toString('base64')}`;
  }
}
