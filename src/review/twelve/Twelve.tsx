/** The page of `Weet je het?`: which form is open, what is kept, and what comes after it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LessonLink } from '../../course/lesson-links.ts';
import { count } from '../../kit/numbers.ts';
import { keepsEdits, probeStorage } from '../../kit/storage.ts';
import { progress } from '../../progress/index.ts';
import { WipeAnswers } from '../WipeAnswers.tsx';
import { HandInNote } from './HandInNote.tsx';
import { type FormName, openTwelve } from './kept-twelve.ts';
import type { TwelveQuestion } from './shown.ts';
import { TwelveResult } from './TwelveResult.tsx';
import { TwelveSheet } from './TwelveSheet.tsx';

interface Props {
  readonly questions: readonly TwelveQuestion[];
  /** All of the course, in order. */
  readonly lessons: readonly LessonLink[];
}

export function Twelve({ questions, lessons }: Props) {
  const twelve = useMemo(openTwelve, []);
  const kept = twelve.known.value;
  const hasBegun = (form: FormName) => Object.keys(kept[form].answers).length > 0;
  // Who was in the middle of a form finds it open again.
  const [chosen, setChosen] = useState<FormName | null>(() =>
    hasBegun('b') ? 'b' : hasBegun('a') ? 'a' : null,
  );
  const place = useRef<HTMLDivElement>(null);
  const isBeforeDone = kept.a.handedInAtMs !== null;
  const isAfterDone = kept.b.handedInAtMs !== null;
  const open = isAfterDone || (chosen === 'a' && isBeforeDone) ? null : chosen;
  const shown = isAfterDone ? 'result' : (open ?? (isBeforeDone ? 'between' : 'choice'));
  const wasShown = useRef(shown);
  useEffect(probeStorage, []);
  useEffect(() => {
    // What a click brought, and not what the page came with, is where a reader goes on.
    if (wasShown.current !== shown) place.current?.querySelector<HTMLElement>('h2')?.focus();
    wasShown.current = shown;
  }, [shown]);

  return (
    <div class="twelve" ref={place}>
      {twelve.wasUnreadable && (
        <p role="alert">
          Wat dit toestel van je antwoorden bewaarde, is niet te lezen. Het is apart gezet en niet weggegooid.
          Je begint hier opnieuw.
        </p>
      )}
      {!keepsEdits.value && (
        <p role="alert">
          Je browser bewaart hier niets. Je kunt de vragen beantwoorden, maar na het sluiten van deze pagina
          zijn je antwoorden weg, en is er straks niets om mee te vergelijken.
        </p>
      )}
      {shown === 'choice' && <Choice onChoose={setChosen} />}
      {shown === 'between' && <Between lessons={lessons} onGoOn={() => setChosen('b')} />}
      {open !== null && (
        <TwelveSheet
          key={open}
          form={open}
          questions={questions}
          twelve={twelve}
          onBack={() => setChosen(null)}
        />
      )}
      {isAfterDone && <TwelveResult questions={questions} kept={kept} />}
      <WipeAnswers
        wipe={() => {
          const undo = twelve.wipe();
          setChosen(null);
          return undo;
        }}
        hasAnswers={hasBegun('a') || hasBegun('b')}
      />
    </div>
  );
}

function Choice({ onChoose }: { readonly onChoose: (form: FormName) => void }) {
  return (
    <>
      <h2 tabIndex={-1}>Wanneer ben je hier?</h2>
      <p>
        Begin je nog aan de cursus, beantwoord dan eerst de vragen voor vooraf. Ken je de cursus al, dan kun
        je ook alleen de vragen voor achteraf doen. Dan zie je wat je nu weet, zonder vergelijking.
      </p>
      <p class="actions">
        <button type="button" class="primary" onClick={() => onChoose('a')}>
          Vooraf: nog voor les 1
        </button>
        <button type="button" class="quiet" onClick={() => onChoose('b')}>
          Achteraf: na de laatste les
        </button>
      </p>
    </>
  );
}

interface BetweenProps {
  readonly lessons: readonly LessonLink[];
  readonly onGoOn: () => void;
}

/** Nothing is told yet of what was right: who knows that, remembers the answers and not the reasons. */
function Between({ lessons, onGoOn }: BetweenProps) {
  const read = progress.value.lessons;
  const left = lessons.filter(({ slug }) => !Object.hasOwn(read, slug));
  const [next] = left;
  return (
    <>
      <h2 tabIndex={-1}>Je antwoorden van vooraf zijn bewaard</h2>
      <p role="status">
        Ze staan op dit toestel. Wat goed was, zeggen we nog niet, want anders onthoud je de antwoorden in
        plaats van de redenen. Kom hier terug als je de lessen gelezen hebt, en beantwoord dan twaalf andere
        vragen over hetzelfde.
      </p>
      {next && (
        <p>
          Je hebt nog {count(left.length, 'les', 'lessen')} te lezen. Ga verder met{' '}
          <a href={next.href}>
            les {next.number}, {next.title}
          </a>
          .
        </p>
      )}
      <HandInNote />
      <p class="actions">
        <button type="button" class={next ? 'quiet' : 'primary'} onClick={onGoOn}>
          Begin aan de vragen voor achteraf
        </button>
      </p>
    </>
  );
}
