/** The timeline and the trace in Dutch words. */

import { bytesInWords, count, decimal, span } from '../../kit/numbers.ts';
import type { GoneReason } from '../../platform/index.ts';
import { waitedText } from '../entries/asked.ts';
import type { Invocation, Write } from '../entries/invocation.ts';
import type { Delivery, Message } from '../entries/ledger.ts';

/** As fine as any browser's clock gets in a sandbox. */
const CLOCK_STEP_MS = 0.1;

/** At the end of a lane: there is room for a word or two. */
export const goneShort: Readonly<Record<GoneReason, { readonly text: string; readonly isBad: boolean }>> = {
  expired: { text: 'verdwenen', isBad: false },
  replaced: { text: 'nieuwe versie', isBad: false },
  evicted: { text: 'maakte plaats', isBad: false },
  timeout: { text: 'timeout', isBad: true },
  crashed: { text: 'vastgelopen', isBad: true },
  initFailed: { text: 'kon niet starten', isBad: true },
  cancelled: { text: 'gestopt', isBad: false },
  cleared: { text: 'leeggemaakt', isBad: false },
};

const outcomes: Readonly<Record<NonNullable<Invocation['outcome']>, string>> = {
  ok: 'gelukt',
  error: 'fout in de functie',
  timeout: 'timeout',
  crash: 'instantie viel weg',
  initFailed: 'kon niet starten',
  cancelled: 'gestopt',
  throttled: 'geweigerd (429)',
};

export function outcomeText({ outcome, startedAtMs }: Invocation): string {
  if (outcome !== null) return outcomes[outcome];
  return startedAtMs === null ? 'start op' : 'bezig';
}

export function isBad({ outcome }: Invocation): boolean {
  return outcome !== null && outcome !== 'ok';
}

export function instanceText({ instanceId }: Invocation): string {
  return instanceId === null ? 'geen' : `nr. ${instanceId}`;
}

/** Null when it was refused: nothing started. */
export function startText({ instanceId, isCold, initMs }: Invocation): string | null {
  if (instanceId === null) return null;
  if (!isCold) return 'warm';
  const initText = initMs === null ? '' : ` ${span(initMs, CLOCK_STEP_MS)}`;
  return `koude start${initText}`;
}

/** Null when its handler has not ended, or never ran. */
export function durationText({ durationMs, startedAtMs }: Invocation): string | null {
  return durationMs === null || startedAtMs === null ? null : span(durationMs, CLOCK_STEP_MS);
}

/** Null for a first attempt. */
export function attemptText(attempt: number): string | null {
  return attempt > 1 ? `poging ${attempt}` : null;
}

/** In seconds since the first entry. */
export function momentText(atMs: number, startedAtMs: number): string {
  return `${decimal(Math.max(0, atMs - startedAtMs) / 1_000, 2)} s`;
}

/** One line: "begroet · nr. 3 · warm · 2,1 ms · gelukt". */
export function invocationText(invocation: Invocation): string {
  const parts = [
    invocation.functionName,
    invocation.instanceId === null ? null : instanceText(invocation),
    startText(invocation),
    durationText(invocation),
    waitedText(invocation.asked),
    outcomeText(invocation),
    attemptText(invocation.attempt),
    invocation.messages.length > 1 ? `${invocation.messages.length} berichten` : null,
  ];
  // A line does not begin with a dot.
  return parts.filter((part) => part !== null).join('\u00a0· ');
}

/** @param unseen invocations that came in since the picture stands still */
export function pausedText(unseen: number): string {
  const came = count(unseen, 'aanroep', 'aanroepen');
  const since = unseen === 0 ? '' : ` Intussen ${unseen === 1 ? 'kwam' : 'kwamen'} er ${came} bij.`;
  return `Het beeld staat stil.${since} Kies Volg live om verder te gaan.`;
}

const originWords = { message: 'Bericht', object: 'Nieuw bestand', timer: 'De klok' } as const;

/** What a message is: "Bericht", "Nieuw bestand: uploads/strand.jpg", and whose when a reader sent it. */
export function messageText({ origin, objectKey, causedBy, isFromEarlier }: Message): string {
  const what = objectKey === null ? originWords[origin] : `${originWords[origin]}: ${objectKey}`;
  if (isFromEarlier) return `${what}, van eerder`;
  return causedBy === null && origin !== 'timer' ? `${what}, van jou` : what;
}

export function messageStateText({ state, deadReason, deliveries }: Message): string {
  const attempts = deliveries.at(-1)?.attempt ?? 0;
  switch (state) {
    case 'waiting':
      return attempts > 0 ? `wacht op poging ${attempts + 1}` : 'wacht';
    case 'underWay':
      return attempts > 1 ? `in behandeling, poging ${attempts}` : 'in behandeling';
    case 'done':
      return attempts > 1 ? `klaar na ${attempts} pogingen` : 'klaar';
    case 'dead':
      return deadReason === 'loop'
        ? 'gestopt: de kring hield niet op'
        : `mislukt na ${attempts} ${attempts === 1 ? 'poging' : 'pogingen'}`;
    case 'discarded':
      return 'weggegooid';
    case 'purged':
      return 'leeggemaakt';
  }
}

const cameBackWords: Readonly<Record<NonNullable<Delivery['cameBack']>, string>> = {
  error: 'bericht kwam terug: fout',
  timeout: 'bericht kwam terug: timeout',
  crash: 'bericht kwam terug: instantie viel weg',
  initFailed: 'bericht kwam terug: kon niet starten',
  cancelled: 'bericht kwam terug: gestopt',
  partial: 'bericht kwam terug: de functie gaf het door als mislukt',
  ackLost: 'bericht kwam toch terug: de bevestiging ging verloren',
  visibilityTimeout: 'bericht kwam terug: het duurde te lang',
};

export function cameBackText({ cameBack }: Delivery): string | null {
  return cameBack === null ? null : cameBackWords[cameBack];
}

/** "bucket: klein/foto.jpg, 12 KB". */
export function writeText({ op, key, bytes }: Write): string {
  switch (op) {
    case 'kv.put':
      return `kv: ${key}, ${bytesInWords(bytes)}`;
    case 'bucket.put':
      return `bucket: ${key}, ${bytesInWords(bytes)}`;
    case 'kv.delete':
      return `kv: ${key} weggehaald`;
    case 'bucket.delete':
      return `bucket: ${key} weggehaald`;
  }
}
