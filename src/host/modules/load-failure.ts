/** Why a module did not load, for a failure that looks like an error of the learner's module scope. */
import type { SourceFile } from '../../contract/data.ts';
import type { CodeFrame, Failure } from '../../contract/failure.ts';

/** A file that does not parse fails to load like one that throws; only a parser can tell which it was. */
export async function explainSyntax(failure: Failure, files: readonly SourceFile[]): Promise<Failure> {
  const { code, error } = failure;
  if (code !== 'INIT_ERROR' || error?.name !== 'SyntaxError') return failure;
  const { locateSyntaxError } = await import('./syntax-error.ts');
  const frame = locateSyntaxError(files);
  if (frame !== null) {
    const details = isAwait(files, frame) ? { details: { missing: 'async' } } : {};
    return { code: 'SYNTAX_ERROR', error: { ...error, frames: [frame] }, ...details };
  }
  // Thrown by code that ran, `JSON.parse` for example; else newer syntax than our parser knows.
  return error.frames.length > 0 ? failure : { ...failure, code: 'SYNTAX_ERROR' };
}

/** The place of a mistake is an `await`, so the function around it is not one that can wait. */
function isAwait(files: readonly SourceFile[], { file, line, column }: CodeFrame): boolean {
  const text = files.find(({ path }) => path === file)?.text.split('\n')[line - 1] ?? '';
  return /^await\b/.test(text.slice(column - 1));
}
