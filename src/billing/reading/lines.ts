/** Cuts a text that comes in parts into lines: it ends one at `\n`, `\r\n` and `\r`, as logs of all systems do. */

/** Takes a text in parts. */
export interface Feeder {
  write(part: string): void;
  /** There is no more. */
  end(): void;
}

/** A longer line is no line of a log, and is not kept: memory has to stay the same whatever comes in. */
const LONGEST = 16 * 1024 * 1024;

/**
 * @param onLine with the line's number, from 1
 * @param onTooLong hears of a line that was left out
 */
export function createLines(
  onLine: (line: string, number: number) => void,
  onTooLong: (number: number) => void,
): Feeder {
  let number = 1;
  /** The beginning of a line whose end has not come. */
  let begun: string[] = [];
  let begunLength = 0;
  let isTooLong = false;
  /** A `\r` at the end of a part may be half a line end. */
  let hasReturn = false;

  function keep(piece: string): void {
    begunLength += piece.length;
    if (begunLength > LONGEST) {
      isTooLong = true;
      begun = [];
    } else if (!isTooLong) begun.push(piece);
  }

  function close(last: string): void {
    if (isTooLong || begunLength + last.length > LONGEST) onTooLong(number);
    else onLine(begun.length === 0 ? last : begun.join('') + last, number);
    number += 1;
    begun = [];
    begunLength = 0;
    isTooLong = false;
  }

  function write(part: string): void {
    let text = hasReturn ? `\r${part}` : part;
    hasReturn = text.endsWith('\r');
    if (hasReturn) text = text.slice(0, -1);
    const lines = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
    const rest = lines.pop() ?? '';
    for (const line of lines) close(line);
    if (rest !== '') keep(rest);
  }

  function end(): void {
    if (hasReturn || begunLength > 0) close('');
  }

  return { write, end };
}
