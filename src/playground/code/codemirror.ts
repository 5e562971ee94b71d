/**
 * CodeMirror for one file, in the colours of the page. Imported at the first focus of an editor: most readers
 * of a page never edit, and it weighs more than all the rest.
 */
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { closeSearchPanel, findNext, findPrevious, openSearchPanel, search } from '@codemirror/search';
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightSpecialChars,
  type KeyBinding,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { effect } from '@preact/signals';
import type { Failure } from '../../contract/failure.ts';
import type { CodeHelp, CodeMark } from './code-help.ts';
import { editorLook } from './editor-look.ts';
import type { Edits } from './edits.ts';
import { codeMarks, showFailure } from './help/code-marks.ts';
import { codeHelp } from './help/completions.ts';
import { readingSize } from './help/reading-size.ts';
import { signRow } from './help/sign-row.ts';

/** What can be undone, so that it can be forgotten when other code comes in its place. */
const undoable = new Compartment();

export interface EditorOptions {
  readonly edits: Edits;
  /** Its ending says which language it is in. */
  readonly path: string;
  readonly help: CodeHelp;
}

export interface LiveEditor {
  /** Shows a line of the code, and puts the caret there. `line` and `column` start at 1. */
  readonly showPlace: (line: number, column: number) => void;
  readonly destroy: () => void;
}

/**
 * Takes over from a text field: its text, its caret, its focus and what it is called. From then on the editor follows the
 * code by itself, and tells what was changed in it.
 */
export function takeOverFrom(
  field: HTMLTextAreaElement,
  parent: HTMLElement,
  options: EditorOptions,
): LiveEditor {
  const { edits, path, help } = options;
  const hadFocus = document.activeElement === field;
  const { selectionStart, selectionEnd, scrollLeft } = field;
  const view = new EditorView({ parent, state: stateOf(field, options) });
  view.dispatch({ selection: { anchor: selectionStart, head: selectionEnd } });
  view.scrollDOM.scrollLeft = scrollLeft;
  if (hadFocus) view.focus();

  let shownCopy = edits.copyNumber.peek();
  const stopText = effect(() => {
    const text = edits.texts.value[path] ?? '';
    const copy = edits.copyNumber.value;
    if (copy === shownCopy) setText(view, text);
    else setOtherText(view, text);
    shownCopy = copy;
  });
  const stopRuns = effect(() => {
    const failure = help.failure();
    void showRun(view, path, help, failure);
  });
  return {
    showPlace: (line, column) => showPlace(view, line, column),
    destroy() {
      stopText();
      stopRuns();
      view.destroy();
    },
  };
}

function stateOf(field: HTMLTextAreaElement, options: EditorOptions): EditorState {
  const { edits, path } = options;
  return EditorState.create({
    doc: field.value,
    extensions: [
      lineNumbers(),
      highlightSpecialChars(),
      undoable.of(history()),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      typeOver,
      leaveWithEscape,
      // Far from the bars of the page, under which it could not be seen.
      search({ top: true, scrollToMatch: (range) => EditorView.scrollIntoView(range, { y: 'center' }) }),
      languageOf(options),
      readingSize(),
      signRow,
      editorLook,
      EditorState.readOnly.of(field.readOnly),
      // Esc, then Tab leaves the editor, as the sentence beside it says.
      keymap.of([
        { key: 'Mod-Enter', run: runPlayground },
        ...closeBracketsKeymap,
        ...searchKeys,
        ...defaultKeymap,
        ...historyKeymap,
        indentWithTab,
      ]),
      EditorView.contentAttributes.of({
        'aria-label': field.getAttribute('aria-label') ?? path,
        'aria-readonly': String(field.readOnly),
        'aria-describedby': field.getAttribute('aria-describedby') ?? '',
        tabindex: '0',
        spellcheck: 'false',
        autocapitalize: 'off',
        autocorrect: 'off',
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) edits.edit(path, update.state.doc.toString());
      }),
    ],
  });
}

/**
 * What is typed over a selection takes its place here, and not in the browser: that would keep the lines, with all that they are shown
 * by, in a history of its own, which nothing empties as long as the page is there (measured in Chromium).
 */
const typeOver: Extension = EditorView.domEventHandlers({
  beforeinput({ inputType, data: typed, isComposing }, view) {
    const { readOnly, selection } = view.state;
    const { from, to, empty } = selection.main;
    if (inputType !== 'insertText' || !typed || isComposing || view.composing || empty || readOnly)
      return false;
    const put = () =>
      view.state.update(view.state.replaceSelection(typed), {
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    // A bracket goes around what is selected.
    const isHandled = view.state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, from, to, typed, put));
    if (!isHandled) view.dispatch(put());
    return true;
  },
});

/**
 * After an Escape that closed nothing, Tab is the page's until another key is pressed. CodeMirror gives two seconds for that, and a
 * reader whose hands or computer are slow takes longer (WCAG 2.2.1).
 */
const leaveWithEscape: Extension = [
  Prec.lowest(
    EditorView.domEventHandlers({
      keydown({ key }, view) {
        // Once CodeMirror has set its own two seconds.
        if (key === 'Escape') queueMicrotask(() => view.setTabFocusMode(Number.POSITIVE_INFINITY));
      },
    }),
  ),
  EditorView.domEventObservers({
    mousedown: (_, view) => view.setTabFocusMode(false),
    blur: (_, view) => view.setTabFocusMode(false),
  }),
];

/** JSON is JavaScript too; other languages come without colours. */
function languageOf({ edits, path, help }: EditorOptions): Extension {
  if (!/\.(js|json)$/.test(path)) return [];
  /** All files of the playground as they are now. */
  const files = () => Object.entries(edits.texts.peek()).map(([name, text]) => ({ path: name, text }));
  const marks = codeMarks({ path, files, help });
  const proposals = path.endsWith('.js') ? codeHelp({ path, files, facts: help.facts }) : [];
  return [javascriptLanguage, marks, proposals];
}

/** Presses `Voer uit` of the playground around it. The editor is told of no playground: a form of it may be there or not. */
function runPlayground(view: EditorView): boolean {
  const form = view.dom.closest('section')?.querySelector<HTMLFormElement>('form.trigger');
  form?.requestSubmit();
  return form != null;
}

const scope = 'editor search-panel';
const searchKeys: readonly KeyBinding[] = [
  { key: 'Mod-f', run: openSearchPanel, scope },
  { key: 'F3', run: findNext, shift: findPrevious, scope, preventDefault: true },
  { key: 'Escape', run: closeSearchPanel, scope },
  { linux: 'Ctrl-h', win: 'Ctrl-h', mac: 'Cmd-Alt-f', run: openReplace },
];

/** Find and replace, with the caret where the new text goes. */
function openReplace(view: EditorView): boolean {
  openSearchPanel(view);
  view.dom.querySelector<HTMLInputElement>('.cm-search [name=replace]')?.select();
  return true;
}

/** Replaces the text when it was changed from outside (`Herstel`), and leaves the caret alone otherwise. */
function setText(view: EditorView, text: string): void {
  const current = view.state.doc.toString();
  if (current === text) return;
  view.dispatch({ changes: { from: 0, to: current.length, insert: text } });
}

/** Shows somebody else's code in the place of the reader's, or the reverse: undoing must not mix the two. */
function setOtherText(view: EditorView, text: string): void {
  view.dispatch({ effects: undoable.reconfigure([]) });
  setText(view, text);
  view.dispatch({ effects: undoable.reconfigure(history()) });
}

function showPlace(view: EditorView, line: number, column: number): void {
  const target = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  const at = Math.min(target.from + column - 1, target.to);
  view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
  view.focus();
}

/** Marks the line at which the last run of exactly this code went wrong; no run, or one that went well, has no mark. */
async function showRun(
  view: EditorView,
  path: string,
  { ran, reader }: CodeHelp,
  failure: Failure<string> | null,
): Promise<void> {
  const code = ran();
  const isThis = () => code.find((file) => file.path === path)?.text === view.state.doc.toString();
  if (failure === null || !isThis()) return showFailure(view, null);
  const mark: CodeMark | null = await reader()
    .then(({ markOfFailure }) => markOfFailure(failure, code))
    .catch(() => null);
  if (isThis()) showFailure(view, mark?.file === path ? mark : null);
}
