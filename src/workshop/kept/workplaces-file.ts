/**
 * All workplaces of a device in one file, to go on with them on another. It is read with the care of a stranger's: what is in it
 * may have been changed by anybody, and none of it is taken unless all of it is whole.
 */
import type { SourceFile } from '../../contract/data.ts';
import { parseJson } from '../../kit/packed.ts';
import { FILE_LIMIT_BYTES, MOST_FILES, PROJECT_LIMIT_BYTES, pathProblem } from '../../project/index.ts';

export interface NamedFiles {
  readonly name: string;
  readonly files: readonly SourceFile[];
}

const KIND = 'werkplaatsen';
const VERSION = 1;
/** Of the whole file: what a browser reads at once. */
export const WORKPLACES_LIMIT_BYTES = 64 * 1024 * 1024;
const MOST_WORKPLACES = 200;
const LONGEST_NAME = 100;

const OTHER =
  'Dit is geen bestand met werkplaatsen van Functielab. Kies het bestand dat functielab-werkplaatsen.json heet. Er is niets veranderd.';
const BROKEN =
  'Dit bestand is beschadigd: een werkplaats erin is niet te lezen. Bewaar het opnieuw op je andere toestel. Er is niets veranderd.';
const NEWER =
  'Dit bestand is van een nieuwere Functielab. Open het met die nieuwere Functielab. Er is niets veranderd.';
export const TOO_LARGE =
  'Al je werkplaatsen samen zijn te groot voor één bestand. Bewaar ze elk als zip: open een werkplaats, en kies Deel.';

/** @returns null when it would be more than `readWorkplacesFile` takes */
export function workplacesFile(all: readonly NamedFiles[]): string | null {
  const workplaces = all.map(({ name, files }) => ({
    name,
    files: Object.fromEntries(files.map(({ path, text }) => [path, text])),
  }));
  const text = `${JSON.stringify({ functielab: KIND, v: VERSION, workplaces }, null, 1)}\n`;
  return bytesOf(text) > WORKPLACES_LIMIT_BYTES || all.length > MOST_WORKPLACES ? null : text;
}

/** @returns a Dutch sentence about what is wrong with the file as a whole, or all that is in it */
export function readWorkplacesFile(text: string): readonly NamedFiles[] | string {
  const value = Object(parseJson(text)) as Readonly<Record<string, unknown>>;
  const { functielab, v, workplaces } = value;
  if (functielab !== KIND || typeof v !== 'number') return OTHER;
  if (v > VERSION) return NEWER;
  if (!Array.isArray(workplaces) || workplaces.length > MOST_WORKPLACES) return BROKEN;
  const found = workplaces.map(oneOf);
  const whole = found.filter((one) => one !== null);
  return whole.length === found.length ? whole : BROKEN;
}

/** @returns null for what no workplace can be */
function oneOf(value: unknown): NamedFiles | null {
  const { name, files } = Object(value) as { readonly name?: unknown; readonly files?: unknown };
  if (typeof name !== 'string' || name.trim() === '' || name.length > LONGEST_NAME) return null;
  if (typeof files !== 'object' || files === null || Array.isArray(files)) return null;
  const entries = Object.entries(files);
  const isText = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (!isText || entries.length === 0 || entries.length > MOST_FILES) return null;
  const sizes = entries.map(([, text]) => bytesOf(text as string));
  const fits = sizes.every((size) => size <= FILE_LIMIT_BYTES);
  if (!fits || sizes.reduce((sum, size) => sum + size, 0) > PROJECT_LIMIT_BYTES) return null;
  if (entries.some(([path]) => pathProblem(path) !== null)) return null;
  return { name, files: entries.map(([path, text]) => ({ path, text: text as string })) };
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;
