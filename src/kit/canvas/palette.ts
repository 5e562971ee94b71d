/** The colours and faces of the page, as a canvas can use them: a canvas knows no custom properties. */

const COLOURS = {
  card: '--card',
  sunk: '--card-sunk',
  line: '--line',
  ink: '--ink',
  soft: '--ink-soft',
  cold: '--cold',
  coldWash: '--cold-wash',
  warm: '--warm',
  idle: '--idle',
  bad: '--bad',
  badInk: '--bad-ink',
  brand: '--brand',
  mark: '--paper-mark',
  paper: '--paper',
  paperInk: '--paper-ink',
  picked: '--picked',
} as const;

export type Palette = Readonly<Record<keyof typeof COLOURS, string>> & {
  /** The card's colour, but not to be seen: where a fade begins. */
  readonly clear: string;
  /** Lists of families. */
  readonly text: string;
  readonly mono: string;
  /** Of amounts. */
  readonly figures: string;
};

/** Reads them where `place` is on the page: only an element's own `color` says what `light-dark()` comes to. */
export function paletteOf(place: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  place.append(probe);
  const style = getComputedStyle(probe);
  const read = ([name, property]: [string, string]) => {
    probe.style.color = `var(${property})`;
    return [name, style.color] as const;
  };
  const colours = Object.fromEntries(Object.entries(COLOURS).map(read)) as Record<
    keyof typeof COLOURS,
    string
  >;
  const text = style.fontFamily;
  probe.style.fontFamily = 'var(--font-mono)';
  const mono = style.fontFamily;
  probe.style.fontFamily = 'var(--font-figures)';
  const figures = style.fontFamily;
  probe.remove();
  const clear = colours.card.replace(/^rgb\((.*)\)$/, 'rgba($1, 0)');
  return { ...colours, clear, text, mono, figures };
}

/** What is drawn with on one canvas, until the page has other colours. */
export interface Look {
  readonly palette: Palette;
  /** Of a start. */
  readonly hatching: CanvasPattern | string;
}

export function lookOf(context: CanvasRenderingContext2D, place: HTMLElement): Look {
  const palette = paletteOf(place);
  return { palette, hatching: hatchingOf(context, palette) ?? palette.cold };
}

/** Slanted stripes, as in the legend. */
function hatchingOf(context: CanvasRenderingContext2D, { cold }: Palette): CanvasPattern | null {
  const size = 6;
  const tile = document.createElement('canvas');
  tile.width = tile.height = size * devicePixelRatio;
  const stripes = tile.getContext('2d');
  if (stripes === null) return null;
  stripes.scale(devicePixelRatio, devicePixelRatio);
  stripes.strokeStyle = cold;
  stripes.lineWidth = 2.2;
  stripes.beginPath();
  for (const shift of [-size, 0, size]) {
    stripes.moveTo(shift - 1, size + 1);
    stripes.lineTo(shift + size + 1, -1);
  }
  stripes.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / devicePixelRatio));
  return pattern;
}
