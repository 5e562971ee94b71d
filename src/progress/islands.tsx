/** The page of a learner's progress, fetched when it is seen. */
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { CourseItem, ExerciseItem } from './ProgressPage.tsx';

interface Props {
  readonly lessons: readonly CourseItem[];
  readonly exercises: readonly ExerciseItem[];
}

export function ProgressPart(props: Props) {
  const load = () => import('./ProgressPage.tsx').then(({ ProgressPage }) => ProgressPage);
  return <WhenSeen load={load} props={props} name="Je voortgang" />;
}
