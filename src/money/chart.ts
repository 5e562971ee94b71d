/**
 * Lines on two scales of powers, drawn by uPlot: a canvas, in the colours of the page as they are now. What it shows
 * is also in a table beside it; the canvas itself is hidden from a screen reader.
 */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface Line {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** `strong`: what the reader picked. `fixed`: costs the same whatever happens. `faint`: the others. */
  readonly kind: 'strong' | 'fixed' | 'faint' | 'second';
}

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface ChartData {
  readonly x: readonly number[];
  readonly lines: readonly Line[];
  readonly marks: readonly Mark[];
  /** Where the reader is now. */
  readonly at: number;
}

export interface ChartWords {
  readonly x: (value: number) => string;
  readonly y: (value: number) => string;
  readonly xLabel: string;
  readonly yLabel: string;
}

export interface Chart {
  update(data: ChartData): void;
  /** The theme or the width changed. */
  resize(): void;
  destroy(): void;
}

const HEIGHT_PX = 360;

function colours(element: HTMLElement) {
  const style = getComputedStyle(element);
  // Through a probe: `light-dark()` in a custom property is only resolved where it is used.
  const probe = document.createElement('span');
  element.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const read_ = {
    ink: read('--ink'),
    soft: read('--ink-soft'),
    rule: read('--line'),
    strong: read('--warm'),
    second: read('--cold'),
    fixed: read('--ink'),
    faint: read('--idle'),
    card: read('--card'),
    font: style.fontFamily,
  };
  probe.remove();
  return read_;
}

/** @param pick told where on the x axis a reader clicked */
export function drawChart(
  element: HTMLElement,
  first: ChartData,
  words: ChartWords,
  pick: (x: number) => void,
): Chart {
  let data = first;
  let plot = make();

  function make(): uPlot {
    const colour = colours(element);
    const font = `13px ${colour.font}`;
    const axis = {
      stroke: colour.soft,
      font,
      labelFont: font,
      grid: { stroke: colour.rule, width: 1, filter: onlyPowers },
      ticks: { stroke: colour.rule, width: 1, filter: onlyPowers },
    };
    const widths = { strong: 3, second: 3, fixed: 2.5, faint: 1 } as const;
    const made = new uPlot(
      {
        width: Math.max(260, element.clientWidth),
        height: HEIGHT_PX,
        legend: { show: false },
        cursor: { points: { show: false }, drag: { x: false, y: false } },
        scales: {
          x: { time: false, distr: 3 },
          y: { distr: 3, range: (_, low, high) => [Math.max(low, 0.001) / 1.5, high * 1.5] },
        },
        axes: [
          {
            ...axis,
            label: words.xLabel,
            values: (_, at) => at.map((value) => (isPower(value) ? words.x(value) : '')),
          },
          {
            ...axis,
            label: words.yLabel,
            size: 76,
            values: (_, at) => at.map((value) => (isPower(value) ? words.y(value) : '')),
          },
        ],
        series: [
          {},
          ...data.lines.map(({ label, kind }) => ({
            label,
            stroke: colour[kind],
            width: widths[kind],
            points: { show: false },
            ...(kind === 'fixed' && { dash: [8, 5] }),
          })),
        ],
        hooks: { draw: [(shown) => drawMarks(shown, data, colour)] },
      },
      toPlot(data),
      element,
    );
    made.over.addEventListener('click', (event) => {
      const x = made.posToVal(event.clientX - made.over.getBoundingClientRect().left, 'x');
      if (Number.isFinite(x)) pick(x);
    });
    return made;
  }

  const shapeOf = ({ lines }: ChartData) => lines.map(({ label, kind }) => `${label}/${kind}`).join('|');

  return {
    update(next) {
      const isSame = shapeOf(next) === shapeOf(data);
      data = next;
      if (isSame) plot.setData(toPlot(next));
      else remake();
    },
    resize: remake,
    destroy: () => plot.destroy(),
  };

  function remake(): void {
    plot.destroy();
    plot = make();
  }
}

function toPlot({ x, lines }: ChartData): uPlot.AlignedData {
  return [
    [...x],
    ...lines.map(({ values }) => values.map((value) => (value === null || value <= 0 ? null : value))),
  ];
}

/** Lines at powers of ten alone: the eight between them say nothing. */
function onlyPowers(_: uPlot, splits: number[]): (number | null)[] {
  return splits.map((value) => (isPower(value) ? value : null));
}

function isPower(value: number): boolean {
  return Number.isInteger(Math.round(Math.log10(value) * 1e6) / 1e6);
}

function drawMarks(plot: uPlot, { marks, at }: ChartData, colour: ReturnType<typeof colours>): void {
  const { ctx } = plot;
  const ratio = devicePixelRatio;
  ctx.save();
  const x = plot.valToPos(at, 'x', true);
  if (at > 0 && Number.isFinite(x)) {
    ctx.strokeStyle = colour.soft;
    ctx.lineWidth = ratio;
    ctx.setLineDash([3 * ratio, 3 * ratio]);
    ctx.beginPath();
    ctx.moveTo(x, plot.bbox.top);
    ctx.lineTo(x, plot.bbox.top + plot.bbox.height);
    ctx.stroke();
    ctx.setLineDash([]);
  }
  for (const mark of marks) {
    const [left, top] = [plot.valToPos(mark.x, 'x', true), plot.valToPos(mark.y, 'y', true)];
    ctx.fillStyle = colour.card;
    ctx.strokeStyle = colour.ink;
    ctx.lineWidth = 2.5 * ratio;
    ctx.beginPath();
    ctx.arc(left, top, 6 * ratio, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = colour.ink;
    ctx.font = `650 ${13 * ratio}px ${colour.font}`;
    const isRight = left > plot.bbox.left + plot.bbox.width / 2;
    ctx.textAlign = isRight ? 'right' : 'left';
    ctx.fillText(mark.text, left + (isRight ? -11 : 11) * ratio, top - 10 * ratio);
  }
  ctx.restore();
}
