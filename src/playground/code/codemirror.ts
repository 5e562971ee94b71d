/**
 * CodeMirror for one file, in the colours of the page. Imported at the first focus of an editor: most readers
 * of a page never edit, and it weighs more than all the rest.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--code-token-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--code-token-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-token-constant)' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.className],
    color: 'var(--code-token-function)',
  },
  { tag: [tags.comment], color: 'var(--code-token-comment)' },
  { tag: [tags.punctuation, tags.operator], color: 'var(--code-token-punctuation)' },
]);

/** The same grid of lines as the served text has (`editor.css`); CodeMirror's own rules stand outside all layers. */
const look = EditorView.theme({
  '&': { background: 'none', fontSize: 'inherit' },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '-3px' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { padding: '0.5rem 0 1rem', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0' },
  '.cm-gutters': { background: 'var(--card)', color: 'var(--ink-soft)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': {
    boxSizing: 'border-box',
    inlineSize: 'var(--gutter)',
    minInlineSize: '0',
    padding: '0 0.9rem 0 0',
  },
  '.cm-cursor': { borderInlineStartColor: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--picked)' },
});

/** What CodeMirror would say to a screen reader in English. */
const dutch: Extension = EditorState.phrases.of({
  'Control character': 'Stuurteken',
  'Selection deleted': 'Selectie verwijderd',
  'replacement character': 'vervangteken',
});

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** Its ending says which language it is in. */
  readonly path: string;
  readonly label: string;
  /** Id of the sentence that says how the keyboard leaves the editor. */
  readonly describedBy: string;
  /** It can be read, searched and copied, and nothing in it changed. */
  readonly isReadOnly: boolean;
  readonly onChange: (text: string) => void;
}

export function createEditor(options: EditorOptions): EditorView {
  return new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        syntaxHighlighting(colours),
        // JSON is JavaScript too; other languages come without colours.
        ...(/\.(js|json)$/.test(options.path) ? [javascript()] : []),
        look,
        dutch,
        EditorState.readOnly.of(options.isReadOnly),
        // Esc, then Tab leaves the editor: CodeMirror's own way, said in the sentence beside it.
        keymap.of([
          { key: 'Mod-Enter', run: runPlayground },
          ...defaultKeymap,
          ...historyKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-readonly': String(options.isReadOnly),
          'aria-describedby': options.describedBy,
          tabindex: '0',
          spellcheck: 'false',
          autocapitalize: 'off',
          autocorrect: 'off',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
}

/** Presses `Voer uit` of the playground around it. The editor is told of no playground: a form of it may be there or not. */
function runPlayground(view: EditorView): boolean {
  const form = view.dom.closest('section')?.querySelector<HTMLFormElement>('form.trigger');
  form?.requestSubmit();
  return form != null;
}

/** Replaces the text when it was changed from outside (`Herstel`), and leaves the caret alone otherwise. */
export function setText(view: EditorView, text: string): void {
  const current = view.state.doc.toString();
  if (current === text) return;
  view.dispatch({ changes: { from: 0, to: current.length, insert: text } });
}

/** Shows a line of the code, and puts the caret there. `line` and `column` start at 1. */
export function showPlace(view: EditorView, line: number, column: number): void {
  const target = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  const at = Math.min(target.from + column - 1, target.to);
  view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
  view.focus();
}

export type { EditorView };
