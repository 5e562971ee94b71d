/** False while the page shows what was built, true from the first moment in the browser. */
import { useEffect, useState } from 'preact/hooks';

export function useOnClient(): boolean {
  const [isOnClient, setOnClient] = useState(false);
  useEffect(() => setOnClient(true), []);
  return isOnClient;
}
