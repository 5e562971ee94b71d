/**
 * `Uitvoeromgeving`: where the functions of this playground run. The choice, the notice before anything is loaded
 * from elsewhere, the stages of booting, what is different there, and what went wrong.
 */
import { useId } from 'preact/hooks';
import { type BootStage, stages } from '../../host/webcontainer/stages.ts';
import { isProbablyIpad } from '../../host/webcontainer/support.ts';
import { useKeptFocus } from '../../kit/use-kept-focus.ts';
import type { HostKind, HostChoice as Model } from './choice.ts';
import { Differences } from './Differences.tsx';
import { HostProblem } from './HostProblem.tsx';
import { obstacles, stageWords, withBrowser, withoutNode } from './words.ts';

const kinds: readonly { kind: HostKind; label: string }[] = [
  { kind: 'browser', label: 'Browser' },
  { kind: 'webcontainer', label: 'WebContainer' },
];

interface Props {
  readonly model: Model;
  readonly isReady: boolean;
  /** It can do nothing in the browser, so the choice is what a reader begins with. */
  readonly needsNode?: boolean;
}

export function HostChoice({ model, isReady, needsNode = false }: Props) {
  const id = useId();
  const { phase, chosen, obstacle } = model;
  const place = useKeptFocus<HTMLDivElement>();
  const now = phase.value;
  // Nothing can be said of the surroundings before the page is in a browser.
  const reason = isReady ? obstacle.value : null;
  return (
    <div ref={place} class="host">
      <div class="host__line">
        <span class="host__name" id={`${id}name`}>
          Uitvoeromgeving
        </span>
        <div class="host__choice" role="radiogroup" aria-labelledby={`${id}name`}>
          {kinds.map(({ kind, label }) => {
            const isOff = kind === 'webcontainer' && (reason !== null || !isReady);
            return (
              <label key={kind} class={isOff ? 'host__option host__option--off' : 'host__option'}>
                <input
                  type="radio"
                  name={`${id}host`}
                  value={kind}
                  checked={chosen.value === kind}
                  disabled={isOff}
                  aria-describedby={isOff && reason !== null ? `${id}why` : undefined}
                  onChange={() => model.choose(kind)}
                />
                {label}
              </label>
            );
          })}
        </div>
        {reason !== null && (
          <p id={`${id}why`} class="host__why">
            WebContainer kan hier niet: {obstacles[reason]}
            {needsNode ? ` ${withoutNode}` : reason === 'OFFLINE' && ` ${withBrowser}`}
          </p>
        )}
        {needsNode && reason === null && now.kind === 'browser' && (
          <p class="host__why">Deze speeltuin heeft echte Node nodig. Kies WebContainer.</p>
        )}
        {now.kind === 'ready' && <Differences nodeVersion={now.container.link.nodeVersion} />}
      </div>
      {now.kind === 'notice' && <Notice model={model} needsNode={needsNode} />}
      {now.kind === 'booting' && (
        <Booting stage={now.stage} needsNode={needsNode} onStop={model.stopWaiting} />
      )}
      {now.kind === 'failed' && (
        <HostProblem model={model} code={now.code} said={now.said} needsNode={needsNode} />
      )}
    </div>
  );
}

function Notice({ model, needsNode }: { readonly model: Model; readonly needsNode: boolean }) {
  return (
    <div class="host__panel" role="group" aria-label="Voordat WebContainer start">
      <p>
        <strong>WebContainer is echte Node, in je eigen browser.</strong> De code ervoor komt van{' '}
        <strong>stackblitz.com</strong>. Het bedrijf daarachter ziet dan het adres van je verbinding en van
        deze site, maar niet je code: die blijft in je browser. Haal je pakketten op, dan ziet het ook welke.
        Je functies kunnen daar wel het internet op.
      </p>
      {isProbablyIpad() && (
        <p>
          Op een iPad is er misschien te weinig geheugen. Loopt dit tabblad vast, laad het dan opnieuw en
          blijf in de browser. Je code is bewaard.
        </p>
      )}
      <p class="host__actions">
        <button type="button" class="primary" onClick={model.start}>
          Start WebContainer
        </button>
        <button type="button" class="quiet" onClick={() => model.choose('browser')}>
          {needsNode ? 'Nu niet' : 'Blijf in de browser'}
        </button>
      </p>
    </div>
  );
}

interface BootingProps {
  readonly stage: BootStage;
  readonly needsNode: boolean;
  readonly onStop: () => void;
}

function Booting({ stage, needsNode, onStop }: BootingProps) {
  const id = useId();
  const done = stages.indexOf(stage);
  return (
    <div class="host__panel">
      <p id={id} role="status">
        {stageWords[stage]}
      </p>
      <progress aria-labelledby={id} max={stages.length} value={done + 0.5} />
      <p class="host__actions">
        {!needsNode && <span>Ondertussen werkt de browser gewoon door.</span>}
        <button type="button" class="quiet" onClick={onStop}>
          Stop met starten
        </button>
      </p>
    </div>
  );
}
