/**
 * A classroom without a server: everything goes by link or by file.
 *
 *     teacher ──set.ts: a link──▶ learner ──hand-in.ts: one file──▶ learning environment ──▶ teacher ──▶ read-files.ts
 *
 * A set names exercises of the course, and says under which tariff they count. A hand-in holds code and a name that the
 * learner chose, and nothing that is believed: marking runs the code again, in the sandbox of the teacher's own browser.
 */

export { type ExerciseSet, readSet, setFragment } from '../exercises/set.ts';
export { type HandIn, handInFile, type Refusal, readHandIn } from './hand-in.ts';
export { readHandIns, type Source } from './read-files.ts';
