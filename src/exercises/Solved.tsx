/**
 * What an exercise gives whoever has made it, or has seen all hints: what was learned, the reader's code beside the solution, and
 * where to go on. Fetched when there is somebody to show it to.
 */
import { useState } from 'preact/hooks';
import type { SourceFile } from '../contract/data.ts';
import { Difference } from '../kit/Difference.tsx';
import { FetchFailed } from '../kit/FetchFailed.tsx';
import type { Playground } from '../playground/index.ts';
import type { Checks } from './check-model.ts';
import { openSet, placeInSet } from './open-set.ts';
import { paintCode } from './paint-code.tsx';

interface Props {
  readonly checks: Checks;
  readonly model: Playground;
  /** All checks have passed, now or before. */
  readonly isMade: boolean;
}

const shown = (times: number) => times.toLocaleString('nl', { maximumFractionDigits: 2 });

export function Solved({ checks, model, isMade }: Props) {
  if (!isMade) return <Solution model={model} isBeside={false} isOpen={false} />;
  const { card, rules, best, isDone } = checks;
  return (
    <div class="solved" role="group" aria-label="Opgelost">
      <p class="solved__title">Opgelost</p>
      {card.isOwn ? (
        <p>Alle controles zijn goed. Lever je werk in zoals je docent dat vroeg.</p>
      ) : (
        <p dangerouslySetInnerHTML={{ __html: card.learned }} />
      )}
      {card.isGolf && best.value && (
        <p>
          Je beste rekening is <data value={best.value.usd}>{shown(best.value.times)} keer</data> die van onze
          oplossing. {best.value.times < 1 ? 'Dat is kleiner dan de onze.' : 'Kan het nog kleiner?'}
        </p>
      )}
      {card.isOwn ? null : rules.value?.closed.solutions ? (
        <p>Je docent heeft de oplossing van deze oefening verborgen.</p>
      ) : (
        <Solution model={model} isBeside={model.owner === 'reader'} isOpen={isDone.peek()} />
      )}
      <ul class="solved__next not-printed" aria-label="Hierna">
        {rules.value === null ? (
          card.next.map(({ what, title, href, facts }) => (
            <li key={href}>
              <a href={href}>
                <small>{what}</small> {title}
              </a>
              <small>{facts}</small>
            </li>
          ))
        ) : (
          <NextInSet name={model.sample.name} />
        )}
      </ul>
    </div>
  );
}

function NextInSet({ name }: { readonly name: string }) {
  const open = openSet();
  if (open === null) return null;
  const { at, of, next, page } = placeInSet(open, name);
  return (
    <>
      {next !== null && (
        <li>
          <a href={next}>
            <small>Volgende oefening</small> Oefening {at + 1} van {of}
          </a>
        </li>
      )}
      <li>
        <a href={page}>
          <small>{next === null ? 'Dit was de laatste' : 'Terug'}</small> De reeks van je docent
        </a>
      </li>
    </>
  );
}

interface SolutionProps {
  readonly model: Playground;
  /** As what differs from the code that stands there. */
  readonly isBeside: boolean;
  readonly isOpen: boolean;
}

function Solution({ model, isBeside, isOpen }: SolutionProps) {
  // What the reader folds or unfolds afterwards stays so.
  const [opensItself] = useState(isOpen);
  const [files, setFiles] = useState<readonly SourceFile[] | null>(null);
  const [hasFailed, setFailed] = useState(false);

  function load(): void {
    setFailed(false);
    import('./run/in-browser.ts')
      .then(({ loadSolution }) => loadSolution(model.sample))
      .then(setFiles, () => setFailed(true));
  }

  // All files of the exercise come, in its order: those that the solution leaves alone too.
  const changed = files?.filter(({ text }, at) => text !== model.sample.files[at]?.text);
  return (
    <details
      class="checks__solution not-printed"
      open={opensItself}
      onToggle={({ currentTarget }) => currentTarget.open && !files && load()}
    >
      <summary>{isBeside ? 'Jouw code naast onze oplossing' : 'Toon de oplossing'}</summary>
      {hasFailed && <FetchFailed what="De oplossing" retry={load} />}
      {changed && (isBeside ? <Beside model={model} solution={changed} /> : <Files files={changed} />)}
    </details>
  );
}

/** A file ends with the end of its last line, whoever typed it. */
const whole = (text: string) => `${text.trimEnd()}\n`;

function Beside({
  model,
  solution,
}: {
  readonly model: Playground;
  readonly solution: readonly SourceFile[];
}) {
  const mine = model.edits.texts.value;
  const other = solution.filter(({ path, text }) => whole(mine[path] ?? '') !== whole(text));
  if (other.length === 0) return <p>Je code is precies onze oplossing.</p>;
  return (
    <>
      <p>
        Met − staat wat alleen jij hebt, met + wat alleen onze oplossing heeft. Beide zijn goed: kijk wat je
        anders aanpakte.
      </p>
      {other.map(({ path, text }) => (
        <figure key={path}>
          <figcaption>{path}</figcaption>
          <Difference from={whole(mine[path] ?? '')} to={whole(text)} paint={paintCode} />
        </figure>
      ))}
    </>
  );
}

function Files({ files }: { readonly files: readonly SourceFile[] }) {
  return (
    <>
      {files.map(({ path, text }) => (
        <figure key={path}>
          <figcaption>{path}</figcaption>
          <pre tabIndex={0}>
            <code>{paintCode(text).map((line) => [line, '\n'])}</code>
          </pre>
        </figure>
      ))}
    </>
  );
}
