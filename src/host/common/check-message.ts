/**
 * Whatever comes out of a worker is looked at before it is passed on.
 *
 * The runtime in the worker is ours, but it shares its realm with the learner's code; should that ever get hold
 * of the port, it can still send only what the runtime could have sent.
 */
import { checkCall, isJson } from '../../contract/binding-rules.ts';
import type { BindingCall } from '../../contract/bindings.ts';
import type { LogLevel, LogLine } from '../../contract/data.ts';
import type { CodeFrame, ErrorInfo, Failure, HostFailureCode } from '../../contract/failure.ts';
import {
  KEY_LIMIT_BYTES,
  KV_VALUE_LIMIT_BYTES,
  LOG_LIMIT_BYTES,
  MESSAGE_LIMIT_BYTES,
  OBJECT_LIMIT_BYTES,
  REQUEST_LIMIT_BYTES,
  RESPONSE_LIMIT_BYTES,
  RETURNED_LIMIT_BYTES,
} from '../../contract/lab-defaults.ts';
import { utf8Length } from '../../contract/utf8.ts';
import { type FromInstance, HEADERS_LIMIT_BYTES } from '../instance/protocol.ts';

type Fields = Readonly<Record<string, unknown>>;

const LEVELS: readonly string[] = ['log', 'info', 'warn', 'error', 'debug'] satisfies LogLevel[];
const TEXT_LIMIT = 10_000;
const FRAMES_LIMIT = 20;
const LINES_LIMIT = 20_000;

const LOAD_CODES = ['INIT_ERROR', 'NO_DEFAULT_EXPORT', 'DEFAULT_NOT_FUNCTION'] satisfies HostFailureCode[];
const HANDLER_CODES = ['HANDLER_ERROR', 'NOT_A_RESPONSE', 'RESPONSE_TOO_LARGE'] satisfies HostFailureCode[];

/** @returns null for anything that the runtime would not send */
export function checkMessage(data: unknown): FromInstance | null {
  if (!isFields(data)) return null;
  const { type, invocationId } = data;
  switch (type) {
    case 'loaded':
    case 'closing':
      return { type };
    case 'loadFailed': {
      const failure = checkFailure(data.failure, LOAD_CODES);
      return failure && { type, failure };
    }
    case 'failed': {
      const failure = checkFailure(data.failure, HANDLER_CODES);
      return failure && typeof invocationId === 'string' ? { type, invocationId, failure } : null;
    }
    case 'answered':
      return typeof invocationId === 'string' ? checkAnswer(invocationId, data.response) : null;
    case 'returned':
      return typeof invocationId === 'string' ? checkReturned(invocationId, data.returned) : null;
    case 'call': {
      const { callId } = data;
      if ((invocationId !== null && typeof invocationId !== 'string') || !isCount(callId)) return null;
      const call = readCall(data.call);
      if (call === null || checkCall(call) !== null) return null;
      return { type, invocationId, callId, call };
    }
    case 'abandoned':
      return isCount(data.callId) ? { type, callId: data.callId } : null;
    case 'waiting':
      return isCount(data.heard) ? { type, heard: data.heard } : null;
    case 'log':
      return checkLog(invocationId, data.lines, data.dropped);
    default:
      return null;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown, limit = TEXT_LIMIT): value is string {
  return typeof value === 'string' && value.length <= limit;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function checkAnswer(invocationId: string, response: unknown): FromInstance | null {
  if (!isFields(response)) return null;
  const { status, statusText, headers, body } = response;
  if (!isCount(status) || status < 200 || status > 599 || !isText(statusText)) return null;
  const lines = readHeaders(headers);
  if (lines === null || !isOwnMemory(body, RESPONSE_LIMIT_BYTES)) return null;
  return { type: 'answered', invocationId, response: { status, statusText, headers: lines, body } };
}

function readHeaders(headers: unknown): [string, string][] | null {
  if (!Array.isArray(headers)) return null;
  const lines: [string, string][] = [];
  let bytes = 0;
  for (const header of headers) {
    if (!Array.isArray(header)) return null;
    const [name, value] = header;
    if (!isText(name, HEADERS_LIMIT_BYTES) || !isText(value, HEADERS_LIMIT_BYTES)) return null;
    bytes += name.length + value.length;
    lines.push([name, value]);
  }
  return bytes <= HEADERS_LIMIT_BYTES ? lines : null;
}

function checkReturned(invocationId: string, returned: unknown): FromInstance | null {
  if (returned !== null) {
    if (!isText(returned, RETURNED_LIMIT_BYTES) || utf8Length(returned) > RETURNED_LIMIT_BYTES) return null;
    if (!isJson(returned)) return null;
  }
  return { type: 'returned', invocationId, returned };
}

/** Its shape and no more: whether it is in order is up to `checkCall()`, which is given nothing endless. */
function readCall(call: unknown): BindingCall | null {
  if (!isFields(call)) return null;
  const { op, key, value, prefix, limit, body, contentType, delayMs, ifVersion } = call;
  switch (op) {
    case 'kv.get':
    case 'bucket.get':
    case 'bucket.delete':
      return isText(key, KEY_LIMIT_BYTES) ? { op, key } : null;
    case 'kv.put': {
      if (!isText(key, KEY_LIMIT_BYTES) || !isText(value, KV_VALUE_LIMIT_BYTES)) return null;
      return isCondition(ifVersion) ? { op, key, value, ...asked(ifVersion) } : null;
    }
    case 'kv.delete':
      return isText(key, KEY_LIMIT_BYTES) && isCondition(ifVersion) ? { op, key, ...asked(ifVersion) } : null;
    case 'kv.list':
      return isText(prefix, KEY_LIMIT_BYTES) && isCount(limit) ? { op, prefix, limit } : null;
    case 'bucket.list':
      return isText(prefix, KEY_LIMIT_BYTES) ? { op, prefix } : null;
    case 'bucket.put': {
      if (!isText(key, KEY_LIMIT_BYTES) || !isOwnMemory(body, OBJECT_LIMIT_BYTES)) return null;
      return isText(contentType) ? { op, key, body, contentType } : null;
    }
    case 'queue.send':
      return isText(body, MESSAGE_LIMIT_BYTES) && isCount(delayMs) ? { op, body, delayMs } : null;
    case 'service.fetch':
      return readServiceCall(call);
    case 'timer.wait':
      return isWait(call['waitMs']) ? { op, waitMs: call['waitMs'] } : null;
    default:
      return null;
  }
}

function readServiceCall({ method, url, headers, body, timeoutMs }: Fields): BindingCall | null {
  const lines = readHeaders(headers);
  if (lines === null || !isText(method) || !isText(url, REQUEST_LIMIT_BYTES) || !URL.canParse(url))
    return null;
  if (body !== null && !isOwnMemory(body, REQUEST_LIMIT_BYTES)) return null;
  const isSpan = timeoutMs === null || (typeof timeoutMs === 'number' && timeoutMs >= 0);
  return isSpan ? { op: 'service.fetch', method, url, headers: lines, body, timeoutMs } : null;
}

function isWait(waitMs: unknown): waitMs is number {
  return typeof waitMs === 'number' && waitMs >= 0 && waitMs < Number.POSITIVE_INFINITY;
}

type Condition = number | null | undefined;

function isCondition(value: unknown): value is Condition {
  return value === undefined || value === null || isCount(value);
}

function asked(ifVersion: Condition): { readonly ifVersion?: number | null } {
  return ifVersion === undefined ? {} : { ifVersion };
}

/** All of it, and nobody else's: a small view of it would bring along what it does not show. */
function isOwnMemory(body: unknown, limitBytes: number): body is Uint8Array {
  if (!(body instanceof Uint8Array) || !(body.buffer instanceof ArrayBuffer)) return false;
  return body.byteLength === body.buffer.byteLength && body.byteLength <= limitBytes;
}

function checkLog(invocationId: unknown, lines: unknown, dropped: unknown): FromInstance | null {
  if (invocationId !== null && typeof invocationId !== 'string') return null;
  if (!Array.isArray(lines) || lines.length > LINES_LIMIT || !isCount(dropped)) return null;
  const checked: LogLine[] = [];
  for (const line of lines) {
    if (!isFields(line) || !isLevel(line.level) || !isText(line.text, LOG_LIMIT_BYTES + 1)) return null;
    checked.push({ level: line.level, text: line.text });
  }
  return { type: 'log', invocationId, lines: checked, dropped };
}

function isLevel(value: unknown): value is LogLevel {
  return typeof value === 'string' && LEVELS.includes(value);
}

function checkFailure(value: unknown, codes: readonly HostFailureCode[]): Failure | null {
  if (!isFields(value)) return null;
  const code = codes.find((known) => known === value.code);
  if (code === undefined) return null;
  const error = value.error === undefined ? undefined : checkError(value.error);
  if (error === null) return null;
  const details = checkDetails(value.details ?? {});
  if (details === null) return null;
  return { code, ...(error && { error }), ...(value.details !== undefined && { details }) };
}

function checkDetails(value: unknown): Record<string, string | number> | null {
  if (!isFields(value)) return null;
  const details: Record<string, string | number> = {};
  for (const [key, detail] of Object.entries(value)) {
    if (!isText(detail) && typeof detail !== 'number') return null;
    details[key] = detail;
  }
  return details;
}

function checkError(value: unknown): ErrorInfo | null {
  if (!isFields(value)) return null;
  const { name, message, frames } = value;
  if (!isText(name) || !isText(message) || !Array.isArray(frames) || frames.length > FRAMES_LIMIT)
    return null;
  const checked = frames.map(checkFrame);
  return checked.includes(null) ? null : { name, message, frames: checked.filter((frame) => frame !== null) };
}

function checkFrame(value: unknown): CodeFrame | null {
  if (!isFields(value)) return null;
  const { file, line, column, functionName } = value;
  if (!isText(file) || !isCount(line) || !isCount(column)) return null;
  if (functionName === undefined) return { file, line, column };
  return isText(functionName) ? { file, line, column, functionName } : null;
}
