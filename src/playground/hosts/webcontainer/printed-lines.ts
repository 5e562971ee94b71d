/** What a program printed, as the last so many whole lines. */
import { plainText } from './plain-text.ts';

/** More would not be read, and costs the page its speed. */
const LINES_LIMIT = 400;
/** A line without an end must not grow without one either. */
const LINE_CHARACTERS = 4_000;

export interface PrintedLine {
  readonly key: number;
  readonly text: string;
}

export class PrintedLines {
  #lines: PrintedLine[] = [];
  /** As it was printed: half of a sequence only means something with its other half. */
  #open = '';
  #nextKey = 0;

  add(printed: string): void {
    const [first = '', ...rest] = (this.#open + printed).split('\n');
    let last = first;
    for (const line of rest) {
      this.#push(last);
      last = line;
    }
    // The end: a line that is written over again and again shows its newest state.
    this.#open = last.slice(-LINE_CHARACTERS);
  }

  /** A fresh list each time, the line that is not whole yet at its end. */
  lines(): readonly PrintedLine[] {
    const open = plainText(this.#open);
    return open === '' ? [...this.#lines] : [...this.#lines, { key: this.#nextKey, text: open }];
  }

  clear(): void {
    this.#lines = [];
    this.#open = '';
  }

  #push(text: string): void {
    this.#lines.push({ key: this.#nextKey, text: plainText(text.slice(0, LINE_CHARACTERS)) });
    this.#nextKey += 1;
    if (this.#lines.length > LINES_LIMIT) this.#lines.shift();
  }
}
