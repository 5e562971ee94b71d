/** Why a module did not load, for a failure that looks like an error of the learner's module scope. */
import type { SourceFile } from '../../contract/data.ts';
import type { Failure } from '../../contract/failure.ts';

/** A file that does not parse fails to load like one that throws; only a parser can tell which it was. */
export async function explainSyntax(failure: Failure, files: readonly SourceFile[]): Promise<Failure> {
  const { code, error } = failure;
  if (code !== 'INIT_ERROR' || error?.name !== 'SyntaxError') return failure;
  const { locateSyntaxError } = await import('./syntax-error.ts');
  const frame = locateSyntaxError(files);
  if (frame !== null) {
    return { code: 'SYNTAX_ERROR', error: { ...error, frames: [frame] } };
  }
  // Thrown by code that ran, `JSON.parse` for example; else newer syntax than our parser knows.
  return error.frames.length > 0 ? failure : { ...failure, code: 'SYNTAX_ERROR' };
}
