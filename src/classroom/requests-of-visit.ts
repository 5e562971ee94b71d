/** The addresses that this tab asked for, by the browser's own account (Resource Timing). They never leave the tab. */

const KEY = 'functielab:verzoeken';
/** Of different addresses; enough for the whole course. */
const MOST = 2_000;

function earlier(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isAddress) : [];
  } catch {
    return [];
  }
}

/** What was kept may have been written by anybody. */
function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^(https?|wss?):/.test(value) && URL.canParse(value);
}

/** @returns addresses without fragment, each once, in the order in which they were first asked for */
export function requestsOfVisit(): string[] {
  const here = performance
    .getEntries()
    .filter(({ entryType }) => entryType === 'navigation' || entryType === 'resource')
    .map(({ name }) => name.replace(/#.*$/, ''))
    .filter(isAddress);
  return [...new Set([...earlier(), ...here])].slice(0, MOST);
}

/** Before the page goes, since the browser then forgets its list. */
export function rememberRequests(): void {
  addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(requestsOfVisit()));
    } catch {
      // Forbidden or full: the list is then of one page.
    }
  });
}
