/**
 * A reader's own logs, billed: pasted or dropped, read in this browser and nowhere else. Under the tariff that is
 * picked line by line, under every other as one amount. What it knows is `own-logs-model.ts`.
 */
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { compareRatios, ratioOf } from '../../billing/index.ts';
import type { UsageReading } from '../../billing/reading/index.ts';
import { bytesInWords, count } from '../../kit/numbers.ts';
import { saveFile } from '../../kit/save-file.ts';
import { comparedTariffs } from '../prices/all-prices.ts';
import { decimalsFor, dollarOf, euroOf } from '../prices/euros.ts';
import { rate } from '../prices/prices.ts';
import { tariffName } from '../prices/tariff-name.ts';
import { receiptCsv } from '../receipt/csv.ts';
import { ReceiptPaper } from '../receipt/ReceiptPaper.tsx';
import { Remarks } from '../receipt/Remarks.tsx';
import { remarksOf } from '../receipt/reasons.ts';
import { printMonth } from '../receipt/receipts.ts';
import { createOwnLogs, LARGEST_BYTES, type OwnBill } from './own-logs-model.ts';
import { usageMessage } from './words.ts';

/** More would only be scrolled past; the number of the others is told. */
const PROBLEMS_SHOWN = 100;
/** A longer text is kept and read, but a text field of it would freeze the page. */
const SHOWN_CHARACTERS = 200_000;

const EXAMPLE = `START RequestId: 8f5a1c2e Version: $LATEST
REPORT RequestId: 8f5a1c2e	Duration: 1058.15 ms	Billed Duration: 2366 ms	Memory Size: 128 MB	Max Memory Used: 67 MB	Init Duration: 1307.68 ms
REPORT RequestId: 0b7d93aa	Duration: 12.41 ms	Billed Duration: 13 ms	Memory Size: 128 MB	Max Memory Used: 67 MB
`;

export function OwnLogs() {
  const id = useId();
  const model = useMemo(() => createOwnLogs(comparedTariffs), []);
  const file = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const state = model.state.value;
  const text = model.text.value;
  const isShown = text.length <= SHOWN_CHARACTERS;

  return (
    <div
      role="group"
      aria-label="Je eigen gebruik"
      class={isOver ? 'own-logs own-logs--over' : 'own-logs'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer?.files[0];
        if (dropped) void model.open(dropped);
      }}
    >
      <label for={`${id}text`}>Wat je cloud logt</label>
      <textarea
        id={`${id}text`}
        rows={10}
        spellcheck={false}
        autocomplete="off"
        placeholder="REPORT RequestId: …  Duration: 12.41 ms  Billed Duration: 13 ms  Memory Size: 128 MB …"
        value={isShown ? text : `${text.slice(0, SHOWN_CHARACTERS)}\n…`}
        readOnly={!isShown}
        onInput={(event) => {
          model.text.value = event.currentTarget.value;
        }}
        onPaste={(event) => {
          // A large text goes straight to the reader: a text field would lay out all of it first.
          const pasted = event.clipboardData?.getData('text') ?? '';
          if (pasted.length <= SHOWN_CHARACTERS) return;
          event.preventDefault();
          void model.open(new Blob([pasted]));
        }}
      />
      {!isShown && (
        <p>
          Dit is een lange tekst: hierboven staat alleen het begin. Alle {text.length.toLocaleString('nl')}{' '}
          tekens tellen mee.
        </p>
      )}
      <p class="own-logs__actions">
        <button
          type="button"
          class="primary"
          aria-busy={state.kind === 'busy'}
          onClick={() => void model.read()}
        >
          Reken uit
        </button>
        <input
          ref={file}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          accept=".txt,.log,.csv,.json,.jsonl,text/plain,text/csv,application/json"
          onChange={(event) => {
            const picked = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (picked) void model.open(picked);
          }}
        />
        <button type="button" class="quiet" onClick={() => file.current?.click()}>
          Kies een bestand
        </button>
        {text === '' ? (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              model.text.value = EXAMPLE;
              void model.read();
            }}
          >
            Toon een voorbeeld
          </button>
        ) : (
          <button type="button" class="quiet" onClick={() => model.clear()}>
            Maak leeg
          </button>
        )}
        {model.before.value !== null && (
          <button type="button" class="quiet" onClick={() => void model.undo()}>
            Ongedaan maken
          </button>
        )}
      </p>
      <div role="status">
        {state.kind === 'busy' && 'Even lezen en rekenen …'}
        {state.kind === 'ready' && inWords(state.reading)}
      </div>
      {state.kind === 'too-large' && (
        <p role="alert">
          Dit bestand is {bytesInWords(state.bytes)}. Meer dan {bytesInWords(LARGEST_BYTES)} leest deze pagina
          niet. Knip het in stukken, of gebruik <code>npm run -s bill</code>.
        </p>
      )}
      {state.kind === 'unreadable' && (
        <p role="alert">Dit bestand kan niet worden gelezen. Staat het er nog? Wat er stond, staat er nog.</p>
      )}
      {state.kind === 'ready' && <Problems reading={state.reading} />}
      {state.kind === 'ready' && state.reading.records.length > 0 && (
        <Bills bills={state.bills} reading={state.reading} />
      )}
    </div>
  );
}

const formats = {
  report: 'logs van AWS Lambda',
  csv: 'CSV met kolommen',
  json: 'JSON',
  'json-lines': 'JSON, een object per regel',
} as const;

function inWords({
  format,
  records,
  problems,
  skipped,
  billedOtherwise,
  restored,
  unknownColumns,
}: UsageReading): string {
  const calls = records.reduce((sum, { count: times = 1, reserved }) => sum + (reserved ? 0 : times), 0);
  const parts = [`Gelezen als ${formats[format]}: ${count(calls, 'aanroep', 'aanroepen')}.`];
  if (skipped > 0) parts.push(`${count(skipped, 'andere regel', 'andere regels')} overgeslagen.`);
  if (problems.length > 0) {
    parts.push(
      `${count(problems.length, 'regel kan', 'regels kunnen')} niet worden gelezen en ${problems.length === 1 ? 'telt' : 'tellen'} niet mee.`,
    );
  }
  if (unknownColumns.length > 0) parts.push(`Deze kolommen tellen niet mee: ${unknownColumns.join(', ')}.`);
  if (billedOtherwise > 0) {
    parts.push(
      `Bij ${count(billedOtherwise, 'regel', 'regels')} rekende AWS zelf een andere tijd. Zijn die van voor augustus 2025? Toen was opstarten meestal gratis.`,
    );
  }
  if (restored > 0) {
    parts.push(
      `${count(restored, 'start kwam', 'starts kwamen')} uit een snapshot (SnapStart). De prijs daarvan telt niet mee.`,
    );
  }
  return parts.join(' ');
}

function Problems({ reading }: { readonly reading: UsageReading }) {
  const { problems } = reading;
  if (problems.length === 0) return null;
  return (
    <details class="own-logs__problems" open={reading.records.length === 0}>
      <summary>{count(problems.length, 'regel', 'regels')} niet gelezen</summary>
      <ul>
        {problems.slice(0, PROBLEMS_SHOWN).map((problem, at) => (
          <li key={at}>
            Regel {problem.line.toLocaleString('nl')}: {usageMessage(problem)}
          </li>
        ))}
        {problems.length > PROBLEMS_SHOWN && (
          <li>en nog {(problems.length - PROBLEMS_SHOWN).toLocaleString('nl')} andere.</li>
        )}
      </ul>
    </details>
  );
}

interface Billed {
  readonly bills: readonly OwnBill[];
  readonly reading: UsageReading;
}

function Bills({ bills, reading }: Billed) {
  const name = useId();
  const [hasFreeTier, setFreeTier] = useState(false);
  // Lambda's own lines name their cloud; of others nobody knows whose they are.
  const [chosenId, choose] = useState('aws-lambda-x86-eu-central-1');
  const receiptOf = (bill: OwnBill) => (hasFreeTier ? bill.withFreeTier : bill.paid);
  const sorted = [...bills].sort((a, b) =>
    compareRatios(ratioOf(receiptOf(a).totalUsd, 'total'), ratioOf(receiptOf(b).totalUsd, 'total')),
  );
  const decimals = decimalsFor(bills.map((bill) => receiptOf(bill).totalUsd));
  const chosen = bills.find(({ tariff }) => tariff.id === chosenId) ?? sorted[0];
  if (chosen === undefined) return null;
  const receipt = receiptOf(chosen);
  const calls = reading.records.reduce(
    (sum, { count: times = 1, reserved }) => sum + (reserved ? 0 : times),
    0,
  );
  return (
    <div class="own-logs__bills">
      <div>
        <label class="month__free">
          <input
            type="checkbox"
            checked={hasFreeTier}
            onChange={(event) => setFreeTier(event.currentTarget.checked)}
          />
          Met gratis tegoed
        </label>
        <div class="lesson-receipt receipt-shadow" role="group" aria-label="Kassabon">
          <ReceiptPaper
            title="Eigen rekening"
            receipt={printMonth(receipt, chosen.tariff)}
            total={count(calls, 'aanroep', 'aanroepen')}
          />
        </div>
        <button
          type="button"
          class="quiet"
          onClick={() =>
            saveFile(
              `eigen-rekening-${chosen.tariff.id}.csv`,
              receiptCsv(chosen.tariff, receipt, rate),
              'text/csv;charset=utf-8',
            )
          }
        >
          Bewaar als CSV
        </button>
      </div>
      <div class="compare-tariffs" role="region" aria-label="Bij elk tarief" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Tarief</th>
              <th scope="col" class="number">
                Bedrag
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((bill) => {
              const { tariff } = bill;
              const { totalUsd, assumptions } = receiptOf(bill);
              const remarks = remarksOf(tariff, assumptions);
              return (
                <tr key={tariff.id} aria-current={tariff === chosen.tariff ? 'true' : undefined}>
                  <th scope="row">
                    <label>
                      <input
                        type="radio"
                        name={name}
                        checked={tariff === chosen.tariff}
                        onChange={() => choose(tariff.id)}
                      />{' '}
                      {tariffName(tariff)} <small>{tariff.region}</small>
                    </label>
                    <Remarks remarks={remarks} />
                  </th>
                  <td class="number">
                    <data value={totalUsd}>{euroOf(totalUsd, decimals)}</data>
                    <small>{dollarOf(totalUsd, decimals)}</small>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
