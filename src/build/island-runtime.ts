/**
 * Makes a file of the scripts with which Astro starts an island, and lets them import only what this build's pages
 * start. Astro writes these scripts into each page and reads there, in attributes of `<astro-island>`, which module to
 * import. Whoever can put an element in a page would so choose a module, and no policy forbids that: `import()` of a
 * script that the policy trusts is trusted (measured in Chromium, Firefox and WebKit).
 */

/** What an island names as a module to import. */
export const ISLAND_MODULES = ['component-url', 'renderer-url', 'before-hydration-url'] as const;

/** The scripts of Astro that start islands: the one with the element, and one for each moment to start at. */
export function isIslandScript(text: string): boolean {
  return (
    text.includes('customElements.define("astro-island"') || text.includes('(self.Astro||(self.Astro={}))')
  );
}

const IMPORT = /\bimport\(/g;
/** The import of a component, its second try, and what an island may ask for before it starts. */
const IMPORTS_OF_ASTRO = 3;
const PROPS = 'JSON.parse(this.getAttribute("props"))';

/**
 * @param scripts the texts of Astro's scripts as they stand in the pages
 * @param modules addresses that the pages give to `ISLAND_MODULES`
 * @returns a module that does what the scripts do
 * @throws Error when the scripts import or read properties in another way than this file knows: another version of Astro
 */
export function islandRuntime(scripts: readonly string[], modules: readonly string[]): string {
  const text = scripts.join('\n');
  const imports = text.match(IMPORT)?.length ?? 0;
  if (imports !== IMPORTS_OF_ASTRO || text.split(PROPS).length !== 2) {
    throw new Error(
      `Astro starts its islands in another way than src/build/island-runtime.ts knows: ${imports} imports, ` +
        `${text.split(PROPS).length - 1} readings of properties`,
    );
  }
  const guarded = text
    .replace(IMPORT, 'importIsland(')
    .replace(PROPS, 'readProps(this.getAttribute("props"))');
  return `${guards(modules)}\n${guarded}\n`;
}

/**
 * A second try carries a query, which changes nothing about the file.
 *
 * A property named `constructor` whose value Astro does not know becomes `undefined`, and an object with such a one is an
 * element to Preact: properties could so bring a `<script>` into the page, which the policy would trust.
 */
function guards(modules: readonly string[]): string {
  return `const islands = new Set(${JSON.stringify(modules)}.map((url) => new URL(url, location.href).href));
async function importIsland(address) {
  const { origin, pathname, search } = new URL(address, location.href);
  if (!islands.has(origin + pathname)) throw new Error(\`Not a part of this site: \${address}\`);
  return import(origin + pathname + search);
}
function readProps(text) {
  return JSON.parse(text, (name, value) => {
    if (name === 'constructor') throw new Error('Not properties of this site');
    return value;
  });
}`;
}
