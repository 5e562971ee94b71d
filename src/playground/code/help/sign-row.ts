/**
 * A row of the signs that code needs, above the keyboard of a phone: there each is two or three taps away. It is there only
 * where a finger points, and only while the code has focus.
 */
import { insertBracket } from '@codemirror/autocomplete';
import { indentMore, undo } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** In the order in which code asks for them, with what a screen reader says. */
const SIGNS: readonly (readonly [sign: string, name: string])[] = [
  ['{', 'accolade open'],
  ['}', 'accolade dicht'],
  ['(', 'haakje open'],
  [')', 'haakje dicht'],
  ['.', 'punt'],
  [';', 'puntkomma'],
  ['=', 'isgelijkteken'],
  ['>', 'groter dan'],
  ["'", 'enkel aanhalingsteken'],
  ['"', 'dubbel aanhalingsteken'],
  ['`', 'accent grave'],
  ['[', 'vierkant haakje open'],
  [']', 'vierkant haakje dicht'],
  ['/', 'schuine streep'],
];

/** As if it was typed: brackets close, and behind a dot proposals come. */
function write(view: EditorView, sign: string): void {
  const { state } = view;
  const bracket = insertBracket(state, sign);
  view.dispatch(
    bracket ?? state.update(state.replaceSelection(sign), { userEvent: 'input.type', scrollIntoView: true }),
  );
}

function buttonOf(text: string, name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.ariaLabel = name;
  // In the order of Tab it would stand between the code and what comes after it.
  button.tabIndex = -1;
  // Whoever takes the focus away from the code sends the keyboard away.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', press);
  return button;
}

function rowOf(view: EditorView): HTMLElement {
  const row = document.createElement('div');
  row.className = 'cm-signs';
  row.role = 'toolbar';
  row.ariaLabel = 'Tekens voor code';
  // In the top layer nothing of the page cuts it off or moves it along.
  row.popover = 'manual';
  row.append(
    buttonOf('⇥', 'inspringen', () => indentMore(view)),
    buttonOf('↶', 'ongedaan maken', () => undo(view)),
    ...SIGNS.map(([sign, name]) => buttonOf(sign, name, () => write(view, sign))),
  );
  return row;
}

class SignRow {
  readonly #row: HTMLElement;
  readonly #place = () => {
    const shown = window.visualViewport;
    const keyboard = shown === null ? 0 : innerHeight - shown.offsetTop - shown.height;
    // Without a keyboard on the screen the bar of the page lies there.
    this.#row.style.insetBlockEnd = `max(${Math.max(0, Math.round(keyboard))}px, var(--till-size))`;
  };

  constructor(view: EditorView) {
    this.#row = rowOf(view);
    view.dom.append(this.#row);
  }

  update({ view, focusChanged }: ViewUpdate): void {
    if (focusChanged) this.#show(view.hasFocus && !view.state.readOnly);
  }

  #show(isShown: boolean): void {
    if (!matchMedia('(pointer: coarse)').matches || !this.#row.isConnected) return;
    const shown = window.visualViewport;
    for (const event of ['resize', 'scroll']) {
      if (isShown) shown?.addEventListener(event, this.#place);
      else shown?.removeEventListener(event, this.#place);
    }
    this.#place();
    this.#row.togglePopover(isShown);
  }

  destroy(): void {
    this.#show(false);
    this.#row.remove();
  }
}

const look = EditorView.theme({
  '.cm-signs': {
    position: 'fixed',
    inset: 'auto 0 0',
    boxSizing: 'border-box',
    inlineSize: '100%',
    margin: '0',
    padding: 'var(--space-1)',
    gap: 'var(--space-1)',
    background: 'var(--card-sunk)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderInline: '0',
    // CodeMirror's own layout of its root would show it always.
    '&:popover-open': { display: 'grid', gridTemplateColumns: 'repeat(8, minmax(0, 1fr))' },
  },
  '.cm-signs button': {
    minBlockSize: '2.4rem',
    padding: '0',
    font: '400 var(--step-0) / 1 var(--font-mono)',
    color: 'inherit',
    background: 'var(--card)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
  },
});

export const signRow: Extension = [ViewPlugin.fromClass(SignRow), look];
