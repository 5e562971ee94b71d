/**
 * What a reader does to the workbench: as the text goes on, the playground beside it changes; it can be kept, widened, or left alone
 * on the page. Where text and playground don't fit side by side, a dock brings the playground up over the text and down again.
 *
 * Nothing is taken out of the page or hidden from a screen reader: a playground that is not beside the text stands where its own
 * section is. Begin at `followBench`.
 */
import { keepView, keptView, type View } from './kept-view.ts';

/** Text and playground fit side by side; as `styles/playground/bench.css` has it. */
const WIDE = '(min-width: 74rem)';

/** What a reader comes to a playground for. */
const FIRST_CONTROL = '.run, .triggers button, input[type="range"]';

/** Above it one reads beside a dock, in parts of the window. */
const READ_ABOVE = 0.5;
/** What is left of a playground in the text while it is in the dock. */
const PLACE = '3rem';

interface Elements {
  readonly bench: HTMLElement;
  readonly bar: HTMLElement;
  readonly labs: readonly HTMLElement[];
  readonly texts: readonly HTMLElement[];
}

function elementsOfPage(): Elements | null {
  const bench = document.querySelector<HTMLElement>('.bench');
  const bar = document.querySelector<HTMLElement>('.bench-bar');
  const labs = [...document.querySelectorAll<HTMLElement>('.bench__lab')];
  const texts = [...document.querySelectorAll<HTMLElement>('.bench > [data-lab]')];
  return bench === null || bar === null ? null : { bench, bar, labs, texts };
}

/** @param first what made the bench begin, which counts as well */
export function followBench(first?: Event): void {
  const elements = elementsOfPage();
  if (elements === null) return;
  // Nothing moves between a press and its release: the release would land on something else.
  if (isPressed()) {
    afterPress(() => followBench(first));
    return;
  }
  const { bench, bar, labs, texts } = elements;
  const root = document.documentElement;
  const wide = matchMedia(WIDE);
  const button = (name: string) => bar.querySelector<HTMLElement>(`[data-bench="${name}"]`);
  let [view, pin] = keptView();
  let shown = -1;
  const here = texts.findLast((text) => text.getBoundingClientRect().top <= innerHeight / 2);
  /** The lab of the text at hand. */
  let read = Number(here?.dataset['lab'] ?? 0);
  /** Where the page stood when focus came into a playground: it stays as long as the page does. */
  let heldAtY: number | null = null;

  function show(lab: number): void {
    if (lab === shown || !labs[lab]) return;
    if (isPressed()) {
      afterPress(() => show(lab));
      return;
    }
    closeDock();
    shown = lab;
    for (const [at, one] of labs.entries()) one.toggleAttribute('data-shown', at === lab);
    const title = bar.querySelector('.bench-bar__title');
    if (title) title.textContent = labs[lab].dataset['title'] ?? '';
    button('previous')?.setAttribute('aria-disabled', String(lab === 0));
    button('next')?.setAttribute('aria-disabled', String(lab === labs.length - 1));
    lookAround();
  }

  function keep(): void {
    button('breed')?.setAttribute('aria-pressed', String(view === 'breed'));
    button('alleen')?.setAttribute('aria-pressed', String(view === 'alleen'));
    button('pin')?.setAttribute('aria-pressed', String(pin !== null));
    keepView(view, pin);
  }

  /** The button is drawn as pressed first: a slow computer takes longer to lay out the page anew than an answer to a press may take. */
  function setView(wanted: View): void {
    view = view === wanted ? '' : wanted;
    keep();
    requestAnimationFrame(() => setTimeout(widen));
  }

  /** Changes how wide things are, and leaves the line that was being read where it was. */
  function widen(): void {
    const line = texts.find((text) => text.getBoundingClientRect().bottom > innerHeight / 2);
    const before = line?.getBoundingClientRect();
    const part = before && before.height > 0 ? (innerHeight / 2 - before.top) / before.height : 0;
    if (root.dataset['bank'] !== 'alleen') place = line ? { line, part } : place;
    root.dataset['bank'] = view;
    if (view === 'alleen') labs[shown]?.scrollIntoView();
    else if (place) {
      const now = place.line.getBoundingClientRect();
      scrollBy({ top: now.top + now.height * place.part - innerHeight / 2, behavior: 'instant' });
    }
  }
  let place: { readonly line: HTMLElement; readonly part: number } | null = null;

  function turn(by: 1 | -1): void {
    show(shown + by);
    if (pin !== null) pin = shown;
    if (view === 'alleen') labs[shown]?.scrollIntoView();
    keep();
  }

  function closeDock(): void {
    const lab = labs[shown];
    if (root.dataset['dock'] === undefined || !lab) return;
    if (lab.contains(document.activeElement)) button('dock')?.focus({ preventScroll: true });
    const isAbove = lab.getBoundingClientRect().bottom <= innerHeight * READ_ABOVE;
    const below = belowOf(lab);
    delete root.dataset['dock'];
    lab.style.blockSize = '';
    // Who reads what is below it goes on reading where that was.
    if (isAbove) scrollBy({ top: belowOf(lab) - below, behavior: 'instant' });
    lookAtDock();
  }

  /** Where in the window the text below a playground begins. */
  const belowOf = (lab: HTMLElement) => (lab.nextElementSibling ?? lab).getBoundingClientRect().top;

  /** Down again: what was read meanwhile may have another playground. */
  function lowerDock(): void {
    if (root.dataset['dock'] === undefined) return;
    closeDock();
    if (pin === null) show(read);
  }

  function openDock(): void {
    const lab = labs[shown];
    if (!lab) return;
    const { top, bottom } = lab.getBoundingClientRect();
    const line = innerHeight * READ_ABOVE;
    const below = belowOf(lab);
    // Of its place in the text a line is left. Where it is itself in sight it stays as high as it was, so that nothing moves.
    lab.style.blockSize = top < line && bottom > line ? `${lab.offsetHeight}px` : PLACE;
    root.dataset['dock'] = 'half';
    if (bottom <= line) scrollBy({ top: belowOf(lab) - below, behavior: 'instant' });
    const sheet = lab.querySelector<HTMLElement>('.bench__sheet');
    sheet?.focus({ preventScroll: true });
    sheet?.scrollTo(0, 0);
    lookAtDock();
  }

  /** Brings the part of the shown playground that a step names into view, with the focus on it; the step stays in view. */
  function showPanel(link: Element): void {
    const name = link.textContent;
    const lab = labs[shown];
    const named = lab?.querySelector<HTMLElement>(`[aria-label="${name}"]`);
    const sheet = lab?.querySelector('.bench__sheet');
    if (!lab || !named || !sheet) return;
    if (!wide.matches) {
      if (root.dataset['dock'] === undefined) openDock();
      const under =
        (link.closest('.step') ?? link).getBoundingClientRect().bottom - bar.getBoundingClientRect().top;
      if (under > 0) scrollBy({ top: under, behavior: 'instant' });
    }
    const panel = named.closest<HTMLElement>('.log') ?? named;
    const head = lab.querySelector<HTMLElement>('.triggers');
    // What sticks there lies over what is below it.
    const covered = head && getComputedStyle(head).position === 'sticky' ? head.offsetHeight : 0;
    const top = panel.getBoundingClientRect().top - sheet.getBoundingClientRect().top - covered;
    sheet.scrollBy({ top, behavior: 'instant' });
    if (named.tabIndex < 0) named.tabIndex = -1;
    named.focus({ preventScroll: true });
    // It may have been in view before: then this alone tells which it is.
    panel.animate(
      { outline: ['2px solid var(--brand)', '2px solid transparent'], outlineOffset: ['-2px', '-2px'] },
      2_000,
    );
  }

  function lookAtDock(): void {
    const { dock } = root.dataset;
    const toggle = button('dock');
    toggle?.setAttribute('aria-expanded', String(dock !== undefined));
    if (toggle) toggle.textContent = dock === undefined ? 'Speeltuin' : 'Sluit';
    button('full')?.setAttribute('aria-pressed', String(dock === 'full'));
  }

  const actions: Readonly<Record<string, (button: Element) => void>> = {
    previous: () => turn(-1),
    next: () => turn(1),
    pin: () => {
      pin = pin === null ? shown : null;
      if (pin === null) show(read);
      keep();
    },
    breed: () => setView('breed'),
    alleen: () => setView('alleen'),
    panel: showPanel,
    dock: () => (root.dataset['dock'] === undefined ? openDock() : lowerDock()),
    full: () => {
      root.dataset['dock'] = root.dataset['dock'] === 'full' ? 'half' : 'full';
      lookAtDock();
    },
  };

  function readsAt(text: HTMLElement | null | undefined): void {
    const lab = Number(text?.dataset['lab'] ?? read);
    if (lab === read && shown !== -1) return;
    read = lab;
    // Told late of a scroll before that, reading takes no playground away from who is in it.
    if (heldAtY === scrollY) return;
    heldAtY = null;
    if (pin === null && (wide.matches || root.dataset['dock'] === undefined)) show(lab);
  }

  function onUse({ target }: Event): void {
    if (!(target instanceof Element)) return;
    const text = target.closest<HTMLElement>('.bench > [data-lab]');
    // A step that is used has its playground beside it, also at the edge of another section.
    if (text !== null && pin === null && wide.matches) {
      heldAtY = null;
      read = Number(text.dataset['lab']);
      show(read);
    }
    const lab = labs.findIndex((one) => one.contains(target));
    if (lab === -1 || !wide.matches) return;
    heldAtY = scrollY;
    show(lab);
  }

  function onClick(event: Event): void {
    onUse(event);
    const target = event.target instanceof Element ? event.target.closest('[data-bench]') : null;
    if (target === null || target.getAttribute('aria-disabled') === 'true') return;
    actions[target.getAttribute('data-bench') ?? '']?.(target);
  }

  // The line across the middle of the window is where one reads.
  const middle = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting && target instanceof HTMLElement) readsAt(target);
      }
    },
    { rootMargin: '-50% 0px -50% 0px' },
  );
  for (const text of texts) middle.observe(text);

  // Where a playground's own button is on the screen, no button leads to it.
  const pressed = labs.map((lab) => lab.querySelector(FIRST_CONTROL) ?? lab);
  const inView = new Set<Element>();
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inView.add(target);
        else inView.delete(target);
      }
      lookAround();
    },
    // The till lies over the end of the window.
    { rootMargin: '0px 0px -15% 0px', threshold: 1 },
  );
  for (const one of pressed) seen.observe(one);

  function lookAround(): void {
    const control = pressed[shown];
    bar.toggleAttribute('data-needed', control !== undefined && !inView.has(control));
  }

  /** Where each lab stands while another is shown: at its own section. */
  function park(): void {
    const sections = labs.map((lab, at) => (at === 0 ? null : lab.previousElementSibling));
    // All are read before the first is written, or each reading would lay out the page anew.
    const tops = sections.map((section) => (section instanceof HTMLElement ? section.offsetTop : 0));
    for (const [at, lab] of labs.entries()) lab.style.setProperty('--park', `${tops[at]}px`);
  }
  const heights = new ResizeObserver(park);
  for (const text of texts) heights.observe(text);

  addEventListener('click', onClick);
  addEventListener('focusin', onUse);
  addEventListener('keydown', (event) => {
    const isInEditor = event.target instanceof Element && event.target.closest('.cm-editor') !== null;
    if (event.key === 'Escape' && !event.defaultPrevented && !isInEditor) lowerDock();
  });
  wide.addEventListener('change', lowerDock);

  park();
  show(pin ?? read);
  bench.dataset['live'] = '';
  root.dataset['bank'] = view;
  keep();
  if (first?.type === 'click') onClick(first);
  else if (first?.type === 'focusin') onUse(first);
}

function isPressed(): boolean {
  return document.querySelector('.bench__lab:active') !== null;
}

/** The click that belongs to a release comes before the next frame. */
function afterPress(act: () => void): void {
  const releases = ['pointerup', 'pointercancel', 'keyup'];
  const onRelease = () => {
    for (const type of releases) removeEventListener(type, onRelease);
    requestAnimationFrame(act);
  };
  for (const type of releases) addEventListener(type, onRelease);
}
