/**
 * The page of traffic: what comes, which function answers it and by which rules; then the month as it runs, and what came of it.
 * What it knows is `traffic-model.ts`.
 */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { comparedTariffs } from '../till/prices/all-prices.ts';
import { choice } from '../till/prices/lab-choice.ts';
import { Actions } from './Actions.tsx';
import { loadTrace } from './load-trace.ts';
import { MachineOfMonth } from './MachineOfMonth.tsx';
import { Outcome, resultsOf } from './outcome/Outcome.tsx';
import { RunBills } from './outcome/RunBills.tsx';
import { TakeMonth } from './outcome/TakeMonth.tsx';
import { OwnFile } from './own-file/OwnFile.tsx';
import { enoughUsd, ServersBeside } from './servers/ServersBeside.tsx';
import { DayDrawing } from './set-up/DayDrawing.tsx';
import { FunctionPicker } from './set-up/FunctionPicker.tsx';
import { Peaks } from './set-up/Peaks.tsx';
import { SettingsForm } from './set-up/SettingsForm.tsx';
import { StoryPicker } from './set-up/StoryPicker.tsx';
import { startWorker } from './start-worker.ts';
import { readTrafficFragment, trafficFragment } from './traffic-address.ts';
import { createTraffic, type TrafficModel } from './traffic-model.ts';

export function MonthOfTraffic() {
  const model = useMemo(
    () =>
      createTraffic({
        state: readTrafficFragment(location.hash).state,
        tariffs: comparedTariffs,
        loadTrace,
        startWorker,
        tariffId: () => choice.peek().tariff.id,
      }),
    [],
  );
  const wrong = useAddress(model);
  useEffect(() => {
    void model.fetchTrace();
    return () => model.stop();
  }, []);
  const results = resultsOf(model);
  const serversUsd = enoughUsd(model);
  return (
    <div class="traffic" role="group" aria-label="Een maand verkeer">
      {wrong.length > 0 && (
        <p role="alert">
          In het adres van deze pagina stond een waarde die niet kan: {wrong.join(', ')}. Daarvoor staat nu de
          gewone waarde in het formulier.
        </p>
      )}
      <StoryPicker model={model} />
      <OwnFile model={model} />
      <div class="traffic__setup">
        <div class="traffic__card">
          <DayDrawing model={model} />
          <Peaks model={model} />
        </div>
        <div class="traffic__card">
          <FunctionPicker model={model} />
        </div>
        <div class="traffic__card">
          <SettingsForm model={model} />
        </div>
      </div>
      <Actions model={model} />
      <MachineOfMonth model={model} serversUsd={serversUsd} />
      {results.length > 0 && <Outcome results={results} />}
      {results.length > 0 && <ServersBeside model={model} />}
      <TakeMonth model={model} serversUsd={serversUsd} />
      {results.length > 0 && <RunBills results={results} />}
    </div>
  );
}

/** Reads the address and keeps it. @returns names in it that said something impossible */
function useAddress(model: TrafficModel): readonly string[] {
  const [wrong, setWrong] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = () => {
      const { state, wrong: names } = readTrafficFragment(location.hash);
      setWrong(names);
      if (trafficFragment(state) !== trafficFragment(model.state.peek())) model.load(state);
    };
    setWrong(readTrafficFragment(location.hash).wrong);
    addEventListener('hashchange', read);
    let isFirst = true;
    const stop = model.state.subscribe((state) => {
      // A page that nobody touched keeps the address under which it was opened.
      if (!isFirst) history.replaceState(history.state, '', trafficFragment(state));
      isFirst = false;
    });
    return () => {
      stop();
      removeEventListener('hashchange', read);
    };
  }, []);
  return wrong;
}
