/**
 * From a check as data to a `Check` that the runner runs as one of the course's.
 *
 *     steps + wishes ──example values──▶ run: every wish has to come true          everybody
 *            └────────fresh values─────▶ fresh: the same came of the solution      whoever has the solution
 *
 * With fresh values only that is compared of which a wish speaks: whoever asks for one field leaves the rest free.
 */
import type { Check, Play } from '../check.ts';
import { type ExerciseLab, isSame, type Received } from '../lab/index.ts';
import { hasCome, seenAfter } from './afterwards.ts';
import { hasWish, seenOf } from './answer-wishes.ts';
import { drawInputs, examplesOf } from './draw-inputs.ts';
import { filled, filledInJson, filledInPath, type Values } from './holes.ts';
import { jsonIn } from './json-in.ts';
import type { OwnCheck, OwnExercise, OwnStep } from './own-exercise.ts';

/** In the order of the exercise. */
export function checksOfOwn({ checks }: Pick<OwnExercise, 'checks'>): readonly Check[] {
  return checks.map(checkOf);
}

function checkOf(check: OwnCheck): Check {
  const { id, title, look, passesAtStart, inputs, after } = check;
  const facts = { id, title, look, ...(passesAtStart && { passesAtStart }) };
  const bill = after.find((wish) => wish.of === 'bill');
  if (bill !== undefined) {
    const scenario = async (lab: ExerciseLab, random: Parameters<typeof drawInputs>[1]) => {
      const values = drawInputs(inputs, random);
      // What was written down holds for the examples; with fresh values only the solution knows what is right.
      return play(lab, check, values, inputs.length === 0);
    };
    return { ...facts, budget: bill.budget, scenario };
  }
  const run = async (lab: ExerciseLab) => {
    await play(lab, check, examplesOf(inputs), true);
  };
  if (inputs.length === 0) return { ...facts, run };
  return {
    ...facts,
    run,
    fresh: (random): Play => {
      const values = drawInputs(inputs, random);
      return (lab) => play(lab, check, values, false);
    },
  };
}

/**
 * @param isStrict each wish has to come true
 * @returns what was seen, one for each step: what came afterwards is with the last
 * @throws CheckFailure
 */
async function play(
  lab: ExerciseLab,
  { steps, after }: OwnCheck,
  values: Values,
  isStrict: boolean,
): Promise<unknown> {
  const seen: unknown[] = [];
  for (const step of steps) {
    const before = lab.steps.length;
    const found = await act(lab, step, values, isStrict);
    // A step of several messages is several lines for a reader: what came of it stands with the last.
    const lines = Math.max(1, lab.steps.length - before);
    seen.push(...Array.from({ length: lines - 1 }, () => null), found);
  }
  if (after.length === 0) return seen;
  await lab.quiet();
  // A most is what the teacher wrote, whatever the values are.
  const strict = after.filter((wish) => isStrict || (wish.of === 'count' && wish.compare === 'most'));
  for (const wish of strict) hasCome(lab, wish, values);
  const last = { antwoord: seen.at(-1) ?? null, daarna: seenAfter(lab, after, values) };
  return [...seen.slice(0, -1), last];
}

async function act(lab: ExerciseLab, step: OwnStep, values: Values, isStrict: boolean): Promise<unknown> {
  const answers = await perform(lab, step, values);
  if (step.do !== 'request') return null;
  if (isStrict) for (const answer of answers) for (const wish of step.answer) hasWish(answer, wish, values);
  const seen = answers.map((answer) => seenOf(answer, step.answer, values));
  return seen.length === 1 ? seen[0] : inOneOrder(seen);
}

/** @returns what was answered: nothing, for what is no request */
export async function perform(lab: ExerciseLab, step: OwnStep, values: Values): Promise<readonly Received[]> {
  switch (step.do) {
    case 'request':
      return ask(lab, step, values);
    case 'upload':
      await lab.upload(filled(step.key, values), filled(step.text, values));
      return [];
    case 'message':
      await lab.send(...step.messages.map((message) => jsonIn(message, values)));
      return [];
    case 'timer':
      await lab.tick();
      return [];
    case 'store':
      lab.store(filled(step.key, values), jsonIn(step.json, values));
      return [];
    case 'endInstances':
      lab.endInstances();
      return [];
  }
}

type RequestStep = Extract<OwnStep, { do: 'request' }>;

async function ask(
  lab: ExerciseLab,
  { method, path, headers, body, times }: RequestStep,
  values: Values,
): Promise<readonly Received[]> {
  const options = {
    headers: Object.fromEntries(headers.map(({ name, value }) => [name, filled(value, values)])),
    ...sent(body, values),
  };
  const to = filledInPath(path, values);
  return times === 1 ? [await lab.request(method, to, options)] : lab.burst(times, method, to, options);
}

/** Nothing, JSON, or the text as it is. */
function sent(body: string, values: Values): { body?: string; json?: unknown } {
  if (body === '') return {};
  const text = filledInJson(body, values);
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null) return { json };
  } catch {
    // It is some other text.
  }
  return { body: filled(body, values) };
}

/** Which of several at once answers first tells nothing. */
function inOneOrder(seen: readonly unknown[]): readonly unknown[] {
  const [first] = seen;
  if (seen.every((one) => isSame(one, first))) return seen;
  return seen
    .map((one) => ({ one, text: JSON.stringify(one) }))
    .sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
    .map(({ one }) => one);
}
