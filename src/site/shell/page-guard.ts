/**
 * The build puts this inline in each page, before all else. A policy with `'strict-dynamic'` should stop every script that is written
 * in a page, but WebKit trusts one with `type="module"` and an address (measured in WebKitGTK 2.50, also in a `srcdoc`
 * frame). So what no page of ours writes is taken out as soon as it stands there, before it can run: a script with an address
 * elsewhere, and a `srcdoc` frame with the page's own rights. The sandbox of a playground has not got these.
 *
 * What comes in a shadow tree in the page's own file is not seen here. Only who writes that file can put it there.
 */
const FRAME_RIGHTS = 'allow-scripts';

function isOurs(element: Element): boolean {
  if (element instanceof HTMLIFrameElement) {
    return !element.hasAttribute('srcdoc') || element.getAttribute('sandbox') === FRAME_RIGHTS;
  }
  const address = element instanceof SVGScriptElement ? element.href.baseVal : element.getAttribute('src');
  // What is no address starts nothing, and must not keep this from looking at the next.
  if (!address || !URL.canParse(address, location.href)) return true;
  return new URL(address, location.href).href.startsWith(`${location.origin}/`);
}

new MutationObserver((records) => {
  // A page that is being read comes element by element, each within the one before it: all that is in one is looked at once.
  const seen = new Set<Node | null>();
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      const isLookedAt = seen.has(node.parentNode);
      seen.add(node);
      if (isLookedAt) continue;
      for (const element of [node, ...node.querySelectorAll('script, iframe')]) {
        // In another document a script does not run, also when it is being fetched.
        if (element.matches('script, iframe') && !isOurs(element)) {
          document.implementation.createHTMLDocument().adoptNode(element);
        }
      }
    }
  }
}).observe(document, { childList: true, subtree: true });
