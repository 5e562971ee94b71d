/**
 * One function's code in a link or a file. The link holds it in its fragment, which a browser sends to no server.
 *
 *     { path: text } ──JSON──▶ packed.ts: deflate, base64url ──▶ #deel=<name>.<data>
 *
 * A tape of what went on is packed the same way, after `#opname=`; it is opened beside the code and never plays by itself.
 *
 * What comes in by a link is somebody else's; of a file the reader says whose it is. It is read with a limit, shown as a copy
 * beside the reader's own version (`edits.ts`), which runs in a lab of its own, and never runs by itself.
 *
 * Begin here, then read `ShareButton.tsx`, which lessons and exercises put beside a playground's code. The classroom imports
 * this room too: a hand-in is read with the same checks.
 */
import { LIMIT_BYTES, parseJson, readPacked, toPacked } from '../kit/packed.ts';

export interface SharedCode {
  /** Name of the function's folder. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Longer ones are cut by chat programs and fit in no QR code. */
export const LONGEST_LINK = 8_000;
export const FRAGMENT = '#deel=';
export const TAPE_FRAGMENT = '#opname=';
const KIND = 'code';

export { LIMIT_BYTES } from '../kit/packed.ts';

/** @returns null when it would be longer than `LONGEST_LINK` */
export function linkTo(pageUrl: string, code: SharedCode): string | null {
  const link = `${pageUrl.split('#')[0]}${FRAGMENT}${code.name}.${toPacked(JSON.stringify(code.files))}`;
  return link.length > LONGEST_LINK ? null : link;
}

/** @returns null when there is nothing whole in it */
export function readFragment(fragment: string): SharedCode | null {
  const [, name = '', data = ''] = /^#deel=([a-z][a-z0-9-]*)\.([\w-]+)$/.exec(fragment) ?? [];
  const files = asFiles(readPacked(data));
  return files && { name, files };
}

/**
 * @param file the text of a tape
 * @returns null when it would be longer than `LONGEST_LINK`
 */
export function linkToTape(pageUrl: string, name: string, file: string): string | null {
  const link = `${pageUrl.split('#')[0]}${TAPE_FRAGMENT}${name}.${toPacked(file)}`;
  return link.length > LONGEST_LINK ? null : link;
}

/** @returns the text of what may be a tape: whoever plays it checks that; null when there is nothing whole in it */
export function readTapeFragment(fragment: string): string | null {
  const [, data = ''] = /^#opname=[a-z][a-z0-9-]*\.([\w-]+)$/.exec(fragment) ?? [];
  const value = readPacked(data);
  return value === null ? null : JSON.stringify(value);
}

export function shareFile({ name, files }: SharedCode): string {
  return `${JSON.stringify({ functielab: KIND, v: 1, function: name, files }, null, 2)}\n`;
}

/** @returns null when it is no such file */
export function readShareFile(text: string): SharedCode | null {
  if (text.length > LIMIT_BYTES) return null;
  const value = parseJson(text);
  if (!isRecord(value) || value['functielab'] !== KIND || value['v'] !== 1) return null;
  const { function: name } = value;
  const files = asFiles(value['files']);
  return files && typeof name === 'string' ? { name, files } : null;
}

/** @returns null for what is no code of a function: at least one file, and all of them text */
export function asFiles(value: unknown): SharedCode['files'] | null {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  const isText = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string');
  return isText && entries.length > 0 ? (Object.fromEntries(entries) as SharedCode['files']) : null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
