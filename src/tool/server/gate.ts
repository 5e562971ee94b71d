/**
 * Who may ask anything of the server of the tool. It runs the code of a person with all that person's rights, so a request of anybody
 * else is refused before a function hears of it:
 *
 * - somebody else on the network: it listens on 127.0.0.1 (`local-server.ts`);
 * - a page whose name was made to point here (DNS rebinding): the `Host` is then that name, and only this computer's are taken;
 * - a page of another site that posts a form, fetches or shows a picture: `Origin` and `Sec-Fetch-Site` tell, and the cookie is
 *   `SameSite=Strict`; a page on another port of this computer is another site too;
 * - another user or program on this computer, which can connect: it lacks the token, new at each start, that only this terminal shows.
 *
 * A browser gets the token as a cookie from the address in the terminal; a program sends it as a header. A cookie knows no port: a
 * server of somebody else on this computer could read it from a browser that visits both. So it lasts as long as the tool runs.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const TOKEN_PARAMETER = 'functielab';
export const TOKEN_HEADER = 'x-functielab';

export interface Lock {
  readonly port: number;
  readonly token: string;
}

export type Refusal = 'BAD_TARGET' | 'OTHER_HOST' | 'OTHER_SITE' | 'NO_TOKEN';

export type Verdict =
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 403; readonly code: Refusal }
  /** It came with the address in the terminal: a browser is given the cookie and goes on to the same place without the token. */
  | { readonly kind: 'welcome'; readonly cookie: string; readonly target: string }
  /** `target` is the path with its query, without the token. */
  | { readonly kind: 'allowed'; readonly target: string };

type Asking = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

const refused = (status: 400 | 401 | 403, code: Refusal): Verdict => ({ kind: 'refused', status, code });

export const cookieName = ({ port }: Pick<Lock, 'port'>): string => `functielab-${port}`;

/** Names of this computer, as a browser or a program writes them. */
const ownHosts = ({ port }: Lock): readonly string[] => [
  `127.0.0.1:${port}`,
  `localhost:${port}`,
  // A browser leaves out the port that goes without saying.
  ...(port === 80 ? ['127.0.0.1', 'localhost'] : []),
];

export function judge({ method, url = '', headers }: Asking, lock: Lock): Verdict {
  // A path, and no address of another host: `//elsewhere/` and `http://elsewhere/` would be read as one.
  if (!/^\/(?!\/)[^\\\s#]*$/.test(url)) return refused(400, 'BAD_TARGET');
  const { host = '', origin } = headers;
  if (!ownHosts(lock).includes(host.toLowerCase())) return refused(403, 'OTHER_HOST');
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    return refused(403, 'OTHER_SITE');
  }
  const { token, target } = withoutToken(url);
  const isShown = isSame(token, lock.token);
  const site = headers['sec-fetch-site'];
  const isElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
  const opens = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
  if (isElsewhere && !(isShown && opens)) return refused(403, 'OTHER_SITE');
  if (isShown && (opens || (method === 'GET' && (headers.accept ?? '').includes('text/html')))) {
    const cookie = `${cookieName(lock)}=${lock.token}; HttpOnly; SameSite=Strict; Path=/`;
    return { kind: 'welcome', cookie, target };
  }
  const sent = headers[TOKEN_HEADER];
  const isKnown =
    isShown ||
    isSame(typeof sent === 'string' ? sent : null, lock.token) ||
    cookiesOf(headers.cookie).some(([name, value]) => name === cookieName(lock) && isSame(value, lock.token));
  return isKnown ? { kind: 'allowed', target } : refused(401, 'NO_TOKEN');
}

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
function withoutToken(url: string): { readonly token: string | null; readonly target: string } {
  const at = url.indexOf('?');
  if (at === -1) return { token: null, target: url };
  const parts = url.slice(at + 1).split('&');
  const isToken = (part: string) => part.startsWith(`${TOKEN_PARAMETER}=`);
  const own = parts.find(isToken);
  const rest = parts.filter((part) => !isToken(part));
  const target = rest.length === 0 ? url.slice(0, at) : `${url.slice(0, at)}?${rest.join('&')}`;
  return { token: own?.slice(TOKEN_PARAMETER.length + 1) ?? null, target };
}

/** In the same time, whatever was sent. */
function isSame(sent: string | null, token: string): boolean {
  if (sent === null) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(sent), digest(token));
}
