/** A question as `Herhaal` asks it, and the lesson that it comes from. */
import type { LessonQuestion } from '../course/questions.ts';

/** One of a lesson, or one with numbers that were drawn for this time: that has the id `<slug>/som-<name>`. */
export type ReviewQuestion = LessonQuestion;

/** A lesson whose questions can be asked. */
export interface ReviewLesson {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly href: string;
}
