/**
 * `Uitvoeromgeving`: where the functions of this playground run. The choice, why one is off, and what is different there; what is
 * told of a host that is asked for is in `HostPanel.tsx`.
 */
import { useId } from 'preact/hooks';
import { useKeptFocus } from '../../kit/use-kept-focus.ts';
import { WhenSeen } from '../../kit/WhenSeen.tsx';
import type { HostChoice as Model } from './choice.ts';
import { closedWords, isClosedReason } from './closed.ts';
import type { Started } from './starter.ts';
import { HOME, type HostKind, hosts } from './table.ts';

const loadPanel = () => import('./HostPanel.tsx').then(({ HostPanel }) => HostPanel);

/** For a playground that needs nothing else. */
const WITH_HOME = 'In de browser werkt alles gewoon door.';

/** As the view needs a row: whichever host it is, its codes are texts. */
const rowOf = (kind: HostKind): { readonly label: string; readonly started: Started | null } => hosts[kind];

/** After the name of the host. */
function whyNot(kind: HostKind, reason: string, needsNode: boolean): string {
  if (isClosedReason(reason)) return closedWords[reason];
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
  const others = model
    .offered()
    .filter((kind) => kind !== HOME && !reasons.has(kind))
    .map((kind) => hosts[kind].label);
  return (
    <div ref={place} class="host">
      <div class="host__line">
        <span class="host__name" id={`${id}name`}>
          Uitvoeromgeving
        </span>
        <div class="host__choice" role="radiogroup" aria-labelledby={`${id}name`}>
          {model.offered().map((kind) => {
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
      {now.kind === 'waiting' && <p class="host__why">{label} start zodra je hier iets uitvoert.</p>}
      {(now.kind === 'notice' || now.kind === 'booting' || now.kind === 'failed') && (
        <WhenSeen
          load={loadPanel}
          props={{ model, needsNode }}
          name="De uitleg"
          // The reader asked for it, or waits for it, wherever the page stands.
          isForPrint
        />
      )}
    </div>
  );
}
