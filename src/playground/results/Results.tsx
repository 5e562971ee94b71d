/**
 * All that shows what came of runs, in one file to fetch: the answer, the log, the instances and the receipt, and
 * below them the stores, the queue, the timeline and the trace. All are views of the engine's one list of entries.
 *
 * Only the playgrounds import this folder, and what compares their runs: through `lazy.ts`, so that a page that is only read
 * has none of it. The page of the tool takes `Log.tsx` and `Receipt.tsx`, a lesson's steps `status-text.ts`. What stands there until then is `EmptyResults.tsx`. Begin here.
 */
import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DeadLetters } from '../events/DeadLetters.tsx';
import { QueuePanel } from '../events/QueuePanel.tsx';
import { StorePanel } from '../events/StorePanel.tsx';
import type { Playground } from '../model/playground.ts';
import { Timeline, type TimelineModel, Trace } from '../timeline/index.tsx';
import { Answer } from './Answer.tsx';
import { Instances } from './Instances.tsx';
import { Log } from './Log.tsx';
import { panelsOf } from './panels.ts';
import { AlarmPart, Receipt } from './Receipt.tsx';

/** The tracks are written in place: whoever follows them is told by a new wrapper. */
function timelineOf({ ledger, picked, nowMs, startedAtMs }: Playground): TimelineModel {
  const tracks = computed(() => ({ current: ledger.value.current.tracks }));
  return { tracks, picked, nowMs, startedAtMs };
}

export function Results({ model }: { readonly model: Playground }) {
  const timeline = useMemo(() => timelineOf(model), [model]);
  const shown = new Set(panelsOf(model.sample).map(({ name }) => name));
  return (
    <>
      <div class="playground__side">
        <Answer model={model} />
        <div class="playground__receipt">
          <div class="receipt-shadow">
            <Receipt model={model} />
          </div>
          <AlarmPart model={model} />
        </div>
      </div>
      <Log model={model} />
      <Instances model={model} />
      {(shown.has('Opslag') || shown.has('Wachtrij')) && (
        <div class="panels">
          {shown.has('Opslag') && <StorePanel model={model} />}
          {shown.has('Wachtrij') && <QueuePanel model={model} />}
          {shown.has('Mislukte berichten') && <DeadLetters model={model} />}
        </div>
      )}
      {shown.has('Tijdlijn') && <Timeline model={timeline} />}
      {shown.has('Spoor') && <Trace model={timeline} />}
    </>
  );
}

/** For the parts of a lesson that compare runs: those come after a run, when this is there. */
export { ReceiptPaper } from '../../till/receipt/ReceiptPaper.tsx';
export { printRun, printVisit } from '../../till/receipt/receipts.ts';
export { AnswerAtHand } from './AnswerLine.tsx';
export { LabMachine } from './LabMachine.tsx';
