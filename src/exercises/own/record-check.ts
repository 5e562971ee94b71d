/** What the solution does with the steps of a check, as what the check may ask for: so that nobody has to type it over. */
import type { Sample } from '../../course/sample.ts';
import type { ExerciseLab, Received } from '../lab/index.ts';
import { bringExercise } from '../run/brought-exercises.ts';
import { examplesOf } from './draw-inputs.ts';
import type { AfterWish, AnswerWish, OwnCheck, OwnExercise } from './own-exercise.ts';
import { asSample, wholeSolution } from './own-sample.ts';

/** More of them nobody meant. */
const MOST_KEYS = 3;
const LONGEST_SEEN = 2_000;

export interface Recording {
  /** Whose checks are this one recording: run it on the solution. */
  readonly sample: Sample;
  /** Null until it ran. */
  readonly recorded: () => OwnCheck | null;
}

/** @param own whole, with its solution */
export function recordingOf(own: OwnExercise, check: OwnCheck): Recording {
  const sample = asSample(own);
  let found: OwnCheck | null = null;
  const { id, title, look } = check;
  const run = async (lab: ExerciseLab) => {
    found = await recordIn(lab, check);
  };
  bringExercise(sample, async () => ({
    sample,
    checks: [{ id, title, look, run }],
    solution: wholeSolution(own),
  }));
  return { sample, recorded: () => found };
}

async function recordIn(lab: ExerciseLab, check: OwnCheck): Promise<OwnCheck> {
  const { perform } = await import('./own-checks.ts');
  const values = examplesOf(check.inputs);
  const withHoles = holesIn(check);
  const steps: OwnCheck['steps'] = [];
  for (const step of check.steps) {
    const [first] = await perform(lab, step, values);
    // Where the function itself failed, the status is the platform's, and no solution gets past a check that asks for it.
    first?.hasStatus(first.status);
    steps.push(step.do === 'request' && first ? { ...step, answer: wishesOf(first, withHoles) } : step);
  }
  if (check.steps.some((step) => step.do === 'request')) return { ...check, steps };
  const others = check.after.filter(({ of }) => of !== 'kv' && of !== 'bucket');
  return { ...check, steps, after: [...storedIn(lab, check, withHoles), ...others] };
}

type WithHoles = (text: string) => string;

/** Words that were filled in become the places that they came from. */
function holesIn({ inputs }: OwnCheck): WithHoles {
  const words = inputs.filter(({ kind, example }) => kind !== 'number' && example.length > 1);
  return (text) => words.reduce((all, { name, example }) => all.replaceAll(example, `{{${name}}}`), text);
}

function wishesOf(received: Received, withHoles: WithHoles): AnswerWish[] {
  const status: AnswerWish = { is: 'status', status: received.status };
  const { text } = received;
  if (text === '' || received.status >= 400) return [status];
  const shown = withHoles(text.slice(0, LONGEST_SEEN));
  const body: AnswerWish = isObject(text) ? { is: 'json', json: shown } : { is: 'text', text: shown };
  return text.length > LONGEST_SEEN ? [status] : [status, body];
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** What stands there now, and was not put there by the check itself. */
function storedIn(lab: ExerciseLab, { steps }: OwnCheck, withHoles: WithHoles): AfterWish[] {
  const uploads = steps.flatMap((step) => (step.do === 'upload' ? [step.key] : []));
  const kv = Object.entries(lab.kv).map(
    ([key, value]): AfterWish => ({ of: 'kv', key: withHoles(key), json: withHoles(JSON.stringify(value)) }),
  );
  const objects = Object.entries(lab.objects)
    .map(
      ([key, text]): AfterWish => ({
        of: 'bucket',
        key: withHoles(key),
        contains: withHoles(text.slice(0, LONGEST_SEEN)),
      }),
    )
    .filter((wish) => wish.of === 'bucket' && !uploads.includes(wish.key));
  return [...kv.slice(0, MOST_KEYS), ...objects.slice(0, MOST_KEYS)];
}
