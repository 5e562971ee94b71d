/**
 * A style sheet that comes with a part of a page, and not with the page.
 *
 * This folder is that; any room may import it, as all of kit. Begin here.
 */
import { useEffect, useState } from 'preact/hooks';

/** @returns true once it is there, or can't be had: then the part stands there plainly */
export function useSheet(href: string): boolean {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const known = document.querySelector(`link[href="${href}"]`);
    if (known !== null) {
      setReady(true);
      return;
    }
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = link.onerror = () => setReady(true);
    document.head.append(link);
  }, [href]);
  return isReady;
}
