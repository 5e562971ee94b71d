/** What a reader sets for all functions of a playground: memory, timeout, how many at once, and their environment. */
import { computed, createModel, signal } from '@preact/signals';
import type { RequestStart, Sample } from '../../course/sample.ts';

const MEMORY_CHOICES_MB = [128, 256, 512, 1_024, 1_769, 2_048, 4_096, 10_240];
const TIMEOUT_CHOICES_MS = [1_000, 3_000, 10_000, 30_000];
/** The platform has no more than 50 instances. */
const CONCURRENCY_CHOICES = [1, 2, 5, 10, 20, 50];

export const SettingsModel = createModel((sample: Sample) => {
  const memoryMb = signal(sample.memoryMb);
  const timeoutMs = signal(sample.timeoutMs);
  const concurrencyLimit = signal(sample.concurrencyLimit);
  /** A setting a line: `NAAM=waarde`. */
  const envText = signal(formatEnv(sample.env));

  const env = () => parseEnv(envText.peek());

  /** As it was meant, or as it was typed when there is a mistake in it. */
  function envLines(): string {
    const read = env();
    return 'code' in read ? envText.peek() : formatEnv(read.values);
  }

  /** The sample as it is set now, for a project to take home; of an environment with a mistake in it, the sample's own. */
  function asSet(request: Pick<RequestStart, 'method' | 'path'>): Sample {
    const read = env();
    return {
      ...sample,
      memoryMb: memoryMb.peek(),
      timeoutMs: timeoutMs.peek(),
      // What an alarm stopped here begins elsewhere as it was made.
      concurrencyLimit: concurrencyLimit.peek() || sample.concurrencyLimit,
      env: 'code' in read ? sample.env : read.values,
      request: sample.request && { ...sample.request, ...request },
    };
  }

  return {
    memoryMb,
    timeoutMs,
    concurrencyLimit,
    envText,
    memoryChoicesMb: computed(() => withOwn(MEMORY_CHOICES_MB, sample.memoryMb)),
    timeoutChoicesMs: computed(() => withOwn(TIMEOUT_CHOICES_MS, sample.timeoutMs)),
    /** With the limit as it is: an alarm sets it to 0, and no reader needs that as a choice. */
    concurrencyChoices: computed(() =>
      withOwn(CONCURRENCY_CHOICES, sample.concurrencyLimit, concurrencyLimit.value),
    ),
    env,
    envLines,
    asSet,
  };
});

export type Settings = InstanceType<typeof SettingsModel>;

function withOwn(choices: readonly number[], ...own: readonly number[]): readonly number[] {
  return [...new Set([...choices, ...own])].sort((a, b) => a - b);
}

type Env = Readonly<Record<string, string>>;

/** What is wrong with the environment that the reader typed, and the line meant. */
export interface EnvProblem {
  readonly code: 'ENV_BAD_LINE';
  readonly text: string;
}

export function formatEnv(env: Env): string {
  return Object.entries(env)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
}

/** @param text a name, an equals sign and a value on each line; empty lines say nothing */
export function parseEnv(text: string): { readonly values: Env } | EnvProblem {
  const values: [string, string][] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, name, value = ''] = /^\s*([A-Za-z_]\w*)\s*=(.*)$/.exec(line) ?? [];
    if (name === undefined) return { code: 'ENV_BAD_LINE', text: line };
    values.push([name, value.trim()]);
  }
  // By entries: a name such as `__proto__` is only a name.
  return { values: Object.fromEntries(values) };
}
