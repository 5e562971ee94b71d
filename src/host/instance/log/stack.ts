/**
 * From the text of a stack to places in the learner's own files.
 *
 * The engines write it differently (Chromium and Node: `at name (address:line:column)`; Firefox and WebKit:
 * `name@address:line:column`), and an address may be a `data:` URL as long as the file itself. So addresses
 * are first made short, and then each line is looked at by itself; what is not the learner's is left out.
 */
import type { CodeFrame } from '../../../contract/failure.ts';
import type { ModuleFile } from '../protocol.ts';

/** As many as Chromium gives; Firefox gives over a hundred when a function calls itself without end. */
const FRAMES_LIMIT = 10;
const FUNCTION_NAME_LIMIT = 100;
/** What engines call a function without a name, a default export, and the code around all functions. */
const NAMELESS = /^(?:default|starDefault|<anonymous>|(?:module|global|eval) code)$/;

/**
 * The short address that each file carries in a `sourceURL` comment. No quotes, brackets or spaces: engines
 * ignore a comment with those.
 */
export function sourceUrl(path: string): string {
  return `functie:/${path.split('/').map(encodeStrictly).join('/')}`;
}

function encodeStrictly(part: string): string {
  const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(part.toWellFormed()).replace(/[!'()*]/g, percent);
}

/** Every long address in a text becomes the path that the learner knows. */
export function shorten(text: string, files: readonly ModuleFile[]): string {
  return replaceUrls(text, files, (file) => `./${file.path}`);
}

function replaceUrls(text: string, files: readonly ModuleFile[], by: (file: ModuleFile) => string): string {
  let short = text;
  // The address of a file stands inside the address of a file that imports it: the longest first.
  const all = files.flatMap((file) => file.urls.map((url) => ({ file, url })));
  for (const { file, url } of all.sort((a, b) => b.url.length - a.url.length)) {
    short = short.replaceAll(url, by(file));
  }
  return short;
}

/**
 * @param stack what `error.stack` gave
 * @param heading `name: message`, which Chromium and Node put before the calls
 */
export function parseStack(stack: string, heading: string, files: readonly ModuleFile[]): CodeFrame[] {
  const calls = stack.startsWith(heading) ? stack.slice(heading.length) : stack;
  const paths = new Map(files.map((file) => [sourceUrl(file.path), file.path]));
  const frames: CodeFrame[] = [];
  for (const line of replaceUrls(calls, files, (file) => sourceUrl(file.path)).split('\n')) {
    const frame = parseCall(line, paths);
    if (frame !== null && frames.push(frame) === FRAMES_LIMIT) break;
  }
  return frames;
}

function parseCall(line: string, paths: ReadonlyMap<string, string>): CodeFrame | null {
  const place = /(functie:\/[^\s:()@]+):(\d{1,9}):(\d{1,9})\)?\s*$/.exec(line);
  const file = paths.get(place?.[1] ?? '');
  if (place === null || file === undefined) return null;
  const functionName = nameOf(line.slice(0, place.index));
  return { file, line: Number(place[2]), column: Number(place[3]), ...(functionName && { functionName }) };
}

/** @param before what stands before the address: `    at async begroet (`, `async*begroet@`, `module code@` */
function nameOf(before: string): string | undefined {
  const name = before
    .replace(/^\s*at\s+/, '')
    .replace(/\s*[(@]$/, '')
    // Chromium: `async f`, `new F`, `Object.f [as g]`; Firefox: `async*f`, `f/<` for a function within f.
    .replace(/^(?:async[ *])?\s*(?:new )?/, '')
    .replace(/ \[as .*\]$/, '')
    .replace(/(?:\/<?)+$/, '');
  return name === '' || NAMELESS.test(name) ? undefined : name.slice(0, FUNCTION_NAME_LIMIT);
}
