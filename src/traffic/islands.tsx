/**
 * A month of traffic on one page: draw it, run it on the platform of the lab in virtual time, look at it from month to second, and
 * compare two settings. Fetched when it is seen; the simulation itself when it is asked for, in a worker.
 *
 *     MonthOfTraffic.tsx ──▶ set-up/    what comes, how long it takes, by which rules
 *          │   └────▶ picture/   the machine and the month on two canvases, what moves them, and the list
 *          │   └────▶ outcome/   what came of it, the bill, and what there is to take along
 *          │   └────▶ servers/   the same traffic on servers that are always on
 *          │   └────▶ own-file/  traffic out of a file of the reader's own
 *          ▼
 *     traffic-model.ts ──▶ side-run.ts ══ protocol.ts ══▶ worker-main.ts ──▶ run-scenario.ts
 *
 * `traffic-state.ts` says what can be set; `scenario-of.ts` makes the scenario of it that the shell takes too, and
 * `traffic-address.ts` the address. `stories.ts` reads the months to begin with. In the folders begin at `set-up/DayDrawing.tsx`,
 * `picture/MonthPicture.tsx`, `outcome/Outcome.tsx`, `servers/run-servers.ts` and `own-file/own-file-model.ts`. In a lesson the
 * same is smaller: `MonthInLesson.tsx`. Lessons and pages import this room, and only this file of it. Begin at
 * `traffic-model.ts`.
 */
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { MonthInLessonProps } from './MonthInLesson.tsx';

const loadInLesson = () => import('./MonthInLesson.tsx').then(({ MonthInLesson }) => MonthInLesson);

export function MonthInLessonPart(props: MonthInLessonProps) {
  return <WhenSeen load={loadInLesson} props={props} name="De maand" />;
}

const load = () => import('./MonthOfTraffic.tsx').then(({ MonthOfTraffic }) => MonthOfTraffic);

export function TrafficPart() {
  return <WhenSeen load={load} props={{}} name="De maand" />;
}
