/**
 * Code as it is shown to a whole class: without comments, in which people write their name.
 *
 * Begin in this folder here; `code-signs.ts` says how code goes about its work, over a tree that `walk.ts` walks. They are for laying
 * hand-ins beside each other, and know neither checks nor a page.
 */
import { type Node, parse, tokenizer } from 'acorn';

const HOW = { ecmaVersion: 'latest', sourceType: 'module' } as const;

/** @returns null when it is no JavaScript */
export function syntaxOf(code: string): Node | null {
  try {
    return parse(code, HOW);
  } catch {
    return null;
  }
}

/** As it stands, without comments and without the lines that held nothing else. What can't be read as JavaScript stays whole. */
export function withoutComments(code: string): string {
  const comments: { readonly start: number; readonly end: number }[] = [];
  const onComment = (_isBlock: boolean, _text: string, start: number, end: number) =>
    comments.push({ start, end });
  try {
    // What it gives is not asked for: it tells of comments while it goes.
    Array.from(tokenizer(code, { ...HOW, onComment }));
  } catch {
    return code;
  }
  const lines: string[] = [];
  let from = 0;
  let rest = '';
  for (const { start, end } of comments) {
    rest += code.slice(from, start);
    from = end;
  }
  for (const line of (rest + code.slice(from)).split('\n')) {
    const isSecondBlank = line.trim() === '' && (lines.at(-1) ?? '') === '';
    if (!isSecondBlank) lines.push(line.trimEnd());
  }
  return lines.join('\n').trim();
}
