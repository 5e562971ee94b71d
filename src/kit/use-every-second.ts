/** A reading that is taken once a second in the browser; null where the page is built. */
import { useEffect, useState } from 'preact/hooks';

export function useEverySecond<T>(read: () => T): T | null {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => {
    const take = () => setValue(() => read());
    take();
    const timer = setInterval(take, 1_000);
    return () => clearInterval(timer);
  }, [read]);
  return value;
}
