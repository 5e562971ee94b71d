/** From the text of `functielab.json` to a project, or to sentences that say what is wrong and what to do. */
import {
  type ProjectProblem,
  problemOf,
  problemOfJson,
  sentenceOfNewer,
  UNSAID,
} from './project-problems.ts';
import { PROJECT_FILE, PROJECT_VERSION, type Project, projectSchema } from './project-schema.ts';

export type ReadProject =
  | { readonly project: Project }
  /** At least one, in the order of the file. */
  | { readonly problems: readonly ProjectProblem[] };

/** More is no list of functions that a person wrote. */
const LONGEST_TEXT = 1024 * 1024;

/** @param text as it was read from a file or typed: anything */
export function readProject(text: string): ReadProject {
  if (text.length > LONGEST_TEXT) {
    const sentence = `${PROJECT_FILE} is langer dan een miljoen tekens. Zet grote gegevens in een eigen bestand.`;
    return { problems: [{ field: '', sentence }] };
  }
  let value: unknown;
  try {
    // A byte order mark, as some programs put in front, is no mistake of a reader.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problems: [problemOfJson(text, error)] };
  }
  const version = versionOf(value);
  // A newer file may be right in a way that is not known here: nothing else is said of it.
  if (version !== null && version > PROJECT_VERSION) return { problems: [sentenceOfNewer(version)] };
  const read = projectSchema.safeParse(value, { error: () => UNSAID, reportInput: true });
  return read.success ? { project: read.data } : { problems: read.error.issues.map(problemOf) };
}

function versionOf(value: unknown): number | null {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null;
  return typeof version === 'number' ? version : null;
}
