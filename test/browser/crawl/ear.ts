/**
 * Runs first in each page of the crawl: hears what went wrong there, in any family of browsers. Drivers do not tell the same (that of
 * WebKit tells nothing), so the page itself listens.
 */

/** An expression: all that was heard on this page so far. */
export const HEARD = 'globalThis.heardByEar ?? ["this page has no ear"]';

/** Stands alone, since its text crosses into the page. */
export function ear(): void {
  const heard: string[] = [];
  Object.assign(globalThis, { heardByEar: heard });
  // It would fetch the whole course for each profile.
  Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });

  const tell = (what: string, value: unknown) =>
    heard.push(`${what}: ${value instanceof Error ? (value.stack ?? value.message) : String(value)}`);
  // Firefox says it also of a module that an import had begun to fetch, and has. One that can't be had ends its import, or has a
  // status, and both are heard.
  const isEarly = (element: Element) => element.matches('link[rel=modulepreload]');
  addEventListener(
    'error',
    (event: Event) => {
      if (event instanceof ErrorEvent) tell('uncaught', event.error ?? event.message);
      else if (event.target instanceof Element && !isEarly(event.target))
        tell('not loaded', event.target.outerHTML.slice(0, 200));
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => tell('unhandled rejection', reason));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
    tell('against the policy', `${effectiveDirective} ${blockedURI} ${sourceFile}`),
  );
  const { error } = console;
  console.error = (...values: unknown[]) => {
    tell('console', values.join(' '));
    error.apply(console, values);
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      const { protocol, origin } = new URL(entry.name, location.href);
      if (/^(https?|wss?):$/.test(protocol) && origin !== location.origin)
        tell('asked elsewhere', entry.name);
      // No family has to tell it.
      else if ((entry.responseStatus ?? 0) >= 400) tell(`answered ${entry.responseStatus}`, entry.name);
    }
  }).observe({ type: 'resource', buffered: true });
}
