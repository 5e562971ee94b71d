/**
 * What the other clouds log of a call: requests of Azure's Application Insights, entries of Google's Cloud Logging and trace
 * events of Cloudflare's Workers. Of Azure and Google no log tells the memory, so a reader of it has to.
 *
 * Sources, all read 2026-11-28:
 * - Azure Monitor reference, table `AppRequests` (`DurationMs`, `ItemCount`: how many calls a sampled one stands for), and
 *   its older form `requests` (`duration` in ms, `itemCount`);
 * - Google Cloud, `LogEntry` and its `HttpRequest` (`latency` as seconds with an `s`, `responseSize` as text), and the line with
 *   which a function of the first generation ends, "Function execution took … ms";
 * - Cloudflare, "Workers Trace Events" of Logpush (`CPUTimeMs`, `WallTimeMs`), and the changelog of 2025-04-09, which brings
 *   the same to trace events as `wrangler tail` prints them (`cpuTime`, `wallTime`).
 */
import type { UsageRecord } from '../usage.ts';
import {
  amountOf,
  type Cloud,
  dated,
  type Found,
  fieldOf,
  type Item,
  type Means,
  NOTHING,
  plain,
  refusal,
} from './found.ts';

/** What a Worker has, whatever it uses: nothing is billed by it. Source: Cloudflare, "Workers limits", read 2026-11-28. */
const WORKER_MEMORY_MB = 128;
/** What only a table of requests has beside its duration. */
const AZURE_SIGNS = [
  'performancebucket',
  'resultcode',
  'itemcount',
  'cloud_rolename',
  'approlename',
  'operation_name',
];

/** Names of Azure come with a time zone behind them (`timestamp [UTC]`) and in two ways of capitals. */
export function azureName(name: string): string {
  return name
    .replace(/\s*\[[^\]]*\]$/, '')
    .trim()
    .toLowerCase();
}

/** @param names as `azureName` gives them */
export function isAzureTable(names: readonly string[]): boolean {
  const hasTime = names.includes('duration') || names.includes('durationms');
  return hasTime && !names.includes('memorymb') && names.some((name) => AZURE_SIGNS.includes(name));
}

/**
 * One request of Application Insights.
 *
 * @param cellOf what stands under a name of `azureName`
 */
export function readAzureRequest(cellOf: (name: string) => unknown, { memoryMb }: Means): readonly Item[] {
  const kind = cellOf('itemtype') ?? cellOf('type');
  if (typeof kind === 'string' && !['', 'request', 'apprequests'].includes(kind.toLowerCase()))
    return NOTHING;
  const name = cellOf('durationms') === undefined ? 'duration' : 'durationMs';
  const durationMs = amountOf(cellOf(name.toLowerCase()));
  if (durationMs === null) return [refusal('NO_TIME', name)];
  const times = amountOf(cellOf('itemcount'));
  return [assumed({ durationMs, memoryMb, ...(times !== null && { count: times }) }, 'azure')];
}

function assumed(record: UsageRecord, cloud: Cloud): Found {
  return { record, cloud, billedMs: null, isRestored: false, isMemoryAssumed: true, atMs: null };
}

/** The last line of a call of Cloud Functions, first generation; none in a text about something else. */
export function readGoogleText(text: string, { memoryMb }: Means): readonly Item[] {
  const took = /Function execution took (\d+(?:\.\d+)?) ms/.exec(text);
  if (took === null) return NOTHING;
  // Its time stands before it.
  return dated([assumed({ durationMs: Number(took[1]), memoryMb }, 'google')], text.slice(0, took.index));
}

/** An entry of Cloud Logging has a name of its log or of its resource, and one of three payloads or a request. */
export function isGoogleEntry(value: object): boolean {
  const isOf = (name: string) => Object.hasOwn(value, name);
  return (
    (isOf('logName') || isOf('resource')) && (isOf('insertId') || isOf('timestamp') || isOf('httpRequest'))
  );
}

export function readGoogleEntry(value: object, means: Means): readonly Item[] {
  const text = fieldOf(value, 'textPayload');
  if (typeof text === 'string') return readGoogleText(text, means);
  const request = fieldOf(value, 'httpRequest');
  // What a function logs of its own accord may tell of a request too, and the platform tells of it again.
  const log = fieldOf(value, 'logName');
  if (request === undefined || (typeof log === 'string' && !/requests$/.test(log))) return NOTHING;
  const latency = fieldOf(request, 'latency');
  const seconds = typeof latency === 'string' ? /^(\d+(?:\.\d+)?)s$/.exec(latency)?.[1] : undefined;
  if (seconds === undefined) return [refusal('NO_TIME', 'httpRequest.latency')];
  const bytes = amountOf(fieldOf(request, 'responseSize'));
  // Nanoseconds become whole microseconds, as everywhere: a product of doubles would leave noise.
  const durationMs = Math.round(Number(seconds) * 1_000_000) / 1_000;
  return [
    assumed(
      { durationMs, memoryMb: means.memoryMb, ...(bytes !== null && { responseBytes: bytes }) },
      'google',
    ),
  ];
}

const WORKER_NAMES = [
  { signs: ['ScriptName', 'EventTimestampMs', 'CPUTimeMs'], cpu: 'CPUTimeMs', wall: 'WallTimeMs' },
  { signs: ['scriptName', 'eventTimestamp', 'cpuTime'], cpu: 'cpuTime', wall: 'wallTime' },
] as const;

/** A trace event of Workers, from Logpush or `wrangler tail`; null for another object. */
export function readWorkerTrace(value: object): readonly Item[] | null {
  const names = WORKER_NAMES.find(({ signs }) => signs.some((sign) => Object.hasOwn(value, sign)));
  if (names === undefined) return null;
  const cpuMs = amountOf(fieldOf(value, names.cpu));
  if (cpuMs === null) return [refusal('NO_TIME', names.cpu)];
  const durationMs = amountOf(fieldOf(value, names.wall));
  if (durationMs === null) return [refusal('NO_TIME', names.wall)];
  const record = { durationMs, cpuMs, memoryMb: WORKER_MEMORY_MB };
  return [plain(record, 'cloudflare')];
}
