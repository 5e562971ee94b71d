/** `Probeer nu`: the checks on the solution and on the start code, and what has to change before the exercise can be given out. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { FetchFailed } from '../kit/FetchFailed.tsx';
import type { Maker } from './authoring-model.ts';
import type { Draft } from './new-draft.ts';
import { type Trial, tryOut } from './try-out.ts';

interface Props {
  readonly maker: Maker;
  readonly draft: Draft;
}

export function TrialPart({ maker, draft }: Props) {
  const trial = useSignal<Trial | null>(null);
  const running = useSignal<AbortController | null>(null);
  const hasFailed = useSignal(false);

  useEffect(() => () => running.peek()?.abort(), []);

  async function run(): Promise<void> {
    if (running.peek()) return;
    const mine = new AbortController();
    running.value = mine;
    trial.value = null;
    hasFailed.value = false;
    try {
      const { checkInBrowser } = await import('../exercises/run/in-browser.ts');
      const result = await tryOut(draft, checkInBrowser, mine.signal);
      trial.value = result;
      if (result.start.length > 0) {
        const tried = new Set(result.start.map(({ id }) => id));
        maker.changeChecks(draft.name, (check) =>
          tried.has(check.id) ? { ...check, passesAtStart: result.passesAtStart.has(check.id) } : check,
        );
      }
    } catch {
      hasFailed.value = true;
    } finally {
      running.value = null;
    }
  }

  const result = trial.value;
  const isRunning = running.value !== null;
  return (
    <>
      <p>
        De controles draaien op je oplossing en op je startcode, in de sandbox van je browser. Je oplossing
        moet voor alles slagen, en de startcode voor minstens één controle niet.
      </p>
      <p>
        <button type="button" class="primary" aria-disabled={isRunning} onClick={() => void run()}>
          Probeer nu
        </button>{' '}
        {isRunning && (
          <button type="button" class="quiet" onClick={() => running.value?.abort()}>
            Stop
          </button>
        )}
      </p>
      {hasFailed.value && <FetchFailed what="De controle" retry={() => void run()} />}
      <p role="status">{isRunning ? 'De controles draaien …' : result && verdictOf(result)}</p>
      {result && result.problems.length > 0 && (
        <ul class="maker__problems" aria-label="Wat nog moet">
          {result.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {result && result.solution.length > 0 && <Table trial={result} draft={draft} />}
      {result && result.notes.length > 0 && (
        <ul aria-label="Goed om te weten">
          {result.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function verdictOf({ problems }: Trial): string {
  if (problems.length === 0) return 'Klaar: de oefening kan naar je klas.';
  return problems.length === 1
    ? 'Er moet nog één ding anders.'
    : `Er moeten nog ${problems.length} dingen anders.`;
}

function Table({ trial, draft }: { readonly trial: Trial; readonly draft: Draft }) {
  return (
    <div class="table-frame" role="region" aria-label="Uitslag per controle" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Controle</th>
            <th scope="col">Oplossing</th>
            <th scope="col">Startcode</th>
            <th scope="col">Wat een student bij het begin ziet</th>
          </tr>
        </thead>
        <tbody>
          {trial.solution.map(({ id, isPassed }, at) => {
            const start = trial.start[at];
            return (
              <tr key={id}>
                <th scope="row">{draft.checks.find((check) => check.id === id)?.title}</th>
                <td>{isPassed ? '✓ goed' : '✗ fout'}</td>
                <td>{start?.isPassed ? '✓ al goed' : '✗ nog fout'}</td>
                <td>
                  {start?.problem
                    ? `Verwacht ${start.problem.expected}. Gekregen ${start.problem.received}.`
                    : 'niets: dit is al goed'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
