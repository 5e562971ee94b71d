/**
 * What a learning environment tells of a hand-in, in the name that it gives to a folder or a file when a teacher takes all of
 * them at once. That name is the environment's own, so it can be trusted more than the name that a student typed.
 *
 * Each environment whose form a public source describes has a reader here, with its source. Of Smartschool and itslearning no
 * source was found: what they give is read by the general rule, that a folder which not all share is somebody's
 * (`marking/whose.ts`). A Toledo is a Blackboard.
 *
 * Knows no DOM and no zip. Begin here; only the other rooms of the classroom may import.
 */
import { readBlackboard } from './blackboard.ts';
import { readBrightspace } from './brightspace.ts';
import { readCanvas } from './canvas-names.ts';
import { readMoodle } from './moodle.ts';
import type { SystemName, SystemReader, Told } from './told.ts';

/** The strictest form first: a name that fits two is the first one's. */
const READERS: readonly SystemReader[] = [readMoodle, readBlackboard, readBrightspace, readCanvas];

/**
 * @param name of a folder or a file, without the way to it
 * @returns null when no environment writes it like this
 */
export function toldBySystem(name: string): Told | null {
  for (const read of READERS) {
    const told = read(name);
    if (told !== null) return told;
  }
  return null;
}

/** In what a teacher calls it. */
export const systemInWords = {
  moodle: 'Moodle',
  canvas: 'Canvas',
  brightspace: 'Brightspace',
  blackboard: 'Blackboard',
} satisfies Record<SystemName, string>;
