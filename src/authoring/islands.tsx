/**
 * The maker of exercises, for a teacher: a task, code, a solution and checks, without a programmer and without git.
 *
 *     Maker.tsx ──▶ authoring-model.ts: the drafts of this device, one of them open ──kept as one types──▶ `exercises/own/kept-own.ts`
 *        ├──▶ TaskPart, CodePart, checks/ChecksPart.tsx, HintsPart      what an exercise consists of, each a form
 *        ├──▶ TrialPart.tsx ──▶ try-out.ts                              solution and start code, in the sandbox
 *        └──▶ OwnFiles.tsx ──▶ course-folder.ts                          as a file, and as a folder of the course
 *
 * It stands above the exercises and beside the classroom, and takes over code from the workplaces that a device keeps. Only pages
 * import this room, and only this file of it. Begin at `Maker.tsx`, then read `authoring-model.ts` and `try-out.ts`.
 */
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { LessonChoice } from './OwnFiles.tsx';

export function MakerPart(props: { readonly lessons: readonly LessonChoice[] }) {
  const load = () => import('./Maker.tsx').then(({ Maker }) => Maker);
  return <WhenSeen load={load} props={props} name="De maker" />;
}
