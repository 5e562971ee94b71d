/**
 * Says of code where it is wrong and in which words, for the marks in an editor. Fetched when somebody has typed, or when a run
 * went wrong; the parser that looks is fetched with the first code that it reads.
 */
import type { SourceFile } from '../../contract/data.ts';
import type { Failure } from '../../contract/failure.ts';
import type { CodeMark } from '../code/code-help.ts';
import { isMessageCode, message, messageOfMistake, mistakeInCode } from './words.ts';

const NO_JSON =
  'Dit bestand is geen geldige JSON. Namen en teksten staan tussen dubbele aanhalingstekens, en na het laatste onderdeel komt geen komma.';

export async function markOfSyntax(files: readonly SourceFile[]): Promise<CodeMark | null> {
  const { findSyntaxError } = await import('../../host/modules/syntax-error.ts');
  const code = files.filter(({ path }) => /\.(?:js|mjs|json)$/.test(path));
  const problem = findSyntaxError(code);
  if (problem === null) return null;
  const { frame, message: said } = problem;
  if (frame.file.endsWith('.json')) return { ...frame, words: NO_JSON };
  const error = { name: 'SyntaxError', message: said, frames: [frame] };
  const words = mistakeInCode(error, files, false)?.words ?? message({ code: 'SYNTAX_ERROR' });
  return { ...frame, words };
}

export function markOfFailure(failure: Failure<string>, ran: readonly SourceFile[]): CodeMark | null {
  const { code, error } = failure;
  const frame = error?.frames[0];
  if (!error || !frame || !isMessageCode(code)) return null;
  const mistake = mistakeInCode(error, ran, code !== 'SYNTAX_ERROR');
  if (mistake) return { ...frame, words: messageOfMistake({ ...failure, code }, mistake) };
  const words =
    code === 'SYNTAX_ERROR'
      ? message({ ...failure, code })
      : `Hier ging het mis. JavaScript zei: ${error.name}: ${error.message}`;
  return { ...frame, words };
}
