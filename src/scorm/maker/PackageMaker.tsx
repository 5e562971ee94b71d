/** A teacher chooses what goes into a package, and gets it as a file that this browser made. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { sitePath } from '../../course/paths.ts';
import { FetchFailed } from '../../kit/FetchFailed.tsx';
import { bytesInWords } from '../../kit/numbers.ts';
import { saveFile } from '../../kit/save-file.ts';
import { useSheet } from '../../kit/sheet/use-sheet.ts';
import type { LessonFacts } from '../package/course-facts.ts';
import { SCORM_VERSIONS, type ScormVersion } from '../package/manifest.ts';
import { SITE_LIST, type SiteList } from '../package/site-list.ts';
import { packageFileName } from '../package/zip-package.ts';
import { makePackage } from './make-package.ts';
import { type Choice, planOf, setIn } from './plan-choice.ts';
import type { News } from './protocol.ts';
import { newsInWords } from './words.ts';

const NOT_BUILT = 404;

interface Props {
  /** The address of its style sheet. */
  readonly sheet: string;
}

export function PackageMaker({ sheet }: Props) {
  const hasSheet = useSheet(sheet);
  const [facts, setFacts] = useState<SiteList | 'not-built' | 'failed' | null>(null);
  const fetchFacts = () => {
    setFacts(null);
    factsOfSite().then(setFacts, () => setFacts('failed'));
  };
  useEffect(fetchFacts, []);
  if (facts === 'failed') return <FetchFailed what="Wat er in een pakket kan" retry={fetchFacts} />;
  if (facts === null || !hasSheet) return <p>Het formulier wordt opgehaald …</p>;
  if (facts === 'not-built' || !isSecureContext) {
    return (
      <p class="notice" role="alert">
        {facts === 'not-built'
          ? 'Een pakket wordt gemaakt van een gebouwde site, en deze is dat niet. Bouw hem met npm start en open deze pagina daar.'
          : 'Een pakket maken kan alleen op een adres dat met https begint. Open deze pagina zo.'}
      </p>
    );
  }
  return <Form list={facts} />;
}

async function factsOfSite(): Promise<SiteList | 'not-built'> {
  const response = await fetch(sitePath(SITE_LIST));
  if (response.status === NOT_BUILT) return 'not-built';
  if (!response.ok) throw new Error('the list did not come');
  return (await response.json()) as SiteList;
}

function Form({ list }: { readonly list: SiteList }) {
  const { course } = list;
  const [choice, setChoice] = useState<Choice>(() => ({
    what: location.hash === '' ? 'course' : 'set',
    slugs: new Set(),
    passMark: '',
    isExercisesOnly: false,
    set: setIn(location.hash),
  }));
  const [version, setVersion] = useState<ScormVersion>('2004');
  const change = (part: Partial<Choice>) => setChoice((now) => ({ ...now, ...part }));
  const planned = planOf(choice, course);
  return (
    <div class="set-maker">
      <div class="set-maker__facts">
        <What choice={choice} change={change} course={course} />
      </div>
      <div class="set-maker__facts">
        <fieldset class="set-maker__choice">
          <legend>Versie</legend>
          {SCORM_VERSIONS.toReversed().map((one) => (
            <label key={one}>
              <input type="radio" name="versie" checked={version === one} onChange={() => setVersion(one)} />
              <span>
                SCORM {one}{' '}
                <small>
                  {one === '2004'
                    ? 'plaats voor 64.000 tekens: alle code past'
                    : 'voor wie 2004 niet kent: 4.096 tekens'}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        <label>
          Norm, in procenten
          <input
            value={choice.passMark}
            inputMode="numeric"
            maxLength={3}
            placeholder="geen"
            onInput={({ currentTarget }) => change({ passMark: currentTarget.value })}
          />
        </label>
        {choice.what !== 'set' && (
          <div class="set-maker__list">
            <label>
              <input
                type="checkbox"
                checked={choice.isExercisesOnly}
                onChange={({ currentTarget }) => change({ isExercisesOnly: currentTarget.checked })}
              />
              <span>Alleen de oefeningen tellen mee</span>
            </label>
          </div>
        )}
        <Making key={`${version} ${JSON.stringify(planned)}`} {...{ planned, version, list }} />
      </div>
    </div>
  );
}

interface WhatProps {
  readonly choice: Choice;
  readonly change: (part: Partial<Choice>) => void;
  readonly course: readonly LessonFacts[];
}

const KINDS = [
  ['course', 'De hele cursus'],
  ['lessons', 'Lessen die je kiest'],
  ['set', 'Een reeks oefeningen, ook met eigen oefeningen'],
] as const;

function What({ choice, change, course }: WhatProps) {
  const toggle = (slug: string, isChosen: boolean) => {
    const slugs = new Set(choice.slugs);
    if (isChosen) slugs.add(slug);
    else slugs.delete(slug);
    change({ slugs });
  };
  return (
    <>
      <fieldset class="set-maker__choice">
        <legend>Wat telt mee</legend>
        {KINDS.map(([what, name]) => (
          <label key={what}>
            <input type="radio" name="wat" checked={choice.what === what} onChange={() => change({ what })} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {choice.what === 'lessons' && (
        <fieldset class="set-maker__choice">
          <legend>Kies de lessen</legend>
          {course.map(({ slug, title, exercises }) => (
            <label key={slug}>
              <input
                type="checkbox"
                checked={choice.slugs.has(slug)}
                onChange={({ currentTarget }) => toggle(slug, currentTarget.checked)}
              />
              <span>
                {title}{' '}
                <small>{exercises.length === 1 ? '1 oefening' : `${exercises.length} oefeningen`}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {choice.what === 'set' && <ChooseSet choice={choice} change={change} />}
    </>
  );
}

function ChooseSet({ choice, change }: Pick<WhatProps, 'choice' | 'change'>) {
  const [text, setText] = useState('');
  const take = (given: string) => {
    setText(given.length > 200 ? `${given.slice(0, 200)} …` : given);
    change({ set: setIn(given) });
  };
  const { set } = choice;
  return (
    <>
      <label>
        Link van de reeks
        <input value={text} onInput={({ currentTarget }) => take(currentTarget.value)} />
      </label>
      <label>
        Of het bestand ervan
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            currentTarget.files?.[0]?.text().then(take, () => change({ set: null }));
          }}
        />
      </label>
      <p role="status">
        {set !== null
          ? `“${set.title}”: ${set.exercises.length === 1 ? '1 oefening' : `${set.exercises.length} oefeningen`}`
          : text !== '' && 'Deze reeks is niet compleet. Kopieer de link helemaal, of kies het bestand.'}
      </p>
    </>
  );
}

interface MakingProps {
  readonly planned: ReturnType<typeof planOf>;
  readonly version: ScormVersion;
  readonly list: SiteList;
}

function Making({ planned, version, list }: MakingProps) {
  const [news, setNews] = useState<News | null>(null);
  const stop = useRef<(() => void) | null>(null);
  // Another choice is another package.
  useEffect(() => () => stop.current?.(), []);
  const isMaking = news?.type === 'files' || news?.type === 'zipping';

  function make(): void {
    if ('lacking' in planned) return;
    setNews({ type: 'files', ready: 0, of: list.files.length });
    stop.current = makePackage({ list, planned, version }, (came) => {
      setNews(came);
      if (came.type === 'done') saveFile(packageFileName(planned.name, version), came.zip, 'application/zip');
    });
  }

  function abort(): void {
    stop.current?.();
    setNews(null);
  }

  return (
    <>
      <p>
        {'lacking' in planned
          ? planned.lacking
          : `De pagina pakt ${list.files.length} bestanden van deze site in (samen ${bytesInWords(list.bytes)}); de zip is ongeveer een derde daarvan.`}
        {!navigator.onLine && ' Je bent offline. Het lukt alleen als dit toestel de hele cursus al heeft.'}
      </p>
      <div class="set-maker__actions">
        <button
          type="button"
          class="primary"
          aria-disabled={'lacking' in planned || isMaking}
          aria-busy={isMaking}
          onClick={() => !isMaking && make()}
        >
          Maak het pakket
        </button>
        {isMaking && (
          <button type="button" class="quiet" onClick={abort}>
            Stop
          </button>
        )}
      </div>
      {news?.type === 'files' && <progress aria-label="Bestanden" value={news.ready} max={news.of} />}
      <p role={news?.type === 'failed' ? 'alert' : 'status'}>
        {news?.type === 'done' && !('lacking' in planned)
          ? `${packageFileName(planned.name, version)} is bewaard: ${bytesInWords(news.zip.length)}. Zet dit bestand in je leeromgeving, zonder het uit te pakken.`
          : news !== null && news.type !== 'done' && newsInWords(news)}
      </p>
    </>
  );
}
