/**
 * The mistakes that beginners make, with cause and remedy in Dutch. What is known of a run is held against one rule after
 * another, and the first that fits speaks; where none does, the page shows what JavaScript said and nothing more.
 *
 *     evidence.ts   what is known: JavaScript's words, the line, the code
 *     promises.ts   what is asked for in the code and not waited for
 *     syntax.ts     code that cannot be read
 *     names.ts, values.ts, wrong-calls.ts, wrong-data.ts   code that throws
 *     answers.ts    code that answers, but with something else than was meant
 *
 * It is fetched with what shows results. The views of an answer and the checks of exercises come to it by `../words.ts`.
 */
import type { SourceFile } from '../../../contract/data.ts';
import type { ErrorInfo } from '../../../contract/failure.ts';
import { answerRules } from './answers.ts';
import { type Evidence, evidenceOf, type Rule } from './evidence.ts';
import { nameRules } from './names.ts';
import { syntaxRules } from './syntax.ts';
import { valueRules } from './values.ts';
import { callRules } from './wrong-calls.ts';
import { dataRules } from './wrong-data.ts';

/** First the surest: of two that fit, the first is told. */
const runningRules = { ...nameRules, ...valueRules, ...callRules, ...dataRules };

export interface Mistake {
  /** Of the rule. */
  readonly id: string;
  /** Cause and remedy, in sentences. */
  readonly words: string;
}

export const MISTAKES: readonly string[] = [syntaxRules, runningRules, answerRules].flatMap(Object.keys);

/** @param isRead false when JavaScript could not read the code at all */
export function mistakeInCode(
  error: ErrorInfo,
  code: readonly SourceFile[],
  isRead: boolean,
): Mistake | null {
  return firstOf(isRead ? runningRules : syntaxRules, evidenceOf(error, code));
}

/** @param answer as text */
export function mistakeInAnswer(answer: string, code: readonly SourceFile[]): Mistake | null {
  return firstOf(answerRules, evidenceOf(null, code, answer));
}

function firstOf(rules: Readonly<Record<string, Rule>>, evidence: Evidence): Mistake | null {
  for (const [id, rule] of Object.entries(rules)) {
    const words = rule(evidence);
    if (words !== null) return { id, words };
  }
  return null;
}
