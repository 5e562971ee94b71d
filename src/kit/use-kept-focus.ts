/**
 * Focus that would get lost: a button that goes away when it is pressed takes the focus along, and a reader with a
 * keyboard or a screen reader is back at the top of the page. Here it goes to what came in the button's place.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** @returns for the element within which focus stays */
export function useKeptFocus<Element extends HTMLElement>(): RefObject<Element> {
  const place = useRef<Element>(null);
  // Read before this rendering changes the page.
  const hadFocus = place.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const here = place.current;
    if (!hadFocus || here === null || here.contains(document.activeElement)) return;
    here.querySelector<HTMLElement>('button:enabled, input:checked')?.focus();
  });
  return place;
}
