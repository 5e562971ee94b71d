/**
 * A month of traffic in a lesson: set up by its author, run by its reader, who may change the fields that the author names. The same
 * pictures and the same numbers as on the page of traffic, to which a link leads with the state as it is.
 */
import { useEffect, useMemo } from 'preact/hooks';
import { trafficPath } from '../course/paths.ts';
import { comparedTariffs } from '../till/prices/all-prices.ts';
import { choice } from '../till/prices/lab-choice.ts';
import { Actions } from './Actions.tsx';
import { loadTrace } from './load-trace.ts';
import { MachineOfMonth } from './MachineOfMonth.tsx';
import { Outcome, resultsOf } from './outcome/Outcome.tsx';
import { LessonFields } from './set-up/LessonFields.tsx';
import { startWorker } from './start-worker.ts';
import { readTrafficFragment, trafficFragment } from './traffic-address.ts';
import { createTraffic } from './traffic-model.ts';
import type { LessonField } from './traffic-state.ts';

export interface MonthInLessonProps {
  /** What the page of traffic has behind the `#` of its address: `verhaal=krant&grens=50&vergelijk=1&b-grens=20`. */
  readonly address: string;
  /** What a reader may change; absent: nothing. */
  readonly fields?: readonly LessonField[];
}

export function MonthInLesson({ address, fields = [] }: MonthInLessonProps) {
  const model = useMemo(
    () =>
      createTraffic({
        state: readTrafficFragment(address).state,
        tariffs: comparedTariffs,
        loadTrace,
        startWorker,
        tariffId: () => choice.peek().tariff.id,
      }),
    [address],
  );
  useEffect(() => {
    void model.fetchTrace();
    return () => model.stop();
  }, [model]);
  const results = resultsOf(model);
  return (
    <div class="traffic" role="group" aria-label="Een maand verkeer">
      <LessonFields model={model} fields={fields} />
      <Actions model={model} isOpen={false} />
      <MachineOfMonth model={model} serversUsd={null} />
      {results.length > 0 && <Outcome results={results} />}
      <p>
        <a href={trafficPath(trafficFragment(model.state.value))}>Open dit verkeer op de grote pagina</a>
      </p>
    </div>
  );
}
