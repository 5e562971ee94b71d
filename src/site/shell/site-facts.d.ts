/** What the build tells the pages of the site itself; `src/build/site-facts.ts` says what each of them means. */
declare module 'virtual:functielab/site' {
  export const version: string;
  export const day: string | null;
  export const contact: { readonly href: string; readonly text: string } | null;
}

/** The packages that a reader gets; `src/build/shipped-packages.ts` says how they are found. */
declare module 'virtual:functielab/shipped-packages' {
  export function packages(): readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
    readonly homepage: string | null;
    readonly text: string | null;
  }[];
}
