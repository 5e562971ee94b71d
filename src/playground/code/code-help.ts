/** What an editor is told by the playground around it, apart from the code: what the function is, and who can say what is wrong with it. */
import type { SourceFile } from '../../contract/data.ts';
import type { CodeFrame, Failure } from '../../contract/failure.ts';
import type { ServiceSpec } from '../../contract/services.ts';

/** What is known of a function besides its code; a sample is such a thing. */
export interface CodeFacts {
  readonly functions: readonly { readonly entry: string; readonly trigger: { readonly type: string } }[];
  readonly env: Readonly<Record<string, string>>;
  readonly services: readonly ServiceSpec[];
}

/** A place in the code where something is wrong, with the sentence for it. */
export interface CodeMark extends CodeFrame {
  readonly words: string;
}

/** Whoever can say what is wrong with code. */
export interface CodeReader {
  /** What stops JavaScript from reading it at all; null when nothing does. */
  readonly markOfSyntax: (files: readonly SourceFile[]) => Promise<CodeMark | null>;
  /** Where a run went wrong; null when no line of the code is to blame. */
  readonly markOfFailure: (failure: Failure<string>, ran: readonly SourceFile[]) => CodeMark | null;
}

export interface CodeHelp {
  readonly facts: CodeFacts;
  /** Fetches who reads the code: not before somebody has typed. */
  readonly reader: () => Promise<CodeReader>;
  /** How the last run went wrong; asked for again when that changes, as a signal is. Null when it went well. */
  readonly failure: () => Failure<string> | null;
  /** What ran last. */
  readonly ran: () => readonly SourceFile[];
}
