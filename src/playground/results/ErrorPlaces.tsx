/** An error in JavaScript's own words, and a button that leads to its place in the code. */
import type { CodeFrame, ErrorInfo } from '../../contract/failure.ts';

interface Props {
  readonly error: ErrorInfo;
  readonly onShow: (place: CodeFrame) => void;
}

export function Places({ error, onShow }: Props) {
  const [first] = error.frames;
  return (
    <>
      <p class="answer__error">
        <code>
          {error.name}: {error.message}
        </code>
      </p>
      {first && (
        <p>
          <button type="button" class="quiet" onClick={() => onShow(first)}>
            Ga naar {first.file}, regel {first.line}, kolom {first.column}
          </button>
        </p>
      )}
    </>
  );
}
