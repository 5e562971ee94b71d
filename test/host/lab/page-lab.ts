/**
 * Holds a host and remembers what it reports. In a page for the hosts that live there, in the test's own process for
 * plain Node: the same cases drive it everywhere.
 */
import type { SourceFile } from '../../../src/contract/data.ts';
import type { CreateHost, Host, InvocationSpec, Report } from '../../../src/contract/host.ts';
import { EngineLab, type LabWorld } from './engine-lab.ts';

export interface Ask {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string | readonly number[] | null;
}

/** A report that survives JSON: a body as text, as its first bytes, and as a length. */
export type Seen = Exclude<Report, { type: 'settled' }> | SeenSettled;
export interface SeenSettled {
  readonly type: 'settled';
  readonly instanceId: number;
  readonly invocationId: string;
  readonly durationMs: number;
  readonly failure?: NonNullable<unknown>;
  readonly status?: number;
  readonly statusText?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly text?: string;
  readonly bytes?: readonly number[];
  readonly length?: number;
}

type Final = 'ready' | 'settled' | 'ended';

export class PageLab {
  readonly reports: Seen[] = [];
  readonly waiting = new Set<() => void>();
  readonly host: Host & { readonly clockStepMs?: number | null };
  /** A second use of the same kind of host: see `engine-lab.ts`. */
  readonly newEngineLab: (world?: LabWorld) => EngineLab;
  nextId = 1;

  constructor(createHost: CreateHost) {
    this.newEngineLab = (world) => new EngineLab(createHost, world);
    this.host = createHost((report) => {
      this.reports.push(seen(report));
      for (const look of [...this.waiting]) look();
    });
  }

  start(files: readonly SourceFile[], env: Record<string, string> = {}): number {
    const instanceId = this.nextId;
    this.nextId += 1;
    const entry = files[0]?.path ?? '';
    this.host.start({
      instanceId,
      functionName: 'proef',
      files,
      entry,
      memoryMb: 128,
      timeoutMs: 3_000,
      env,
    });
    return instanceId;
  }

  invoke(instanceId: number, ask: Ask = {}): string {
    const { method = 'GET', url = 'https://proef.functie.test/', headers = [], body = null } = ask;
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body && new Uint8Array(body);
    const invocationId = `aanroep-${this.nextId}`;
    this.nextId += 1;
    const invocation: InvocationSpec = {
      invocationId,
      isCold: false,
      attempt: 1,
      params: {},
      request: { method, url, headers, body: bytes },
    };
    this.host.invoke(instanceId, invocation);
    return invocationId;
  }

  /** The first report that fits, from the past or the future. */
  until(fits: (report: Seen) => boolean): Promise<Seen> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.reports.find(fits);
        if (found === undefined) return;
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
    });
  }

  started(instanceId: number): Promise<Seen> {
    const types: readonly string[] = ['ready', 'ended'] satisfies Final[];
    return this.until((report) => report.instanceId === instanceId && types.includes(report.type));
  }

  answer(instanceId: number, invocationId: string): Promise<Seen> {
    return this.until(
      (report) =>
        report.instanceId === instanceId &&
        (report.type === 'ended' || (report.type === 'settled' && report.invocationId === invocationId)),
    );
  }

  /** Starts, invokes once for each ask, and tells all; a start that fails is the last word. */
  async run(
    files: readonly SourceFile[],
    asks: readonly Ask[] = [{}],
  ): Promise<{ id: number; start: Seen; answers: Seen[] }> {
    const id = this.start(files);
    const start = await this.started(id);
    const answers: Seen[] = [];
    for (const ask of start.type === 'ready' ? asks : [])
      answers.push(await this.answer(id, this.invoke(id, ask)));
    return { id, start, answers };
  }

  /** All that an instance has logged so far. */
  log(instanceId: number): { lines: string[]; dropped: number; reports: number } {
    const logs = this.reports.filter((report) => report.type === 'log' && report.instanceId === instanceId);
    const lines = logs.flatMap((report) => (report.type === 'log' ? report.lines : []));
    const dropped = logs.reduce((sum, report) => sum + (report.type === 'log' ? report.dropped : 0), 0);
    return { lines: lines.map(({ level, text }) => `${level}: ${text}`), dropped, reports: logs.length };
  }
}

function seen(report: Report): Seen {
  if (report.type !== 'settled') return report;
  const { type, instanceId, invocationId, durationMs, result } = report;
  const base = { type, instanceId, invocationId, durationMs };
  if (!result.ok) return { ...base, failure: result.failure };
  if (!('response' in result)) return base;
  const { status, statusText, headers, body } = result.response;
  const text = new TextDecoder().decode(body.subarray(0, 20_000));
  return {
    ...base,
    status,
    statusText,
    headers,
    text,
    bytes: [...body.subarray(0, 300)],
    length: body.length,
  };
}

declare global {
  var pageLab: PageLab;
}
