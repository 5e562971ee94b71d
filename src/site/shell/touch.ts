/**
 * The moment at which playgrounds and questions come to life, `client:touch="begroet"` in a tag: at the first sign of a reader
 * anywhere in the page, or at once where something of this reader has to be shown. A page that is only opened fetches none of
 * their code for a while. What is pressed before they live is done as soon as they do, and so it is in parts that wake by
 * themselves, as the till does.
 *
 * Astro packs this file by itself, and the build puts it in the one file with which parts of any page start
 * (`../../build/island-runtime.ts`): it imports nothing, and a page where nothing waits for its reader remembers presses too.
 */
import type { ClientDirective } from 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** The name under which this reader's work on it is kept; nothing when none is. */
    'client:touch'?: string | boolean;
  }
}

/** A screen reader moves the focus or scrolls, and presses without a pointer. */
const SIGNS = [
  'pointermove',
  'pointerdown',
  'touchstart',
  'wheel',
  'scroll',
  'keydown',
  'focusin',
  'click',
] as const;
/** Who is read to may do nothing that a page can hear, and would be told that a button is not available. */
const SILENT_READER_MS = 15_000;
const CAPTURE = { capture: true, passive: true } as const;
/** Parts that do not live yet, and those of them that this file wakes. */
const ASLEEP = 'astro-island[ssr]';
const TO_WAKE = 'astro-island[client="touch"][ssr]';

watchPresses();

const touch: ClientDirective = async (load, { value: name }, island) => {
  let mustWait = location.hash === '' && !hasKept(name);
  do {
    if (mustWait) await sign();
    const hydrate = await load();
    // One after the other, so that the page can draw and listen in between.
    const live = turn.then(hydrate);
    const pause = () => new Promise<void>((next) => setTimeout(next));
    turn = live.then(pause, pause);
    await live;
    // What could not be fetched is tried again when the reader goes on.
    mustWait = true;
  } while (island.isConnected && island.hasAttribute('ssr'));
};

let turn = Promise.resolve();
let coming: Promise<void> | null = null;

function sign(): Promise<void> {
  coming ??= new Promise((resolve) => {
    let patience: ReturnType<typeof setTimeout> | undefined;
    const come = (event?: Event) => {
      // What scrolls within the page may do so by itself: a log that follows its newest line.
      if (event?.type === 'scroll' && event.target !== document) return;
      clearTimeout(patience);
      document.removeEventListener('visibilitychange', wait);
      for (const type of SIGNS) removeEventListener(type, come, CAPTURE);
      coming = null;
      resolve();
    };
    const wait = () => {
      clearTimeout(patience);
      if (!document.hidden) patience = setTimeout(() => come(), SILENT_READER_MS);
    };
    for (const type of SIGNS) addEventListener(type, come, CAPTURE);
    document.addEventListener('visibilitychange', wait);
    wait();
  });
  return coming;
}

/**
 * Whether this reader left something that the part shows: code of their own or of somebody else, a check that passed, a ticked step of
 * this lesson, a prediction, a host that was chosen.
 */
function hasKept(name: string): boolean {
  const lesson = location.pathname.split('/').at(-2);
  const isShown = (key: string, text: string) =>
    key.endsWith(`:${name}`) ||
    (key.endsWith(':voortgang') && text.includes(`"${name}":`)) ||
    (key.endsWith(':stappen') && text.includes(`"${lesson}":`)) ||
    (key.endsWith(':voorspeld') && document.querySelector('.predict') !== null) ||
    key.endsWith(':webcontainer-gekozen');
  try {
    return [localStorage, sessionStorage].some((shelf) =>
      Object.entries(shelf).some(([key, text]) => isShown(key, String(text))),
    );
  } catch {
    // Forbidden: nothing is kept.
    return false;
  }
}

/** A button that waits for its part is disabled, or nobody listens to it; what a browser tells of it then is the pointer alone. */
function watchPresses(): void {
  let under: Element | null = null;
  let pressed: HTMLElement | null = null;
  // What opens a popover does so by itself.
  const buttonOf = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLElement>('button:not([popovertarget])') : null;
  const isAsleep = (button: Element) =>
    button.closest(ASLEEP) !== null ||
    (button.matches(':disabled') && document.querySelector(TO_WAKE) !== null);

  const live = new MutationObserver(() => {
    if (pressed === null || isAsleep(pressed) || pressed.matches(':disabled')) return;
    const button = pressed;
    forget();
    button.click();
  });
  // What the reader does next takes the place of what was pressed before.
  const forget = () => {
    pressed = null;
    live.disconnect();
  };
  const remember = (button: HTMLElement) => {
    pressed = button;
    live.observe(document, { subtree: true, attributeFilter: ['disabled', 'ssr'] });
  };

  addEventListener(
    'pointerdown',
    (event) => {
      forget();
      under = event.button === 0 ? buttonOf(event) : null;
    },
    CAPTURE,
  );
  addEventListener('keydown', forget, CAPTURE);
  // The finger scrolls.
  addEventListener('pointercancel', () => (under = null), CAPTURE);
  addEventListener(
    'pointerup',
    (event) => {
      const button = buttonOf(event);
      if (button !== null && button === under && isAsleep(button)) remember(button);
    },
    CAPTURE,
  );
  addEventListener(
    'click',
    (event) => {
      const button = buttonOf(event);
      if (button === null || button.closest(ASLEEP) === null) return;
      // A form that nobody listens to would be sent to the site.
      event.preventDefault();
      remember(button);
    },
    { capture: true },
  );
}

export default touch;
