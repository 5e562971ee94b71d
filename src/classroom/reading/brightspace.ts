/** How a Brightspace names what it gives a teacher. */
import { realMoment, type Told } from './told.ts';

/**
 * A folder `397063-2557369 - Mila De Smet - Sep 24, 2026 926 PM`, or files in one heap with ` - werk.json` behind that; older
 * ones write the name without a space behind it, or all three without spaces. Two numbers come first, then the name, then the
 * moment of handing in, of which the `:` is left out. A page `index.html` lies beside them. It does not tell who was late.
 *
 * No code of a Brightspace is public. Sources, read 2026-11-29: three public programs of teachers that read such a zip, which
 * agree: `rename_and_move.sh` (the folder, with the hour as here), a `FILENAME_PATTERN` for "Brightspace Dropbox"
 * (`student_id-dp_id - name- date - file`), and a reader of "A00000000_name_Sep 24, 2026 926 PM_file" for the form of the date.
 */
const DATED =
  /^(?<number>\d{3,})-(?<folder>\d{3,}) ?- ?(?<person>.+?) ?- ?(?<month>[A-Z][a-z]{2})[a-z]*\.? (?<day>\d{1,2}), (?<year>\d{4}) (?<hour>\d{1,2}):?(?<minute>\d{2})(?: ?(?<half>[AP]M))?(?: ?- ?(?<file>.+))?$/;
/** With a moment in another language, of which nothing is known but that it is there. Not a date, which has numbers of two too. */
const OTHER = /^(?<number>\d{3,})-(?<folder>\d{3,}) - /;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function readBrightspace(name: string): Told | null {
  const groups = DATED.exec(name)?.groups ?? inOtherWords(name);
  if (groups === undefined) return null;
  const { number = '', person = '', file } = groups;
  return {
    system: 'brightspace',
    person,
    number,
    // Sources do not agree on whose the first number is, so that it tells a person apart only together with the name.
    key: `brightspace:${number} ${person.toLowerCase()}`,
    moment: momentOf(groups),
    isLate: false,
    attachment: null,
    file: file ?? null,
    isPage: false,
  };
}

/** Without a pattern for all of it: a student may name a file so that one of those is busy for hours. */
function inOtherWords(name: string): Readonly<Record<string, string | undefined>> | undefined {
  const begin = OTHER.exec(name);
  if (begin === null) return undefined;
  const rest = name.slice(begin[0].length);
  const firstLetter = rest.search(/\p{L}/u);
  const end = firstLetter === -1 ? -1 : rest.indexOf(' - ', firstLetter);
  if (end === -1) return undefined;
  const after = rest.slice(end + 3);
  const lastDigit = after.search(/\d\D*$/);
  if (lastDigit === -1) return undefined;
  const fileAt = after.indexOf(' - ', lastDigit);
  const file = fileAt === -1 ? '' : after.slice(fileAt + 3);
  return { ...begin.groups, person: rest.slice(0, end), file: file || undefined };
}

function momentOf({ month, day, year, hour, minute, half }: Readonly<Record<string, string | undefined>>) {
  const at = MONTHS.indexOf(month ?? '');
  if (at === -1 || !day || !year || !hour || !minute) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  const two = (value: number | string) => String(value).padStart(2, '0');
  return realMoment(`${year}-${two(at + 1)}-${two(day)}T${two(hours)}:${minute}`);
}
