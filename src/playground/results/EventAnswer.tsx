/** The answer to an event: each attempt to deliver it, what its function came to, and what follows. */
import type { SourceFile } from '../../contract/data.ts';
import type { CodeFrame } from '../../contract/failure.ts';
import { count, decimal, span } from '../../kit/numbers.ts';
import { outcomeOf } from '../entries/attempts.ts';
import type { Invocation } from '../entries/invocation.ts';
import type { Tracks } from '../entries/ledger.ts';
import { codeOf, FailedRun } from '../failures/FailedRun.tsx';
import { ReportFailure } from '../failures/ReportFailure.tsx';
import { eventMessage } from '../failures/words.ts';
import type { Playground } from '../model/playground.ts';

const SHOWN = 5;
const SHOWN_CHARACTERS = 2_000;

export function EventAnswer({ model }: { readonly model: Playground }) {
  // Read here and not handed in: tracks are written in place, and a component that reads a signal is only drawn anew when
  // a prop is another one or a signal that it reads has changed.
  const { tracks } = model.ledger.value.current;
  const picked = model.picked.value;
  const newest = tracks.attempts.toReversed();
  const shown = newest.filter(({ invocationId }, at) => at < SHOWN || invocationId === picked);
  const failure = newest.find(({ result }) => result?.failure)?.result?.failure;
  return (
    <>
      <ol class="deliveries">
        {shown.map((attempt, at) => (
          <One
            key={attempt.invocationId}
            invocation={attempt}
            tracks={tracks}
            clockStepMs={model.clockStepMs.value}
            isPicked={attempt.invocationId === picked}
            isNewest={at === 0}
            code={codeOf(model)}
            onShow={model.show}
            onPick={() => model.pick(attempt.invocationId)}
          />
        ))}
        {newest.length > shown.length && (
          <li class="empty">
            En {count(newest.length - shown.length, 'eerdere', 'eerdere')}: zie het logboek.
          </li>
        )}
      </ol>
      {failure && <ReportFailure model={model} code={failure.code} words={eventMessage(failure)} />}
    </>
  );
}

interface OneProps {
  readonly invocation: Invocation;
  readonly tracks: Tracks;
  readonly clockStepMs: number;
  readonly isPicked: boolean;
  readonly isNewest: boolean;
  readonly code: readonly SourceFile[];
  readonly onShow: (place: CodeFrame) => void;
  readonly onPick: () => void;
}

function One({ invocation, tracks, clockStepMs, isPicked, isNewest, code, onShow, onPick }: OneProps) {
  const { functionName, attempt, durationMs, isCold, result, messages } = invocation;
  const isOk = result !== null && result.failure === null;
  return (
    <li class={isPicked ? 'delivery picked' : 'delivery'}>
      <p class="status">
        {durationMs === null ? (
          <span class="status__time">{functionName} werkt …</span>
        ) : (
          <>
            <span class={isOk ? 'status__code status__code--ok' : 'status__code status__code--bad'}>
              {isOk ? 'Gelukt' : 'Mislukt'}
            </span>
            <button type="button" class="delivery__name" aria-pressed={isPicked} onClick={onPick}>
              {functionName}
              {attempt > 1 && `, poging ${attempt}`}
              {messages.length > 1 && `, ${messages.length} berichten`}
            </button>
            <span class="status__time">{span(durationMs, clockStepMs)}</span>
            {isCold ? (
              <span class="start start--cold">koude start</span>
            ) : (
              <span class="start start--warm">warm</span>
            )}
          </>
        )}
      </p>
      {result?.failure && (
        <div {...(isNewest && { role: 'alert' })} class="failure" data-code={result.failure.code}>
          <FailedRun
            failure={result.failure}
            words={eventMessage(result.failure)}
            code={code}
            onShow={onShow}
          />
        </div>
      )}
      {result?.returned && result.returned !== 'null' && (
        <pre class="answer__body answer__body--small" tabIndex={0}>
          {pretty(result.returned)}
        </pre>
      )}
      <Next invocation={invocation} tracks={tracks} />
    </li>
  );
}

function Next({ invocation, tracks }: Pick<OneProps, 'invocation' | 'tracks'>) {
  const { endedAtMs, attempt } = invocation;
  const { returned, dead } = outcomeOf(tracks, invocation);
  if (dead > 0) {
    return (
      <p class="answer__note">{count(dead, 'bericht ging', 'berichten gingen')} naar Mislukte berichten.</p>
    );
  }
  if (returned === null || endedAtMs === null) return null;
  const waitMs = returned.atMs - endedAtMs;
  if (waitMs <= 0) return null;
  return (
    <p class="answer__note">
      {count(returned.messages, 'bericht komt', 'berichten komen')} terug: poging {attempt + 1} volgt{' '}
      {decimal(waitMs / 1_000, 0)} s later.
    </p>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2).slice(0, SHOWN_CHARACTERS);
  } catch {
    return json.slice(0, SHOWN_CHARACTERS);
  }
}
