/** What a program that stays on has cost so far, by the price of the always-on server: it runs while it is on. */
import { useEffect, useState } from 'preact/hooks';
import { beat } from '../kit/beat.ts';
import { elapsed } from '../kit/numbers.ts';
import { serverUsd, tillEuro } from '../till/index.ts';
import type { Program } from './model/program-run.ts';

export function ProgramMeter({ model }: { readonly model: Program }) {
  const [onMs, setOnMs] = useState(0);
  useEffect(() => beat(1_000, () => setOnMs(model.onMs())).stop, [model]);
  const usd = serverUsd(onMs);
  const isOn = model.onSinceMs.value !== null;
  return (
    <div class="program-meter" role="group" aria-label="Kosten van deze server">
      <p class="panel-title">Kosten van deze server</p>
      <p class="program-meter__amount">
        <data value={usd}>{tillEuro(usd)}</data>
      </p>
      <p class="program-meter__words">
        {onMs === 0
          ? 'De server staat nog uit. Zodra je op Start drukt, kost hij elke seconde geld, ook als er niemand langskomt.'
          : `${isOn ? 'Staat' : 'Stond'} ${elapsed(onMs)} aan, met de prijs van de altijd-aan-server onderaan deze pagina.`}
      </p>
    </div>
  );
}
