/**
 * Numbers for what a lesson lists. Astro renders the parts of a page beside each other, so a step does not know its place:
 * it leaves a mark, and the `<Try>` around it fills in the number.
 */

/** Stands where the number of a step comes. */
export const NUMBER = '%stap%';

/** @returns the steps with their numbers, and how many there are */
export function numberSteps(html: string): { readonly html: string; readonly steps: number } {
  let steps = 0;
  const numbered = html.replaceAll(/<li class="step"|%stap%/g, (found) => {
    if (found === NUMBER) return String(steps);
    steps += 1;
    return found;
  });
  return { html: numbered, steps };
}

const counts = new WeakMap<object, number>();

/** @param page the same for all that stands in it @returns 1 for the first, then 2, … */
export function nextOf(page: object): number {
  const next = (counts.get(page) ?? 0) + 1;
  counts.set(page, next);
  return next;
}
