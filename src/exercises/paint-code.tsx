/** Code in its colours, line by line, for code that nobody knew when the site was built. It weighs what a parser weighs, and needs no editor. */
import { highlightCode, tagHighlighter, tags } from '@lezer/highlight';
import { parser } from '@lezer/javascript';
import type { ComponentChildren } from 'preact';

/** As the theme of code that is read (`kit/code-theme.ts`): what is a class elsewhere is the colour itself here. */
const names = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], class: 'var(--code-token-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: 'var(--code-token-string)' },
  { tag: [tags.number, tags.bool, tags.null], class: 'var(--code-token-constant)' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.className],
    class: 'var(--code-token-function)',
  },
  { tag: [tags.comment], class: 'var(--code-token-comment)' },
  { tag: [tags.punctuation, tags.operator], class: 'var(--code-token-punctuation)' },
]);

/** @param text of a JavaScript or JSON file @returns its lines */
export function paintCode(text: string): readonly ComponentChildren[] {
  const lines: ComponentChildren[][] = [[]];
  highlightCode(
    text,
    parser.parse(text),
    names,
    (part, color) => lines.at(-1)?.push(color === '' ? part : <span style={{ color }}>{part}</span>),
    () => lines.push([]),
  );
  return lines;
}
