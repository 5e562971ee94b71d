/** The machine of the month: its picture or its list, of one set of settings or of two side by side, and what moves them. */
import { useEffect, useId, useState } from 'preact/hooks';
import { MonthPicture } from './picture/MonthPicture.tsx';
import { PictureControls } from './picture/PictureControls.tsx';
import { SliceList } from './picture/SliceList.tsx';
import type { SideName, TrafficModel } from './traffic-model.ts';
import { periodInWords, problemInWords } from './words.ts';

interface Props {
  readonly model: TrafficModel;
  /** What servers that are always on would have cost in all of the month; null: not known. */
  readonly serversUsd: number | null;
}

export function MachineOfMonth({ model, serversUsd }: Props) {
  useCloserLook(model);
  const period = periodInWords(model.untilMs.value);
  const [isList, showList] = useState(false);
  const name = useId();
  const sides: readonly SideName[] = model.compared.value === null ? ['settings'] : ['settings', 'compared'];
  const isEmpty = sides.every((side) => model.sides[side].status.value === 'empty');
  return (
    <div class="machine traffic__machine" role="group" aria-label="Machinekamer">
      {isEmpty ? (
        <p class="traffic__empty">
          <span>
            Hier draait straks {period}: elke aanroep, elke instantie en elke cent. Druk op{' '}
            <b>Draai {period}</b>.
          </span>
        </p>
      ) : (
        <>
          <div class="compare__actions">
            <fieldset class="traffic__chips">
              <legend class="visually-hidden">Hoe wil je het zien?</legend>
              {(['Beeld', 'Lijst'] as const).map((text) => (
                <label key={text} class="traffic__chip">
                  <input
                    type="radio"
                    name={name}
                    checked={isList === (text === 'Lijst')}
                    onChange={() => showList(text === 'Lijst')}
                  />
                  <span>{text}</span>
                </label>
              ))}
            </fieldset>
            <PictureControls model={model} />
          </div>
          <div class={sides.length > 1 ? 'traffic__two' : undefined}>
            {sides.map((side) => (
              <Side
                key={side}
                model={model}
                name={side}
                serversUsd={serversUsd}
                isList={isList}
                isOne={sides.length === 1}
              />
            ))}
          </div>
          <p class="timeline__legend">
            <span>
              <i class="timeline__key timeline__key--busy" /> werkt (betaald)
            </span>
            <span>
              <i class="timeline__key timeline__key--init" /> start koud
            </span>
            <span>
              <i class="timeline__key timeline__key--idle" /> wacht (gratis)
            </span>
            <span>
              <i class="timeline__key timeline__key--refused" /> geweigerd (429)
            </span>
          </p>
        </>
      )}
    </div>
  );
}

interface SideProps extends Props {
  readonly name: SideName;
  readonly isList: boolean;
  readonly isOne: boolean;
}

function Side({ model, name, serversUsd, isList, isOne }: SideProps) {
  const { status, problem } = model.sides[name];
  const period = periodInWords(model.untilMs.value);
  const title = name === 'settings' ? 'A' : 'B';
  const state = status.value;
  const caption = `${sentenceCase(period)} in getallen${isOne ? '' : `, instellingen ${title}`}`;
  return (
    <div>
      {!isOne && (
        <p>
          <b>Instellingen {title}</b>
        </p>
      )}
      {state === 'refused' && <p role="alert">{problemInWords(problem.value ?? '')}</p>}
      {state === 'failed' && (
        <p role="alert">
          De simulatie kon niet worden opgehaald of brak af. Controleer je verbinding en druk nog eens op{' '}
          <b>Draai {period}</b>.
        </p>
      )}
      {state === 'stopped' && (
        <p role="status">Gestopt. Wat tot dan toe draaide, blijft staan; de rest van {period} ontbreekt.</p>
      )}
      {state === 'empty' && (
        <p class="traffic__empty">Nog niet gedraaid. Verander iets en druk op Draai {period}.</p>
      )}
      {state !== 'empty' && model.isStale(name) && state !== 'running' && (
        <p role="status">Dit hoort bij de vorige instellingen. Draai {period} opnieuw.</p>
      )}
      {state !== 'empty' &&
        state !== 'refused' &&
        (isList ? (
          <SliceList model={model} name={name} caption={caption} />
        ) : (
          <MonthPicture model={model} name={name} serversUsd={serversUsd} />
        ))}
    </div>
  );
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A window stands still for so long before finer slices are asked for. */
const REST_MS = 200;

function useCloserLook(model: TrafficModel): void {
  const view = model.view.value;
  const { isRunning } = model;
  useEffect(() => {
    if (isRunning.value) return;
    const rest = setTimeout(() => {
      for (const side of Object.values(model.sides)) side.lookCloser(view);
    }, REST_MS);
    return () => clearTimeout(rest);
  }, [view, isRunning.value]);
}
