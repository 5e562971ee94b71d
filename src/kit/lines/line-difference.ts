/** What differs between two texts, line by line, in a time that is bounded whoever wrote them. */
import { diffLines } from 'diff';

export interface ChangedLines {
  readonly added: boolean;
  readonly removed: boolean;
  readonly value: string;
  /** Of its lines. */
  readonly count: number;
}

/** Nobody reads a difference of more lines. A text that is made for it keeps a page busy for minutes without this. */
const MOST_CHANGES = 4_000;

/** In order. Of two texts with hardly a line in common, the one and then the other. */
export function lineDifference(from: string, to: string): readonly ChangedLines[] {
  const found = diffLines(from, to, { maxEditLength: MOST_CHANGES });
  if (found !== undefined) return found;
  return [
    { added: false, removed: true, value: from, count: linesIn(from) },
    { added: true, removed: false, value: to, count: linesIn(to) },
  ].filter(({ value }) => value !== '');
}

/** As `diffLines` counts them: what stands behind the last end of a line is one when it is something. */
const linesIn = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
