/** What a server in the container shows: a frame on the address that the container gave it. */
import { useState } from 'preact/hooks';

interface Props {
  /** On which the lesson's program listens. */
  readonly port: number;
  /** On which the reader's does; null while nothing listens. */
  readonly server: { readonly port: number; readonly url: string } | null;
  readonly isRunning: boolean;
}

export function Preview({ port, server, isRunning }: Props) {
  const [reloads, setReloads] = useState(0);
  return (
    <div class="preview" role="group" aria-label="Voorbeeld">
      <div class="preview__bar">
        <p class="panel-title">Voorbeeld</p>
        <code class="preview__address">http://localhost:{server?.port ?? port}/</code>
        {server !== null && (
          <button type="button" class="quiet" onClick={() => setReloads(reloads + 1)}>
            Ververs
          </button>
        )}
      </div>
      {server === null ? (
        <p class="empty">
          {isRunning
            ? `Er luistert nog niemand op poort ${port} …`
            : `Druk op Start: dan staat hier wat de server laat zien.`}
        </p>
      ) : (
        <iframe
          key={reloads}
          class="preview__frame"
          title={`Voorbeeld van de server op poort ${server.port}`}
          src={server.url}
          // A page of the learner's own server, on an origin of its own.
          sandbox="allow-scripts allow-same-origin allow-forms"
          allow="cross-origin-isolated"
        />
      )}
    </div>
  );
}
