/** The triggers of a playground that are no HTTP request: an upload, the clock, a message in the queue. */
import { computed, createModel, signal } from '@preact/signals';
import type { BindingResult } from '../../contract/bindings.ts';
import type { Failure } from '../../contract/failure.ts';
import { OBJECT_LIMIT_BYTES } from '../../contract/lab-defaults.ts';
import type { Sample, SampleFile } from '../../course/sample.ts';
import type { Entry, StoreCall } from '../../engine/index.ts';
import { saveFile } from '../../kit/save-file.ts';
import type { Lab } from './lab.ts';

export type EventProblemCode =
  | (typeof READER_CODES)[number]
  /** Refused for a reason that a reader cannot run into. */
  | 'ACTION_REFUSED'
  /** A ready file could not be fetched: no network, or an older page than the site. */
  | 'SAMPLE_UNAVAILABLE'
  /** The file could not be read: it moved, or may not be read. `details.name`. */
  | 'FILE_UNREADABLE'
  | 'CRON_INVALID'
  | 'CRON_NEVER';

/** What the stores may say to a reader; `MESSAGE_NOT_JSON` has `details.said`. */
const READER_CODES = [
  'OBJECT_TOO_LARGE',
  'STORE_FULL',
  'QUEUE_FULL',
  'MESSAGE_TOO_LARGE',
  'MESSAGE_NOT_JSON',
  'KEY_INVALID',
] as const;

export interface EventsOptions {
  /** Deploys what the reader has now. Null when that could not be done; the reader has been told. */
  readonly ready: () => Promise<Lab | null>;
  /** Something went wrong before anything ran. */
  readonly refuse: (problem: Failure<EventProblemCode>) => void;
  /** The reader set off an event. */
  readonly begin: () => void;
  /** Once the lab is open. */
  readonly lab: { readonly value: Lab | null };
}

const MOMENTS = 5;

export const EventsModel = createModel((sample: Sample, options: EventsOptions) => {
  const { ready, refuse, begin, lab } = options;
  const uploadTriggers = sample.functions.flatMap(({ trigger }) =>
    trigger.type === 'upload' ? [trigger] : [],
  );
  const timer = sample.functions.find(({ trigger }) => trigger.type === 'timer')?.trigger;
  const queue = sample.functions.find(({ trigger }) => trigger.type === 'queue')?.trigger;

  const cron = signal(timer?.type === 'timer' ? timer.cron : '');
  const isClockOn = signal(false);
  const messageText = signal(queue?.type === 'queue' ? queue.example : '');
  /** What there is to say about the file that came last; null for nothing. */
  const uploadNote = signal<string | null>(null);
  /** Grows at each look at the clock, so that the next moments are reckoned anew. */
  const looks = signal(0);

  /** The next moments, in ms since 1970, or what is wrong with the expression; null until the lab is open. */
  const moments = computed(() => {
    void looks.value;
    return timer === undefined ? null : (lab.value?.cronMoments(cron.value, MOMENTS) ?? null);
  });

  /** Files of the reader's, or one of the site's own. One that is refused costs the others nothing. */
  async function upload(prefix: string, files: readonly (File | SampleFile)[]): Promise<void> {
    let problem: Failure<EventProblemCode> | null = null;
    for (const file of files) problem = (await uploadOne(prefix, file)) ?? problem;
    // At the end: a file that goes well takes away what was said before it.
    if (problem !== null) refuse(problem);
  }

  async function uploadOne(
    prefix: string,
    file: File | SampleFile,
  ): Promise<Failure<EventProblemCode> | null> {
    uploadNote.value = null;
    const size = file instanceof File ? file.size : 0;
    // Looked at before it is read: 200 MB would have to be in memory first.
    if (size > OBJECT_LIMIT_BYTES) {
      return { code: 'OBJECT_TOO_LARGE', details: { bytes: size, limitBytes: OBJECT_LIMIT_BYTES } };
    }
    const opened = await ready();
    if (opened === null) return null;
    const blob = file instanceof File ? file : await fetchSample(file);
    if (blob === null) return { code: 'SAMPLE_UNAVAILABLE' };
    const given = file instanceof File ? file.name : file.file;
    const body = await blob.arrayBuffer().catch(() => null);
    if (body === null) return { code: 'FILE_UNREADABLE', details: { name: given } };
    const name = cleanName(given);
    const bytes = new Uint8Array(body);
    const said = file instanceof File ? file.type : typeByName(file.file);
    const contentType = said || 'application/octet-stream';
    begin();
    const call = { op: 'bucket.put', key: prefix + name, body: bytes, contentType } as const;
    const failure = failureOf(opened.engine.bindings.perform(call));
    if (failure === null) uploadNote.value = typeNote(given, name, bytes, contentType);
    return failure;
  }

  async function sendMessage(): Promise<void> {
    const problem = jsonProblem(messageText.peek());
    if (problem !== null) return refuse(problem);
    const opened = await ready();
    if (opened === null) return;
    begin();
    const body = JSON.stringify(JSON.parse(messageText.peek()));
    const failure = failureOf(opened.engine.bindings.perform({ op: 'queue.send', body, delayMs: 0 }));
    if (failure !== null) refuse(failure);
  }

  async function startClock(): Promise<void> {
    const opened = await ready();
    if (opened === null) return;
    const read = opened.cronMoments(cron.peek(), 1);
    if (!read.ok) return refuse({ code: read.code });
    begin();
    opened.engine.startClock();
    isClockOn.value = true;
    look();
  }

  function stopClock(): void {
    lab.value?.engine.stopClock();
    isClockOn.value = false;
    look();
  }

  /** The reader changes the expression: a clock that runs goes on with the new one once it can be read. */
  function setCron(expression: string): void {
    cron.value = expression;
    if (isClockOn.peek() && lab.value?.cronMoments(expression, 1).ok) void ready();
  }

  /** Moves the clock to the next moment at which something is planned. */
  async function skip(): Promise<void> {
    const opened = await ready();
    if (opened === null) return;
    begin();
    opened.engine.skipToNext();
    look();
  }

  function look(): void {
    looks.value += 1;
  }

  /** A timer that went off has another next moment. */
  function watch(entries: readonly Entry[]): void {
    if (entries.some(({ type }) => type === 'timerFired' || type === 'timerSkipped')) look();
  }

  /** Dead messages wait again: for the code as it is now, since the old code is why they are there. */
  async function redrive(messageIds: readonly string[]): Promise<void> {
    const opened = await ready();
    if (opened === null) return;
    begin();
    for (const messageId of messageIds) opened.engine.bindings.messages.redrive(messageId);
  }

  function discard(messageId: string): void {
    lab.value?.engine.bindings.messages.discard(messageId);
  }

  /** The last thing that the reader took out of a store, and how it comes back. */
  const undo = signal<{ readonly what: string; readonly call: StoreCall } | null>(null);

  function throwAwayValue(key: string): void {
    const engine = lab.value?.engine;
    const entry = engine?.bindings.kvEntries().find((one) => one.key === key);
    if (engine === undefined || entry === undefined) return;
    engine.bindings.perform({ op: 'kv.delete', key });
    undo.value = { what: key, call: { op: 'kv.put', key, value: entry.value } };
  }

  function throwAwayObject(key: string): void {
    const engine = lab.value?.engine;
    const object = engine?.bindings.object(key);
    if (!engine || !object) return;
    engine.bindings.perform({ op: 'bucket.delete', key });
    const { body, contentType } = object;
    undo.value = { what: key, call: { op: 'bucket.put', key, body, contentType } };
  }

  function putBack(): void {
    if (undo.value !== null) lab.value?.engine.bindings.putBack(undo.value.call);
    undo.value = null;
  }

  /** Saves a file of the bucket on the reader's computer. */
  function download(key: string): void {
    const object = lab.value?.engine.bindings.object(key);
    if (!object) return;
    saveFile(key.split('/').at(-1) ?? key, new Uint8Array(object.body), 'application/octet-stream');
  }

  return {
    /** Where the reader may put files. */
    uploadTo: computed(() => uploadTriggers),
    hasTimer: computed(() => timer !== undefined),
    hasQueue: computed(() => queue !== undefined),
    cron,
    isClockOn,
    moments,
    messageText,
    uploadNote,
    upload,
    sendMessage,
    startClock,
    stopClock,
    setCron,
    skip,
    watch,
    redrive,
    discard,
    throwAwayValue,
    throwAwayObject,
    /** Name of what can be put back; null for nothing. */
    thrownAway: computed(() => undo.value?.what ?? null),
    putBack,
    download,
  };
});

export type Events = InstanceType<typeof EventsModel>;

/** @returns what a reader is told, or null when it was done */
function failureOf(result: BindingResult): Failure<EventProblemCode> | null {
  if (result.ok) return null;
  const { code: said, details = {} } = result.failure;
  return { code: READER_CODES.find((code) => code === said) ?? 'ACTION_REFUSED', details };
}

async function fetchSample({ url }: SampleFile): Promise<Blob | null> {
  try {
    const response = await fetch(url);
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}

function jsonProblem(text: string): Failure<'MESSAGE_NOT_JSON'> | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return { code: 'MESSAGE_NOT_JSON', details: { said: error instanceof Error ? error.message : '' } };
  }
}

// What is looked at before a file of the reader's goes into the bucket: its name, and whether it is what it says.

const LONGEST_NAME = 200;

/** The last part of a path, without what a key may not hold: a name like `../../x` leads nowhere. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // What is cut off may leave half of a pair, which a key holds no more than a control character.
  const plain = last.slice(0, LONGEST_NAME).replace(/\p{Cc}|\p{Cs}/gu, '');
  return plain === '' || plain === '.' || plain === '..' ? 'bestand' : plain;
}

/** As a browser tells it of a file on a disk. A host of plain files need not know them all. */
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jpg: 'image/jpeg',
  json: 'application/json',
  png: 'image/png',
  txt: 'text/plain',
};

/** @returns the type that its name claims, which says nothing of what is in it; null for a name that claims none */
export function typeByName(name: string): string | null {
  return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}

/** How the first bytes of a file of that kind look (each format's own specification). */
const SIGNATURES: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
];

function typeByContent(bytes: Uint8Array): string | null {
  return SIGNATURES.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}

/** @returns a Dutch remark about the file, or null when there is nothing to say */
export function typeNote(given: string, name: string, bytes: Uint8Array, type: string): string | null {
  if (given !== name)
    return `De naam "${given}" bevat een pad of vreemde tekens. Het bestand heet hier "${name}".`;
  if (bytes.length === 0) return 'Dit bestand is leeg (0 bytes). Je functie krijgt het gewoon.';
  const found = typeByContent(bytes);
  const claimsKnown = SIGNATURES.some(([known]) => known === type);
  if (found !== null && found !== type && !(found === 'application/zip' && !claimsKnown)) {
    return `Dit bestand zegt dat het ${type} is, maar de inhoud lijkt op ${found}.`;
  }
  if (found === null && claimsKnown)
    return `Dit bestand zegt dat het ${type} is, maar zo ziet de inhoud er niet uit.`;
  return null;
}
