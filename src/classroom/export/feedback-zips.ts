/**
 * Feedback of a whole class as one zip: as a Moodle or a Canvas takes it back, under the names that it gave the hand-ins, or with a
 * file a person for whoever hands it out in another way.
 */
import { strToU8, zipSync } from 'fflate';
import { toldBySystem } from '../reading/systems.ts';
import { feedbackOf } from './feedback.ts';
import { feedbackPage } from './feedback-page.ts';
import { feedbackText } from './feedback-text.ts';
import type { GradedPerson, GradeSheet } from './grade-sheet.ts';

export interface FeedbackZip {
  readonly zip: Uint8Array<ArrayBuffer>;
  /** How many files are in it. */
  readonly files: number;
  /** Names of those of whom the environment did not tell how to find them: they are not in it. */
  readonly left: readonly string[];
}

export type FeedbackFor = 'moodle' | 'canvas' | 'everybody';

const PAGE = 'feedback-functielab.html';
/** What no disk takes in a name, or takes as another. */
const NOT_IN_NAME = /[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu;

export function feedbackZip(sheet: GradeSheet, target: FeedbackFor): FeedbackZip {
  const files: Record<string, Uint8Array> = {};
  const left: string[] = [];
  for (const person of sheet.people) {
    // Of whom nothing came there is nothing to say.
    if (person.row === null) continue;
    const path = PATHS[target](person, files);
    if (path === null) {
      left.push(person.name);
      continue;
    }
    const feedback = feedbackOf(sheet, person);
    files[path] = strToU8(target === 'canvas' ? feedbackText(feedback) : feedbackPage([feedback]));
  }
  return { zip: zipSync(files), files: Object.keys(files).length, left };
}

type PathOf = (person: GradedPerson, taken: Readonly<Record<string, unknown>>) => string | null;

/**
 * In the folder of the hand-in, or in one heap under its prefix: what is in it and was not handed in becomes a file of feedback.
 *
 * Source: moodle/moodle, `mod/assign/feedback/file/importziplib.php` (`is_valid_filename_for_import`, `import_zip_files`), read
 * 2026-11-29.
 */
const moodlePath: PathOf = ({ source }) => {
  if (source?.system !== 'moodle') return null;
  for (const part of source.place.split('/')) {
    const told = toldBySystem(part);
    if (told?.system !== 'moodle') continue;
    // A Moodle cleans the names that it writes: this one is somebody's who wants a file elsewhere than in the zip's own folder.
    if (part.search(NOT_IN_NAME) !== -1 || part.startsWith('.')) return null;
    return told.file === null ? `${part}/${PAGE}` : `${part.slice(0, -told.file.length)}${PAGE}`;
  }
  return null;
};

/**
 * Under the numbers of the person and of the file that they handed in, whatever stands behind them: it becomes a comment with a
 * file. Canvas shows that file under the name of what was handed in, so it is text, which opens under any name. Work without names
 * can't be given back like this.
 *
 * Source: instructure/canvas-lms, `Assignment#generate_comments_from_files` and `#infer_comment_context_from_filename`, read
 * 2026-11-29.
 */
const canvasPath: PathOf = ({ source }) => {
  if (source?.system !== 'canvas') return null;
  for (const part of source.place.split('/')) {
    const told = toldBySystem(part);
    if (told?.system !== 'canvas' || told.attachment === null || told.person === null) continue;
    // Two numbers are looked for from the left: those of a group's name would be taken for them.
    if (/(^|_)\d+(_|$)/.test(told.person)) return null;
    return `${told.person}_${told.number}_${told.attachment}_feedback.txt`;
  }
  return null;
};

const ownPath: PathOf = ({ name }, taken) => {
  const plain =
    name
      .replaceAll(NOT_IN_NAME, ' ')
      .replace(/^[\s.]+|[\s.]+$/g, '')
      .slice(0, 80) || 'zonder naam';
  // Many a disk takes `Mila.html` and `mila.html` for one.
  const isTaken = (one: string) =>
    Object.keys(taken).some((other) => other.toLowerCase() === one.toLowerCase());
  let path = `${plain}.html`;
  for (let number = 2; isTaken(path); number += 1) path = `${plain} (${number}).html`;
  return path;
};

const PATHS: Readonly<Record<FeedbackFor, PathOf>> = {
  moodle: moodlePath,
  canvas: canvasPath,
  everybody: ownPath,
};
