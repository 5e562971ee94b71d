/** What a command is given of its process, so that a test can hand it all of that. */
import type { Prices } from './bill/tariff-folder.ts';
import type { PageFiles } from './server/page-files.ts';
import type { ToolWords } from './words.ts';

export interface Terminal {
  readonly words: ToolWords;
  /** For what was asked. */
  out(text: string): void;
  /** For what is wrong. */
  err(text: string): void;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Nobody has piped anything in. */
  readonly isStdinTyped: boolean;
  /** Absolute; a folder that is named counts from here. */
  readonly cwd: string;
  /** Fulfilled when whoever started it wants it to end. A command that never asks this is ended at once. */
  stopped(): Promise<void>;
  /** @throws Error when the files of the package are damaged */
  prices(): Prices;
  /** Where the templates of `functielab new` lie; it ends in a slash. */
  readonly templates: URL;
  readonly today: Date;
  /** The page of the laboratory; null where it was not made. */
  page(): PageFiles | null;
  /** A bundle of the boot script of an instance, for who starts many from sources; absent: that beside the Node host. */
  readonly workerUrl?: URL;
}

/** Control signs, and those that turn the direction of what follows, so that it reads as something else. */
const UNFIT = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Lines as a terminal shows them: what somebody else wrote may hold commands to it. */
export function plainText(text: string): string {
  return text.replaceAll(UNFIT, '�');
}

/** A name within a sentence, which may not begin a line of its own. */
export function oneLine(name: string): string {
  return name.replaceAll(/[\r\n\u2028\u2029]/g, '�');
}

/** Sentences, one a line. */
export function told(sentences: readonly string[]): string {
  return sentences.map((sentence) => `${plainText(sentence)}\n`).join('');
}
