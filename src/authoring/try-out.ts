/**
 * An exercise tried before anybody makes it, by the rules that the course has for its own: the solution passes every check, and the
 * start code fails at least one. Code of a teacher is no more trusted than any other: it runs in the sandbox.
 */
import type { SourceFile } from '../contract/data.ts';
import type { Sample } from '../course/sample.ts';
import type { CheckResult } from '../exercises/check.ts';
import { isOwn, type OwnExercise, readOwn, runnableSample, wholeSolution } from '../exercises/own/index.ts';
import type { Draft } from './new-draft.ts';

export interface Trial {
  /** What has to change before it can be given out; empty when nothing has to. */
  readonly problems: readonly string[];
  /** What is good to know. */
  readonly notes: readonly string[];
  /** In the order of the checks; empty when they could not run. */
  readonly solution: readonly CheckResult[];
  readonly start: readonly CheckResult[];
  /** Ids of what the start code passes already. */
  readonly passesAtStart: ReadonlySet<string>;
}

export type RunOwn = (
  sample: Sample,
  files: readonly SourceFile[],
  options: { readonly signal: AbortSignal },
) => Promise<readonly CheckResult[]>;

/** A budget needs this much to wait for, or it tells nothing. */
const LEAST_OF_SOLUTION_MS = 50;
const LEAST_OF_START = 3;

const NOTHING = { notes: [], solution: [], start: [], passesAtStart: new Set<string>() };

/** @throws nothing: what can't run is told */
export async function tryOut(draft: Draft, run: RunOwn, signal: AbortSignal): Promise<Trial> {
  const own = readOwn(JSON.parse(JSON.stringify(draft)));
  if (!isOwn(own)) return { ...NOTHING, problems: own.problems };
  if (own.checks.length === 0) {
    return { ...NOTHING, problems: ['Er is nog geen controle. Maak er minstens een.'] };
  }
  const sample = runnableSample(own);
  try {
    const solution = await run(sample, wholeSolution(own) ?? [], { signal });
    const start = await run(sample, own.files, { signal });
    if (signal.aborted) return { ...NOTHING, problems: ['Het proberen is gestopt.'] };
    return judged(own, solution, start);
  } catch (error) {
    return { ...NOTHING, problems: [problemOfRun(error)] };
  }
}

function problemOfRun(error: unknown): string {
  const said = error instanceof Error ? error.message.slice(0, 300) : '';
  return `De oplossing kwam met verse waarden niet tot een antwoord. Haal de verse waarden even weg en probeer opnieuw: dan zie je per controle wat er misgaat. (${said})`;
}

function judged(own: OwnExercise, solution: readonly CheckResult[], start: readonly CheckResult[]): Trial {
  const titleOf = (id: string) => own.checks.find((check) => check.id === id)?.title ?? id;
  const failed = solution.filter(({ isPassed }) => !isPassed);
  const passesAtStart = new Set(start.filter(({ isPassed }) => isPassed).map(({ id }) => id));
  const problems = failed.map(
    ({ id, problem }) =>
      `De oplossing slaagt niet voor “${titleOf(id)}”. Verwacht: ${problem?.expected}. Gekregen: ${problem?.received}. Pas de oplossing aan, of de controle.`,
  );
  if (passesAtStart.size === start.length) {
    problems.push(
      'De startcode slaagt al voor elke controle, dus er is niets te maken. Haal iets uit de startcode weg, of maak een controle erbij.',
    );
  }
  problems.push(...start.flatMap((result) => problemOfBill(result, titleOf(result.id))));
  const gifts = own.checks.filter(({ id }) => passesAtStart.has(id));
  const notes = gifts.map(
    ({ title }) =>
      `“${title}” is bij het begin al goed. Dat telt voor een student pas mee als er iets bij komt.`,
  );
  return { problems, notes, solution, start, passesAtStart };
}

function problemOfBill({ bill }: CheckResult, title: string): string[] {
  if (bill === null) return [];
  const times = Number(bill.usd) / Number(bill.solutionUsd);
  if (bill.solutionMs < LEAST_OF_SOLUTION_MS) {
    return [
      `De rekening bij “${title}” zegt niets: de oplossing wacht nergens op. Laat de functie minstens ${LEAST_OF_SOLUTION_MS} ms op een dienst van buiten wachten, of haal de rekening weg.`,
    ];
  }
  if (times < LEAST_OF_START) {
    return [
      `Bij “${title}” is de rekening van de startcode maar ${times.toLocaleString('nl', { maximumFractionDigits: 1 })} keer die van de oplossing. Maak de startcode duurder: minstens ${LEAST_OF_START} keer.`,
    ];
  }
  return [];
}
