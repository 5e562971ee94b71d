/** Astro's own scripts, as it writes them into a page. They are no part of what the package exports. */

async function textOf(path: string): Promise<string> {
  const file = new URL(`../../node_modules/astro/dist/runtime/${path}.prebuilt.js`, import.meta.url);
  const { default: text } = (await import(file.href)) as { default: string };
  return text;
}

export const ISLAND = await textOf('server/astro-island');
export const LOAD = await textOf('client/load');
