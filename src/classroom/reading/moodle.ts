/** How a Moodle names what it gives a teacher. */
import type { Told } from './told.ts';

/**
 * `Mila De Smet_50001_assignsubmission_file/werk.json`, and before Moodle 4.1 with one more `_` behind it; or, when the teacher
 * has "download in folders" off, `Mila De Smet_50001_assignsubmission_file_werk.json`. The number is that of the person in this
 * one assignment. Without names it is `Participant_50001_…`, in the language of the site; of a group it is the group's name and
 * number. It tells no moment and not who was late.
 *
 * Source: moodle/moodle, `mod/assign/classes/downloader.php` (`load_submissionplugin_filelist`, `get_student_prefix`) and
 * `mod/assign/feedback/file/importziplib.php` (`is_valid_filename_for_import`), read 2026-11-29.
 */
const FORM =
  /^(?<person>.+?)_(?<number>\d+)_(?:assignsubmission|assignfeedback)_(?<plugin>[a-z]+)(?:_(?<file>.*))?$/;

export function readMoodle(name: string): Told | null {
  const { person = '', number = '', plugin, file } = FORM.exec(name)?.groups ?? {};
  if (number === '') return null;
  return {
    system: 'moodle',
    person,
    number,
    key: `moodle:${number}`,
    moment: null,
    isLate: false,
    attachment: null,
    file: file || null,
    isPage: plugin === 'onlinetext',
  };
}
