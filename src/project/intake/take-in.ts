/** From files as they came to the texts of a project: what is too much is refused whole, what is no text is left out by name. */
import type { SourceFile } from '../../contract/data.ts';
import { bytesInWords } from '../../kit/numbers.ts';
import { FILE_LIMIT_BYTES, MOST_FILES, PROJECT_LIMIT_BYTES, pathProblem } from '../file-limits.ts';

/** One file as it came, not read yet. */
export interface Incoming {
  /** With the folders in front, `/` between them. */
  readonly path: string;
  /** Bytes, as whoever brings it says. */
  readonly size: number;
  read(): Promise<Uint8Array>;
}

/** Nothing of it was taken. A Dutch sentence: what is wrong, and what to do. */
export interface Refusal {
  readonly refusal: string;
}

export interface TakenIn {
  readonly files: readonly SourceFile[];
  /** What was left out, each with the reason: Dutch sentences. */
  readonly left: readonly string[];
}

export const isRefused = <Other extends object>(result: Other | Refusal): result is Refusal =>
  'refusal' in result;

/** Made by a tool out of what is there: nobody edits in them, and they are the largest of a folder. */
export const MADE =
  /(^|\/)(node_modules|\.git|\.wrangler|\.vercel|\.netlify|__MACOSX)\/|(^|\/)(\.DS_Store|Thumbs\.db)$/;
/** Holds keys and passwords, and a workplace can be shared by link. */
const SECRETS = /(^|\/)\.env(\.[^/]*)?$/;
const TOO_MUCH = `Een werkplaats neemt maximaal ${MOST_FILES} bestanden aan, samen ${bytesInWords(PROJECT_LIMIT_BYTES)}`;
const NOTHING_CHANGED = 'Er is niets veranderd.';
/** Named one by one; of more only the number is told. */
const MOST_NAMED = 5;

export async function takeIn(incoming: readonly Incoming[]): Promise<TakenIn | Refusal> {
  const made = new Set<string>();
  const secrets: string[] = [];
  const own = incoming.filter(({ path }) => {
    if (SECRETS.test(path)) {
      secrets.push(shown(path));
      return false;
    }
    const folder = MADE.exec(path);
    if (folder !== null) made.add(folder[2] ?? folder[4] ?? '');
    return folder === null;
  });
  const wrong = withoutTop(own).flatMap(({ path }) => {
    const problem = pathProblem(path);
    return problem === null ? [] : [`Het pad “${shown(path)}” kan niet. ${problem} ${NOTHING_CHANGED}`];
  });
  const [first] = wrong;
  if (first !== undefined) return { refusal: first };
  const totalBytes = own.reduce((sum, { size }) => sum + size, 0);
  if (totalBytes > PROJECT_LIMIT_BYTES) return tooMuch(`Dit is ${bytesInWords(totalBytes)}`);
  if (own.length > MOST_FILES) return tooManyFiles(own.length);
  const twice = takenTwice(own.map(({ path }) => path));
  if (twice !== null)
    return {
      refusal: `Onder de naam “${shown(twice)}” zijn er twee. Geef een van beide een andere. ${NOTHING_CHANGED}`,
    };
  return read(withoutTop(own), [...made], secrets);
}

export const tooManyFiles = (count: number): Refusal => tooMuch(`Dit zijn ${count} bestanden`);

const tooMuch = (what: string): Refusal => ({
  refusal: `${what}. ${TOO_MUCH}: kies een kleinere map, bijvoorbeeld alleen die met je code. ${NOTHING_CHANGED}`,
});

/** @returns a name under which a disk has room for one, and a zip brings more: of two files, or of a file and a folder */
function takenTwice(paths: readonly string[]): string | null {
  const folders = new Set(
    paths.flatMap((path) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))),
  );
  const files = new Set<string>();
  for (const path of paths) {
    if (files.has(path) || folders.has(path)) return path;
    files.add(path);
  }
  return null;
}

async function read(
  incoming: readonly Incoming[],
  made: readonly string[],
  secrets: readonly string[],
): Promise<TakenIn | Refusal> {
  const files = new Map<string, string>();
  const noText: string[] = [];
  const tooLarge: string[] = [];
  const unreadable: string[] = [];
  let bytesRead = 0;
  for (const { path, size, read: bytesOf } of incoming) {
    if (size > FILE_LIMIT_BYTES) {
      tooLarge.push(path);
      continue;
    }
    const bytes = await bytesOf().catch(() => null);
    if (bytes === null) {
      unreadable.push(path);
      continue;
    }
    bytesRead += bytes.length;
    // Whoever brings it may have said less than there is.
    if (bytesRead > PROJECT_LIMIT_BYTES)
      return tooMuch(`Dit is meer dan ${bytesInWords(PROJECT_LIMIT_BYTES)}`);
    const text = textOf(bytes);
    if (bytes.length > FILE_LIMIT_BYTES) tooLarge.push(path);
    else if (text === null) noText.push(path);
    else files.set(path, text);
  }
  const left = [
    ...sentence(made, 'overgeslagen: wat een programma zelf maakt, hoort niet in een werkplaats'),
    ...sentence(
      secrets,
      'overgeslagen: zo’n bestand bevat vaak wachtwoorden. Wat je functie nodig heeft, zet je bij Instellingen',
    ),
    ...sentence(noText, 'weggelaten: een werkplaats bewaart alleen tekst'),
    ...sentence(tooLarge, `weggelaten: een bestand mag maximaal ${bytesInWords(FILE_LIMIT_BYTES)} zijn`),
    ...sentence(unreadable, 'weggelaten: de browser kon het niet lezen'),
  ];
  if (files.size === 0)
    return { refusal: ['Hier zit geen tekstbestand in.', ...left, NOTHING_CHANGED].join(' ') };
  return { files: [...files].map(([path, text]) => ({ path, text })), left };
}

function sentence(names: readonly string[], why: string): string[] {
  if (names.length === 0) return [];
  const rest = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).map(shown).join(', ');
  return [`${named}${rest > 0 ? ` en nog ${rest}` : ''}: ${why}.`];
}

/** A folder that is chosen, and most zips, have all their files in one folder: it is the project. */
function withoutTop(incoming: readonly Incoming[]): readonly Incoming[] {
  const [top, ...rest] = incoming[0]?.path.split('/') ?? [];
  const isInTop = ({ path }: Incoming) => path.startsWith(`${top}/`);
  // A folder that is no name is not taken away: it is looked at as it is.
  if (top === undefined || rest.length === 0 || /^\.{0,2}$/.test(top) || !incoming.every(isInTop))
    return incoming;
  return incoming.map((one) => ({ ...one, path: one.path.slice(top.length + 1), read: () => one.read() }));
}

/** @returns null for what is no text: a picture, a program */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text.replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}

/** A name may be anything in a stranger's zip. */
function shown(path: string): string {
  const visible = path.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
  return visible.length > 60 ? `${visible.slice(0, 60)}…` : visible;
}
