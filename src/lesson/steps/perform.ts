/**
 * Does what the button of a step does, in the playground that it is at, as the reader's own hands would: set, fill in, empty,
 * and then run. What comes of it is told where it always is, and counted like anything else that happens.
 */
import { batch } from '@preact/signals';
import { writeNumber } from '../../billing/written-number.ts';
import type { StepDo } from '../../course/lesson-step.ts';
import type { Playground } from '../../playground/index.ts';
import type { MonthModel } from '../month/month-model.ts';

/** Why a button did nothing. */
export type Refusal =
  /** Somebody else's code stands in the editor. */
  | 'STRANGERS_CODE'
  /** Something runs there already. */
  | 'BUSY';

/** @returns once all of it is done, or null was found to be wrong with it */
export async function perform(model: Playground, doing: StepDo): Promise<Refusal | null> {
  if (model.edits.isCopy.peek()) return 'STRANGERS_CODE';
  if (model.isRunning.peek()) return 'BUSY';
  prepare(model, doing);
  const { events } = model;
  if (doing.alarm !== undefined) {
    // An alarm comes with the lab.
    await model.deploy();
    model.alarm.peek()?.set(doing.alarm);
  }
  if (doing.clock === 'on') await events.startClock();
  if (doing.clock === 'off') events.stopClock();
  for (let time = 0; time < (doing.run ?? 0); time += 1) await model.run();
  if (doing.burst !== undefined) {
    model.burstCalls.value = doing.burst;
    await model.runBurst();
  }
  if (doing.upload !== undefined) await upload(model, doing.upload);
  for (let time = 0; time < (doing.send ?? 0); time += 1) await events.sendMessage();
  for (let time = 0; time < (doing.jump ?? 0); time += 1) await events.skip();
  if (doing.traffic !== undefined) await model.setTraffic(doing.traffic);
  const dead = deadLetters(model);
  if (doing.redrive) await events.redrive(dead);
  if (doing.discard) for (const messageId of dead) events.discard(messageId);
  return null;
}

/** The same for the month's calculator. */
export function performOnMonth(model: MonthModel, { month = {} }: StepDo): void {
  batch(() => {
    for (const name of ['perDay', 'durationMs', 'memoryMb'] as const) {
      const value = month[name];
      if (value !== undefined) model.type(name, writeNumber(value));
    }
  });
}

function prepare(model: Playground, doing: StepDo): void {
  const { settings, events, edits, trigger } = model;
  batch(() => {
    if (doing.restore) edits.reset();
    if (doing.memory !== undefined) settings.memoryMb.value = doing.memory;
    if (doing.timeout !== undefined) settings.timeoutMs.value = doing.timeout;
    if (doing.limit !== undefined) settings.concurrencyLimit.value = doing.limit;
    if (doing.env !== undefined) settings.envText.value = doing.env;
    if (doing.request !== undefined) fill(model, doing.request);
    if (doing.body !== undefined) trigger.body.value = doing.body;
  });
  if (doing.cron !== undefined) events.setCron(doing.cron);
  if (doing.empty) model.clear();
}

/** The example of that name, with its body and headers; if there is none, what stands there with another method and path. */
function fill(model: Playground, request: string): void {
  const example = model.sample.examples.find(({ method, path }) => `${method} ${path}` === request);
  const [method = 'GET', path = '/'] = request.split(' ');
  if (example === undefined) {
    model.trigger.method.value = method;
    model.trigger.path.value = path;
  } else model.fill(example);
}

async function upload({ sample, events }: Playground, name: string): Promise<void> {
  for (const { trigger } of sample.functions) {
    if (trigger.type !== 'upload') continue;
    const file = trigger.samples.find((one) => one.file === name || one.file.endsWith(`/${name}`));
    if (file !== undefined) return events.upload(trigger.prefix, [file]);
  }
}

function deadLetters({ lab }: Playground): readonly string[] {
  const messages = lab.peek()?.engine.bindings.messages.list() ?? [];
  return messages.flatMap(({ messageId, state }) => (state === 'dead' ? [messageId] : []));
}
