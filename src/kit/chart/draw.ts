/**
 * Lines on two scales of powers, drawn by uPlot: a canvas, in the colours of the page as they are now. What it shows
 * is also in a table beside it; the canvas itself is hidden from a screen reader.
 */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface Line {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** `strong`: what the reader picked. `fixed`: costs the same whatever happens. The faint ones: those not picked. */
  readonly kind: 'strong' | 'fixed' | 'faint' | 'faint-fixed';
}

export interface Mark {
  readonly x: number;
  readonly y: number;
  /** Absent: a small mark, for what was not picked. */
  readonly text?: string;
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
/** Up to this width there is no room for all words of the axis beside each other. */
const NARROW_PX = 480;

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
    fixed: read('--ink'),
    faint: read('--idle'),
    'faint-fixed': read('--idle'),
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
    };
    const isNarrow = element.clientWidth < NARROW_PX;
    const widths = { strong: 3, fixed: 2.5, faint: 1, 'faint-fixed': 1 } as const;
    const made = new uPlot(
      {
        width: Math.max(260, element.clientWidth),
        height: HEIGHT_PX,
        // The last label stands at the edge, and needs room beyond it.
        padding: [12, 34, 0, 0],
        // Whole pixels would make a straight line wobble.
        pxAlign: 0,
        legend: { show: false },
        cursor: { points: { show: false }, drag: { x: false, y: false } },
        scales: {
          x: { time: false, distr: 3 },
          y: { distr: 3, range: (_, low, high) => [Math.max(low, 0.001) / 1.5, high * 1.5] },
        },
        axes: [
          {
            ...axis,
            ...linesOf('x', colour.rule),
            label: words.xLabel,
            values: (shown, at) => at.map((value) => (isLabelled(shown, 'x', value) ? words.x(value) : '')),
            // By itself uPlot leaves out each second label that finds no room.
            ...(isNarrow && inTwoRows(words)),
          },
          {
            ...axis,
            ...linesOf('y', colour.rule),
            label: words.yLabel,
            size: 76,
            values: (shown, at) => at.map((value) => (isLabelled(shown, 'y', value) ? words.y(value) : '')),
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
            ...(kind === 'faint-fixed' && { dash: [2, 4] }),
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

/** All labels, by turns on the first and the second line. */
function inTwoRows(words: ChartWords) {
  return {
    size: 66,
    filter: onlyLabelled('x'),
    values: (plot: uPlot, at: number[]) => {
      const labelled = at.filter((value) => isLabelled(plot, 'x', value));
      return at.map((value) => {
        const place = labelled.indexOf(value);
        if (place < 0) return '';
        return `${place % 2 === 0 ? '' : '\n'}${words.x(value)}`;
      });
    },
  };
}

function linesOf(scale: 'x' | 'y', stroke: string) {
  const lines = { stroke, width: 1, filter: onlyLabelled(scale) };
  return { grid: lines, ticks: lines };
}

function toPlot({ x, lines }: ChartData): uPlot.AlignedData {
  return [
    [...x],
    ...lines.map(({ values }) => values.map((value) => (value === null || value <= 0 ? null : value))),
  ];
}

/** Lines where there are labels: the others say nothing. */
function onlyLabelled(scale: 'x' | 'y') {
  return (plot: uPlot, splits: number[]): (number | null)[] =>
    splits.map((value) => (isLabelled(plot, scale, value) ? value : null));
}

/** Powers of ten; on a short scale 2 and 5 of each as well. */
function isLabelled(plot: uPlot, scale: 'x' | 'y', value: number | null): boolean {
  // What its filter took out comes back as null.
  if (value === null) return false;
  const { min = 1, max = 1 } = plot.scales[scale] ?? {};
  const isShort = (max ?? 1) / (min ?? 1) < 300;
  const first = Number(value.toExponential(6).charAt(0));
  const isRound = Math.abs(value / 10 ** Math.floor(Math.log10(value) + 1e-9) - first) < 1e-6;
  return isRound && (isShort ? [1, 2, 5].includes(first) : first === 1);
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
    ctx.lineWidth = (mark.text === undefined ? 1.25 : 2.5) * ratio;
    ctx.beginPath();
    ctx.arc(left, top, (mark.text === undefined ? 3 : 6) * ratio, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
    if (mark.text === undefined) continue;
    ctx.fillStyle = colour.ink;
    ctx.font = `650 ${13 * ratio}px ${colour.font}`;
    const isRight = left > plot.bbox.left + plot.bbox.width / 2;
    ctx.textAlign = isRight ? 'right' : 'left';
    // All of it above the marks, which lie on one line, and readable over whatever line it crosses.
    ctx.textBaseline = 'bottom';
    ctx.strokeStyle = colour.card;
    ctx.lineWidth = 4 * ratio;
    ctx.lineJoin = 'round';
    const place = [left + (isRight ? -11 : 11) * ratio, top - 9 * ratio] as const;
    ctx.strokeText(mark.text, ...place);
    ctx.fillText(mark.text, ...place);
  }
  ctx.restore();
}
