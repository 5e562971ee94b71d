/** Where each lesson stands on the map of the course, and how the lines run between them. In px of the drawing. */

export interface Stop {
  readonly slug: string;
  readonly number: number;
  /** Where its dot is. */
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  /** Of an SVG path. */
  readonly path: string;
}

export interface CourseMap {
  readonly width: number;
  readonly height: number;
  readonly stops: readonly Stop[];
  readonly lines: readonly Line[];
  /** Of the name of each row. */
  readonly rows: readonly { readonly title: string; readonly y: number }[];
}

interface Row {
  readonly title: string;
  readonly lessons: readonly {
    readonly slug: string;
    readonly number: number;
    readonly needs: readonly string[];
  }[];
}

export const MAP = { left: 200, step: 148, row: 118, top: 64, dot: 19, width: 960 } as const;

/** A part of the course is a row, in whose order its lessons stand. A line leaves a dot below or at its side, and comes in above or there. */
export function drawMap(rows: readonly Row[]): CourseMap {
  const stops = rows.flatMap(({ lessons }, row) =>
    lessons.map(
      ({ slug, number }, at): Stop => ({
        slug,
        number,
        // Each second row half a step to the right, so that few lines run over a dot.
        x: MAP.left + at * MAP.step + (row % 2) * (MAP.step / 3),
        y: MAP.top + row * MAP.row,
      }),
    ),
  );
  const bySlug = new Map(stops.map((stop) => [stop.slug, stop]));
  const lines = rows.flatMap(({ lessons }) =>
    lessons.flatMap(({ slug, needs }) =>
      needs.flatMap((need): Line[] => {
        const from = bySlug.get(need);
        const to = bySlug.get(slug);
        return from && to ? [{ from: need, to: slug, path: pathOf(from, to) }] : [];
      }),
    ),
  );
  return {
    width: MAP.width,
    height: MAP.top + (rows.length - 1) * MAP.row + 72,
    stops,
    lines,
    rows: rows.map(({ title }, row) => ({ title, y: MAP.top + row * MAP.row })),
  };
}

function pathOf(from: Stop, to: Stop): string {
  const { dot } = MAP;
  if (from.y === to.y) {
    // Next to each other a straight line; further, a bow over what stands between.
    const [start, end] = [from.x + dot, to.x - dot];
    if (to.x - from.x <= MAP.step) return `M${start} ${from.y}H${end}`;
    return `M${from.x} ${from.y - dot}C${from.x} ${from.y - 58} ${to.x} ${to.y - 58} ${to.x} ${to.y - dot}`;
  }
  const half = (to.y - from.y) / 2;
  return `M${from.x} ${from.y + dot}C${from.x} ${from.y + half} ${to.x} ${to.y - half} ${to.x} ${to.y - dot}`;
}
