/**
 * What is told of a host that a reader asks for: the notice before anything is loaded from elsewhere, the stages of starting, what
 * went wrong, what a school's network must allow, and how to try again.
 */
import { useId } from 'preact/hooks';
import type { HostChoice } from './choice.ts';
import { panels } from './panel-table.ts';
import type { Started, StartedWords } from './starter.ts';
import { HOME, hosts, type StartedKind } from './table.ts';

interface Props {
  readonly model: HostChoice;
  /** It can do nothing in the browser. */
  readonly needsNode: boolean;
}

interface RowProps extends Props {
  readonly kind: StartedKind;
}

/** As a view needs a row: whichever host it is, its codes are texts. */
const rowOf = (kind: StartedKind): { readonly label: string; readonly started: Started } => hosts[kind];
const wordsOf = (kind: StartedKind): StartedWords => panels[kind];

export function HostPanel({ model, needsNode }: Props) {
  const kind = model.wanted.value;
  const now = model.phase.value;
  if (kind === HOME) return null;
  const row = { model, needsNode, kind };
  if (now.kind === 'notice') return <BeforeStart {...row} />;
  if (now.kind === 'booting') return <Booting {...row} stage={now.stage} />;
  return now.kind === 'failed' ? <Failed {...row} code={now.code} said={now.said} /> : null;
}

function BeforeStart({ model, kind, needsNode }: RowProps) {
  const { label } = rowOf(kind);
  const { Notice } = wordsOf(kind);
  return (
    <div class="host__panel" role="group" aria-label={`Voordat ${label} start`}>
      <Notice />
      <p class="host__actions">
        <button type="button" class="primary" onClick={model.start}>
          Start {label}
        </button>
        <button type="button" class="quiet" onClick={() => model.choose(HOME)}>
          {needsNode ? 'Nu niet' : 'Blijf in de browser'}
        </button>
      </p>
    </div>
  );
}

interface BootingProps extends RowProps {
  readonly stage: string;
}

function Booting({ model, kind, needsNode, stage }: BootingProps) {
  const id = useId();
  const done = rowOf(kind).started.stages.indexOf(stage);
  return (
    <div class="host__panel">
      <p id={id} role="status">
        {wordsOf(kind).stageWords(stage)}
      </p>
      <progress aria-labelledby={id} max={rowOf(kind).started.stages.length} value={done + 0.5} />
      <p class="host__actions">
        {model.isAwaited.value ? (
          <span>Je code draait zodra Node er is.</span>
        ) : (
          !needsNode && <span>Ondertussen werkt de browser gewoon door.</span>
        )}
        <button type="button" class="quiet" onClick={model.stopWaiting}>
          Annuleer het starten
        </button>
      </p>
    </div>
  );
}

interface FailedProps extends RowProps {
  readonly code: string;
  /** In the words of who said it. */
  readonly said: string;
}

function Failed({ model, kind, needsNode, code, said }: FailedProps) {
  const { label, started } = rowOf(kind);
  const words = wordsOf(kind);
  const { happened, advice, needsReload, isNetwork } = words.problemWords(code);
  return (
    <div class="host__panel host__panel--bad">
      <div role="alert" data-code={code}>
        <p>
          <strong>{happened}</strong> Deze speeltuin staat weer op {hosts[HOME].label}, en je code staat er
          nog. {advice}
          {needsNode && ` ${started.without}`}
        </p>
      </div>
      {isNetwork && (
        <details>
          <summary>Zit je op een netwerk van een school of een bedrijf?</summary>
          <p>Vraag de beheerder om https-verkeer naar deze adressen toe te staan:</p>
          <ul>
            {words.addressesToAllow.map((address) => (
              <li key={address}>
                <code>{address}</code>
              </li>
            ))}
          </ul>
          <p>Ook een instelling die cookies van andere sites blokkeert, kan {label} tegenhouden.</p>
        </details>
      )}
      {said !== '' && said !== code && (
        <details>
          <summary>Wat {label} er zelf van zei</summary>
          <pre tabIndex={0} lang="en">
            {said}
          </pre>
        </details>
      )}
      <p class="host__actions">
        {needsReload ? (
          <button type="button" class="primary" onClick={() => location.reload()}>
            Laad de pagina opnieuw
          </button>
        ) : (
          <button type="button" class="primary" onClick={model.start}>
            Probeer opnieuw
          </button>
        )}
        <button type="button" class="quiet" onClick={() => model.choose(HOME)}>
          {needsNode ? 'Nu niet' : 'Blijf in de browser'}
        </button>
      </p>
    </div>
  );
}
