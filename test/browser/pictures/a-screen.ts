/** What a screen is: one page in one state, of which pictures are kept in both colours at two widths. */
import type { Locator, Page } from 'playwright-core';

/** Screens on one page, in the order in which a reader comes to them. */
export interface Walk {
  /** Under the site's base. */
  readonly path: string;
  /** Code that runs before the page's own. */
  readonly before?: string;
  /** What the console may say. */
  readonly allows?: RegExp;
  readonly screens: readonly Screen[];
}

export interface Screen {
  /** Of its file, in Dutch: whoever makes the course reads it in a list of changes. */
  readonly name: string;
  /** Brings the page into its state, once for all pictures. */
  readonly enter?: (page: Page) => Promise<void>;
  /** What a window of this width needs besides, before each of its pictures. */
  readonly each?: (page: Page, width: number) => Promise<void>;
  /** What is scrolled to the top of the window; without it, the top of the page. */
  readonly at?: (page: Page) => Locator;
  /** What is another at each visit, such as a duration: it is painted over. */
  readonly varies?: (page: Page) => readonly Locator[];
  /** Whose running text may be other words: what an editor changes there is not for here. Always so for paragraphs of a lesson. */
  readonly loose?: (page: Page) => readonly Locator[];
  /** As it would come out of a printer. */
  readonly isPrinted?: boolean;
}
