/** A canvas follows its place on the page: how large that is, whether anybody sees it, and the colours and faces around it. */

export interface Watcher {
  /** In px of the page, without what lies around it; told once to begin with. */
  readonly onSize: (size: { readonly width: number; readonly height: number }) => void;
  /** It scrolled into the window or out of it, or its tab came to the front or went. */
  readonly onSight: (isSeen: boolean) => void;
  /** The page has other colours, or a face came in with which nothing was drawn so far. */
  readonly onLook: () => void;
}

/** @returns ends it */
export function watchCanvas(box: HTMLElement, { onSize, onSight, onLook }: Watcher): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let isInWindow = false;
  const tellSight = () => onSight(isInWindow && !document.hidden);
  const sizes = new ResizeObserver(([entry]) => {
    const { width = 0, height = 0 } = entry?.contentRect ?? {};
    onSize({ width: Math.floor(width), height: Math.floor(height) });
  });
  const sight = new IntersectionObserver(([entry]) => {
    isInWindow = entry?.isIntersecting ?? false;
    tellSight();
  });
  const themes = new MutationObserver(onLook);
  sizes.observe(box);
  sight.observe(box);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  dark.addEventListener('change', onLook);
  document.addEventListener('visibilitychange', tellSight);
  document.fonts.addEventListener('loadingdone', onLook);
  return () => {
    sizes.disconnect();
    sight.disconnect();
    themes.disconnect();
    dark.removeEventListener('change', onLook);
    document.removeEventListener('visibilitychange', tellSight);
    document.fonts.removeEventListener('loadingdone', onLook);
  };
}
