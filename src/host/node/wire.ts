/**
 * Messages as lines of ASCII, for streams that are a terminal's: a WebContainer decodes its output chunk by chunk
 * (a letter of several bytes on the edge of a chunk would be lost), and turns LF into CR LF. One line is one JSON
 * text; bytes travel in base64.
 */

/**
 * Stands for bytes in a line: `{ "$bytes": "…" }`. An object of a learner's that has this shape itself, in the data of
 * an event, travels as its properties: `{ "$bytes": [["$bytes", …], …] }`.
 */
const BYTES = '$bytes';
/** More arguments than this overflow the stack of a call. */
const CHUNK_BYTES = 0x8000;

/** @returns one line with its end, ASCII only */
export function encodeLine(message: unknown): string {
  const json = JSON.stringify(message, (_, value: unknown) => {
    if (value instanceof Uint8Array) return { [BYTES]: toBase64(value) };
    return isMarked(value) ? { [BYTES]: Object.entries(value) } : value;
  });
  return `${json.replace(/[\u007f-\uffff]/g, escapeUnit)}\n`;
}

/** @returns undefined for a line that is no message, whole or cut */
export function decodeLine(json: string): unknown {
  try {
    return JSON.parse(json, (_, value: unknown) => {
      if (!isMarked(value)) return value;
      const held = value[BYTES];
      return typeof held === 'string' ? fromBase64(held) : Object.fromEntries(held as [string, unknown][]);
    });
  } catch {
    return undefined;
  }
}

function isMarked(value: unknown): value is Readonly<Record<typeof BYTES, unknown>> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, BYTES);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES));
  }
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/**
 * An object at its limit takes 34 MB in base64; a store of values, listed whole, up to six characters a byte.
 */
const LINE_LIMIT_CHARACTERS = 64 * 1024 * 1024;

/** Puts chunks together to lines; a line of megabytes costs no more than its length. */
export class LineReader {
  #pieces: string[] = [];
  #characters = 0;

  /** @returns the lines that this chunk completes, without their ends */
  push(chunk: string): string[] {
    const lines: string[] = [];
    let from = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      this.#keep(chunk.slice(from, end));
      lines.push(this.#pieces.join('').replace(/\r+$/, ''));
      this.#pieces = [];
      this.#characters = 0;
      from = end + 1;
    }
    if (from < chunk.length) this.#keep(chunk.slice(from));
    return lines;
  }

  /** @returns whether the line that has not ended yet begins with this text, in however many pieces it came */
  hasBegun(text: string): boolean {
    let beginning = '';
    for (const piece of this.#pieces) {
      if (beginning.length >= text.length) break;
      beginning += piece;
    }
    return beginning.startsWith(text);
  }

  /** Beyond the longest message there is only noise, which must not fill the memory. */
  #keep(piece: string): void {
    this.#characters += piece.length;
    if (this.#characters <= LINE_LIMIT_CHARACTERS) this.#pieces.push(piece);
  }
}

/**
 * Marks the lines that come from our code in the process, which got the secret before any code of a learner's ran.
 * What an instance writes to the same stream is noise. That stops accidents and simple tricks, not who attaches an
 * inspector to the main thread: see "no sandbox" in `index.ts`.
 */
export function markOf(secret: string): string {
  return `#${secret} `;
}

/** @returns the JSON text after the mark, which may stand behind noise without an end; null for a line of noise */
export function afterMark(line: string, mark: string): string | null {
  const at = line.indexOf(mark);
  return at === -1 ? null : line.slice(at + mark.length);
}
