/**
 * A picture of a page at a reduced size, and how far two of them differ. What another version of the browser or another machine
 * draws otherwise, edges of letters above all, is less than a mean over a square of some pixels shows; what a reader sees
 * otherwise is more.
 */
import sharp from 'sharp';

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, row by row. */
  readonly pixels: Uint8Array;
}

/** A part of a picture, in its own pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Tolerance {
  /** Side of the squares that are compared, in pixels of the raster. */
  readonly side: number;
  /** By how much the mean of one colour in a square may differ, of 255. */
  readonly most: number;
}

/**
 * Measured: a page that is drawn half a pixel aside, or with softer edges of its letters, differs by 12 at most in a square of
 * this size. In squares of half this side it is as much as a word that is gone.
 */
export const STRICT: Tolerance = { side: 12, most: 13 };
/** For running text, of which a word may be another: such a square holds some lines. */
export const LOOSE: Tolerance = { side: 32, most: 14 };

/** How many CSS px become one pixel. */
export const REDUCED = 2;

export async function decode(image: Uint8Array, area?: Area): Promise<Raster> {
  const whole = sharp(image).removeAlpha().toColourspace('srgb');
  const part = area
    ? whole.extract({ left: area.x, top: area.y, width: area.width, height: area.height })
    : whole;
  const { data, info } = await part.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

/**
 * @param screenshot PNG of `width` by `height` CSS px, in any density of pixels
 * @param over what is painted grey, in pixels of the raster
 */
export async function reduce(
  screenshot: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  over: readonly Area[] = [],
): Promise<Raster> {
  const { data, info } = await sharp(screenshot)
    .resize(Math.floor(width / REDUCED), Math.floor(height / REDUCED), { fit: 'fill', kernel: 'linear' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const area of over) {
    const [left, right] = [Math.max(0, Math.floor(area.x)), Math.ceil(area.x + area.width)];
    const [top, bottom] = [Math.max(0, Math.floor(area.y)), Math.ceil(area.y + area.height)];
    for (let y = top; y < Math.min(bottom, info.height); y += 1)
      data.fill(128, 3 * (y * info.width + left), 3 * (y * info.width + Math.min(right, info.width)));
  }
  return { width: info.width, height: info.height, pixels: data };
}

/** Rasters from left to right in one picture, as it is kept: some kilobytes of WebP, in which nobody sees a loss. */
export async function sideBySide(rasters: readonly Raster[]): Promise<Buffer> {
  const width = rasters.reduce((sum, raster) => sum + raster.width, 0);
  const height = Math.max(...rasters.map((raster) => raster.height));
  const background = { r: 128, g: 128, b: 128 };
  const places = placesOf(rasters);
  return sharp({ create: { width, height, channels: 3, background } })
    .composite(
      rasters.map(({ pixels, ...raw }, at) => ({
        input: Buffer.from(pixels),
        raw: { ...raw, channels: 3 },
        left: places[at]?.x ?? 0,
        top: 0,
      })),
    )
    .webp({ quality: 60, effort: 4, smartSubsample: true })
    .toBuffer();
}

export function placesOf(sizes: readonly { width: number; height: number }[]): Area[] {
  let x = 0;
  return sizes.map(({ width, height }) => {
    const area = { x, y: 0, width, height };
    x += width;
    return area;
  });
}

/** A square in which two pictures differ. */
export interface Difference extends Area {
  /** Of 255. */
  readonly by: number;
}

/**
 * @param loose where running text stands
 * @throws RangeError when they are not of one size
 */
export function differences(kept: Raster, seen: Raster, loose: readonly Area[] = []): Difference[] {
  if (kept.width !== seen.width || kept.height !== seen.height)
    throw new RangeError(`${kept.width}×${kept.height} beside ${seen.width}×${seen.height}`);
  const isLoose = (one: Area) => loose.some((area) => overlap(area, one));
  return [
    ...squares(kept, seen, STRICT).filter((one) => !isLoose(one)),
    ...squares(kept, seen, LOOSE).filter(isLoose),
  ];
}

function overlap(one: Area, other: Area): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function squares(kept: Raster, seen: Raster, { side, most }: Tolerance): Difference[] {
  const found: Difference[] = [];
  for (let y = 0; y < kept.height; y += side) {
    for (let x = 0; x < kept.width; x += side) {
      const area = {
        x,
        y,
        width: Math.min(side, kept.width - x),
        height: Math.min(side, kept.height - y),
      };
      const [before, after] = [meanOf(kept, area), meanOf(seen, area)];
      const by = Math.max(...before.map((mean, at) => Math.abs(mean - (after[at] ?? 0))));
      if (by > most) found.push({ ...area, by });
    }
  }
  return found;
}

function meanOf({ width, pixels }: Raster, area: Area): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (let y = area.y; y < area.y + area.height; y += 1) {
    for (let x = area.x; x < area.x + area.width; x += 1) {
      const at = 3 * (y * width + x);
      sum[0] += pixels[at] ?? 0;
      sum[1] += pixels[at + 1] ?? 0;
      sum[2] += pixels[at + 2] ?? 0;
    }
  }
  const count = area.width * area.height;
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

/** What is seen, in grey, with each square that differs in red. */
export function marked(seen: Raster, found: readonly Difference[]): Promise<Buffer> {
  const pixels = Buffer.from(seen.pixels);
  for (let at = 0; at < pixels.length; at += 3) {
    const grey = ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3;
    const [x, y] = [(at / 3) % seen.width, Math.floor(at / 3 / seen.width)];
    const isIn = found.some((one) => overlap(one, { x, y, width: 1, height: 1 }));
    pixels[at] = isIn ? 255 : grey;
    pixels[at + 1] = pixels[at + 2] = isIn ? grey / 2 : grey;
  }
  return sharp(pixels, { raw: { width: seen.width, height: seen.height, channels: 3 } })
    .png()
    .toBuffer();
}
