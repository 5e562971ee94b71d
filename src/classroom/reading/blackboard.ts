/** How a Blackboard, Toledo among them, names what it gives a teacher. */
import { realMoment, type Told } from './told.ts';

/**
 * One heap of `Taak 1_r0123456_attempt_2026-12-04-17-30-00_werk.json`: the name of the assignment, the name with which the
 * student logs in, the moment of this attempt, and what the student called the file. Each attempt has a page of its own without
 * the last part, `…_attempt_2026-12-04-17-30-00.txt`, in which the student's name stands. It does not tell who was late.
 *
 * No code of a Blackboard is public. Sources, read 2026-11-29: kwurst/bb-file-cleanup, `README.md` and `BbCleanup.py` (the form
 * of both names); Zohair-coder/CS270-grading-assistant, `unzip.py`, and CodeGrade's reader (the page's first lines).
 */
const FORM =
  /^(?<task>.+)_(?<number>[^_]+)_attempt_(?<at>\d{4}(?:-\d{2}){5})(?:_(?<file>.+)|(?<page>\.txt))?$/;
/** The first line of such a page: `Name: Mila De Smet (r0123456)`. */
const NAME_LINE = /^\uFEFF?Name: (?<person>.+) \((?<number>[^()\n]+)\)\r?\n/;

export function readBlackboard(name: string): Told | null {
  const { number = '', at = '', file, page } = FORM.exec(name)?.groups ?? {};
  if (number === '') return null;
  const [year, month, day, hour, minute] = at.split('-');
  return {
    system: 'blackboard',
    person: null,
    number,
    key: `blackboard:${number.toLowerCase()}`,
    moment: realMoment(`${year}-${month}-${day}T${hour}:${minute}`),
    isLate: false,
    attachment: null,
    file: file ?? null,
    isPage: page !== undefined,
  };
}

/**
 * Whose a page of a Blackboard is.
 *
 * @param text of the page
 * @returns null when it is another text
 */
export function readBlackboardPage(
  text: string,
): { readonly person: string; readonly number: string } | null {
  const { person, number } = NAME_LINE.exec(text)?.groups ?? {};
  return person === undefined || number === undefined ? null : { person, number };
}
