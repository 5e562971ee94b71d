/** The answer to an event: each attempt to deliver it, what its function came to, and what follows. */
import type { CodeFrame } from '../../contract/failure.ts';
import { count, decimal, span } from '../../kit/numbers.ts';
import type { Delivery } from '../entries/attempts.ts';
import { eventMessage } from '../failures/words.ts';
import type { Playground } from '../model/playground.ts';
import { Places } from './ErrorPlaces.tsx';

const SHOWN = 5;
const SHOWN_CHARACTERS = 2_000;

export function Deliveries({
  model,
  all,
}: {
  readonly model: Playground;
  readonly all: readonly Delivery[];
}) {
  const picked = model.picked.value;
  const newest = all.toReversed();
  const shown = newest.filter(({ invocationId }, at) => at < SHOWN || invocationId === picked);
  return (
    <ol class="deliveries">
      {shown.map((delivery, at) => (
        <One
          key={delivery.invocationId}
          delivery={delivery}
          clockStepMs={model.clockStepMs.value}
          isPicked={delivery.invocationId === picked}
          isNewest={at === 0}
          onShow={model.show}
          onPick={() => model.pick(delivery.invocationId)}
        />
      ))}
      {all.length > shown.length && (
        <li class="empty">En {count(all.length - shown.length, 'eerdere', 'eerdere')}: zie het logboek.</li>
      )}
    </ol>
  );
}

interface OneProps {
  readonly delivery: Delivery;
  readonly clockStepMs: number;
  readonly isPicked: boolean;
  readonly isNewest: boolean;
  readonly onShow: (place: CodeFrame) => void;
  readonly onPick: () => void;
}

function One({ delivery, clockStepMs, isPicked, isNewest, onShow, onPick }: OneProps) {
  const { functionName, attempt, ended, result, messageIds } = delivery;
  const isOk = result !== null && result.failure === null;
  return (
    <li class={isPicked ? 'delivery picked' : 'delivery'}>
      <p class="status">
        {ended === null ? (
          <span class="status__time">{functionName} werkt …</span>
        ) : (
          <>
            <span class={isOk ? 'status__code status__code--ok' : 'status__code status__code--bad'}>
              {isOk ? 'Gelukt' : 'Mislukt'}
            </span>
            <button type="button" class="delivery__name" aria-pressed={isPicked} onClick={onPick}>
              {functionName}
              {attempt > 1 && `, poging ${attempt}`}
              {messageIds.length > 1 && `, ${messageIds.length} berichten`}
            </button>
            <span class="status__time">{span(ended.durationMs, clockStepMs)}</span>
            {ended.isCold ? (
              <span class="start start--cold">koude start</span>
            ) : (
              <span class="start start--warm">warm</span>
            )}
          </>
        )}
      </p>
      {result?.failure && (
        <div {...(isNewest && { role: 'alert' })} class="failure" data-code={result.failure.code}>
          <p>{eventMessage(result.failure)}</p>
          {result.failure.error && <Places error={result.failure.error} onShow={onShow} />}
        </div>
      )}
      {result?.returned && result.returned !== 'null' && (
        <pre class="answer__body answer__body--small" tabIndex={0}>
          {pretty(result.returned)}
        </pre>
      )}
      <Next delivery={delivery} />
    </li>
  );
}

function Next({ delivery }: { readonly delivery: Delivery }) {
  const { returned, dead, ended, attempt } = delivery;
  if (dead > 0) {
    return (
      <p class="answer__note">{count(dead, 'bericht ging', 'berichten gingen')} naar Mislukte berichten.</p>
    );
  }
  if (returned === null || ended === null) return null;
  const waitMs = returned.atMs - ended.atMs;
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
