/** The moment that it is, told again every minute. */
import { useEffect, useState } from 'preact/hooks';

const MINUTE_MS = 60_000;

export function useMinutes(): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
