/** When a file of a release was changed, as its zip says. */
import { createHash } from 'node:crypto';

const FIRST_YEAR = 1996;
/** Until the end of 2010: no later than any computer's clock, and without a day that some zone left out. */
const DAYS = 15 * 365;
/** From six in the morning on: at night, in some zones, clocks skip an hour. */
const FIRST_HOUR = 6;
/** A zip counts by two seconds. */
const STEPS_A_DAY = (16 * 3_600) / 2;

/**
 * A moment that follows from the content alone, so that the same site gives the same bytes, and a file that changed has another one.
 * nginx, Apache and Caddy tell versions of a file apart by its size and its moment, and `unzip` keeps the moment of the zip: with one
 * moment for all, a service worker of the same size as the last one would never reach who has that.
 *
 * @returns local time: a zip has no time zone
 */
export function momentOf(content: Uint8Array): Date {
  const digest = createHash('sha256').update(content).digest();
  const day = digest.readUInt32BE(0) % DAYS;
  const step = digest.readUInt32BE(4) % STEPS_A_DAY;
  return new Date(FIRST_YEAR, 0, 1 + day, FIRST_HOUR, 0, 2 * step);
}
