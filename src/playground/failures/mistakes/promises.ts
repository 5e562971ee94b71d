/** What is asked for and not waited for, found in the code: the mistake that beginners make most. */

/** What gives a promise in a function of this course: the body of a request, a store, the queue, a service. */
const ASKED =
  /\b(?:(?:request|verzoek|req)\s*\.\s*(?:json|text|arrayBuffer|blob|formData|bytes)|(?:context\s*\.\s*)?(?:kv|bucket|queue)\s*\.\s*(?:get|getWithVersion|put|delete|list|send)|fetch)\s*\(/g;

/**
 * @param text JavaScript
 * @returns each call of which the answer is used without `await` before it, as it is written: `request.json()`
 */
export function notAwaited(text: string): string[] {
  const code = withoutWords(text);
  const found: string[] = [];
  for (const match of code.matchAll(ASKED)) {
    const before = code.slice(0, match.index);
    const end = endOfCall(code, match.index + match[0].length);
    const isWaitedFor = /(?:\bawait|\breturn|=>|\bvoid|\byield)\s*\(?$/.test(
      before.trimEnd().concat(' ').trimEnd(),
    );
    const isChained = /^\s*\??\.\s*(?:then|catch|finally)\b/.test(code.slice(end));
    if (isWaitedFor || isChained || isInPromiseAll(before) || isMethod(before)) continue;
    found.push(`${match[0].replace(/\s+/g, '')}${end > match.index + match[0].length + 1 ? '…' : ''})`);
  }
  return found;
}

/** Comments and texts say what they like; their length stays, so that places in the code do. */
function withoutWords(text: string): string {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (words) =>
    words.replace(/[^\n]/g, ' '),
  );
}

/** @returns the place after the bracket that closes it */
function endOfCall(code: string, start: number): number {
  let open = 1;
  let at = start;
  for (; at < code.length && open > 0; at++) {
    if (code[at] === '(') open++;
    if (code[at] === ')') open--;
  }
  return at;
}

function isInPromiseAll(before: string): boolean {
  const start = Math.max(before.lastIndexOf('Promise.all'), before.lastIndexOf('Promise.race'));
  if (start < 0) return false;
  const between = before.slice(start);
  return between.split('(').length > between.split(')').length;
}

/** `mijn.fetch(` or `function fetch(` is another one. */
function isMethod(before: string): boolean {
  return /(?:\.|\bfunction)\s*$/.test(before);
}
