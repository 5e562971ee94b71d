/** How a Canvas names what it gives a teacher. */
import type { Told } from './told.ts';

/**
 * One heap of `desmetmila_LATE_4021_98123_werk.json`: the name by which it sorts in small letters without anything else, `LATE`
 * for who was late, the number of the person, the number of the file, and what the student called it. Without names it is
 * `anon_x1Y2z_98123_werk.json`. What was typed or linked is `desmetmila_4021_text.html` and `…_link.html`. It tells no moment,
 * but the number of a file grows.
 *
 * Source: instructure/canvas-lms, `lib/content_zipper.rb` (`get_filename`, `add_upload_submission`, `add_text_or_url`,
 * `sanitize_user_name`), read 2026-11-29.
 */
const FILE =
  /^(?<person>[\p{L}\p{M}\p{N}_]+?)_(?:(?<late>LATE)_)?(?<number>\d+)_(?:(?<attachment>\d+)_(?<file>.+)|(?:text|link)\.html)$/u;
const ANONYMOUS =
  /^(?:(?<late>LATE)_)?(?<number>anon_[A-Za-z0-9]{5})_(?:(?<attachment>\d+)_(?<file>.+)|(?:text|link)\.html)$/;

export function readCanvas(name: string): Told | null {
  const groups = (ANONYMOUS.exec(name) ?? FILE.exec(name))?.groups;
  if (groups === undefined) return null;
  const { person, number = '', late, attachment, file } = groups;
  return {
    system: 'canvas',
    person: person ?? null,
    number,
    key: `canvas:${number}`,
    moment: null,
    isLate: late !== undefined,
    attachment: attachment ?? null,
    file: file ?? null,
    isPage: file === undefined,
  };
}
