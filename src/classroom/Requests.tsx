/** The browser's own list of this visit's requests: to whom, and which. */
import { useEffect, useState } from 'preact/hooks';
import { requestsOfVisit } from './requests-of-visit.ts';

export function Requests() {
  const [addresses, setAddresses] = useState<readonly string[]>([]);
  useEffect(() => {
    const show = () => setAddresses(requestsOfVisit());
    show();
    const watching = new PerformanceObserver(show);
    watching.observe({ type: 'resource' });
    return () => watching.disconnect();
  }, []);

  const hosts = new Map<string, number>();
  for (const address of addresses) {
    const { host } = new URL(address);
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
  }
  const others = [...hosts].filter(([host]) => host !== location.host);
  return (
    <div class="requests" role="group" aria-label="Verzoeken van dit bezoek">
      <p>
        {addresses.length} adressen gevraagd bij <strong>{location.host}</strong>
        {others.length === 0
          ? ', en bij niemand anders.'
          : `, en ook bij: ${others.map(([host, count]) => `${host} (${count})`).join(', ')}.`}
      </p>
      <details>
        <summary>Toon alle adressen</summary>
        <ol>
          {addresses.map((address) => (
            <li key={address}>
              <code>{address}</code>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
