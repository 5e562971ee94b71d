/** A chart in a page: fetched when it is there, redrawn when the theme or the width changes. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChartData, ChartWords, Chart as Drawn } from './draw.ts';

interface Props {
  readonly data: ChartData;
  readonly words: ChartWords;
  /** What it shows, in a sentence: the figures themselves are in a table beside it. */
  readonly summary: string;
  readonly onPick: (x: number) => void;
  /** Where no script will draw it. */
  readonly picture?: ComponentChildren;
}

export function Chart({ data, words, summary, onPick, picture }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const latest = useRef({ data, onPick });
  latest.current = { data, onPick };
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let isGone = false;
    const redraw = () => drawn.current?.resize();
    let widthPx = 0;
    // The height follows from what is drawn. Drawn at once, it would be another size in the middle of the look at all sizes.
    const observed = new ResizeObserver(() => {
      if (element.clientWidth === widthPx) return;
      widthPx = element.clientWidth;
      requestAnimationFrame(redraw);
    });
    const themed = new MutationObserver(redraw);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    import('./draw.ts').then(
      ({ drawChart }) => {
        if (isGone) return;
        widthPx = element.clientWidth;
        drawn.current = drawChart(element, latest.current.data, words, (x) => latest.current.onPick(x));
        observed.observe(element);
        themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
        dark.addEventListener('change', redraw);
      },
      () => setFailed(true),
    );
    return () => {
      isGone = true;
      observed.disconnect();
      themed.disconnect();
      dark.removeEventListener('change', redraw);
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, []);

  useEffect(() => drawn.current?.update(data), [data]);

  return (
    <figure class="chart">
      <div ref={place} class="chart__canvas" aria-hidden="true">
        {picture}
      </div>
      <figcaption>{summary}</figcaption>
      {hasFailed && (
        <p role="alert">
          De grafiek kon niet worden opgehaald. De tabel hieronder zegt hetzelfde. Controleer je verbinding en
          laad de pagina opnieuw.
        </p>
      )}
    </figure>
  );
}
