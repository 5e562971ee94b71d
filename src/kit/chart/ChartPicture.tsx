/**
 * A chart where no script runs: the same lines on the same scales as `draw.ts` draws, as shapes that get as wide as their place
 * is. It is rendered where the site is built alone.
 */
import type { ChartData, ChartWords } from './draw.ts';

/** The sides of the shapes' own measure, finer than a screen has points. */
const SIDE = 1_000;
/** What `draw.ts` leaves free above and below the lines, on a scale of powers. */
const ROOM = 1.5;
const LEAST = 0.001;

type Scale = (value: number) => number;

/** @returns where a value stands between the two, from 0 to 1 */
function scaleOf(low: number, high: number): Scale {
  return (value) => Math.log(value / low) / Math.log(high / low);
}

/** Powers of ten between the two. */
function powers(low: number, high: number): number[] {
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => 10 ** (first + at));
}

export function ChartPicture({ data, words }: { readonly data: ChartData; readonly words: ChartWords }) {
  const amounts = data.lines.flatMap(({ values }) =>
    values.map((value) => value ?? 0).filter((value) => value > 0),
  );
  const [low, high] = [Math.max(Math.min(...amounts), LEAST) / ROOM, Math.max(...amounts) * ROOM];
  const [from = 1, to = 10] = [data.x[0], data.x.at(-1)];
  const [x, y] = [scaleOf(from, to), scaleOf(low, high)];
  const point = (day: number, amount: number) =>
    `${Math.round(x(day) * SIDE)} ${Math.round((1 - y(amount)) * SIDE)}`;
  const pathOf = (values: readonly (number | null)[]) => {
    const points = data.x.flatMap((day, at) => {
      const value = values[at] ?? 0;
      return value > 0 ? [point(day, value)] : [];
    });
    // A line that costs the same everywhere needs no more than its ends.
    const isFlat = new Set(values).size === 1;
    return `M${(isFlat ? [points[0], points.at(-1)] : points).join('L')}`;
  };
  const [across, up] = [powers(from, to), powers(low, high)];
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <div class="chart__picture">
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none" aria-hidden="true">
        {across.map((value) => (
          <path key={value} class="chart__grid" d={`M${Math.round(x(value) * SIDE)} 0V${SIDE}`} />
        ))}
        {up.map((value) => (
          <path key={value} class="chart__grid" d={`M0 ${Math.round((1 - y(value)) * SIDE)}H${SIDE}`} />
        ))}
        {data.lines.map(({ label, kind, values }) => (
          <path key={label} class={`chart__line--${kind}`} d={pathOf(values)} />
        ))}
        <path class="chart__at" d={`M${Math.round(x(data.at) * SIDE)} 0V${SIDE}`} />
      </svg>
      {data.marks.map((mark) => (
        <i
          key={mark.x}
          class={mark.text === undefined ? 'chart__mark' : 'chart__mark chart__mark--picked'}
          style={{ insetInlineStart: percent(x(mark.x)), insetBlockStart: percent(1 - y(mark.y)) }}
        />
      ))}
      <b class="chart__x-label">{words.xLabel}</b>
      <b class="chart__y-label">{words.yLabel}</b>
      {across.map((value) => (
        <span key={value} class="chart__x" style={{ insetInlineStart: percent(x(value)) }}>
          {words.x(value)}
        </span>
      ))}
      {up.map((value) => (
        <span key={value} class="chart__y" style={{ insetBlockStart: percent(1 - y(value)) }}>
          {words.y(value)}
        </span>
      ))}
    </div>
  );
}
