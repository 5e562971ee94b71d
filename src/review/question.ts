/** A question as `Herhaal` asks it. */
import type { LessonQuestion } from '../course/questions.ts';

/** One of a lesson, or one with numbers that were drawn for this time: that has the id `<slug>/som-<name>`. */
export type ReviewQuestion = LessonQuestion;
