/**
 * The document of the sandboxed frame: a policy and a script, nothing else.
 *
 * It is given as `srcdoc`, since a sandboxed frame with an address bypasses the service worker and is dead
 * offline. Such a document also inherits the page's policy, which therefore allows this script by its hash
 * (`bundleInlineScript()` gives the build the same text) and `data:` and `blob:` for scripts and workers.
 */

/** Measured in Chromium, Firefox and WebKit: see "Sandbox" in DESIGN.md. */
export const FRAME_POLICY =
  "default-src 'none'; script-src 'unsafe-inline' blob: data:; worker-src blob: data:; connect-src 'none'";

/** @param script the boot script, free of `</script` and `<!--` as `bundleInlineScript()` makes it */
export function frameDocument(script: string): string {
  // The policy is the first element: it holds from where it stands.
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${FRAME_POLICY}"><script>${script}</script>`;
}
