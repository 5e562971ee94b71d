/** What can be counted of how a lesson reads, and what a good teacher's count is. */
import type { LessonText, Piece } from './lesson-text.ts';

/** Of an adult who reads Dutch to understand it. */
const WORDS_PER_MINUTE = 180;
const MINUTES = { steps: 3, prediction: 1, questions: 4 };
const SHORT = 6;

export const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

/** A colon and a semicolon end a sentence too: who reads aloud takes a breath there. */
export const sentencesIn = (text: string): string[] =>
  text.split(/(?<=[.!?:;][)'’”"]*)\s+/).filter((sentence) => wordsIn(sentence) > 0);

const median = (numbers: readonly number[]) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length === 0
    ? 0
    : ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};

const isRead = ({ kind }: Piece) => kind !== 'do' && kind !== 'playground';
const wordsOf = (pieces: readonly Piece[]) =>
  pieces.filter(isRead).reduce((sum, { content }) => sum + wordsIn(content), 0);

/** Words of each stretch that is only read; what is done one straight after the other is one thing to do. */
function stretches(pieces: readonly Piece[]): number[] {
  const found: number[] = [];
  let words = 0;
  for (const piece of pieces) {
    if (piece.kind === 'do') {
      if (words > 0) found.push(words);
      words = 0;
    } else if (piece.kind !== 'heading') words += wordsOf([piece]);
  }
  return found;
}

/** Three of them in one paragraph, one after the other, sound like a telegram. */
const hasThreeShort = (paragraph: string) =>
  /sss/.test(
    sentencesIn(paragraph)
      .map((sentence) => (wordsIn(sentence) <= SHORT ? 's' : 'l'))
      .join(''),
  );
const isSplit = (sentence: string) => /^(Maar|En|Dus|Want|Daarom)\b/.test(sentence);

export interface Measures {
  /** Words of a sentence, on average. */
  readonly mean: number;
  /** Of sentences, the part that has six words or fewer: 0 to 1. */
  readonly short: number;
  /** Words of a sentence that 95 in a hundred do not exceed. */
  readonly long: number;
  /** Paragraphs with three short sentences in a row, or with two that begin with the word that should have joined them. */
  readonly clipped: readonly string[];
  /** Of reading and doing. */
  readonly minutes: number;
  /** Words between two things to do: the median. */
  readonly between: number;
  /** Words before there is something to run. */
  readonly before: number;
  /** Of the block that has most. */
  readonly steps: number;
}

export function measure({ lead, pieces }: LessonText): Measures {
  const paragraphs = [lead, ...pieces.filter(({ kind }) => kind === 'text').map(({ content }) => content)];
  const lengths = paragraphs
    .flatMap(sentencesIn)
    .map(wordsIn)
    .sort((a, b) => a - b);
  const done = pieces.filter(({ kind }) => kind === 'do').map(({ content }) => content);
  const count = (tag: string) => done.filter((name) => name === tag).length;
  const first = pieces.findIndex(
    ({ kind, content }) => kind === 'playground' || (kind === 'do' && content !== 'Predict'),
  );
  return {
    mean: lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
    short: lengths.filter((length) => length <= SHORT).length / lengths.length,
    long: lengths[Math.ceil(lengths.length * 0.95) - 1] ?? 0,
    clipped: paragraphs.filter(
      (paragraph) => hasThreeShort(paragraph) || sentencesIn(paragraph).filter(isSplit).length > 1,
    ),
    minutes:
      (wordsOf(pieces) + wordsIn(lead)) / WORDS_PER_MINUTE +
      MINUTES.steps * count('Try') +
      MINUTES.prediction * count('Predict') +
      MINUTES.questions * count('SelfCheck'),
    between: median(stretches(pieces)),
    before: first === -1 ? Number.POSITIVE_INFINITY : wordsIn(lead) + wordsOf(pieces.slice(0, first)),
    steps: Math.max(0, ...pieces.map(({ steps }) => steps)),
  };
}

/** Each measure with what it has to be. `before` is half a minute of reading. */
export const HOLDS: { readonly [name in keyof Measures]: (value: Measures[name]) => boolean } = {
  mean: (words) => words >= 11 && words <= 15,
  short: (part) => part <= 0.18,
  long: (words) => words <= 25,
  clipped: (paragraphs) => paragraphs.length === 0,
  minutes: (minutes) => minutes <= 30,
  between: (words) => words <= 150,
  before: (words) => words <= WORDS_PER_MINUTE / 2,
  steps: (most) => most <= 4,
};

export function failing(measures: Measures): (keyof Measures)[] {
  const names = Object.keys(HOLDS) as (keyof Measures)[];
  return names.filter((name) => !(HOLDS[name] as (value: unknown) => boolean)(measures[name]));
}
