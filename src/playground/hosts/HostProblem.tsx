/** What happened to the container, what a school's network must allow, and how to try again. */

import type { HostChoice } from './choice.ts';
import type { ContainerProblem } from './containers.ts';
import { addressesToAllow, problems, withoutNode } from './words.ts';

interface Props {
  readonly model: HostChoice;
  readonly code: ContainerProblem;
  /** In the words of who said it. */
  readonly said: string;
  /** It can do nothing in the browser. */
  readonly needsNode: boolean;
}

export function HostProblem({ model, code, said, needsNode }: Props) {
  const { happened, advice, needsReload, isNetwork } = problems[code];
  return (
    <div class="host__panel host__panel--bad">
      <div role="alert" data-code={code}>
        <p>
          <strong>{happened}</strong> Deze speeltuin staat weer op Browser, en je code staat er nog. {advice}
          {needsNode && ` ${withoutNode}`}
        </p>
      </div>
      {isNetwork && (
        <details>
          <summary>Zit je op een netwerk van een school of een bedrijf?</summary>
          <p>Vraag de beheerder om https-verkeer naar deze adressen toe te staan:</p>
          <ul>
            {addressesToAllow.map((address) => (
              <li key={address}>
                <code>{address}</code>
              </li>
            ))}
          </ul>
          <p>Ook een instelling die cookies van andere sites blokkeert, kan WebContainer tegenhouden.</p>
        </details>
      )}
      {said !== '' && said !== code && (
        <details>
          <summary>Wat WebContainer er zelf van zei</summary>
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
        <button type="button" class="quiet" onClick={() => model.choose('browser')}>
          {needsNode ? 'Nu niet' : 'Blijf in de browser'}
        </button>
      </p>
    </div>
  );
}
