/**
 * A run that was recorded at the build, as it is printed: what set it off, the answer, the log and the receipt, in the words of a
 * playground. Rendered with the page and never brought to life; on a screen, and beside a run of the reader's own, it is not shown
 * (`styles/ground/print.css`).
 */
import type { Sample } from '../course/sample.ts';
import { count, decimal } from '../kit/numbers.ts';
import { labChoice } from '../till/prices/lab-choice.ts';
import { printPlayground } from '../till/receipt/receipts.ts';
import { emptyLedger } from './entries/ledger.ts';
import { readEntry } from './entries/read.ts';
import { FailedRun } from './failures/FailedRun.tsx';
import { eventMessage, message } from './failures/words.ts';
import { SalesBook } from './model/feed.ts';
import type { Beginning, RecordedAnswer, RecordedRun as Run } from './record-run.ts';
import { viewBody } from './results/body.ts';
import { LogWords } from './results/LogWords.tsx';
import { logTime } from './results/log-time.ts';
import { statusText } from './results/status-text.ts';

/** The rest would fill the paper, and teaches nothing that these do not. */
const MOST_ROWS = 24;
const MOST_CHARACTERS = 1_500;

interface Props {
  readonly sample: Sample;
  /** Null when the build could not run it. */
  readonly run: Run | null;
}

export function RecordedRun({ sample, run }: Props) {
  if (run === null) {
    return <p>Deze functie is bij het bouwen van de site niet uitgevoerd. {whyNot(sample)}</p>;
  }
  const ledger = emptyLedger();
  const sales = new SalesBook();
  for (const entry of run.entries) {
    readEntry(ledger, entry);
    if (entry.type === 'invocationEnded') sales.add(entry);
  }
  const { tracks, log } = ledger;
  const startMs = run.entries[0]?.atMs ?? 0;
  const rows = log.rows.slice(0, MOST_ROWS);
  const left = log.rows.length - rows.length + log.rowsLost;
  const only = sales.total === 1 ? (sales.last?.invocationId ?? null) : null;
  const receipt = printPlayground(sales, only, labChoice);
  return (
    <>
      <p class="panel-title">Opgenomen uitvoering</p>
      <p>
        Zelf heb je hier nog niets uitgevoerd. Dit is opgenomen toen de site werd gebouwd, met de code waarmee
        je begint. De tijden zijn dus die van een andere computer.
      </p>
      <p>
        <strong>{begunBy(run.beginning)}</strong>
      </p>
      {run.answer ? (
        <Answered answer={run.answer} sample={sample} />
      ) : (
        tracks.attempts.slice(0, 1).map(({ invocationId, functionName, result, durationMs, isCold }) => (
          <div key={invocationId}>
            <p class="status">
              <span class="status__code">{result?.failure ? 'Mislukt' : 'Gelukt'}</span>
              {functionName} <Took durationMs={durationMs ?? 0} isCold={isCold} />
            </p>
            {result?.failure && (
              <FailedRun failure={result.failure} words={eventMessage(result.failure)} code={sample.files} />
            )}
          </div>
        ))
      )}
      {rows.length > 0 && (
        <>
          <p class="panel-title">Logboek</p>
          <ol class="recorded__log">
            {rows.map((row) => (
              <li key={row.key}>
                {logTime(row.atMs - startMs)} <LogWords row={row} />
              </li>
            ))}
            {left > 0 && <li>En nog {count(left, 'regel', 'regels')}.</li>}
          </ol>
        </>
      )}
      <div class="receipt">
        <p class="receipt__head">
          Kassabon <span>{receipt.tariffName}</span>
        </p>
        <table>
          <tbody>
            {receipt.lines.map(({ key, what, euro }) => (
              <tr key={key}>
                <td>{what}</td>
                <td class="receipt__amount">{euro}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr class="receipt__total">
              <th scope="row">Samen</th>
              <td class="receipt__amount">
                {receipt.totalEuro}
                <small>{receipt.totalDollar}</small>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

function whyNot({ needsBrowser, needsNode }: Sample): string {
  if (needsBrowser) return 'Daar is een browser voor nodig.';
  if (needsNode) return 'Daar is WebContainer voor nodig.';
  return 'Daar is een bestand voor nodig dat je zelf kiest.';
}

function begunBy(beginning: Beginning): string {
  switch (beginning.kind) {
    case 'request':
      return `${beginning.method} ${beginning.path}`;
    case 'upload':
      return `Bestand: ${beginning.file}`;
    case 'message':
      return `Bericht: ${beginning.text}`;
    case 'timer':
      return `De timer: ${beginning.cron}`;
  }
}

function Took({ durationMs, isCold }: Pick<RecordedAnswer, 'durationMs' | 'isCold'>) {
  return (
    <span class="status__time">
      {decimal(durationMs, 1)} ms, {isCold ? 'koude start' : 'warm'}
    </span>
  );
}

function Answered({ answer, sample }: { readonly answer: RecordedAnswer; readonly sample: Sample }) {
  const { status, response, failure, durationMs, isCold } = answer;
  const view = response && viewBody({ ...response, body: new Uint8Array(response.body) });
  return (
    <>
      <p class="status">
        <span class="status__code">
          {status} <span lang="en">{response?.statusText || statusText(status)}</span>
        </span>
        <Took durationMs={durationMs} isCold={isCold} />
      </p>
      {failure && <FailedRun failure={failure} words={message(failure)} code={sample.files} />}
      {view?.kind === 'text' && <pre>{view.text.slice(0, MOST_CHARACTERS)}</pre>}
    </>
  );
}
