/** The search index of the built site, as Pagefind writes it; this is the part that the search dialog uses. */
declare namespace Pagefind {
  interface Api {
    options(options: { readonly baseUrl: string }): Promise<void>;
    search(
      term: string,
      options: { readonly filters: Readonly<Record<string, string>> },
    ): Promise<{ readonly results: readonly Result[] }>;
  }
  /** A page that was found; what it says comes when it is asked for. */
  interface Result {
    readonly id: string;
    data(): Promise<Found>;
  }
  interface Found {
    readonly url: string;
    readonly meta: { readonly title?: string };
    /** HTML: text with `<mark>` around what was sought. */
    readonly excerpt: string;
    /** Under headings of the page. */
    readonly sub_results: readonly {
      readonly title: string;
      readonly url: string;
      readonly excerpt: string;
    }[];
  }
}
