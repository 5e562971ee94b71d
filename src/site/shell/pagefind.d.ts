/** Pagefind's list brings no types; this is the part that the search dialog uses. */
declare module '@pagefind/default-ui' {
  export class PagefindUI {
    constructor(options: {
      element: string;
      baseUrl: string;
      bundlePath: string;
      showImages: boolean;
      showSubResults: boolean;
      translations: Readonly<Record<string, string>>;
    });
  }
}
declare module '@pagefind/default-ui/css/ui.css';
