/** The receipt of one playground: the picked run line by line in yellow, the other runs, and the total. */
import { useMemo } from 'preact/hooks';
import { monthFragment } from '../../course/month-address.ts';
import { hasCourse, monthPath } from '../../course/paths.ts';
import { decimal } from '../../kit/numbers.ts';
import { AlarmForm } from '../../till/alarm/AlarmForm.tsx';
import { AlarmNews } from '../../till/alarm/AlarmNews.tsx';
import { announced, borderInWords } from '../../till/alarm/words.ts';
import { choice } from '../../till/prices/lab-choice.ts';
import { TariffPicker } from '../../till/prices/TariffPicker.tsx';
import { ReceiptPaper } from '../../till/receipt/ReceiptPaper.tsx';
import { printPlayground, type Sales } from '../../till/receipt/receipts.ts';
import { functionsUsd, perMillionEuro } from '../../till/visit/pricing.ts';
import type { PlaygroundAlarm } from '../model/alarm-model.ts';
import type { Playground } from '../model/playground.ts';
import { EmptyReceipt } from './EmptyResults.tsx';

/** Where calls ran elsewhere, nothing can be set. */
export type ReceiptModel = Pick<Playground, 'picked' | 'sales' | 'clockStepMs'> &
  Partial<Pick<Playground, 'alarm'>>;

export function Receipt({ model }: { readonly model: ReceiptModel }) {
  const picked = model.picked.value;
  const { current: sales } = model.sales.value;
  const by = choice.value;
  // The book is written in place: its total tells whether there is something new.
  const printed = useMemo(() => printPlayground(sales, picked, by), [sales, sales.total, picked, by]);
  return (
    <div role="group" aria-label="Kassabon">
      {sales.total === 0 ? (
        <EmptyReceipt />
      ) : (
        <ReceiptPaper title="Kassabon" receipt={printed} total="Jouw functie">
          {model.alarm?.value && <AlarmLine alarm={model.alarm.value} />}
          <p>
            Per miljoen keer: {perMillionEuro(sales.counted(), by)}
            <br />
            De klok meet hier in stappen van{' '}
            {decimal(model.clockStepMs.value, stepDecimals(model.clockStepMs.value))} ms.
          </p>
          {hasCourse && (
            <p>
              <a href={monthPath(monthFragment(monthOf(sales, picked, by.tariff.id)))}>
                Reken door naar een maand
              </a>
            </p>
          )}
          <details class="receipt__tariff">
            <summary>Kies een ander tarief</summary>
            <TariffPicker />
          </details>
        </ReceiptPaper>
      )}
    </div>
  );
}

function AlarmLine({ alarm }: { readonly alarm: PlaygroundAlarm }) {
  return (
    <AlarmNews
      terms={alarm.terms.value}
      standing={alarm.standing.value}
      limitBefore={alarm.limitBefore.value}
      onGiveBack={alarm.giveBack}
    />
  );
}

/** Where an alarm is set: under the paper, so that it stays as it is while receipts come and go. */
export function AlarmPart({ model }: { readonly model: Pick<Playground, 'alarm' | 'sales'> }) {
  const alarm = model.alarm.value;
  return alarm === null ? null : <AlarmOf alarm={alarm} sales={model.sales} />;
}

/** It reads the sales itself: they are one object that grows, and a part that gets the same object is not drawn again. */
function AlarmOf({ alarm, sales }: { readonly alarm: PlaygroundAlarm } & Pick<Playground, 'sales'>) {
  const terms = alarm.terms.value;
  const standing = alarm.standing.value;
  const { lastWarm, last } = sales.value.current;
  const like = lastWarm ?? last;
  return (
    <>
      <details class="alarm no-print">
        <summary>{terms === null ? 'Zet een alarm' : `Alarm op ${borderInWords(terms)}`}</summary>
        <AlarmForm
          terms={terms}
          lastUsd={like && functionsUsd([like])}
          onSet={alarm.set}
          onClear={() => {
            // What it took away comes back with it.
            alarm.giveBack();
            alarm.clear();
          }}
        />
      </details>
      <p class="visually-hidden" role="status">
        {terms !== null && standing !== null && announced(terms, standing)}
      </p>
    </>
  );
}

/** The picked run, or else the last warm one, as the run of a month; the last cold start with it. */
function monthOf(sales: Sales, pickedId: string | null, tariffId: string) {
  const run = sales.find(pickedId) ?? sales.lastWarm ?? sales.last;
  const initMs = run?.usage.initMs ?? sales.lastCold?.usage.initMs ?? 0;
  return {
    durationMs: run?.usage.durationMs ?? 0,
    memoryMb: run?.usage.memoryMb ?? 128,
    initMs,
    tariffId,
  };
}

/** Enough to show the first digit of the step: Node's clock is a hundred times as fine as a browser's. */
function stepDecimals(stepMs: number): number {
  return Math.max(1, Math.ceil(-Math.log10(stepMs)));
}
