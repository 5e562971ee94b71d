/** From an address to a file of the build. Knows nothing of caches, so that a test can ask it anything. */
import { isNameOfContent } from './build-list.ts';

export type Route =
  | { readonly type: 'file'; readonly path: string }
  /** A page's address without its slash: links on it would count from the wrong place. */
  | { readonly type: 'redirect'; readonly path: string }
  | { readonly type: 'unknown' };

/**
 * @param pathname of the address asked for; a query never matters, since no file depends on one
 * @param paths every path of the build, under the base, but for names that hold a digest: such a file is what its name says
 */
export function routeOf(pathname: string, base: string, paths: ReadonlySet<string>): Route {
  if (!pathname.startsWith(base)) return { type: 'unknown' };
  const path = pathname.slice(base.length);
  if (paths.has(path) || isNameOfContent(path)) return { type: 'file', path };
  const page = path.replace(/(^|\/)index\.html$/, '$1');
  if (paths.has(page)) return { type: 'file', path: page };
  return paths.has(`${path}/`) ? { type: 'redirect', path: `${path}/` } : { type: 'unknown' };
}
