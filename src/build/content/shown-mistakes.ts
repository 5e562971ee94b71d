/** Whether the predictions are there that a guide says show a mistake. */
import type { Problem, Written } from './located.ts';

/** @param predictions of all lessons: what one lesson shows may be what students of another think */
export function shownProblems(guide: Written, predictions: readonly Written[]): Problem[] {
  const known = new Set(predictions.flatMap(({ data }) => keysOf(data)));
  const mistakes: unknown = Reflect.get(Object(guide.data), 'mistakes');
  return (Array.isArray(mistakes) ? mistakes : []).flatMap((mistake: unknown, at) => {
    const shown: unknown = Reflect.get(Object(mistake), 'shown');
    if (typeof shown !== 'string' || known.has(shown)) return [];
    const { file, lineOf } = guide;
    return [
      {
        file,
        line: lineOf(['mistakes', at, 'shown']),
        field: `mistakes[${at + 1}].shown`,
        text: `de voorspelling ${shown} bestaat niet`,
      },
    ];
  });
}

const keysOf = (data: unknown) => (typeof data === 'object' && data !== null ? Object.keys(data) : []);
