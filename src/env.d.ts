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
