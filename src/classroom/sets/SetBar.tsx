/** The bar of a set: where one is in it, where one goes on, until when, and under which rules. On every page of a tab that has it open. */
import { render } from 'preact';
import { pathInSite } from '../../course/paths.ts';
import { closeSet, type OpenSet, openSet, placeInSet } from '../../exercises/open-set.ts';
import { isPast, momentInWords, timeLeft } from './deadline.ts';
import { SetRulesList } from './SetRulesList.tsx';
import { useMinutes } from './use-minutes.ts';

/** @param place says in `data-sheet` where its styles are: no page without a set loads them */
export async function showSetBar(place: HTMLElement): Promise<void> {
  const open = openSet();
  if (open === null) {
    delete document.documentElement.dataset['reeks'];
    return;
  }
  await loaded(place.dataset['sheet'] ?? '');
  render(<SetBar key={open.fragment} open={open} onClose={() => leave(place)} />, place);
  document.documentElement.dataset['reeks'] = '';
}

/** A bar without its styles is a bar too. */
function loaded(sheet: string): Promise<unknown> {
  if (document.querySelector(`link[href="${sheet}"]`)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sheet;
  return new Promise((done) => {
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}

/** What was made stays; the page is what it is for anybody. */
function leave(place: HTMLElement): void {
  closeSet();
  render(null, place);
  delete document.documentElement.dataset['reeks'];
  if (location.hash.startsWith('#set=')) location.replace(location.pathname);
}

/** Name of the exercise that this page is about; one of the teacher's own stands in the query of one page for all of these. */
function nameOfPage(): string | null {
  const [, name] = /^oefeningen\/([^/]+)\//.exec(pathInSite(location.pathname)) ?? [];
  return name === 'eigen' ? new URLSearchParams(location.search).get('naam') : (name ?? null);
}

interface Props {
  readonly open: OpenSet;
  readonly onClose: () => void;
}

function SetBar({ open, onClose }: Props) {
  const { set } = open;
  const { at, of, previous, next, page, handIn } = placeInSet(open, nameOfPage());
  const isAtSet = pathInSite(location.pathname) === 'opdracht/';
  return (
    <nav class="set-bar" aria-label="Je reeks">
      <p class="set-bar__where">
        <a href={page} aria-current={isAtSet ? 'page' : undefined}>
          {set.title}
        </a>{' '}
        <span>{at > 0 ? `oefening ${at} van ${of}` : `${of} ${of === 1 ? 'oefening' : 'oefeningen'}`}</span>
        {set.due !== null && <TimeLeft due={set.due} />}
      </p>
      <p class="set-bar__ways">
        {previous !== null && (
          <a href={previous} aria-label={`Terug naar oefening ${at - 1}`}>
            ‹ Terug
          </a>
        )}
        {next !== null && (
          <a href={next} aria-label={`Volgende: oefening ${at + 1}`}>
            Volgende ›
          </a>
        )}
        <a href={handIn} class="set-bar__hand-in">
          Lever in
        </a>
      </p>
      <details class="set-bar__rules">
        <summary>Regels</summary>
        <div>
          <SetRulesList set={set} link={new URL(page, location.href).href} />
          <button type="button" class="quiet" onClick={onClose}>
            Sluit de reeks
          </button>{' '}
          <small>Wat je maakte, blijft bewaard. Met de link van je docent open je de reeks weer.</small>
        </div>
      </details>
    </nav>
  );
}

function TimeLeft({ due }: { readonly due: string }) {
  const nowMs = useMinutes();
  return (
    <time
      class={isPast(due, nowMs) ? 'set-bar__late' : undefined}
      dateTime={due}
      title={`Inleveren: ${momentInWords(due)}`}
    >
      {isPast(due, nowMs) ? `deadline: ${timeLeft(due, nowMs)}` : timeLeft(due, nowMs)}
    </time>
  );
}
