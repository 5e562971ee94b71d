/**
 * Types as they are written: in the table that the build makes of the published types, and in the JSDoc of a reader's code.
 * Both are the syntax of TypeScript, of which this reads what occurs there; what it cannot read is `any`.
 */

export type Type =
  | { readonly kind: 'name'; readonly name: string; readonly args: readonly Type[] }
  | { readonly kind: 'union'; readonly parts: readonly Type[] }
  | { readonly kind: 'tuple'; readonly parts: readonly Type[] }
  | {
      readonly kind: 'object';
      readonly members: ReadonlyMap<string, Type>;
      /** Of a key that is not named; null when there is none. */
      readonly rest: Type | null;
    }
  | { readonly kind: 'function'; readonly signatures: readonly Signature[] };

export interface Signature {
  /** Names, each with what it is when nothing says so. */
  readonly typeParams: ReadonlyMap<string, Type>;
  readonly params: readonly Param[];
  readonly returns: Type;
}

export interface Param {
  readonly name: string;
  readonly type: Type;
  readonly isOptional: boolean;
  readonly isRest: boolean;
}

export const named = (name: string, ...args: readonly Type[]): Type => ({ kind: 'name', name, args });

export const ANY = named('any');

/** Parts of which each is there once; a type that says nothing makes the whole say nothing. */
export function union(parts: readonly Type[]): Type {
  const flat = parts.flatMap((part) => (part.kind === 'union' ? part.parts : [part]));
  const known = flat.filter((part) => !isNamed(part, 'never'));
  if (known.some((part) => isNamed(part, 'any'))) return ANY;
  const different = [...new Map(known.map((part) => [JSON.stringify(part, mapsToo), part])).values()];
  const [only = named('never')] = different;
  return different.length <= 1 ? only : { kind: 'union', parts: different };
}

export const isNamed = (type: Type, ...names: readonly string[]) =>
  type.kind === 'name' && names.includes(type.name);

function mapsToo(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}

const TOKEN = /\s*(=>|\.\.\.|[\p{L}\p{N}_$.]+|'[^']*'|"[^"]*"|`[^`]*`|\S)/uy;

/** @param text one type: `Promise<string[]>`, `(key: string) => void` */
export function parseType(text: string): Type {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) tokens.push(found[1] ?? '');
  try {
    return new Reader(tokens).all();
  } catch (error) {
    if (error instanceof Unreadable) return ANY;
    throw error;
  }
}

class Unreadable extends Error {}

const LITERALS: Readonly<Record<string, string>> = {
  true: 'boolean',
  false: 'boolean',
  '*': 'any',
  '?': 'any',
};
const WORDS_BEFORE = new Set(['readonly', 'unique', 'infer', 'abstract']);

/** One pass over the tokens; each method leaves the place after what it has read. */
class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  all(): Type {
    // In JSDoc `?` before a type and `=` after it say that it may be missing.
    if (this.#peek() === '?' && this.#tokens.length > 1) this.#at += 1;
    const type = this.#type();
    if (this.#peek() !== undefined && this.#peek() !== '=') throw new Unreadable();
    return type;
  }

  #peek(ahead = 0): string | undefined {
    return this.#tokens[this.#at + ahead];
  }

  #take(): string {
    const token = this.#peek();
    if (token === undefined) throw new Unreadable();
    this.#at += 1;
    return token;
  }

  #has(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#at += 1;
    return true;
  }

  #expect(token: string): void {
    if (!this.#has(token)) throw new Unreadable();
  }

  #type(): Type {
    this.#has('|');
    const parts = [this.#both()];
    while (this.#has('|')) parts.push(this.#both());
    // A condition: what it comes to is not worked out.
    if (this.#peek() === 'extends') throw new Unreadable();
    return union(parts);
  }

  /** Of `A & B` the members of both. */
  #both(): Type {
    let type = this.#postfix();
    while (this.#has('&')) {
      const other = this.#postfix();
      type =
        type.kind === 'object' && other.kind === 'object'
          ? { ...type, members: new Map([...type.members, ...other.members]) }
          : type;
    }
    return type;
  }

  #postfix(): Type {
    let type = this.#primary();
    while (this.#peek() === '[') {
      this.#at += 1;
      if (this.#has(']')) type = named('Array', type);
      else {
        this.#type();
        this.#expect(']');
        type = ANY;
      }
    }
    return type;
  }

  #primary(): Type {
    const token = this.#peek() ?? '';
    if (token === '(' && !this.#isFunction()) {
      this.#at += 1;
      const inner = this.#type();
      this.#expect(')');
      return inner;
    }
    if (token === '(' || token === '<') return { kind: 'function', signatures: [this.#signature('=>')] };
    if (token === '{') return this.#object();
    if (token === '[') return this.#tuple();
    this.#at += 1;
    if (token === 'new') return { kind: 'function', signatures: [this.#signature('=>')] };
    if (WORDS_BEFORE.has(token)) return this.#primary();
    if (token === 'keyof') {
      this.#postfix();
      return named('string');
    }
    if (token === 'typeof') return named(`typeof ${this.#take()}`);
    if (token === 'asserts') {
      this.#at += 1;
      return this.#guard(named('void'));
    }
    if (/^['"`]/.test(token)) return named('string');
    if (/^[\d-]/.test(token)) {
      if (token === '-') this.#at += 1;
      return named('number');
    }
    if (!/^[\p{L}_$*?]/u.test(token)) throw new Unreadable();
    const known = LITERALS[token];
    if (known !== undefined) return named(known);
    return this.#guard(named(token, ...this.#arguments()));
  }

  /** `value is string`, at the place of what a function gives. */
  #guard(type: Type): Type {
    if (!this.#has('is')) return type;
    this.#type();
    return named('boolean');
  }

  #arguments(): Type[] {
    const args: Type[] = [];
    if (!this.#has('<')) return args;
    while (!this.#has('>')) {
      args.push(this.#type());
      this.#has(',');
    }
    return args;
  }

  /** Looks ahead to the bracket that closes this one: an arrow comes after it, or not. */
  #isFunction(): boolean {
    let depth = 0;
    for (let ahead = 0; this.#peek(ahead) !== undefined; ahead += 1) {
      if (this.#peek(ahead) === '(') depth += 1;
      if (this.#peek(ahead) === ')') depth -= 1;
      if (depth === 0) return this.#peek(ahead + 1) === '=>';
    }
    return false;
  }

  #signature(arrow: '=>' | ':'): Signature {
    const typeParams = new Map<string, Type>();
    if (this.#has('<')) {
      while (!this.#has('>')) {
        this.#has('const');
        const name = this.#take();
        if (this.#has('extends')) this.#type();
        typeParams.set(name, this.#has('=') ? this.#type() : ANY);
        this.#has(',');
      }
    }
    this.#expect('(');
    const params: Param[] = [];
    while (!this.#has(')')) {
      const isRest = this.#has('...');
      const name = this.#take();
      const isOptional = this.#has('?');
      const type = this.#has(':') ? this.#type() : ANY;
      if (name !== 'this') params.push({ name, type, isOptional, isRest });
      this.#has(',');
    }
    const returns = this.#has(arrow) ? this.#type() : ANY;
    return { typeParams, params, returns };
  }

  #tuple(): Type {
    const parts: Type[] = [];
    this.#expect('[');
    while (!this.#has(']')) {
      this.#has('...');
      if (this.#peek(1) === ':') this.#at += 2;
      if (this.#peek(1) === '?' && this.#peek(2) === ':') this.#at += 3;
      parts.push(this.#type());
      this.#has('?');
      this.#has(',');
    }
    return { kind: 'tuple', parts };
  }

  #object(): Type {
    const members = new Map<string, Type>();
    const calls: Signature[] = [];
    let rest: Type | null = null;
    this.#expect('{');
    while (!this.#has('}')) {
      if (this.#peek() === '(' || this.#peek() === '<') calls.push(this.#signature(':'));
      else if (this.#peek() === 'new' && this.#peek(1) === '(') {
        this.#at += 1;
        calls.push(this.#signature(':'));
      } else if (this.#peek() === '[') {
        this.#at += 1;
        const isKey = this.#peek(1) === ':';
        while (!this.#has(']')) this.#at += 1;
        if (isKey) {
          this.#expect(':');
          rest = this.#type();
        } else this.#value();
      } else {
        if (this.#peek() === 'readonly' && this.#peek(1) !== ':') this.#at += 1;
        const name = this.#take().replace(/^['"]|['"]$/g, '');
        members.set(name, this.#value());
      }
      if (!this.#has(';')) this.#has(',');
    }
    return calls.length > 0 ? { kind: 'function', signatures: calls } : { kind: 'object', members, rest };
  }

  /** What stands after the name of a member: its type, or the brackets of a method. */
  #value(): Type {
    const isOptional = this.#has('?');
    if (this.#peek() === '(' || this.#peek() === '<')
      return { kind: 'function', signatures: [this.#signature(':')] };
    const type = this.#has(':') ? this.#type() : ANY;
    return isOptional ? union([type, named('undefined')]) : type;
  }
}
