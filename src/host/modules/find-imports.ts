/** The lexer behind `imports.ts`, apart so that a function of one file never downloads it. */
import { parse } from 'es-module-lexer/minimal/js';
import type { FoundImport } from './imports.ts';

/** @throws when the text is no module */
export function findImports(text: string): readonly FoundImport[] {
  const found: FoundImport[] = [];
  for (const { n: specifier, s: start, e: end, se, d: dynamicAt, a: attributesAt } of parse(text)[0]) {
    if (specifier === undefined) continue;
    const isDynamic = dynamicAt >= 0;
    // A template with a hole is reported as `./*.js`: which file it names is only known when it runs.
    if (isDynamic && text[start] === '`' && text.slice(start, end).includes('${')) continue;
    // Beside the quote that closes a specifier, or before the bracket that closes the call.
    const attributes = isDynamic ? { start: end, end: se - 1 } : { start: end + 1, end: se };
    found.push({ specifier, start, end, ...(attributesAt >= 0 && { attributes }) });
  }
  return found;
}
