/**
 * Who may ask anything of the server of the tool. It runs the code of a person with all that person's rights, so a request of anybody
 * else is refused before a function hears of it:
 *
 * - somebody else on the network: it listens on 127.0.0.1 (`local-server.ts`);
 * - a page whose name was made to point here (DNS rebinding): the `Host` is then that name, and only this computer's are taken;
 * - a page of another site that posts a form, fetches or shows a picture: `Origin` and `Sec-Fetch-Site` tell; a page on another port of
 *   this computer is another site too;
 * - another user or program on this computer, which can connect: it lacks the token, new at each start, that only this terminal shows.
 *
 * The one port has two names, and to a browser those are two sites:
 *
 *     127.0.0.1   the laboratory. Its page (`page-files.ts`) is the same for everybody and holds nothing of the folder; all that it asks
 *                 after that goes with the token in a header. The page has it from the fragment of its address, which no browser
 *                 sends anywhere. No cookie is ever looked at here.
 *     localhost   a function in a tab of its own, with links and forms as on any site. A browser can only do that with a cookie, and a
 *                 cookie knows no port: a server of somebody else on this computer is sent it by a browser that visits both. So it
 *                 holds another key, which opens functions and nothing else, and it is only there once a person has opened one so.
 *
 * That they are two sites also keeps what a function answers, with whatever scripts are in it, away from the laboratory.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** In the fragment of the address of the laboratory, and in the query of that of a function in a tab. */
export const TOKEN_PARAMETER = 'functielab';
export const TOKEN_HEADER = 'x-functielab';
/** All that is no function lies under it. */
export const DESK_PATH = '/_functielab/';
/** Files of the laboratory's page. */
export const PAGE_FILES_PATH = `${DESK_PATH}lab/`;

export interface Lock {
  readonly port: number;
  readonly token: string;
  /** For a function in a tab. */
  readonly tabKey: string;
}

export type Refusal = 'BAD_TARGET' | 'OTHER_HOST' | 'OTHER_SITE' | 'NO_TOKEN';

export type Verdict =
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 403; readonly code: Refusal }
  /** What is the same for everybody: the page of the laboratory and its files. */
  | { readonly kind: 'page'; readonly path: string }
  /** It came with the key of a tab: a browser is given the cookie and goes on to the same place without the key. */
  | { readonly kind: 'welcome'; readonly cookie: string; readonly target: string }
  /** `target` is the path with its query, without the key of a tab. */
  | { readonly kind: 'allowed'; readonly target: string };

type Asking = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

const refused = (status: 400 | 401 | 403, code: Refusal): Verdict => ({ kind: 'refused', status, code });

export const cookieName = ({ port }: Pick<Lock, 'port'>): string => `functielab-${port}`;

/** @param name of this computer, as a browser or a program writes it; a browser leaves out the port that goes without saying */
const isHost = (host: string, name: string, { port }: Lock): boolean =>
  host === `${name}:${port}` || (port === 80 && host === name);

export function judge(asking: Asking, lock: Lock): Verdict {
  const { method, url = '', headers } = asking;
  // A path, and no address of another host: `//elsewhere/` and `http://elsewhere/` would be read as one.
  if (!/^\/(?!\/)[^\\\s#]*$/.test(url)) return refused(400, 'BAD_TARGET');
  const host = (headers.host ?? '').toLowerCase();
  const isForTabs = isHost(host, 'localhost', lock);
  if (!isForTabs && !isHost(host, '127.0.0.1', lock)) return refused(403, 'OTHER_HOST');
  const { origin } = headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`) return refused(403, 'OTHER_SITE');
  const site = headers['sec-fetch-site'];
  const isElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
  // In a window of its own, and not in a frame of somebody else's page.
  const opens =
    method === 'GET' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    (headers['sec-fetch-dest'] ?? 'document') === 'document';
  const holdsToken = isSame(headerOf(headers[TOKEN_HEADER]), lock.token);
  if (isForTabs) return judgeTab(asking, { isElsewhere, opens, holdsToken }, lock);

  const [path = ''] = url.split('?');
  const isPage = path === DESK_PATH;
  if (method === 'GET' && (isPage || path.startsWith(PAGE_FILES_PATH))) {
    return isElsewhere && !(isPage && opens) ? refused(403, 'OTHER_SITE') : { kind: 'page', path };
  }
  if (isElsewhere) return refused(403, 'OTHER_SITE');
  return holdsToken ? { kind: 'allowed', target: url } : refused(401, 'NO_TOKEN');
}

interface Facts {
  readonly isElsewhere: boolean;
  readonly opens: boolean;
  readonly holdsToken: boolean;
}

function judgeTab({ method, url = '', headers }: Asking, facts: Facts, lock: Lock): Verdict {
  const { isElsewhere, opens, holdsToken } = facts;
  const { key, target } = withoutKey(url);
  const isShown = isSame(key, lock.tabKey);
  if (isElsewhere && !(isShown && opens)) return refused(403, 'OTHER_SITE');
  if (holdsToken) return { kind: 'allowed', target };
  // The key of a tab opens functions: not the desk, where files are put and usage is read.
  if (target.startsWith(DESK_PATH)) return refused(401, 'NO_TOKEN');
  const accepts = method === 'GET' && (headers.accept ?? '').includes('text/html');
  if (isShown && (opens || accepts)) {
    const cookie = `${cookieName(lock)}=${lock.tabKey}; HttpOnly; SameSite=Strict; Path=/`;
    return { kind: 'welcome', cookie, target };
  }
  const isKnown = cookiesOf(headers.cookie).some(
    ([name, value]) => name === cookieName(lock) && isSame(value, lock.tabKey),
  );
  return isKnown ? { kind: 'allowed', target } : refused(401, 'NO_TOKEN');
}

const headerOf = (sent: string | string[] | undefined): string | null =>
  typeof sent === 'string' ? sent : null;

/** What is left of the cookies for a function: it has no use for ours. Null when nothing is. */
export function otherCookies(header: string, lock: Pick<Lock, 'port'>): string | null {
  const others = cookiesOf(header).filter(([name]) => name !== cookieName(lock));
  return others.length === 0 ? null : others.map(([name, value]) => `${name}=${value}`).join('; ');
}

function cookiesOf(header: string | undefined): readonly (readonly [name: string, value: string])[] {
  return (header ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=');
    return at === -1 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const];
  });
}

/** The query as it was written, for a function may read more in it than `URLSearchParams` would write back. */
function withoutKey(url: string): { readonly key: string | null; readonly target: string } {
  const at = url.indexOf('?');
  if (at === -1) return { key: null, target: url };
  const parts = url.slice(at + 1).split('&');
  const isKey = (part: string) => part.startsWith(`${TOKEN_PARAMETER}=`);
  const own = parts.find(isKey);
  const rest = parts.filter((part) => !isKey(part));
  const target = rest.length === 0 ? url.slice(0, at) : `${url.slice(0, at)}?${rest.join('&')}`;
  return { key: own?.slice(TOKEN_PARAMETER.length + 1) ?? null, target };
}

/** In the same time, whatever was sent. */
function isSame(sent: string | null, token: string): boolean {
  if (sent === null) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(sent), digest(token));
}
