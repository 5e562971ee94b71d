/** The pages of `Herhaal` and of `Weet je het?`, fetched when they are seen. */

import type { LessonLink } from '../course/lesson-links.ts';
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { TwelveQuestion } from './twelve/index.ts';

export function ReviewPart(props: {
  readonly lessons: readonly LessonLink[];
  /** Of `herhaal/vragen.json`. */
  readonly questionsUrl: string;
}) {
  const load = () => import('./Review.tsx').then(({ Review }) => Review);
  return <WhenSeen load={load} props={props} name="Herhaal" />;
}

export function TwelvePart(props: {
  readonly questions: readonly TwelveQuestion[];
  /** All of the course, in order. */
  readonly lessons: readonly LessonLink[];
}) {
  const load = () => import('./twelve/Twelve.tsx').then(({ Twelve }) => Twelve);
  return <WhenSeen load={load} props={props} name="Weet je het?" />;
}
