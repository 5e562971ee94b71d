/** What the compiler has to be told of modules that only the build makes. */
/// <reference types="astro/client" />

/** See `build/inline-script.ts`: the whole of an entry and its imports as one classic script, in a string. */
declare module '*?inline-script' {
  const source: string;
  export default source;
}

/** The same as one module for Node. */
declare module '*?node-script' {
  const source: string;
  export default source;
}

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

/** A run of each sample by its name; null for one that the build cannot run. `src/build/recording/record-all.ts` makes them. */
declare module 'virtual:functielab/recorded-runs' {
  const runs: Readonly<Record<string, import('./playground/record-run.ts').RecordedRun | null>>;
  export default runs;
}

/** The types that the editor of a playground knows; `src/build/editor-types.ts` makes them, and says what they mean. */
declare module 'virtual:functielab/editor-types' {
  const table: {
    readonly types: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
    readonly aliases: Readonly<Record<string, string>>;
    readonly globals: Readonly<Record<string, string>>;
    readonly old: Readonly<Record<string, readonly string[]>>;
  };
  export default table;
}

/** How each claim of `src/proof/` stands in the source of this build; `src/build/recording/proof-integration.ts` looks. */
declare module 'virtual:functielab/proof' {
  const standing: readonly import('./proof/index.ts').Shown[];
  export default standing;
  export const tried: import('./proof/index.ts').Tried;
}
