/**
 * A part of a page that is fetched when a reader comes to see it: what it weighs, a page that is only read needs not
 * carry. Until then there is a place for it, and when it can't be fetched a way to try again.
 */
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FetchFailed } from './FetchFailed.tsx';

interface Props<T extends object> {
  readonly load: () => Promise<ComponentType<T>>;
  readonly props: T;
  /** What will be there. */
  readonly name: string;
  /** Fetched at once, seen or not: a reader may print the page. */
  readonly isForPrint?: boolean;
}

export function WhenSeen<T extends object>({ load, props, name, isForPrint = false }: Props<T>) {
  const place = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState<{ readonly Part: ComponentType<T> } | null>(null);
  const [hasFailed, setFailed] = useState(false);

  function fetchPart(): void {
    setFailed(false);
    load().then(
      (Part) => setPart({ Part }),
      () => setFailed(true),
    );
  }

  useEffect(() => {
    const element = place.current;
    if (isForPrint) fetchPart();
    if (element === null || isForPrint) return;
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      fetchPart();
    });
    seen.observe(element);
    return () => seen.disconnect();
  }, []);

  if (part !== null) return <part.Part {...props} />;
  return (
    <div ref={place} class="when-seen">
      {hasFailed ? <FetchFailed what={name} retry={fetchPart} /> : <p>{name} wordt opgehaald …</p>}
    </div>
  );
}
