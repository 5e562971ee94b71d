/**
 * How a reader likes to read code: its size against the page's own, and whether long lines are broken. Chosen in a row under the
 * code, kept on this device, and the same in every editor of the page.
 */
import { openSearchPanel } from '@codemirror/search';
import { Compartment, type Extension } from '@codemirror/state';
import { EditorView, type Panel, showPanel } from '@codemirror/view';
import { computed, effect, signal } from '@preact/signals';
import { readText, removeText, writeText } from '../../../kit/storage.ts';

/** The size is read before the first paint too, in the head of each page. */
const SIZE_KEY = 'functielab:code-maat';
const WRAP_KEY = 'functielab:code-afbreken';
/** Against the size of the page, which stays the reader's too. */
const SIZES: readonly number[] = [0.85, 1, 1.15, 1.3, 1.5, 1.75, 2];
const OF_THE_PAGE = 1;

interface Reading {
  readonly size: number;
  readonly isWrapped: boolean;
}

function kept(): Reading {
  const size = Number(readText(SIZE_KEY));
  return { size: SIZES.includes(size) ? size : OF_THE_PAGE, isWrapped: readText(WRAP_KEY) !== null };
}

const reading = signal<Reading>(kept());
const at = computed(() => SIZES.indexOf(reading.value.size));

function choose(change: Partial<Reading>): void {
  const next = { ...reading.peek(), ...change };
  reading.value = next;
  if (next.size === OF_THE_PAGE) removeText(SIZE_KEY);
  else writeText(SIZE_KEY, String(next.size));
  if (next.isWrapped) writeText(WRAP_KEY, 'ja');
  else removeText(WRAP_KEY);
}

const step = (by: number) => () => choose({ size: SIZES[at.peek() + by] ?? reading.peek().size });

function buttonOf(text: string, name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = text;
  if (name !== text) button.ariaLabel = name;
  button.addEventListener('click', press);
  return button;
}

/** One stop for Tab: who leaves the code is on the way to `Voer uit`. */
function walkWithArrows(row: HTMLElement, buttons: readonly HTMLElement[]): void {
  const stopAt = (stop: HTMLElement | undefined) => {
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  };
  stopAt(buttons[0]);
  row.addEventListener('keydown', ({ key, target }) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const from = target instanceof HTMLElement ? buttons.indexOf(target) : -1;
    const next = buttons[(from + step + buttons.length) % buttons.length];
    if (step === 0 || from === -1) return;
    stopAt(next);
    next?.focus();
  });
}

const wrapping = new Compartment();

function toolsOf(view: EditorView): Panel {
  const smaller = buttonOf('A−', 'Kleinere code', step(-1));
  const larger = buttonOf('A+', 'Grotere code', step(1));
  const wrap = buttonOf('Breek regels af', 'Breek regels af', () =>
    choose({ isWrapped: !reading.peek().isWrapped }),
  );
  const find = buttonOf('Zoek', 'Zoek en vervang in de code', () => openSearchPanel(view));
  const dom = document.createElement('div');
  dom.className = 'cm-tools';
  dom.role = 'toolbar';
  dom.ariaLabel = 'Code lezen';
  dom.append(smaller, larger, wrap, find);
  walkWithArrows(dom, [smaller, larger, wrap, find]);
  let stop = (): void => {};
  return {
    dom,
    mount() {
      stop = effect(() => {
        const { size, isWrapped } = reading.value;
        document.documentElement.style.setProperty('--code-size', String(size));
        // A button that is switched off would lose the focus that it has.
        smaller.ariaDisabled = String(at.value === 0);
        larger.ariaDisabled = String(at.value === SIZES.length - 1);
        wrap.ariaPressed = String(isWrapped);
        // Nothing can be asked of an editor while it is being made.
        queueMicrotask(() => {
          if (view.dom.isConnected) view.dispatch({ effects: wrapping.reconfigure(wrappedIf(isWrapped)) });
        });
      });
    },
    destroy: () => stop(),
  };
}

const wrappedIf = (isWrapped: boolean): Extension => (isWrapped ? EditorView.lineWrapping : []);

const look = EditorView.theme({
  '.cm-panels.cm-panels-bottom': { background: 'none', border: '0' },
  '.cm-tools': {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'end',
    gap: 'var(--space-1)',
    minBlockSize: 'var(--editor-foot)',
    padding: '0 var(--space-2) var(--space-1)',
    boxSizing: 'border-box',
  },
  '.cm-tools button': {
    minBlockSize: '1.875rem',
    padding: '0 0.7em',
    font: '400 var(--step--3) / 1 var(--font-text)',
    // Close to its button: under the row and between two of its buttons is less room than a ring takes elsewhere.
    outlineOffset: '0',
    '&[aria-disabled=true]': { color: 'var(--ink-soft)', cursor: 'default' },
    '&[aria-pressed=true]': { background: 'var(--brand-wash)' },
  },
  '@media print': { '.cm-panels': { display: 'none' } },
});

/** The row under the code, and what it changes. */
export function readingSize(): Extension {
  return [wrapping.of(wrappedIf(reading.peek().isWrapped)), showPanel.of(toolsOf), look];
}
