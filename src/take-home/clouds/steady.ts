/**
 * Text without what is another at each run: moments, ids that are drawn, and how long something took. As text in a project's own
 * test as well, which must read an answer in the same way.
 */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/g, '<moment>'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>'],
  [/\b[0-9a-f]{32}\b/gi, '<id>'],
  [/\b\d{1,2}:\d\d:\d\d\b/g, '<tijd>'],
  [/\b\d+(?:[.,]\d+)? ?ms\b/g, '<duur>'],
];

export function steady(text: string): string {
  return REPLACED.reduce((steadied, [pattern, word]) => steadied.replace(pattern, word), text);
}

/** A definition of `steady`, for a program in JavaScript. */
export const steadySource = `const steady = (text) =>
  text
${REPLACED.map(([pattern, word]) => `    .replace(${pattern}, '${word}')`).join('\n')};
`;
