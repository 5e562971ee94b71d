/** What the name of a folder or a file can tell of a hand-in, the same for every learning environment. */

export type SystemName = 'moodle' | 'canvas' | 'brightspace' | 'blackboard';

/** What the name of one folder or file tells. */
export interface Told {
  readonly system: SystemName;
  /** As the environment writes it; null when it tells no name, as of work that is marked without names. */
  readonly person: string | null;
  /** The person in that environment: a number, or the name with which they log in. */
  readonly number: string;
  /** The same for all that came from one person. */
  readonly key: string;
  /** When it was handed in, by the environment's own clock and without a zone: `2026-12-04T17:30`. */
  readonly moment: string | null;
  readonly isLate: boolean;
  /** Of two files of one person, the one with the higher number came later; null when the environment does not number them. */
  readonly attachment: string | null;
  /** What the student called it; null when this was the name of a folder. */
  readonly file: string | null;
  /** It is the environment's own page about the hand-in, or what was typed in its form, and no file of the student's. */
  readonly isPage: boolean;
}

export type SystemReader = (name: string) => Told | null;

/** @param moment as in `Told`. @returns null for the thirtieth of February, or a quarter past ninety-nine: a student may write those */
export function realMoment(moment: string): string | null {
  const at = Date.parse(`${moment}Z`);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(moment) ? null : moment;
}
