/**
 * `Uitvoeromgeving`: where the functions of this playground run. The choice, the notice before anything is loaded
 * from elsewhere, the stages of booting, what is different there, and what went wrong.
 */
import { useId } from 'preact/hooks';
import { useKeptFocus } from '../../kit/use-kept-focus.ts';
import { WhenSeen } from '../../kit/WhenSeen.tsx';
import type { HostChoice as Model } from './choice.ts';
import { STRANGERS_CODE, strangersCodeWords } from './closed.ts';
import type { Started } from './starter.ts';
import { HOME, type HostKind, hosts, kinds, startedKinds } from './table.ts';

const loadProblem = () => import('./HostProblem.tsx').then(({ HostProblem }) => HostProblem);

/** For a playground that needs nothing else. */
const WITH_HOME = 'In de browser werkt alles gewoon door.';

/** As the view needs a row: whichever host it is, its codes are texts. */
const rowOf = (kind: HostKind): { readonly label: string; readonly started: Started | null } => hosts[kind];

/** After the name of the host. */
function whyNot(kind: HostKind, reason: string, needsNode: boolean): string {
  if (reason === STRANGERS_CODE) return strangersCodeWords;
  const { started } = rowOf(kind);
  const words = `kan hier niet: ${started?.obstacleWords(reason)}`;
  if (needsNode) return `${words} ${started?.without}`;
  return started?.needsNetwork(reason) ? `${words} ${WITH_HOME}` : words;
}

interface Props {
  readonly model: Model;
  readonly isReady: boolean;
  /** It can do nothing in the browser, so the choice is what a reader begins with. */
  readonly needsNode?: boolean;
}

export function HostChoice({ model, isReady, needsNode = false }: Props) {
  const id = useId();
  const { phase, chosen, wanted, obstacles } = model;
  const place = useKeptFocus<HTMLDivElement>();
  const now = phase.value;
  const { label, started } = rowOf(wanted.value);
  // Nothing can be said of the surroundings before the page is in a browser.
  const reasons: ReadonlyMap<HostKind, string> = isReady ? obstacles.value : new Map();
  const others = startedKinds.filter((kind) => !reasons.has(kind)).map((kind) => hosts[kind].label);
  return (
    <div ref={place} class="host">
      <div class="host__line">
        <span class="host__name" id={`${id}name`}>
          Uitvoeromgeving
        </span>
        <div class="host__choice" role="radiogroup" aria-labelledby={`${id}name`}>
          {kinds.map((kind) => {
            const isOff = kind !== HOME && (reasons.has(kind) || !isReady);
            return (
              <label key={kind} class={isOff ? 'host__option host__option--off' : 'host__option'}>
                <input
                  type="radio"
                  name={`${id}host`}
                  value={kind}
                  checked={chosen.value === kind}
                  disabled={isOff}
                  aria-describedby={reasons.has(kind) ? `${id}why${kind}` : undefined}
                  onChange={() => model.choose(kind)}
                />
                {hosts[kind].label}
              </label>
            );
          })}
        </div>
        {[...reasons].map(([kind, reason]) => (
          <p key={kind} id={`${id}why${kind}`} class="host__why">
            {hosts[kind].label} {whyNot(kind, reason, needsNode)}
          </p>
        ))}
        {needsNode && others.length > 0 && now.kind === 'home' && (
          <p class="host__why">Deze speeltuin heeft echte Node nodig. Kies {others.join(' of ')}.</p>
        )}
        {now.kind === 'ready' && started && <started.Differences ready={now} />}
      </div>
      {now.kind === 'notice' && started && (
        <div class="host__panel" role="group" aria-label={`Voordat ${label} start`}>
          <started.Notice />
          <p class="host__actions">
            <button type="button" class="primary" onClick={model.start}>
              Start {label}
            </button>
            <button type="button" class="quiet" onClick={() => model.choose(HOME)}>
              {needsNode ? 'Nu niet' : 'Blijf in de browser'}
            </button>
          </p>
        </div>
      )}
      {now.kind === 'booting' && started && (
        <Booting started={started} stage={now.stage} needsNode={needsNode} onStop={model.stopWaiting} />
      )}
      {now.kind === 'failed' && started && (
        <WhenSeen
          load={loadProblem}
          props={{ model, label, started, code: now.code, said: now.said, needsNode }}
          name="De melding"
          // The reader waits for it, wherever the page stands.
          isForPrint
        />
      )}
    </div>
  );
}

interface BootingProps {
  readonly started: Started;
  readonly stage: string;
  readonly needsNode: boolean;
  readonly onStop: () => void;
}

function Booting({ started, stage, needsNode, onStop }: BootingProps) {
  const id = useId();
  const done = started.stages.indexOf(stage);
  return (
    <div class="host__panel">
      <p id={id} role="status">
        {started.stageWords(stage)}
      </p>
      <progress aria-labelledby={id} max={started.stages.length} value={done + 0.5} />
      <p class="host__actions">
        {!needsNode && <span>Ondertussen werkt de browser gewoon door.</span>}
        <button type="button" class="quiet" onClick={onStop}>
          Stop met starten
        </button>
      </p>
    </div>
  );
}
