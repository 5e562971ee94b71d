/**
 * What a type holds: its members, with the types that its arguments make of them. The types come from a table that the build
 * makes of the published types (`build/editor-types.ts`), as text that is read when it is asked for.
 */
import { ANY, isNamed, named, type Param, parseType, type Signature, type Type, union } from './type-text.ts';

/** Types by name, each with its members; several texts are the overloads of one function. */
export interface TypeTable {
  /** `{ 'Map<K, V>': { size: 'number' } }`; of the value `Response` the type is `typeof Response`. */
  readonly types: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  /** `{ 'QueueEvent<Body>': 'CloudEvent<…>' }` */
  readonly aliases: Readonly<Record<string, string>>;
  /** What is everywhere: `{ fetch: '(input: …) => Promise<Response>' }`. */
  readonly globals: Readonly<Record<string, string>>;
}

/** Signatures of a type that can be called or constructed stand in the table under these names. */
export const CALL = '()';
export const CONSTRUCT = 'new ()';
/** What a loop over it gives, as an iterator. */
export const ITERATE = '[]';

const APPARENT: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'Number',
  boolean: 'Boolean',
  ReadonlyArray: 'Array',
  this: 'Array',
};
const NOTHING = ['null', 'undefined', 'void'];
/** These say something of a type, and hold what it holds. */
const TRANSPARENT = ['Readonly', 'Partial', 'Required', 'NonNullable', 'NoInfer'];
const PROMISES = ['Promise', 'PromiseLike'];

type Held = ReadonlyMap<string, Type>;

export class Types {
  readonly #entries = new Map<string, { params: string[]; text: TypeTable['types'][string] }>();
  readonly #aliases = new Map<string, { params: string[]; text: string }>();
  readonly #globals: TypeTable['globals'];
  readonly #read = new Map<string, Type>();

  constructor({ types, aliases, globals }: TypeTable) {
    for (const [head, text] of Object.entries(types)) {
      const { name, params } = headOf(head);
      this.#entries.set(name, { params, text });
    }
    for (const [head, text] of Object.entries(aliases)) {
      const { name, params } = headOf(head);
      this.#aliases.set(name, { params, text });
    }
    this.#globals = globals;
  }

  get globals(): readonly string[] {
    return Object.keys(this.#globals);
  }

  /** @returns null when there is no such thing everywhere */
  global(name: string): Type | null {
    return Object.hasOwn(this.#globals, name) ? this.parse(this.#globals[name] ?? '') : null;
  }

  parse(text: string): Type {
    const known = this.#read.get(text);
    if (known !== undefined) return known;
    const type = parseType(text);
    this.#read.set(text, type);
    return type;
  }

  /** Names stand for what they were given, aliases for what they are short for; nothing is taken off. */
  whole(type: Type): Type {
    if (type.kind !== 'name') return type;
    const [first = ANY] = type.args;
    if (TRANSPARENT.includes(type.name)) return this.whole(first);
    if (type.name === 'Awaited') return this.awaited(first);
    if (type.name === 'Record') return { kind: 'object', members: new Map(), rest: type.args[1] ?? ANY };
    const alias = this.#aliases.get(type.name);
    return alias ? this.whole(substitute(this.parse(alias.text), bind(alias.params, type.args))) : type;
  }

  /** As `whole`, without null and undefined: of what may be missing an editor shows what it holds when it is there. */
  present(type: Type): Type {
    const found = this.whole(type);
    if (found.kind !== 'union') return found;
    return union(found.parts.map((part) => this.whole(part)).filter((part) => !isNamed(part, ...NOTHING)));
  }

  /** What can stand behind the dot. */
  held(type: Type): Held {
    const found = this.present(type);
    switch (found.kind) {
      case 'object':
        return found.members;
      case 'function':
        return this.held(named('Function'));
      case 'tuple':
        return this.held(named('Array', union(found.parts)));
      case 'union':
        return this.#common(found.parts.map((part) => this.held(part)));
      case 'name':
        return this.#heldByName(found.name, found.args);
    }
  }

  #heldByName(name: string, args: readonly Type[]): Held {
    const entry = this.#entries.get(APPARENT[name] ?? name);
    if (entry === undefined) return new Map();
    const bound = bind(entry.params, args);
    const own = Object.keys(entry.text).filter((member) => ![CALL, CONSTRUCT, ITERATE].includes(member));
    const held = new Map(
      own.map((member) => [member, substitute(this.#member(entry.text[member] ?? 'any'), bound)]),
    );
    const isCallable = entry.text[CALL] !== undefined || entry.text[CONSTRUCT] !== undefined;
    return isCallable ? new Map([...this.#heldByName('Function', []), ...held]) : held;
  }

  #member(text: string | readonly string[]): Type {
    return typeof text === 'string'
      ? this.parse(text)
      : { kind: 'function', signatures: text.flatMap((one) => signaturesOf(this.parse(one))) };
  }

  #common(all: readonly Held[]): Held {
    const [first = new Map<string, Type>(), ...others] = all;
    const names = [...first.keys()].filter((name) => others.every((held) => held.has(name)));
    return new Map(names.map((name) => [name, union(all.map((held) => held.get(name) ?? ANY))]));
  }

  member(type: Type, name: string): Type {
    const found = this.held(type).get(name);
    if (found !== undefined) return found;
    const present = this.present(type);
    return present.kind === 'object' && present.rest !== null ? present.rest : ANY;
  }

  /** @returns none when it cannot be called */
  signatures(type: Type, isNew = false): readonly Signature[] {
    const found = this.present(type);
    if (found.kind === 'function') return found.signatures;
    if (found.kind !== 'name') return [];
    const entry = this.#entries.get(found.name);
    const text = entry?.text[isNew ? CONSTRUCT : CALL];
    if (entry === undefined || text === undefined) return [];
    return signaturesOf(substitute(this.#member(text), bind(entry.params, found.args)));
  }

  awaited(type: Type): Type {
    const found = this.whole(type);
    if (found.kind === 'union') return union(found.parts.map((part) => this.awaited(part)));
    return found.kind === 'name' && PROMISES.includes(found.name)
      ? this.awaited(found.args[0] ?? ANY)
      : found;
  }

  /** What a loop over it gives. */
  element(type: Type): Type {
    const found = this.present(type);
    if (found.kind === 'tuple') return union(found.parts);
    if (found.kind === 'union') return union(found.parts.map((part) => this.element(part)));
    if (found.kind !== 'name') return ANY;
    const entry = this.#entries.get(APPARENT[found.name] ?? found.name);
    const text = entry?.text[ITERATE];
    // An iterator itself gives what its first argument says.
    if (entry === undefined || typeof text !== 'string')
      return /Iterator|Iterable|ArrayLike/.test(found.name) ? (found.args[0] ?? ANY) : ANY;
    const iterator = substitute(this.parse(text), bind(entry.params, found.args));
    return iterator.kind === 'name' ? (iterator.args[0] ?? ANY) : ANY;
  }

  /** What stands at a place of a list. */
  at(type: Type, index: number): Type {
    const found = this.present(type);
    return found.kind === 'tuple' ? (found.parts[index] ?? ANY) : this.element(found);
  }

  /**
   * What the parameters of a generic function stand for, as far as an argument tells.
   *
   * @param bound gets what was found
   */
  infer(param: Type, arg: Type, free: ReadonlySet<string>, bound: Map<string, Type>): void {
    if (param.kind === 'name' && free.has(param.name)) {
      if (!bound.has(param.name)) bound.set(param.name, arg);
      return;
    }
    const found = this.whole(arg);
    switch (param.kind) {
      case 'union': {
        const isPromise = param.parts.some((part) => isNamed(part, ...PROMISES));
        for (const part of param.parts) {
          const given =
            isPromise && part.kind === 'name' && free.has(part.name) ? this.awaited(found) : found;
          this.infer(part, given, free, bound);
        }
        return;
      }
      case 'name': {
        const [first] = param.args;
        if (first === undefined) return;
        if (PROMISES.includes(param.name)) this.infer(first, this.awaited(found), free, bound);
        else if (found.kind === 'name' && found.name === param.name)
          for (const [at, one] of param.args.entries()) this.infer(one, found.args[at] ?? ANY, free, bound);
        else this.infer(first, this.element(found), free, bound);
        return;
      }
      case 'object':
        if (param.rest !== null && found.kind === 'object')
          this.infer(param.rest, found.rest ?? union([...found.members.values()]), free, bound);
        return;
      case 'tuple':
        for (const [at, one] of param.parts.entries()) this.infer(one, this.at(found, at), free, bound);
        return;
      case 'function': {
        const [wanted] = param.signatures;
        const given = found.kind === 'function' ? found.signatures[0] : undefined;
        if (wanted && given) this.infer(wanted.returns, given.returns, free, bound);
      }
    }
  }
}

function headOf(head: string): { name: string; params: string[] } {
  const [, name = head, params = ''] = /^([^<]+)<(.*)>$/.exec(head) ?? [];
  return { name, params: params === '' ? [] : params.split(', ') };
}

function bind(names: readonly string[], args: readonly Type[]): Map<string, Type> {
  return new Map(names.map((name, at) => [name, args[at] ?? ANY]));
}

function signaturesOf(type: Type): readonly Signature[] {
  return type.kind === 'function' ? type.signatures : [];
}

export function substitute(type: Type, bound: ReadonlyMap<string, Type>): Type {
  if (bound.size === 0) return type;
  const inner = (one: Type) => substitute(one, bound);
  switch (type.kind) {
    case 'name':
      return (
        bound.get(type.name) ?? (type.args.length === 0 ? type : named(type.name, ...type.args.map(inner)))
      );
    case 'union':
      return union(type.parts.map(inner));
    case 'tuple':
      return { kind: 'tuple', parts: type.parts.map(inner) };
    case 'object':
      return {
        kind: 'object',
        members: new Map([...type.members].map(([name, one]) => [name, inner(one)])),
        rest: type.rest && inner(type.rest),
      };
    case 'function':
      return { kind: 'function', signatures: type.signatures.map((one) => inSignature(one, bound)) };
  }
}

export function inSignature(signature: Signature, bound: ReadonlyMap<string, Type>): Signature {
  const free = new Map([...bound].filter(([name]) => !signature.typeParams.has(name)));
  const inner = (one: Type) => substitute(one, free);
  const inParam = (param: Param): Param => ({ ...param, type: inner(param.type) });
  return { ...signature, params: signature.params.map(inParam), returns: inner(signature.returns) };
}

/** What an argument at a place is for; undefined where none is taken. */
export function paramAt({ params }: Signature, at: number): Type | undefined {
  const param = params[at] ?? (params.at(-1)?.isRest ? params.at(-1) : undefined);
  if (param?.isRest !== true) return param?.type;
  return param.type.kind === 'name' ? (param.type.args[0] ?? ANY) : ANY;
}
