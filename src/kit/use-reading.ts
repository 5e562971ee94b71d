/**
 * A reading that is taken again and again while it can be seen. Off the screen and in a hidden tab nothing runs: a timer
 * that only writes there costs as much as one that is looked at (measured).
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { beat } from './beat.ts';

/**
 * @param everyMs how long a reading stands, at least half of it
 * @param isOn whether there is something to read; null is returned until then, and where the page is built
 * @returns the reading, and a ref for the element that shows it
 */
export function useReading<T, E extends Element>(
  read: () => T,
  everyMs: number,
  isOn: boolean,
): readonly [T | null, RefObject<E>] {
  const element = useRef<E>(null);
  const [value, setValue] = useState<T | null>(null);
  // Before anything is drawn, so that no reading of before shows when it is switched on again.
  useLayoutEffect(() => {
    if (!isOn || element.current === null) return;
    let isSeen = false;
    const readings = beat(
      everyMs,
      () => setValue(() => read()),
      () => isSeen,
    );
    const observer = new IntersectionObserver((entries) => {
      isSeen = entries.at(-1)?.isIntersecting ?? false;
      readings.follow();
    });
    observer.observe(element.current);
    return () => {
      readings.stop();
      observer.disconnect();
      setValue(null);
    };
  }, [read, everyMs, isOn]);
  return [value, element];
}
