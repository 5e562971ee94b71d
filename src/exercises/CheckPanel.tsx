/** `Controleer`, what came of it check by check, hints one at a time, and in the end what `Solved.tsx` gives. */
import { useEffect } from 'preact/hooks';
import { FetchFailed } from '../kit/FetchFailed.tsx';
import { WhenSeen } from '../kit/WhenSeen.tsx';
import { WithCode } from '../kit/WithCode.tsx';
import type { Playground } from '../playground/index.ts';
import type { CheckProblem, CheckResult } from './check.ts';
import type { Checks } from './check-model.ts';

interface Props {
  readonly checks: Checks;
  readonly model: Playground;
  readonly isReady: boolean;
}

const loadSolved = () => import('./Solved.tsx').then(({ Solved }) => Solved);

const shown = (times: number) => times.toLocaleString('nl', { maximumFractionDigits: 2 });

export function CheckPanel({ checks, model, isReady }: Props) {
  const { card, results, isRunning, hintsShown } = checks;
  const run = () => void checks.run(model.edits.files(), model.owner, model.rest);
  // What was found of a copy says nothing of the version that stands there next, nor the other way round.
  useEffect(() => checks.forget, [model.number]);
  return (
    <div class="checks" role="group" aria-label="Controle">
      <div class="checks__actions">
        <button
          type="button"
          class="primary"
          disabled={!isReady}
          aria-busy={isRunning.value}
          aria-disabled={isRunning.value}
          onClick={run}
        >
          Controleer
        </button>
        {isRunning.value && (
          <button type="button" class="quiet" onClick={checks.stop}>
            Stop
          </button>
        )}
        {checks.rules.value?.hints !== false && card.hints.length > 0 && (
          <>
            <button
              type="button"
              class="quiet"
              disabled={!isReady || hintsShown.value === card.hints.length}
              onClick={checks.nextHint}
            >
              Hint
            </button>
            <span class="checks__hints">
              {hintsShown.value > 0 && `${hintsShown.value} van `}
              {card.hints.length} hints
            </span>
          </>
        )}
        <Score checks={checks} isReady={isReady} />
      </div>
      {checks.hasFailed.value && <FetchFailed what="De controle" retry={run} />}
      <ol class="checks__list">
        {card.checks.map(({ id, title, note, isForMarking }) => (
          <CheckLine
            key={id}
            title={title}
            note={note}
            isGift={checks.pointsNow.value === 0}
            result={isForMarking ? undefined : results.value.get(id)}
            // The page as served knows nothing of this reader.
            hasPassedBefore={isReady && checks.passedBefore.value.has(id)}
            onShow={model.show}
          />
        ))}
      </ol>
      {hintsShown.value > 0 && (
        <ol class="checks__given" aria-label="Hints">
          {card.hints.slice(0, hintsShown.value).map((html) => (
            <li key={html} dangerouslySetInnerHTML={{ __html: html }} />
          ))}
        </ol>
      )}
      {isReady && <AfterChecks checks={checks} model={model} />}
      <p class="visually-hidden" role="status">
        {checks.isDone.value &&
          `${checks.pointsNow.value} van ${checks.counted.length} controles ${checks.counted.length === 1 ? 'is' : 'zijn'} goed.${isGiftAlone(checks) ? ` ${GIFT_ALONE}` : ''}`}
      </p>
    </div>
  );
}

/** Why checks that pass do not count. */
const GIFT_ALONE = 'Wat nu goed is, was bij het begin ook al goed. Dat telt pas mee als er iets bij komt.';

/** Something passes, and all of it did at the start. */
function isGiftAlone({ results, pointsNow }: Checks): boolean {
  return pointsNow.value === 0 && [...results.value.values()].some(({ isPassed }) => isPassed);
}

/** How it went, and of golf the bill: this one, and the best so far. */
function Score({ checks, isReady }: { readonly checks: Checks; readonly isReady: boolean }) {
  const { card, results, again, isDone, isRunning, pointsNow } = checks;
  const best = isReady ? checks.best.value : null;
  const bill = [...results.value.values()].find((result) => result.bill !== null)?.bill;
  return (
    <>
      {isRunning.value && (
        <span class="checks__score">
          {again.value > 0
            ? `Nog eens, zonder iets ernaast: ${again.value === 1 ? '1 controle' : `${again.value} controles`}`
            : `Bezig: ${results.value.size} van ${card.checks.length} gecontroleerd`}
        </span>
      )}
      {isDone.value && (
        <span class="checks__score">
          {pointsNow.value} van {checks.counted.length} goed
        </span>
      )}
      {card.isGolf && (bill || best) && (
        <p class="checks__bill">
          {bill && (
            <>
              Deze rekening:{' '}
              <data value={bill.usd}>{shown(Number(bill.usd) / Number(bill.solutionUsd))} keer</data> die van
              de oplossing.{' '}
            </>
          )}
          {best && (
            <>
              Je beste: <data value={best.usd}>{shown(best.times)} keer</data>.
            </>
          )}
        </p>
      )}
    </>
  );
}

interface CheckLineProps {
  readonly title: string;
  readonly note: string | undefined;
  readonly result: CheckResult | undefined;
  readonly hasPassedBefore: boolean;
  /** It passed at the start already, and nothing came with it. */
  readonly isGift: boolean;
  readonly onShow: Playground['show'];
}

function CheckLine({ title, note, result, hasPassedBefore, isGift, onShow }: CheckLineProps) {
  const [mark, words] = markOf(result, hasPassedBefore, isGift);
  return (
    <li class={`check check--${mark}`}>
      <span class="check__mark" aria-hidden="true" />
      <div>
        <p class="check__title">
          <span class="visually-hidden">{words}: </span>
          {title}
        </p>
        {mark === 'gift' && (
          <p class="check__note">Was al goed bij het begin: telt mee zodra er iets bij komt.</p>
        )}
        {note && <p class="check__note">{note}</p>}
        {result?.ranAgain && (
          <p class="check__note">
            Dit draaide twee keer, want je computer had het misschien te druk. De tweede keer telt.
          </p>
        )}
        {result?.problem && <Problem problem={result.problem} onShow={onShow} />}
      </div>
    </li>
  );
}

/** What was a gift has no tick: it does not count yet. */
function markOf(
  result: CheckResult | undefined,
  hasPassedBefore: boolean,
  isGift: boolean,
): readonly [string, string] {
  if (result?.isPassed && isGift) return ['gift', 'Telt nog niet mee'];
  if (result?.isPassed) return ['passed', 'Goed'];
  if (result) return ['failed', 'Nog niet goed'];
  return hasPassedBefore ? ['before', 'Eerder goed'] : ['open', 'Nog niet gecontroleerd'];
}

function Problem({
  problem,
  onShow,
}: {
  readonly problem: CheckProblem;
  readonly onShow: Playground['show'];
}) {
  const { expected, received, look, place } = problem;
  return (
    <dl class="check__problem">
      <dt>Verwacht</dt>
      <dd>{expected}</dd>
      <dt>Gekregen</dt>
      <dd>{received}</dd>
      <dt>Kijk hier</dt>
      <dd>
        <WithCode text={look} />{' '}
        {place && (
          <button type="button" class="quiet" onClick={() => onShow(place)}>
            Ga naar {place.file}, regel {place.line}
          </button>
        )}
      </dd>
    </dl>
  );
}

/** For who has made it, or has seen all hints. */
function AfterChecks({ checks, model }: { readonly checks: Checks; readonly model: Playground }) {
  const { card } = checks;
  const isMade =
    checks.counted.length > 0 && checks.counted.every(({ id }) => checks.passedBefore.value.has(id));
  if (!isMade && card.isOwn) return null;
  if (!isMade && checks.hintsShown.value < card.hints.length) return null;
  if (!isMade && checks.rules.value?.closed.solutions) return null;
  return <WhenSeen load={loadSolved} props={{ checks, model, isMade }} name="De oplossing" />;
}
