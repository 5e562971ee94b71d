/**
 * The path on its host under which the site lives, as everything here writes it: with a slash at both ends.
 *
 * @param base as Astro's configuration or `BASE_PATH` has it, with or without slashes
 */
export function withSlashes(base: string): string {
  return `/${base}/`.replace(/\/{2,}/g, '/');
}
