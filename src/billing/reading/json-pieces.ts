/**
 * Cuts JSON that comes in parts into values that are small enough to parse: the elements of a list, objects one after another
 * (as `wrangler tail` prints them), and the elements of the lists that clouds wrap them in (`{"events": […]}`). So a list
 * of any size takes the memory of its longest element.
 */
import type { Feeder } from './lines.ts';
import { LISTS } from './log-piece.ts';

export interface PieceListener {
  /** Text that should be one value. @param line on which it begins, from 1 */
  readonly piece: (text: string, line: number) => void;
  /** A line between values that is none. */
  readonly between: (text: string, line: number) => void;
  readonly tooLarge: (line: number) => void;
  /** It ends before a list or an object does. @param line where what is open begins */
  readonly cutOff: (line: number) => void;
}

/** A longer value is not kept. */
const LONGEST = 32 * 1024 * 1024;
const LIST_NAME = new RegExp(`"(?:${LISTS.join('|')})"\\s*:\\s*$`);
/** Characters that are enough to find such a name in. */
const LIST_NAME_REACH = 40;

const NEW_LINE = 10;
const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
/** White space of JSON, and the record separator that some programs write before each value (RFC 7464). */
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 30;

export function createPieces(listener: PieceListener): Feeder {
  let line = 1;
  let depth = 0;
  /** At which depth the pieces lie: 0 between values, 1 in a list, 2 in a list of an object. */
  let listDepth = 0;
  let isInText = false;
  let isEscaped = false;
  /** What was read of the piece that is open, and where it began; null when none is. */
  let piece: string | null = null;
  let pieceLine = 1;
  let isTooLarge = false;
  /** It is a line of text and no value. */
  let isBetween = false;
  /** It is what stands around a list whose elements were pieces. */
  let isAround = false;

  function open(): void {
    piece = '';
    pieceLine = line;
    isTooLarge = false;
    isBetween = false;
    isAround = false;
  }

  function add(text: string): void {
    if (piece === null || isTooLarge) return;
    isTooLarge = piece.length + text.length > LONGEST;
    piece = isTooLarge ? '' : piece + text;
  }

  function close(text: string): void {
    add(text);
    if (piece !== null) {
      if (isTooLarge) listener.tooLarge(pieceLine);
      else if (isBetween) listener.between(piece, pieceLine);
      else if (!isAround) listener.piece(piece, pieceLine);
    }
    piece = null;
    isBetween = false;
  }

  function write(part: string): void {
    /** From where on the open piece has not been added. */
    let from = 0;
    for (let at = 0; at < part.length; at += 1) {
      const code = part.charCodeAt(at);
      if (isBetween) {
        if (code === NEW_LINE) close(part.slice(from, at));
        if (code === NEW_LINE) line += 1;
        continue;
      }
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (code === BACKSLASH) isEscaped = true;
        else if (code === QUOTE) isInText = false;
        continue;
      }
      if (code === NEW_LINE) line += 1;
      if (isSpace(code)) continue;
      if (code === COMMA && depth === listDepth) {
        close(part.slice(from, at));
        continue;
      }
      if ((code === CLOSE_LIST || code === CLOSE_OBJECT) && depth > 0) {
        const isListEnd = depth === listDepth;
        depth -= 1;
        if (isListEnd) {
          close(part.slice(from, at));
          listDepth = 0;
          if (depth === 0) continue;
          open();
          isAround = true;
          from = at;
        } else if (depth === 0) close(part.slice(from, at + 1));
        continue;
      }
      if (piece === null) {
        if (depth === 0 && code === OPEN_LIST) {
          depth = 1;
          listDepth = 1;
          pieceLine = line;
          continue;
        }
        open();
        from = at;
        isBetween = depth === 0 && code !== OPEN_OBJECT;
        if (isBetween) continue;
      }
      if (code === QUOTE) isInText = true;
      else if (code === OPEN_OBJECT) depth += 1;
      else if (code === OPEN_LIST) {
        depth += 1;
        if (
          depth === 2 &&
          listDepth === 0 &&
          isNamedList(part.slice(Math.max(from, at - LIST_NAME_REACH), at))
        ) {
          piece = null;
          listDepth = 2;
        }
      }
    }
    add(part.slice(from));
  }

  function isNamedList(before: string): boolean {
    return LIST_NAME.test((piece ?? '').slice(-LIST_NAME_REACH) + before);
  }

  function end(): void {
    // A last element that is whole only lacks what would come after it.
    if (isBetween || (depth > 0 && depth === listDepth && !isInText)) close('');
    if (depth > 0) listener.cutOff(pieceLine);
  }

  return { write, end };
}
