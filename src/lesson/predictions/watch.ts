/**
 * Watches a playground of this page from the moment of a prediction on, and tells what its experiment came to, once. What the
 * reader does is read off the entries of the engine; what a call asked and was answered stands in the playground itself.
 */
import { effect, untracked } from '@preact/signals';
import type { Prediction } from '../../course/schemas/prediction.ts';
import type { Entry } from '../../engine/index.ts';
import type { Playground } from '../../playground/index.ts';
import { type Answered, type Asked, experimentIn } from './experiment.ts';
import { type Measured, measure } from './measures.ts';

/** What the experiment is, and what is read off it. */
export type Experiment = Pick<Prediction, 'measure' | 'in' | 'run' | 'set' | 'edit' | 'code'>;

/** What has to be set otherwise before the experiment counts, in the words of the playground. */
export type Hindrance = 'code' | 'edit' | 'env' | 'limit' | 'memory' | 'timeout';

/** @returns null when the playground is set as the experiment asks */
export function hindranceOf(model: Playground, { set, edit, code }: Experiment): Hindrance | null {
  const { sample, settings, edits } = model;
  const files = edits.ownFiles();
  const isEdited = edit.every(({ file, from }) => {
    const text = files.find(({ path }) => path === file)?.text;
    return text !== undefined && !text.includes(from);
  });
  if (!isEdited) return 'edit';
  const isLessons = ({ path, text }: (typeof files)[number]) =>
    sample.files.some((own) => own.path === path && own.text === text);
  if (code === 'lesson' && !files.every(isLessons)) return 'code';
  const { concurrencyLimit, envLines, memoryMb, timeoutMs } = settings;
  if (concurrencyLimit.peek() !== (set.concurrencyLimit ?? sample.concurrencyLimit)) return 'limit';
  if (memoryMb.peek() !== (set.memoryMb ?? sample.memoryMb)) return 'memory';
  const wanted = Object.entries(set.env ?? sample.env).map(([name, value]) => `${name}=${value}`);
  if (envLines() !== wanted.join('\n')) return 'env';
  return timeoutMs.peek() === (set.timeoutMs ?? sample.timeoutMs) ? null : 'timeout';
}

/**
 * @param onHindrance told when the experiment was done with other settings, which does not count
 * @returns what ends it
 */
export function watch(
  model: Playground,
  experiment: Experiment,
  onDone: (came: Measured) => void,
  onHindrance: (hindrance: Hindrance) => void,
): () => void {
  const { measure: name, in: named, run = [] } = experiment;
  const asked = new Map<string, Asked>();
  const answered = new Map<string, Answered>();
  let entries: Entry[] = [];
  let from = 0;
  let unsubscribe = () => {};
  let isOver = false;
  const stops: (() => void)[] = [];

  function look(): void {
    const engine = model.lab.peek()?.engine;
    const done = experimentIn({ entries, from, asked, answered }, run);
    if (isOver || done === null || engine === undefined || name === undefined) return;
    const hindrance = hindranceOf(model, experiment);
    if (hindrance !== null) {
      from = entries.length;
      onHindrance(hindrance);
      return;
    }
    const came = measure(
      name,
      done,
      {
        values: new Map(engine.bindings.kvEntries().map(({ key, value }) => [key, value])),
        files: engine.bindings.objects().map(({ key }) => key),
      },
      named,
    );
    if (came === null) return;
    end();
    onDone(came);
  }

  function end(): void {
    isOver = true;
    unsubscribe();
    for (const stop of stops) stop();
  }

  const followLab = () => {
    const lab = model.lab.value;
    unsubscribe();
    if (lab === null) return;
    entries = [...lab.engine.entries()];
    from = entries.length;
    unsubscribe = lab.engine.subscribe((news) => {
      for (const entry of news) {
        entries.push(entry);
        // The form still holds what was just sent.
        if (entry.type === 'accepted' || entry.type === 'throttled') {
          const { method, path, body } = model.trigger;
          asked.set(entry.invocationId, { method: method.peek(), path: path.peek(), body: body.peek() });
        }
      }
      look();
    });
  };
  const followAnswers = () => {
    const answer = model.answer.value;
    if (answer === null) return;
    const text = new TextDecoder().decode(answer.response?.body ?? new Uint8Array());
    answered.set(answer.invocationId, { status: answer.status, text });
    untracked(look);
  };
  stops.push(effect(followLab), effect(followAnswers));
  return end;
}
