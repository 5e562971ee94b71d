/**
 * What the person at the keyboard can do besides calling a function, over HTTP under `/_functielab/`:
 *
 *     GET  usage          the usage records of this run, JSON lines, as `functielab bill` reads them
 *     GET  stores         what is stored and under way
 *     PUT  bucket/<key>   puts a file in the bucket: the upload that a function waits for
 *     POST queue          sends a message: the body is its JSON
 *     POST clock          moves the clock to the next planned moment: a timer, a retry
 *
 * Answers are JSON, with a code in English where something is refused: they are for a program or for `curl`.
 */

import type { UsageRecord } from '../billing/index.ts';
import type { StoreOrQueueCall } from '../contract/bindings.ts';
import type { HttpRequestData, HttpResponseData } from '../contract/data.ts';
import { REQUEST_LIMIT_BYTES } from '../contract/lab-defaults.ts';
import type { FolderLab } from './folder-lab.ts';
import { DESK_PATH } from './server/gate.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const ANY_BYTES = 'application/octet-stream';

/** @param usage the records of this run, oldest first */
export function answerAtDesk(
  request: HttpRequestData,
  lab: FolderLab,
  usage: readonly UsageRecord[],
): HttpResponseData {
  const { pathname } = new URL(request.url);
  const what = `${request.method} ${pathname.slice(DESK_PATH.length)}`;
  const body = request.body ?? new Uint8Array();
  if (body.length > REQUEST_LIMIT_BYTES) {
    return json(413, { error: 'REQUEST_TOO_LARGE', limitBytes: REQUEST_LIMIT_BYTES });
  }
  if (what === 'GET usage') return lines(usage);
  if (what === 'GET stores') return json(200, storesOf(lab));
  if (what === 'POST clock') return json(200, { jumped: lab.skipToNext() });
  if (what === 'POST queue') {
    return perform(lab, { op: 'queue.send', body: new TextDecoder().decode(body), delayMs: 0 });
  }
  if (what.startsWith('PUT bucket/')) {
    const key = decoded(what.slice('PUT bucket/'.length));
    const contentType = request.headers.find(([name]) => name === 'content-type')?.[1] ?? ANY_BYTES;
    if (key !== null) return perform(lab, { op: 'bucket.put', key, contentType, body });
  }
  return json(404, { error: 'NOT_FOUND' });
}

function perform(lab: FolderLab, call: StoreOrQueueCall): HttpResponseData {
  const result = lab.perform(call);
  return result.ok
    ? json(202, { done: result.value })
    : json(400, { error: result.failure.code, ...result.failure.details });
}

function storesOf({ engine: { bindings } }: FolderLab) {
  return {
    kv: bindings.kvEntries(),
    bucket: bindings.objects(),
    messages: bindings.messages.list().map(({ messageId, functionName, state, attempts, content }) => ({
      messageId,
      functionName,
      state,
      attempts,
      content,
    })),
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function lines(usage: readonly UsageRecord[]): HttpResponseData {
  return answer(200, 'application/x-ndjson', usage.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

function json(status: number, value: unknown): HttpResponseData {
  return answer(status, JSON_TYPE, `${JSON.stringify(value)}\n`);
}

function answer(status: number, type: string, text: string): HttpResponseData {
  const headers = [
    ['content-type', type],
    ['cache-control', 'no-store'],
  ] as const;
  return { status, statusText: '', headers, body: new TextEncoder().encode(text) };
}
