/**
 * A part of a page that is fetched when a reader comes to see it: what it weighs, a page that is only read needs not
 * carry. Until then there is a place for it, and when it can't be fetched a way to try again.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FetchFailed } from './FetchFailed.tsx';

/**
 * What a reader has passed counts as seen: a phone that reloads a page brings one back to where one was, and without this part
 * the page is so short that it is above the window then.
 */
const PASSED = '1000000px 0px 0px';

interface Props<T extends object> {
  readonly load: () => Promise<ComponentType<T>>;
  readonly props: T;
  /** What will be there. */
  readonly name: string;
  /** Fetched at once, seen or not: a reader may print the page. */
  readonly isForPrint?: boolean;
  /** Something else in the page asks for it before it is seen. */
  readonly isWanted?: ReadonlySignal<boolean>;
  /** Stands in its place until then; without it the reader is told what is coming. */
  readonly children?: ComponentChildren;
}

export function WhenSeen<T extends object>({
  load,
  props,
  name,
  isForPrint = false,
  isWanted,
  children,
}: Props<T>) {
  const isAskedFor = isForPrint || isWanted?.value === true;
  const place = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState<{ readonly Part: ComponentType<T> } | null>(null);
  const [hasFailed, setFailed] = useState(false);

  function fetchPart(): void {
    setFailed(false);
    load().then(
      // One that was seen and asked for is fetched twice: with the first a reader, or a step, may have done something.
      (Part) => setPart((there) => there ?? { Part }),
      () => setFailed(true),
    );
  }

  useEffect(() => {
    const element = place.current;
    // What is there already has what its reader did to it.
    if (part !== null) return;
    if (isAskedFor) fetchPart();
    if (element === null || isAskedFor) return;
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        seen.disconnect();
        fetchPart();
      },
      { rootMargin: PASSED },
    );
    seen.observe(element);
    return () => seen.disconnect();
  }, [isAskedFor]);

  if (part !== null) return <part.Part {...props} />;
  const hasStandIn = children !== undefined;
  return (
    <div ref={place} class={hasStandIn ? '' : 'when-seen'}>
      {hasFailed && <FetchFailed what={name} retry={fetchPart} />}
      {hasStandIn ? children : !hasFailed && <p>{name} wordt opgehaald …</p>}
    </div>
  );
}
