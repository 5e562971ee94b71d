/** The page of a learner's progress, fetched when it is seen. */
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { PredictionItem } from './PredictedTable.tsx';
import type { PartItem } from './ProgressPage.tsx';

export function ProgressPart(props: {
  readonly parts: readonly PartItem[];
  readonly predicted: readonly PredictionItem[];
}) {
  const load = () => import('./ProgressPage.tsx').then(({ ProgressPage }) => ProgressPage);
  return <WhenSeen load={load} props={props} name="Je voortgang" />;
}
