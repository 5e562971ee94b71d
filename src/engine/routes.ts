/**
 * Which function answers a request: the first whose route fits, as a small API gateway does it. A route is a method
 * and a path of segments, of which `:name` stands for any one: `DELETE /taken/:id`.
 */

export interface Routed {
  readonly functionName: string;
  /** Absent: every request. */
  readonly routes?: readonly string[];
}

export type RouteResult =
  | {
      readonly kind: 'found';
      readonly functionName: string;
      readonly params: Readonly<Record<string, string>>;
    }
  /** The path exists, with other methods. */
  | { readonly kind: 'otherMethod'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' };

export function findRoute(functions: readonly Routed[], method: string, pathname: string): RouteResult {
  const allowed = new Set<string>();
  for (const { functionName, routes } of functions) {
    if (routes === undefined) return { kind: 'found', functionName, params: {} };
    for (const route of routes) {
      const [routeMethod = '', pattern = ''] = route.split(' ');
      const params = match(pattern, pathname);
      if (params === null) continue;
      if (routeMethod === method) return { kind: 'found', functionName, params };
      allowed.add(routeMethod);
    }
  }
  return allowed.size > 0 ? { kind: 'otherMethod', allowed: [...allowed] } : { kind: 'none' };
}

function match(pattern: string, pathname: string): Record<string, string> | null {
  const expected = segmentsOf(pattern);
  const given = segmentsOf(pathname);
  if (expected.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, segment] of expected.entries()) {
    const value = given[at] ?? '';
    if (segment.startsWith(':') && value !== '') params[segment.slice(1)] = decoded(value);
    else if (segment !== value) return null;
  }
  return params;
}

/** A slash at the end changes nothing. */
function segmentsOf(path: string): string[] {
  return path.replace(/\/+$/, '').split('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign is the reader's own text.
    return text;
  }
}
