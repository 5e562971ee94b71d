/**
 * Proposals while somebody types, each with a few Dutch words, and the same words for what the mouse rests on. What there is to
 * propose is found by `code-place.ts`; this is how CodeMirror shows it.
 */

import table from 'virtual:functielab/editor-types';
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import { type EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, hoverTooltip, type KeyBinding, keymap } from '@codemirror/view';
import type { SourceFile } from '../../../contract/data.ts';
import type { CodeFacts } from '../code-help.ts';
import { type Known, PlaceReader } from './code-place.ts';
import { explain } from './explanations.ts';
import { Types } from './members.ts';
import { showType } from './show-type.ts';

export interface CodeAround {
  readonly path: string;
  readonly facts: CodeFacts;
  /** All files of the playground as they are now. */
  readonly files: () => readonly SourceFile[];
}

/** Longer code is typed in without proposals: reading it at each key would be felt. */
const LONGEST_CODE = 200_000;
/** How long a key may wait for the code to be read, in ms. */
const READ_WITHIN_MS = 40;

const KEYWORDS =
  'async await break case catch const continue default delete else export false finally for function if import in instanceof let new null of return switch throw true try typeof undefined while'.split(
    ' ',
  );

let types: Types | null = null;

function readerOf(state: EditorState, { path, facts, files }: CodeAround): PlaceReader {
  types ??= new Types(table);
  const tree = ensureSyntaxTree(state, state.doc.length, READ_WITHIN_MS) ?? syntaxTree(state);
  const others = files();
  return new PlaceReader(
    types,
    { path, text: state.doc.toString(), tree },
    facts,
    others.map((file) => file.path),
    (wanted) => {
      const other = others.find((file) => file.path === wanted);
      return other && wanted.endsWith('.js')
        ? { ...other, tree: javascriptLanguage.parser.parse(other.text) }
        : null;
    },
  );
}

function propose(around: CodeAround, context: CompletionContext): CompletionResult | null {
  if (context.state.doc.length > LONGEST_CODE) return null;
  const choice = readerOf(context.state, around).at(context.pos, context.explicit);
  if (choice === null) return null;
  const options = choice.known.map((one) => optionOf(one, choice.kind === 'name'));
  if (choice.kind === 'name') options.push(...KEYWORDS.map((label) => ({ label, boost: -1 })));
  const { from } = choice;
  return { from, options, validFor: choice.kind === 'text' ? /^[^'"`]*$/ : /^[\p{L}\p{N}_$]*$/u };
}

function isOld(key: string): boolean {
  const [owner = '', name = ''] = key.split('.');
  return Object.entries(table.old).some(
    ([head, names]) => head.split('<')[0] === owner && names.includes(name),
  );
}

function optionOf(known: Known, isName: boolean): Completion {
  const words = explain(known.key);
  // The reader's own names first, and last what nobody should use any more.
  const boost = isOld(known.key) ? -50 : known.key === '' ? 3 : words === null || isName ? 0 : 2;
  // With the name it is one text to a screen reader.
  return { label: known.name, ...(words && { detail: ` ${words}` }), boost, info: () => card(known) };
}

/** What a thing is, in the syntax of code and in words. */
function card(known: Known): HTMLElement {
  const element = document.createElement('div');
  const code = element.appendChild(document.createElement('code'));
  const type = showType(known.type);
  code.textContent = known.type.kind === 'function' ? `${known.name}${type}` : `${known.name}: ${type}`;
  const words = explain(known.key);
  if (words !== null) {
    const sentence = element.appendChild(document.createElement('p'));
    sentence.textContent = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  }
  return element;
}

const look = EditorView.theme({
  '.cm-tooltip': {
    background: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    fontFamily: 'var(--font-text)',
    fontSize: 'var(--step--2)',
    lineHeight: '1.45',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-mono)',
    maxBlockSize: '14rem',
    maxInlineSize: 'min(34rem, 88vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.15rem 0.6rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--selection)', color: 'var(--ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700', color: 'var(--brand)' },
  '.cm-completionDetail': {
    marginInlineStart: '0.9em',
    fontStyle: 'normal',
    fontFamily: 'var(--font-text)',
    color: 'var(--ink-soft)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': { color: 'var(--ink)' },
  '.cm-tooltip.cm-completionInfo, .cm-card': {
    padding: 'var(--space-2) var(--space-3)',
    maxInlineSize: '24rem',
  },
  '.cm-tooltip p': { margin: 'var(--space-1) 0 0' },
  '.cm-tooltip code': { font: '400 var(--step--3) / 1.5 var(--font-mono)', overflowWrap: 'anywhere' },
});

/** Escape closes a list that is seen. One that is only on its way must not keep who is leaving the code. */
function closeIfSeen(view: EditorView): boolean {
  const isSeen = completionStatus(view.state) === 'active';
  closeCompletion(view);
  return isSeen;
}

const keys: readonly KeyBinding[] = [
  ...completionKeymap.filter(({ key }) => key !== 'Escape'),
  { key: 'Escape', run: closeIfSeen },
];

/** Proposals, and what stands under the mouse. */
export function codeHelp(around: CodeAround): Extension {
  return [
    autocompletion({
      override: [(context) => propose(around, context)],
      icons: false,
      defaultKeymap: false,
    }),
    Prec.highest(keymap.of(keys)),
    hoverTooltip((view, pos) => {
      if (view.state.doc.length > LONGEST_CODE) return null;
      const known = readerOf(view.state, around).nameAt(pos);
      if (known === null) return null;
      return {
        pos: known.from,
        end: known.to,
        above: true,
        create: () => {
          const dom = card(known);
          dom.className = 'cm-card';
          return { dom };
        },
      };
    }),
    look,
  ];
}
