/**
 * A run that went wrong: a button that leads to the place in the code, what happened and what to do, and JavaScript's own words.
 * The place comes first, as compilers have it: in a small panel what is last is out of sight.
 * A mistake that is known is told with its cause, and then JavaScript's words are folded away.
 */
import { useMemo } from 'preact/hooks';
import type { SourceFile } from '../../contract/data.ts';
import type { CodeFrame, ErrorInfo } from '../../contract/failure.ts';
import type { InvocationFailure } from '../../engine/index.ts';
import type { Playground } from '../model/playground.ts';
import { messageOfMistake, mistakeInAnswer, mistakeInCode } from './words.ts';

const NO_CODE: readonly SourceFile[] = [];

/** What ran. */
export function codeOf({ lab }: Playground): readonly SourceFile[] {
  return lab.value?.engine.deployedCode ?? NO_CODE;
}

interface Props {
  readonly failure: InvocationFailure;
  /** What was said where no mistake is known. */
  readonly words: string;
  /** What ran. */
  readonly code: readonly SourceFile[];
  readonly onShow?: (place: CodeFrame) => void;
}

export function FailedRun({ failure, words, code, onShow }: Props) {
  const { error } = failure;
  const mistake = useMemo(
    () => error && mistakeInCode(error, code, failure.code !== 'SYNTAX_ERROR'),
    [error, code],
  );
  const first = error?.frames[0];
  return (
    <>
      {first && onShow && (
        <p>
          <button type="button" class="quiet" onClick={() => onShow(first)}>
            Ga naar {first.file}, regel {first.line}, kolom {first.column}
          </button>
        </p>
      )}
      <p>{mistake ? messageOfMistake(failure, mistake) : words}</p>
      {error &&
        (mistake ? (
          <details class="answer__said">
            <summary>Wat JavaScript zei</summary>
            <Said error={error} />
          </details>
        ) : (
          <Said error={error} />
        ))}
    </>
  );
}

function Said({ error }: { readonly error: ErrorInfo }) {
  return (
    <p class="answer__error">
      <code>
        {error.name}: {error.message}
      </code>
    </p>
  );
}

/** A remark at an answer that came, and most likely is not what was meant. */
export function AnswerRemark({
  text,
  code,
}: {
  readonly text: string;
  readonly code: readonly SourceFile[];
}) {
  const found = useMemo(() => mistakeInAnswer(text, code), [text, code]);
  return found && <p class="answer__remark">{found.words}</p>;
}
