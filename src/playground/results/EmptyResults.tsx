/** What stands where results will come, before anything has run: the same places, so that nothing jumps. */

import { chosen, LAB_TARIFF_NAME, tariffName } from '../../till/index.ts';
import { FailureText } from '../failures/FailureText.tsx';
import type { Playground } from '../model/playground.ts';
import { type Panel, panelsOf } from './panels.ts';

export function EmptyResults({ model }: { readonly model: Playground }) {
  const panels = panelsOf(model.sample);
  const narrow = panels.filter(({ isWide }) => !isWide);
  const problem = model.problem.value;
  return (
    <>
      <div class="playground__side">
        <div class="answer" role="group" aria-label="Antwoord">
          <p class="panel-title">Antwoord</p>
          {problem ? (
            <div role="alert" class="failure" data-code={problem.code}>
              <FailureText failure={problem} />
            </div>
          ) : (
            <p class="empty">{model.isRunning.value ? 'Je functie draait …' : noAnswer(model)}</p>
          )}
        </div>
        <div class="playground__receipt">
          <div class="receipt-shadow">
            <div role="group" aria-label="Kassabon">
              <EmptyReceipt />
            </div>
          </div>
        </div>
      </div>
      <div class="log">
        <LogHead hasSomething={model.hasSomething.value} onClear={model.clear} />
        <div role="log" aria-label="Logboek" aria-live="off" class="log__scroll" tabIndex={0}>
          <p class="empty">{NO_LOG}</p>
        </div>
      </div>
      <div class="instances" role="group" aria-label="Instanties">
        <p class="panel-title">Instanties</p>
        <p class="empty">{NO_INSTANCES}</p>
      </div>
      {narrow.length > 0 && <div class="panels">{narrow.map(emptyPanel)}</div>}
      {panels.filter(({ isWide }) => isWide).map(emptyPanel)}
    </>
  );
}

function emptyPanel({ name, empty, isWide }: Panel) {
  return (
    <div key={name} class={isWide ? 'panel panel--wide' : 'panel'} role="group" aria-label={name}>
      <p class="panel-title">{name}</p>
      <p class="empty">{empty}</p>
    </div>
  );
}

interface LogHeadProps {
  readonly hasSomething: boolean;
  readonly onClear: () => void;
}

/** The log's title, and what empties it: the button stays when there is nothing left, so that focus stays on it. */
export function LogHead({ hasSomething, onClear }: LogHeadProps) {
  return (
    <div class="panel-head">
      <p class="panel-title">Logboek</p>
      <button
        type="button"
        class="quiet panel__small"
        aria-disabled={!hasSomething}
        onClick={() => hasSomething && onClear()}
      >
        Maak leeg
      </button>
    </div>
  );
}

export function EmptyReceipt() {
  return (
    <div class="receipt">
      <p class="receipt__head">
        Kassabon <span>{chosen.value === null ? LAB_TARIFF_NAME : tariffName(chosen.value.tariff)}</span>
      </p>
      <p class="receipt__empty">Nog niets gedraaid, dus nog niets te betalen.</p>
    </div>
  );
}

export const NO_LOG = 'Nog leeg. Wat je functie met console.log schrijft, komt hier.';
export const NO_INSTANCES = 'Er draait nog niets. Dat kost ook niets.';

/** What to do to get one. */
export function noAnswer(model: Playground): string {
  return model.lastTrigger.value === 'http'
    ? 'Nog geen antwoord. Druk op Voer uit.'
    : 'Er is nog niets gebeurd. Hierboven kun je een gebeurtenis starten.';
}
