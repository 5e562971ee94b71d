/** The page of `Herhaal`, fetched when it is seen. */
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { ReviewLesson } from './question.ts';

export function ReviewPart(props: {
  readonly lessons: readonly ReviewLesson[];
  /** Of `herhaal/vragen.json`. */
  readonly questionsUrl: string;
}) {
  const load = () => import('./Review.tsx').then(({ Review }) => Review);
  return <WhenSeen load={load} props={props} name="Herhaal" />;
}
