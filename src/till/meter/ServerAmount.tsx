/**
 * The always-on server's meter, like a taxi's: it runs every frame, used or not. The last digit is dim, since
 * nobody can read it. Under `prefers-reduced-motion` it moves once a second.
 */
import { useEffect, useRef } from 'preact/hooks';
import { serverUsd, tillEuro } from '../prices/server-price.ts';
import { visitMs } from '../visit/visit.ts';

export function ServerAmount({ className }: { readonly className?: string }) {
  const data = useRef<HTMLDataElement>(null);
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      const element = data.current;
      if (element) {
        const usd = serverUsd(visitMs());
        const text = tillEuro(usd);
        element.value = usd;
        element.replaceChildren(
          text.slice(0, -1),
          Object.assign(document.createElement('b'), { textContent: text.slice(-1) }),
        );
      }
      if (calm.matches) timer = setTimeout(show, 1_000);
      else frame = requestAnimationFrame(show);
    };
    show();
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return (
    <data ref={data} class={className} value={serverUsd(0)}>
      {tillEuro(serverUsd(0))}
    </data>
  );
}
