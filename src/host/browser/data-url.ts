/** A script as a `data:` URL, written so that it can stand between any quotes and inside another such URL. */

/** Keeps its meaning at any depth: each level adds two characters per escape, where base64 would add a third. */
export function dataUrl(script: string): string {
  // Half a surrogate pair has no UTF-8 form; the source of a module loses it on the way through any URL.
  return `data:text/javascript;charset=utf-8,${encodeURIComponent(script.toWellFormed()).replaceAll("'", '%27')}`;
}

/** What `dataUrl` made an address of. */
export function scriptOf(url: string): string {
  return decodeURIComponent(url.slice(url.indexOf(',') + 1));
}
