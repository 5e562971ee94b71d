/** The memory that may move along with what is sent, instead of being copied. */

import type { BindingCall, BindingResult, StoredObject } from '../../contract/bindings.ts';
import type { HttpResponseData } from '../../contract/data.ts';
import type { InvocationSpec, SettledResult } from '../../contract/host.ts';
import { WORTH_MOVING_BYTES } from '../instance/protocol.ts';

export function memoryOfInvocation(invocation: InvocationSpec): ArrayBuffer[] {
  return memoryOf('request' in invocation ? invocation.request.body : null);
}

export function memoryOfSettled(result: SettledResult): ArrayBuffer[] {
  return memoryOf(result.ok && 'response' in result ? result.response.body : null);
}

export function memoryOfCall(call: BindingCall): ArrayBuffer[] {
  return memoryOf(call.op === 'bucket.put' || call.op === 'service.fetch' ? call.body : null);
}

export function memoryOfReply(result: BindingResult): ArrayBuffer[] {
  return memoryOf(bytesIn(result)?.body ?? null);
}

/** @returns null for an answer that brings no bytes along */
export function bytesIn(result: BindingResult): StoredObject | HttpResponseData | null {
  if (!result.ok || typeof result.value !== 'object' || result.value === null) return null;
  return 'body' in result.value ? result.value : null;
}

/** An empty list of what to move along is slower than none. */
export function postAlong(port: MessagePort, message: unknown, transfer: Transferable[]): void {
  if (transfer.length === 0) port.postMessage(message);
  else port.postMessage(message, transfer);
}

function memoryOf(bytes: Uint8Array | null): ArrayBuffer[] {
  const isWorthIt = bytes !== null && bytes.byteLength >= WORTH_MOVING_BYTES;
  return isWorthIt && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}
