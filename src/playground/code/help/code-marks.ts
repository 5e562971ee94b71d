/**
 * Marks in the code: where JavaScript cannot read it, looked for when somebody stops typing, and where the last run went wrong. The
 * sentence stands at the mark, under the mouse and when the caret is on its line; a screen reader hears it once.
 */
import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { SourceFile } from '../../../contract/data.ts';
import type { CodeHelp, CodeMark } from '../code-help.ts';

type Kind = 'syntax' | 'failure';

interface Placed {
  readonly kind: Kind;
  readonly words: string;
  /** Where the line begins that it is on, and what of it is underlined. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

interface Marks {
  readonly placed: readonly Placed[];
  /** Somebody is typing: what stands at the mark may be in the way, and may no longer be so. */
  readonly isQuiet: boolean;
}

/** Who types on is not interrupted, in ms. */
const PAUSE_MS = 700;
/** Longer code is looked at when it runs. */
const LONGEST_CODE = 200_000;

const setMark = StateEffect.define<{ readonly kind: Kind; readonly placed: Placed | null }>();

const marksField = StateField.define<Marks>({
  create: () => ({ placed: [], isQuiet: false }),
  update(before, transaction) {
    let { placed, isQuiet } = before;
    if (transaction.docChanged) {
      isQuiet = true;
      placed = placed.flatMap((mark) => {
        // What went wrong in a run, went wrong in the line as it was.
        const end = transaction.startState.doc.lineAt(mark.line).to;
        if (mark.kind === 'failure' && transaction.changes.touchesRange(mark.line, end)) return [];
        const from = transaction.changes.mapPos(mark.from);
        const to = Math.max(from, transaction.changes.mapPos(mark.to));
        return [{ ...mark, from, to, line: transaction.state.doc.lineAt(from).from }];
      });
    }
    for (const effect of transaction.effects) {
      if (!effect.is(setMark)) continue;
      isQuiet = false;
      placed = placed.filter(({ kind }) => kind !== effect.value.kind);
      if (effect.value.placed !== null) placed = [...placed, effect.value.placed];
    }
    return placed === before.placed && isQuiet === before.isQuiet ? before : { placed, isQuiet };
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ placed }) => decorationsOf(placed)),
    showTooltip.computeN([field, 'selection'], (state) => atCaret(state)),
  ],
});

const onLine = Decoration.line({ class: 'cm-marked-line' });
const under = Decoration.mark({ class: 'cm-marked' });

function decorationsOf(placed: readonly Placed[]): DecorationSet {
  const lines = [...new Set(placed.map(({ line }) => line))].map((line) => onLine.range(line));
  const spans = placed.filter(({ from, to }) => from < to).map(({ from, to }) => under.range(from, to));
  return Decoration.set([...lines, ...spans], true);
}

function atCaret(state: EditorState): readonly Tooltip[] {
  const { placed, isQuiet } = state.field(marksField);
  const caret = state.selection.main;
  if (isQuiet || !caret.empty) return [];
  const line = state.doc.lineAt(caret.head).from;
  const here = placed.find((mark) => mark.line === line);
  return here === undefined ? [] : [tooltipOf(here)];
}

const tooltipOf = (mark: Placed): Tooltip => ({
  pos: mark.from,
  create: () => {
    const dom = document.createElement('div');
    dom.className = 'cm-card cm-marked-words';
    dom.textContent = mark.words;
    return { dom };
  },
});

const hover = hoverTooltip((view, pos) => {
  const line = view.state.doc.lineAt(pos).from;
  const here = view.state.field(marksField).placed.find((mark) => mark.line === line);
  // At the caret it stands already.
  const isThere = atCaret(view.state).length > 0;
  return here === undefined || isThere ? null : tooltipOf(here);
});

/** A word is underlined as a whole, and of anything else one sign. */
function place(state: EditorState, mark: CodeMark, kind: Kind): Placed {
  const line = state.doc.line(Math.min(Math.max(mark.line, 1), state.doc.lines));
  const at = Math.min(line.from + Math.max(mark.column, 1) - 1, line.to);
  const length = Math.max(1, /^[\p{L}\p{N}_$]*/u.exec(state.sliceDoc(at, line.to))?.[0].length ?? 1);
  // Behind the last sign of a line nothing can be seen: then that sign.
  const from = at === line.to ? Math.max(line.from, at - 1) : at;
  return { kind, words: mark.words, line: line.from, from, to: Math.min(at + length, line.to) };
}

function show(view: EditorView, mark: CodeMark | null, kind: Kind): void {
  const before = view.state.field(marksField).placed.find((one) => one.kind === kind);
  if (mark === null && before === undefined) return;
  const placed = mark && place(view.state, mark, kind);
  const isNews = placed !== null && placed.words !== before?.words && kind === 'syntax';
  const said = `Regel ${mark?.line}: ${placed?.words}`;
  const effects = [setMark.of({ kind, placed })];
  view.dispatch({ effects: isNews ? [...effects, EditorView.announce.of(said)] : effects });
}

/** To the next mark, and round. */
function toNextMark(view: EditorView): boolean {
  const { placed } = view.state.field(marksField);
  const sorted = placed.toSorted((a, b) => a.from - b.from);
  const next = sorted.find(({ from }) => from > view.state.selection.main.head) ?? sorted[0];
  if (next === undefined) return false;
  const line = view.state.doc.lineAt(next.from).number;
  view.dispatch({
    selection: { anchor: next.from },
    scrollIntoView: true,
    effects: EditorView.announce.of(`Regel ${line}: ${next.words}`),
  });
  return true;
}

export interface MarkedCode {
  readonly path: string;
  readonly help: CodeHelp;
  readonly files: () => readonly SourceFile[];
}

const watching = ({ path, help, files }: MarkedCode) =>
  ViewPlugin.define((view) => {
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function look(): Promise<void> {
      const { doc } = view.state;
      const reader = doc.length > LONGEST_CODE ? null : await help.reader().catch(() => null);
      const others = files().filter((file) => file.path !== path);
      const mark = await reader?.markOfSyntax([{ path, text: doc.toString() }, ...others]).catch(() => null);
      // Somebody typed on meanwhile, and will be followed by another look.
      if (view.state.doc !== doc || !view.dom.isConnected) return;
      show(view, mark?.file === path ? mark : null, 'syntax');
    }

    function soon(): void {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), PAUSE_MS);
    }

    return {
      update(update: ViewUpdate) {
        if (update.docChanged) soon();
        else if (update.focusChanged && update.view.hasFocus && isBroken(update.state)) soon();
      },
      destroy: () => clearTimeout(timer),
    };
  });

/** What the editor's own parser could not place, as far as it has come: cheaper than to fetch the other. */
function isBroken(state: EditorState): boolean {
  let isFound = false;
  syntaxTree(state).iterate({
    enter: ({ type }) => {
      isFound ||= type.isError;
      return !isFound;
    },
  });
  return isFound;
}

const look = EditorView.theme({
  // Not opaque: what is selected lies behind the line.
  '.cm-marked-line': { background: 'color-mix(in srgb, var(--bad) 12%, transparent)' },
  '.cm-marked': { textDecoration: 'underline wavy var(--bad) 1px', textUnderlineOffset: '3px' },
  '.cm-tooltip.cm-marked-words': {
    borderInlineStart: '4px solid var(--bad)',
    maxInlineSize: 'min(34rem, 80vw)',
    padding: 'var(--space-2) var(--space-3)',
  },
});

/** Marks as somebody types; F8 goes to the next. */
export function codeMarks(code: MarkedCode): Extension {
  return [marksField, hover, watching(code), look, keymap.of([{ key: 'F8', run: toNextMark }])];
}

/** Marks where the code that is shown went wrong when it ran; null takes the mark away. */
export function showFailure(view: EditorView, mark: CodeMark | null): void {
  if (view.state.field(marksField, false) !== undefined) show(view, mark, 'failure');
}
