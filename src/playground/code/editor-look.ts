/** How the code looks in CodeMirror, and what it says where the package would speak English. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
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
  '&.cm-focused': { outline: 'none' },
  // Over the line numbers too: an outline of the editor itself lies under what it holds.
  '&.cm-focused::after': {
    content: '""',
    position: 'absolute',
    inset: '0',
    zIndex: '2',
    outline: '3px solid var(--focus)',
    outlineOffset: '-3px',
    pointerEvents: 'none',
  },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { padding: '0.5rem 0', caretColor: 'var(--ink)' },
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

  // It sticks to nothing: at the top of the window lies the head of the page.
  '.cm-panels': {
    position: 'relative',
    // Under the bars of the page.
    zIndex: '1',
    background: 'var(--card-sunk)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-text)',
  },
  '.cm-panels.cm-panels-top': { borderBlockEnd: '1px solid var(--line)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 'var(--space-2)',
    padding: 'var(--space-2) var(--space-6) var(--space-2) var(--space-3)',
    fontSize: 'var(--step--2)',
    '& br': { display: 'none' },
    '& label': { display: 'inline-flex', alignItems: 'center', gap: 'var(--space-1)', fontSize: 'inherit' },
    '& :is(input, button, label)': { margin: '0' },
    '& [name=close]': {
      inlineSize: '1.75rem',
      blockSize: '1.75rem',
      fontSize: 'var(--step-1)',
      color: 'inherit',
      cursor: 'pointer',
    },
  },
  '.cm-textfield': {
    flex: '1 1 9rem',
    minInlineSize: '0',
    minBlockSize: '2rem',
    padding: '0.2em 0.6em',
    font: 'inherit',
    color: 'var(--ink)',
    background: 'var(--card)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
  },
  '.cm-button': {
    minBlockSize: '2rem',
    padding: '0.2em 0.8em',
    font: 'inherit',
    color: 'var(--brand)',
    background: 'none',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    cursor: 'pointer',
  },
  '& .cm-searchMatch': { background: 'var(--picked)', outline: '1px solid var(--line-strong)' },
  '& .cm-searchMatch-selected': { background: 'var(--selection)', outline: '2px solid var(--focus)' },
  '& .cm-selectionMatch': { background: 'var(--brand-wash)' },
});

/** What CodeMirror would say in English. */
const phrases: Extension = EditorState.phrases.of({
  'Control character': 'Stuurteken',
  'Selection deleted': 'Selectie verwijderd',
  'replacement character': 'vervangteken',
  Completions: 'Voorstellen',
  Find: 'Zoek',
  Replace: 'Vervang door',
  next: 'volgende',
  previous: 'vorige',
  all: 'kies alle',
  'match case': 'let op hoofdletters',
  regexp: 'patroon (regex)',
  'by word': 'hele woorden',
  replace: 'vervang',
  'replace all': 'vervang alle',
  close: 'sluit',
  'current match': 'gevonden',
  'on line': 'op regel',
  'replaced match on line $': 'vervangen op regel $',
  'replaced $ matches': '$ keer vervangen',
});

/** Everything of the editor that is not behaviour. */
export const editorLook: Extension = [syntaxHighlighting(colours), look, phrases];
