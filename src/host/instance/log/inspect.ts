/** Any value as text, the way a programmer writes it down. */
import { inspect, registerStringTag } from 'loupe';

const OPTIONS = {
  /** Characters, so that a huge object costs no more than a big one. */
  truncate: 4_000,
  // Loupe writes zero as `+0`, to tell it from `-0`.
  stylize: (text: string) => (text === '+0' ? '0' : text),
};

/** Objects of the web, which keep everything behind getters where an inspector sees nothing. */
const webObjects: Readonly<Record<string, (value: unknown) => string>> = {
  Headers: list('Headers'),
  URLSearchParams: list('URLSearchParams'),
  FormData: list('FormData'),
  URL: parts('URL', ['href']),
  Request: parts('Request', ['method', 'url']),
  Response: parts('Response', ['status', 'statusText']),
};
for (const [name, show] of Object.entries(webObjects)) registerStringTag(name, show);

/** Never throws: a getter of the learner's may, and an object may lie about its kind. */
export function inspectSafely(value: unknown): string {
  try {
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    // Before loupe looks, since Node's own objects bring an inspector that differs from a browser's.
    return Object.hasOwn(webObjects, kind) ? (webObjects[kind]?.(value) ?? '') : inspect(value, OPTIONS);
  } catch {
    return `[${typeof value}]`;
  }
}

interface ListLike {
  forEach(each: (value: unknown, key: unknown) => void): void;
}

function list(name: string) {
  return (value: unknown) => {
    const found: Record<string, unknown> = {};
    (value as ListLike).forEach((item, key) => {
      found[String(key)] = item;
    });
    return `${name} ${inspect(found, OPTIONS)}`;
  };
}

function parts(name: string, keys: readonly string[]) {
  return (value: unknown) => {
    const found = Object.fromEntries(keys.map((key) => [key, Reflect.get(Object(value), key)]));
    return `${name} ${inspect(found, OPTIONS)}`;
  };
}
