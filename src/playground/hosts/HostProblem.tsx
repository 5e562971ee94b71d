/** What happened to the host that was chosen, what a school's network must allow, and how to try again. */

import type { HostChoice } from './choice.ts';
import type { Started } from './starter.ts';
import { HOME, hosts } from './table.ts';

interface Props {
  readonly model: HostChoice;
  readonly label: string;
  readonly started: Started;
  readonly code: string;
  /** In the words of who said it. */
  readonly said: string;
  /** It can do nothing in the browser. */
  readonly needsNode: boolean;
}

export function HostProblem({ model, label, started, code, said, needsNode }: Props) {
  const { happened, advice, needsReload, isNetwork } = started.problemWords(code);
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
            {started.addressesToAllow.map((address) => (
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
