/**
 * Whatever comes out of a worker is looked at before it is passed on.
 *
 * The runtime in the worker is ours, but it shares its realm with the learner's code; should that ever get hold
 * of the port, it can still send only what the runtime could have sent.
 */
import { LOG_LIMIT_BYTES, type LogLevel, type LogLine, RESPONSE_LIMIT_BYTES } from '../contract.ts';
import type { CodeFrame, ErrorInfo, Failure, HostFailureCode } from '../failure.ts';
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
  if (!isCount(status) || status < 200 || status > 599 || !isText(statusText) || !Array.isArray(headers))
    return null;
  const lines: [string, string][] = [];
  let headerBytes = 0;
  for (const header of headers) {
    if (!Array.isArray(header)) return null;
    const [name, value] = header;
    if (!isText(name, HEADERS_LIMIT_BYTES) || !isText(value, HEADERS_LIMIT_BYTES)) return null;
    headerBytes += name.length + value.length;
    lines.push([name, value]);
  }
  if (headerBytes > HEADERS_LIMIT_BYTES || !(body instanceof Uint8Array)) return null;
  if (body.buffer.byteLength > RESPONSE_LIMIT_BYTES) return null;
  return { type: 'answered', invocationId, response: { status, statusText, headers: lines, body } };
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
