/**
 * The workplaces of a reader as a page has them: a laboratory for one's own functions, without a lesson around it. Fetched when seen.
 *
 *     islands.tsx ──▶ Workshop.tsx ──▶ Begin.tsx, kept/          before one is open: what to begin with, and what is there
 *                          │      └──▶ OpenWorkplace.tsx         fetched with the first that opens: the playground, forms beside it
 *                          ▼
 *     workshop-model.ts ──▶ kept/kept-workplaces.ts (all of this device) and workplace.ts (the one that is open)
 *
 * `forms/ProjectForm.tsx` is `Instellingen`, which writes `functielab.json` and reads it.
 * Pages import this file of the room; `authoring` takes `kept/kept-workplaces.ts` and `surroundings.ts`. Begin at `Workshop.tsx`, then read `workshop-model.ts` and `workplace.ts`.
 */
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { SampleChoice } from './Begin.tsx';

interface Props {
  /** All of the course, by title. */
  readonly samples: readonly SampleChoice[];
}

const load = () => import('./Workshop.tsx').then(({ Workshop }) => Workshop);

export function WorkshopPart({ samples }: Props) {
  return <WhenSeen load={load} props={{ samples }} name="De werkplaats" />;
}

const loadAll = () => import('./kept/KeptElsewhere.tsx').then(({ KeptElsewhere }) => KeptElsewhere);

/** For the page of a learner's progress, whose own file is no place for them. */
export function KeptWorkplacesPart() {
  return <WhenSeen load={loadAll} props={{}} name="Je werkplaatsen" />;
}
