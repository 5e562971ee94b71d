/**
 * The steps of a lesson in its page: ticks that are kept, buttons that do, and what came of it under each. What the server made
 * stays as it is; this only fills it in. `counting.ts` says what counts, `facts.ts` what happened.
 */
import { effect, type Signal, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import { MONTH_SHEET, type StepDo, type StepWhen } from '../../course/lesson-step.ts';
import type { Playground } from '../../playground/index.ts';
import { playgrounds, programs } from '../../playground/model/registry.ts';
import { keptSteps } from '../../progress/kept-ticks.ts';
import { tickedOf, withTick } from '../../progress/ticks.ts';
import type { MonthModel } from '../month/month-model.ts';
import { hasSheetFailed, isSheetWanted, monthSheet } from '../month/sheet.ts';
import {
  expectedOf,
  type Fact,
  hear,
  isEnded,
  listening,
  needed,
  type Reader,
  type Step,
} from './counting.ts';
import { Echo, type EchoState, NO_ECHO } from './Echo.tsx';
import { followMonth, followPlayground, followProgram, monthFact, standing } from './facts.ts';
import { NO_SHEET, noteOf, REFUSED } from './notes.ts';
import { perform, performOnMonth } from './perform.ts';

interface StepView {
  readonly step: Step;
  readonly doing: StepDo | null;
  readonly tick: HTMLInputElement;
  readonly button: HTMLButtonElement | null;
  readonly echo: Signal<EchoState>;
}

/** One `Probeer`. */
interface GroupView {
  readonly element: HTMLElement;
  readonly views: readonly StepView[];
}

let lesson: Lesson | undefined;
/** Presses that came when the steps lived already. */
const heard = new WeakSet<Event>();

/** @param event what the reader did while this was fetched; a press on a step is done now, and a tick is as it was then (`isTicked`) */
export function followSteps(event?: Event, isTicked?: boolean): void {
  if (lesson === undefined) {
    const elements = [...document.querySelectorAll<HTMLElement>('.try')];
    lesson = new Lesson(elements.map((element, at) => viewOf(element, at + 1)));
    lesson.follow(event?.type === 'click' ? event.target : null);
  } else if (event?.type === 'click' && !heard.has(event)) lesson.take(event.target, isTicked);
}

function viewOf(element: HTMLElement, group: number): GroupView {
  const views = [...element.querySelectorAll<HTMLElement>('.step')].flatMap((item, at) => {
    const tick = item.querySelector<HTMLInputElement>('.step__tick');
    const slot = item.querySelector('.step__echo');
    if (tick === null || slot === null) return [];
    const number = at + 1;
    const when = parsed<StepWhen>(item.dataset['when']);
    const step = { key: `${group}-${number}`, group, number, at: element.dataset['for'] ?? '', when };
    const echo = signal(NO_ECHO);
    render(<Echo state={echo} />, slot);
    const button = item.querySelector<HTMLButtonElement>('.step__do');
    return [{ step, doing: parsed<StepDo>(item.dataset['do']), tick, button, echo }];
  });
  return { element, views };
}

function parsed<T>(text: string | undefined): T | null {
  return text === undefined ? null : (JSON.parse(text) as T);
}

class Lesson {
  readonly #slug: string;
  readonly #groups: readonly GroupView[];
  readonly #views: ReadonlyMap<string, StepView>;
  readonly #steps: readonly Step[];
  #seen: ReadonlyMap<string, number> = new Map();
  /** The step whose button was pressed last, until what it asked for is there. */
  #pressed: { readonly key: string; readonly expected: number; isPerformed: boolean } | null = null;

  constructor(groups: readonly GroupView[]) {
    this.#slug = groups[0]?.element.dataset['lessonOf'] ?? '';
    this.#groups = groups;
    const views = groups.flatMap((group) => group.views);
    this.#views = new Map(views.map((view) => [view.step.key, view]));
    this.#steps = views.map(({ step }) => step);
  }

  /** @param pressed what was pressed before */
  follow(pressed: EventTarget | null): void {
    this.take(pressed);
    for (const view of this.#views.values()) this.#wire(view);
    effect(() => this.#show(this.#done()));
    const followed = new Set<object>();
    effect(() => {
      for (const [name, model] of playgrounds.value) {
        if (followed.has(model)) continue;
        followed.add(model);
        untracked(() => this.#followPlayground(name, model));
      }
      for (const [name, model] of programs.value) {
        if (followed.has(model)) continue;
        followed.add(model);
        untracked(() => followProgram(model, (fact) => this.#hear(name, fact)));
      }
      const sheet = monthSheet.value;
      if (sheet === null || followed.has(sheet)) return;
      followed.add(sheet);
      untracked(() => followMonth(sheet, (fact) => this.#hear(MONTH_SHEET, fact)));
    });
  }

  #done(): ReadonlySet<string> {
    return tickedOf(keptSteps.known.value, this.#slug);
  }

  #wire({ tick, button }: StepView): void {
    for (const control of [tick, button]) {
      control?.addEventListener('click', (event) => {
        heard.add(event);
        this.take(control);
      });
    }
  }

  /** What was pressed; nothing happens when that is no part of a step. */
  take(pressed: EventTarget | null, isTicked?: boolean): void {
    for (const { step, tick, button, echo } of this.#views.values()) {
      if (pressed === button && button !== null) void this.#press(step.key);
      if (pressed !== tick) continue;
      const isOn = isTicked ?? tick.checked;
      if (!isOn) echo.value = NO_ECHO;
      this.#forget(step.key);
      this.#keep([step.key], isOn);
    }
  }

  #forget(key: string): void {
    this.#seen = new Map([...this.#seen].filter(([other]) => other !== key));
  }

  #followPlayground(name: string, model: Playground): void {
    followPlayground(model, (fact) => this.#hear(name, fact));
    // Where the marks will be is there as soon as something runs: nothing moves when they come.
    effect(() => {
      if (!model.isRunning.value) return;
      untracked(() => {
        for (const { key, when } of this.#echoing(name)) {
          const view = this.#views.get(key);
          if (view && when && view.echo.peek() === NO_ECHO)
            view.echo.value = { ...NO_ECHO, waiting: needed(when) };
        }
      });
    });
  }

  /** Steps under which a call at this playground is shown. */
  #echoing(at: string): readonly Step[] {
    const pressed = this.#pressed?.key;
    return listening(this.#steps, this.#done(), at, this.#reader()).filter(
      ({ key, when }) => key !== pressed && (when?.calls ?? when?.runs ?? when?.dead) !== undefined,
    );
  }

  #reader(): Reader {
    const isSeen = ({ element }: GroupView) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    const onScreen = this.#groups.flatMap((group, at) => (isSeen(group) ? [at + 1] : []));
    return { onScreen: new Set(onScreen), pressed: this.#pressed?.key ?? null };
  }

  #hear(at: string, fact: Fact): void {
    const reader = this.#reader();
    const done = this.#done();
    if (isEnded(fact)) {
      const keys = new Set(this.#echoing(at).map(({ key }) => key));
      const own = this.#pressed?.key;
      if (own !== undefined && this.#views.get(own)?.step.at === at) keys.add(own);
      for (const key of keys) {
        const echo = this.#views.get(key)?.echo;
        if (echo) echo.value = { ...echo.peek(), ended: [...echo.peek().ended, fact], note: '' };
      }
    }
    const after = hear({ done, seen: this.#seen }, this.#steps, at, fact, reader);
    this.#seen = after.seen;
    const news = [...after.done].filter((key) => !done.has(key));
    if (news.length > 0) {
      this.#keep(news, true);
      for (const key of news) this.#announce(key);
    }
    // Traffic that was stopped in the playground itself brings no more calls.
    const isOfTraffic = (this.#views.get(this.#pressed?.key ?? '')?.doing?.traffic ?? 0) > 0;
    if (isOfTraffic && fact.type === 'traffic' && fact.perSecond === 0) this.#expectNoMore();
    this.#letGo();
  }

  /** Once a button's step is done and all that it asked for is there, what happens next is not its any more. */
  #letGo(): void {
    const pressed = this.#pressed;
    if (pressed === null || !pressed.isPerformed) return;
    const ended = this.#views.get(pressed.key)?.echo.peek().ended.length ?? 0;
    if (this.#done().has(pressed.key) && ended >= pressed.expected) this.#pressed = null;
  }

  /** The step whose button was pressed last gets no more calls under it, and no places for them. */
  #expectNoMore(): void {
    const echo = this.#views.get(this.#pressed?.key ?? '')?.echo;
    this.#pressed = null;
    if (echo) echo.value = { ...echo.peek(), waiting: 0 };
  }

  async #press(key: string): Promise<void> {
    const view = this.#views.get(key);
    if (!view?.doing || view.button?.getAttribute('aria-busy') === 'true') return;
    const { doing, step, echo, button } = view;
    const expected = expectedOf(doing, step.when);
    // What another step still waited for comes under this one.
    this.#expectNoMore();
    const mine = { key, expected, isPerformed: false };
    this.#pressed = mine;
    this.#forget(key);
    echo.value = { ...NO_ECHO, waiting: expected };
    button?.setAttribute('aria-busy', 'true');
    if (step.at === MONTH_SHEET) {
      const sheet = await sheetPresent();
      button?.removeAttribute('aria-busy');
      if (sheet === null) {
        if (this.#pressed === mine) this.#pressed = null;
        echo.value = { ...NO_ECHO, note: NO_SHEET };
        return;
      }
      performOnMonth(sheet, doing);
      mine.isPerformed = true;
      if (!this.#done().has(key)) this.#hear(step.at, monthFact(sheet));
      this.#letGo();
      return;
    }
    const model = await present(step.at);
    const refusal = await perform(model, doing);
    button?.removeAttribute('aria-busy');
    mine.isPerformed = true;
    this.#letGo();
    for (const fact of refusal === null ? standing(model, doing) : []) {
      if (!this.#done().has(key)) this.#hear(step.at, fact);
    }
    if (this.#done().has(key)) return;
    const outcome = {
      doing,
      when: step.when,
      hasProblem: model.problem.peek() !== null,
      ended: echo.peek().ended,
    };
    const note = refusal === null ? noteOf(outcome) : REFUSED[refusal];
    if (note !== '') echo.value = { ...echo.peek(), waiting: 0, note };
  }

  #keep(keys: readonly string[], isTicked: boolean): void {
    keptSteps.add((kept) => keys.reduce((all, key) => withTick(all, this.#slug, key, isTicked), kept));
  }

  #show(done: ReadonlySet<string>): void {
    for (const { element, views } of this.#groups) {
      for (const { step, tick } of views) tick.checked = done.has(step.key);
      const ticked = views.filter(({ step }) => done.has(step.key)).length;
      const count = element.querySelector('.try__count');
      if (count !== null && ticked > 0) count.textContent = `${ticked} van ${views.length} gedaan`;
      else if (count !== null) count.textContent = count.getAttribute('data-none');
    }
  }

  /** Politely, and only what the platform ticked: a tick of the reader's own is heard from the box. */
  #announce(key: string): void {
    const view = this.#views.get(key);
    const group = this.#groups[(view?.step.group ?? 0) - 1];
    const status = group?.element.querySelector('[role="status"]');
    if (!view || !group || !status) return;
    const done = this.#done();
    const isWhole = group.views.every(({ step }) => done.has(step.key));
    status.textContent = `Stap ${view.step.number} van Probeer ${view.step.group} is gedaan.${isWhole ? ' Dat was de laatste.' : ''}`;
  }
}

/** A playground is in the page a moment after its steps. */
function present(name: string): Promise<Playground> {
  return once(() => playgrounds.value.get(name));
}

/** How long a step waits for a calculator of which nothing is heard, in ms: its part of the page may not have come in at all. */
const SHEET_PATIENCE_MS = 15_000;

/** @returns null when it cannot be fetched */
function sheetPresent(): Promise<MonthModel | null> {
  hasSheetFailed.value = false;
  isSheetWanted.value = true;
  const patience = setTimeout(() => {
    hasSheetFailed.value = true;
  }, SHEET_PATIENCE_MS);
  return once(() => monthSheet.value ?? (hasSheetFailed.value ? null : undefined)).finally(() =>
    clearTimeout(patience),
  );
}

/** @param read of signals @returns what it reads, as soon as that is something */
function once<Value>(read: () => Value | undefined): Promise<Value> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      const model = read();
      if (model === undefined) return;
      resolve(model);
      queueMicrotask(() => stop());
    });
  });
}
