/** The folder for the course as one zip. */
import { strToU8, zipSync } from 'fflate';
import type { OwnExercise } from '../exercises/own/index.ts';
import { courseFolder, type ForCourse } from './course-folder.ts';

export function courseZip(own: OwnExercise, facts: ForCourse): Uint8Array<ArrayBuffer> {
  const files = courseFolder(own, facts).map(({ path, text }) => [path, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files)));
}
