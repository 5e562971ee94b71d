/** Names of files in a project of one's own, and how much of them there may be. */

/** Of one workplace: the figure of a large small project, and what an editor's list stays fluid with. */
export const MOST_FILES = 400;
/** Of one text: what an editor still scrolls through. */
export const FILE_LIMIT_BYTES = 1024 * 1024;
/** Of all texts of one workplace. */
export const PROJECT_LIMIT_BYTES = 20 * 1024 * 1024;
const LONGEST_PATH = 200;

/** Signs that some disk or some cloud has no room for in a name, and those that nobody sees. */
const UNFIT = /[\\:*?"<>|\p{C}\p{Zl}\p{Zp}]/u;

/** @returns what is wrong with a path as the name of a file, as a Dutch sentence; null when nothing is */
export function pathProblem(path: string): string | null {
  if (path.trim() === '') return 'Een bestand heeft een naam nodig.';
  if (path.length > LONGEST_PATH) return `Een pad mag maximaal ${LONGEST_PATH} tekens lang zijn.`;
  if (path.startsWith('/') || /^[a-z]:/i.test(path))
    return 'Een pad begint met een naam, en niet met / of een schijf.';
  if (UNFIT.test(path)) return 'In een naam mogen geen \\ : * ? " < > | en geen onzichtbare tekens staan.';
  const parts = path.split('/');
  if (parts.some((part) => part === '.' || part === '..')) return 'Een pad mag niet . of .. als map hebben.';
  if (parts.some((part) => part === '')) return 'Tussen twee schuine strepen staat een naam.';
  // A record of texts has no place of its own under this name.
  if (parts.includes('__proto__'))
    return 'De naam __proto__ heeft in JavaScript een eigen betekenis: kies een andere.';
  return parts.some((part) => part !== part.trim())
    ? 'Een naam begint en eindigt niet met een spatie.'
    : null;
}
