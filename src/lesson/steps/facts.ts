/**
 * What happened at a playground, as facts that steps count: read from the engine's one list of entries, from the answers that a
 * caller got, and from what the reader set. What was set before this is no fact; what ran before it on this page is, since the
 * reader may have been faster than what counts it.
 */
import { effect, untracked } from '@preact/signals';
import type { StepDo } from '../../course/lesson-step.ts';
import type { Answer, Entry } from '../../engine/index.ts';
import type { Playground, Program } from '../../playground/index.ts';
import type { MonthModel } from '../month/month-model.ts';
import type { AsSet, Ended, Fact } from './counting.ts';

/** @returns what ends the listening */
export function followPlayground(model: Playground, tell: (fact: Fact) => void): () => void {
  const { sample, settings, trigger, events, edits, traffic, alarm } = model;
  const byRequest = new Set(
    sample.functions.flatMap(({ name, trigger: { type } }) => (type === 'http' ? [name] : [])),
  );
  const ready = new Set(
    sample.functions.flatMap(({ trigger: one }) =>
      one.type === 'upload' ? one.samples.map(({ file }) => file.slice(file.lastIndexOf('/') + 1)) : [],
    ),
  );
  let file: string | null = null;
  /** Of the calls that are under way: as it was when they were sent. */
  let sent: Pick<Ended, 'request' | 'isEdited'> & AsSet = asSent();
  /** Ends of HTTP functions while the reader's calls were under way, by invocation: of those, or of what they called in their turn. */
  const within = new Map<string, Ended>();

  function asSent() {
    return {
      ...asSet(settings),
      request: `${trigger.method.peek()} ${trigger.path.peek()}`,
      isEdited: edits.isEdited.peek(),
    };
  }

  function call({ functionName, status, isCold, instanceId, usage, failure }: Answer): Ended {
    return {
      ...sent,
      type: 'call',
      functionName,
      status,
      isOk: status < 400,
      isFailed: failure !== null && instanceId !== null,
      isCold,
      isRefused: instanceId === null,
      usage,
      file: null,
      isReadyFile: false,
    };
  }

  function read(entry: Entry): void {
    switch (entry.type) {
      case 'stored':
        // Only the reader puts a file where no function did.
        if (entry.op === 'bucket.put' && entry.functionName === null)
          file = entry.key.slice(entry.key.lastIndexOf('/') + 1);
        return;
      case 'invocationEnded': {
        const { functionName, outcome, isCold, usage } = entry;
        const surroundings = {
          ...asSent(),
          request: '',
          file,
          isReadyFile: file !== null && ready.has(file),
        };
        const isOk = outcome === 'ok';
        const run: Ended = {
          ...surroundings,
          type: 'run',
          functionName,
          status: null,
          isOk,
          isFailed: !isOk,
          isCold,
          isRefused: false,
          usage,
        };
        if (!byRequest.has(functionName)) tell(run);
        else if (model.isRunning.peek() && traffic.perSecond.peek() === 0)
          within.set(entry.invocationId, run);
        return;
      }
      case 'instanceGone':
        if (entry.reason === 'expired') tell({ type: 'gone' });
        return;
      case 'timerFired':
        tell({ type: 'timer' });
        return;
      case 'messageDead':
        tell({ type: 'dead' });
        return;
      case 'messageRedriven':
        tell({ type: 'redriven' });
        return;
      case 'messageDiscarded':
        tell({ type: 'discarded' });
        return;
      default:
    }
  }

  const ends = [
    effect(() => {
      if (!model.isRunning.value) return;
      sent = untracked(asSent);
      within.clear();
    }),
    effect(() => {
      const answers = model.answers.value;
      untracked(() => {
        if (!model.isRunning.peek()) sent = asSent();
        for (const { invocationId } of answers) within.delete(invocationId);
        // What a function called is paid for like what the reader did.
        for (const run of within.values()) tell(run);
        within.clear();
        for (const answer of answers) tell(call(answer));
      });
    }),
    onChange(
      () => [
        settings.memoryMb.value,
        settings.timeoutMs.value,
        settings.concurrencyLimit.value,
        settings.envText.value,
      ],
      () => tell({ type: 'set', ...asSet(settings) }),
    ),
    onChange(
      () => edits.isEdited.value,
      (isEdited) => {
        if (!isEdited) tell({ type: 'restored' });
      },
    ),
    onChange(
      () => events.cron.value,
      (cron) => tell({ type: 'cron', cron }),
    ),
    onChange(
      () => events.isClockOn.value,
      (isOn) => tell({ type: 'clock', isOn }),
    ),
    onChange(
      () => traffic.perSecond.value,
      (perSecond) => tell({ type: 'traffic', perSecond }),
    ),
    onChange(
      () => alarm.value?.terms.value,
      (terms) => terms && tell({ type: 'alarm', is: 'set' }),
    ),
    onChange(
      () => alarm.value?.standing.value?.rung,
      (rung) => rung && tell({ type: 'alarm', is: 'rung' }),
    ),
    followEntries(model, read),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function asSet({ memoryMb, timeoutMs, concurrencyLimit, envLines }: Playground['settings']): AsSet {
  return {
    memory: memoryMb.peek(),
    timeout: timeoutMs.peek(),
    limit: concurrencyLimit.peek(),
    env: envLines(),
  };
}

/**
 * What a button saw to, told once more: what was so already did not change, and the step asks for it all the same.
 *
 * @returns facts about what now stands as `doing` asks
 */
export function standing({ settings, events, edits, traffic }: Playground, doing: StepDo): readonly Fact[] {
  const facts: Fact[] = [];
  if ((doing.memory ?? doing.timeout ?? doing.limit ?? doing.env) !== undefined) {
    facts.push({ type: 'set', ...asSet(settings) });
  }
  if (doing.restore && !edits.isEdited.peek()) facts.push({ type: 'restored' });
  if (doing.cron !== undefined) facts.push({ type: 'cron', cron: events.cron.peek() });
  if (doing.clock !== undefined) facts.push({ type: 'clock', isOn: events.isClockOn.peek() });
  if (doing.traffic !== undefined) facts.push({ type: 'traffic', perSecond: traffic.perSecond.peek() });
  return facts;
}

function followEntries(model: Playground, read: (entry: Entry) => void): () => void {
  let leave = () => {};
  const end = effect(() => {
    const engine = model.lab.value?.engine;
    if (engine === undefined) return;
    const readAll = (entries: readonly Entry[]) => {
      for (const entry of entries) read(entry);
    };
    leave = untracked(() => {
      readAll(engine.entries());
      return engine.subscribe(readAll);
    });
  });
  return () => {
    end();
    leave();
  };
}

/** @returns what ends the listening */
export function followProgram({ phase, edits }: Program, tell: (fact: Fact) => void): () => void {
  return onChange(
    () => phase.value,
    (now) => {
      if (now !== 'preparing') tell({ type: 'program', isOn: now === 'on', isEdited: edits.isEdited.peek() });
    },
  );
}

/** @returns what ends the listening */
export function followMonth(model: MonthModel, tell: (fact: Fact) => void): () => void {
  return onChange(
    () => monthFact(model),
    (fact) => tell(fact),
  );
}

/** The month as it stands. */
export function monthFact({ state, isServerCheaper }: MonthModel): Fact {
  const { perDay, durationMs, memoryMb } = state.value;
  return {
    type: 'month',
    month: { perDay, durationMs, memoryMb },
    cheaper: isServerCheaper.value ? 'server' : 'function',
  };
}

/** What a signal becomes from now on; not what it is. */
function onChange<T>(read: () => T, tell: (value: T) => unknown): () => void {
  let isFirst = true;
  return effect(() => {
    const value = read();
    if (!isFirst) untracked(() => tell(value));
    isFirst = false;
  });
}
