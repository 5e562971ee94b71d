/** What is tried with a sample, on the lab and in a provider's engine: its own requests, uploads, messages and timers. */
import type { RequestStart, Sample, SampleFunction } from '../../course/sample.ts';
import type { CloudStep } from './example-steps.ts';

/** A file to try an upload with, by the `file` that a sample names. */
export type UploadFiles = ReadonlyMap<string, Uint8Array>;

/** For an upload of which the sample has no file of its own. */
const SMALL_FILE = 'ja\nnee\nja\n';

/** First all that it can be asked, then the events, then the same requests again: what came of the events shows there. */
export function stepsOf(
  { functions, request, examples }: Sample,
  uploads: UploadFiles,
): readonly CloudStep[] {
  const asked = request === null ? examples : [request, ...examples.filter((one) => !isSame(one, request))];
  const requests = asked.map(requestStep);
  const events = functions.flatMap((one) => eventSteps(one, uploads));
  return events.length === 0 ? requests : [...requests, ...events, ...requests];
}

function eventSteps({ name, trigger }: SampleFunction, uploads: UploadFiles): CloudStep[] {
  switch (trigger.type) {
    case 'http':
      return [];
    case 'upload': {
      const own = trigger.samples.flatMap(({ file }) => {
        const bytes = uploads.get(file);
        return bytes === undefined ? [] : [uploadStep(`${trigger.prefix}${file}`, typeOf(file), bytes)];
      });
      if (own.length > 0) return own;
      return [uploadStep(`${trigger.prefix}klein.txt`, 'text/plain', new TextEncoder().encode(SMALL_FILE))];
    }
    case 'timer':
      return [{ type: 'tick', functionName: name }];
    case 'queue':
      return [{ type: 'send', body: JSON.stringify(JSON.parse(trigger.example)) }];
  }
}

export function stepInWords(step: CloudStep): string {
  switch (step.type) {
    case 'request':
      return `${step.method} ${step.path}`;
    case 'upload':
      return `upload van ${step.key}`;
    case 'send':
      return `bericht ${step.body}`;
    case 'tick':
      return `de timer van ${step.functionName}`;
  }
}

function requestStep({ method, path, headers, body }: RequestStart): CloudStep {
  const hasBody = body !== '' && method !== 'GET' && method !== 'HEAD';
  return { type: 'request', method, path, headers, body: hasBody ? body : null };
}

function uploadStep(key: string, contentType: string, bytes: Uint8Array): CloudStep {
  return { type: 'upload', key, contentType, body: base64Of(bytes) };
}

function typeOf(file: string): string {
  if (file.endsWith('.csv')) return 'text/csv';
  return file.endsWith('.jpg') ? 'image/jpeg' : 'text/plain';
}

function isSame(one: RequestStart, other: RequestStart): boolean {
  return one.method === other.method && one.path === other.path && one.body === other.body;
}

/** In a page as in Node. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
