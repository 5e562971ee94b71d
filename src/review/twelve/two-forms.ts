/** What one of the twelve is, in its two forms. */
import type { Belief } from './beliefs.ts';

export interface WrongAnswer {
  readonly text: string;
  /** Of who chooses this. */
  readonly belief: Belief;
  /** Why it is not so, in whole sentences. */
  readonly reason: string;
}

/** Texts may hold `code` between backticks. */
export interface Asked {
  readonly prompt: string;
  readonly right: string;
  readonly why: string;
  readonly wrong: readonly WrongAnswer[];
}

export interface Misconception {
  /** The belief that it is about, of which one wrong answer in each form comes. */
  readonly id: Belief;
  /** Of the lesson that teaches it. */
  readonly slug: string;
  /** Before the course. */
  readonly a: Asked;
  /** After it. */
  readonly b: Asked;
}

/** The same question with other numbers. @param make is handed what differs */
export function inTwoForms<T>(
  id: Belief,
  slug: string,
  make: (numbers: T) => Asked,
  a: T,
  b: T,
): Misconception {
  return { id, slug, a: make(a), b: make(b) };
}
