/** An exercise as a file: for teachers with its solution, for students without, and as a folder that the course can take over. */
import { useState } from 'preact/hooks';
import { sitePath } from '../course/paths.ts';
import {
  isOwn,
  OWN_FILE_ENDING,
  type OwnExercise,
  ownFile,
  readOwn,
  withoutSolution,
} from '../exercises/own/index.ts';
import { fileNameOf, saveFile } from '../kit/save-file.ts';
import { courseZip } from './course-zip.ts';
import { AreaField, SelectField } from './form-parts.tsx';
import type { Draft } from './new-draft.ts';

/** A lesson that an exercise can close. */
export interface LessonChoice {
  readonly slug: string;
  readonly title: string;
}

interface Props {
  readonly draft: Draft;
  readonly lessons: readonly LessonChoice[];
}

export function OwnFiles({ draft, lessons }: Props) {
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');

  /** What is not whole goes nowhere: whoever gets it could do nothing with it. */
  function give(what: (own: OwnExercise) => string): void {
    const own = readOwn(JSON.parse(JSON.stringify(draft)));
    setProblems(isOwn(own) ? [] : own.problems);
    setSaid(isOwn(own) ? what(own) : '');
  }

  const name = fileNameOf(draft.title, 'oefening');
  return (
    <>
      <p>
        Een oefening die klaar is, kies je bij <a href={sitePath('docent/')}>Stel een reeks samen</a>: je klas
        krijgt die dan met de link of het bestand van de reeks. De oplossing gaat niet mee.
      </p>
      <p class="maker__add">
        <button
          type="button"
          class="quiet"
          onClick={() =>
            give((own) => {
              saveFile(`${name}${OWN_FILE_ENDING}`, ownFile(own), 'application/json');
              return 'Bewaard, met de oplossing: geef dit bestand alleen aan docenten. Je hebt het nodig om op een ander toestel na te kijken.';
            })
          }
        >
          Bewaar voor docenten, met de oplossing
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() =>
            give((own) => {
              saveFile(
                `${name}-student${OWN_FILE_ENDING}`,
                ownFile(withoutSolution(own)),
                'application/json',
              );
              return 'Bewaard, zonder de oplossing. Een student opent dit bestand op de pagina van een eigen oefening.';
            })
          }
        >
          Bewaar voor een student
        </button>
        <a href={sitePath('oefeningen/eigen/')}>De pagina waar een student dat bestand opent</a>
      </p>
      {problems.length > 0 && (
        <ul class="maker__problems" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <p role="status">{said}</p>
      <Offer lessons={lessons} give={give} />
    </>
  );
}

const LEAST_LEARNED = 40;
const LEAST_HINTS = 2;

interface OfferProps {
  readonly lessons: readonly LessonChoice[];
  readonly give: (what: (own: OwnExercise) => string) => void;
}

/** For the course itself: the folder as its repository has it. */
function Offer({ lessons, give }: OfferProps) {
  const [lesson, setLesson] = useState(lessons[0]?.slug ?? '');
  const [summary, setSummary] = useState('');
  const [learned, setLearned] = useState('');

  function offer(own: OwnExercise): string {
    if (own.hints.length < LEAST_HINTS)
      return `De cursus wil minstens ${LEAST_HINTS} hints. Schrijf er nog een.`;
    if (summary.trim() === '') return 'Schrijf eerst in één zin wat een student maakt.';
    if (learned.trim().length < LEAST_LEARNED) {
      return `Schrijf wat een student erna weet, in minstens ${LEAST_LEARNED} tekens.`;
    }
    saveFile(
      `${fileNameOf(own.title, 'oefening')}-voor-de-cursus.zip`,
      courseZip(own, { lesson, summary: summary.trim(), learned: learned.trim() }),
      'application/zip',
    );
    return 'Bewaard. In LEESMIJ.md staat hoe je de map aan de cursus aanbiedt.';
  }

  return (
    <details class="maker__more">
      <summary>Bied de oefening aan voor de cursus</summary>
      <p>
        Wil je dat iedereen deze oefening krijgt? Dan maken we de map die in de cursus hoort, met de
        oplossing. Iemand met een GitHub-account biedt die aan als pull request.
      </p>
      <SelectField
        label="Hoort bij les"
        value={lesson}
        options={Object.fromEntries(lessons.map(({ slug, title }) => [slug, title]))}
        onChange={setLesson}
      />
      <AreaField label="Wat een student maakt, in één zin" value={summary} rows={2} onChange={setSummary} />
      <AreaField label="Wat een student erna weet" value={learned} rows={2} onChange={setLearned} />
      <p>
        <button type="button" class="quiet" onClick={() => give(offer)}>
          Bewaar als zip voor de cursus
        </button>
      </p>
    </details>
  );
}
