/**
 * What is known at a place in the code: the members of what stands before the dot, the fields that an object may have there, the
 * names that mean something, the addresses a text may hold. It knows no editor; `completions.ts` shows it.
 *
 * This folder is what the editor knows of the code in it. `type-text.ts` reads types as they are written, `members.ts` says what
 * a type holds, `scopes.ts` and `flow.ts` read the code, this file puts them together for one place, and `explanations.ts` has
 * the words. Only the editor of `codemirror.ts` imports it. Begin here.
 */
import type { CodeFacts } from '../code-help.ts';
import { Flow } from './flow.ts';
import type { Types } from './members.ts';
import { type CodeNode, type CodeToRead, namesAt } from './scopes.ts';
import { isNamed, type Type } from './type-text.ts';

export const NO_FACTS: CodeFacts = { functions: [], env: {}, services: [] };

export interface Known {
  readonly name: string;
  readonly type: Type;
  /** Under which it is explained: `Kv.get`, `fetch`. Empty for what is the reader's own. */
  readonly key: string;
}

/** Where what is typed begins, and what may stand there. */
export interface Choice {
  readonly from: number;
  readonly kind: 'member' | 'field' | 'name' | 'text';
  readonly known: readonly Known[];
}

/** What the function in a file is given, by what sets it off. */
const GIVEN: Readonly<Record<string, string>> = {
  http: 'Request',
  upload: 'UploadEvent',
  timer: 'TimerEvent',
  queue: 'QueueEvent<any>',
};

const AFTER_DOT = /(\?\.|\.)\s*([\p{L}\p{N}_$]*)$/u;
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*$/u;
/** What can stand before a dot as one whole. */
const BEFORE_DOT =
  /^(MemberExpression|CallExpression|NewExpression|ParenthesizedExpression|ArrayExpression|VariableName|String|TemplateString|RegExp)$/;
const NOT_CODE = /Comment|^RegExp$/;

export class PlaceReader {
  readonly #types: Types;
  readonly #facts: CodeFacts;
  readonly #code: CodeToRead;
  readonly #flow: Flow;
  readonly #paths: readonly string[];

  /** @param other a file of this playground by its path */
  constructor(
    types: Types,
    code: CodeToRead,
    facts: CodeFacts = NO_FACTS,
    paths: readonly string[] = [],
    other: (path: string) => CodeToRead | null = () => null,
  ) {
    const entry = facts.functions.find((one) => one.entry === code.path);
    const given = entry && GIVEN[entry.trigger.type];
    this.#types = types;
    this.#facts = facts;
    this.#code = code;
    this.#paths = paths.filter((path) => path !== code.path);
    this.#flow = new Flow(types, code, {
      handlerTypes: given === undefined ? [] : [given, 'Context'],
      other: (specifier) => other(pathOf(code.path, specifier)),
    });
  }

  /** @param isAsked the reader asked for it; else it is only told when something was typed */
  at(pos: number, isAsked: boolean): Choice | null {
    const inner = this.#code.tree.resolveInner(pos, -1);
    if (NOT_CODE.test(inner.name)) return null;
    if (inner.name === 'String') return this.#inString(inner, pos);
    if (inner.name === 'TemplateString') return null;
    const before = this.#code.text.slice(Math.max(0, pos - 400), pos);
    const dot = AFTER_DOT.exec(before);
    if (dot) return this.#members(pos, before, dot);
    const typed = WORD.exec(before)?.[0] ?? '';
    const from = pos - typed.length;
    const fields = this.#fields(inner, from, isAsked);
    if (fields !== null) return fields;
    if (!isAsked && (typed.length < 2 || inner.name !== 'VariableName')) return null;
    if (/Definition$/.test(inner.name)) return null;
    return { from, kind: 'name', known: this.#names(inner) };
  }

  /** What the name at a place is; null where none is. */
  nameAt(pos: number): (Known & { readonly from: number; readonly to: number }) | null {
    const node = this.#code.tree.resolveInner(pos, 1);
    const name = this.#flow.textOf(node);
    const place = { name, from: node.from, to: node.to };
    if (node.name === 'VariableName' || node.name === 'VariableDefinition') {
      const declared = namesAt(node, this.#code.text).get(name);
      if (declared) return { ...place, type: this.#flow.typeOfPlace(declared), key: '' };
      const type = this.#types.global(name);
      return type && { ...place, type, key: name };
    }
    if (node.name === 'PropertyName' && node.parent?.name === 'MemberExpression') {
      const owner = this.#flow.typeOf(node.parent.firstChild);
      const type = this.#types.held(owner).get(name);
      return type ? { ...place, type, key: `${this.ownerOf(owner)}.${name}` } : null;
    }
    return null;
  }

  /** The type under which members are explained. */
  ownerOf(type: Type): string {
    const present = this.#types.present(type);
    const one = present.kind === 'union' ? this.#types.whole(present.parts[0] ?? present) : present;
    const names: Readonly<Record<string, string>> = { string: 'String', number: 'Number' };
    if (one.kind === 'name') return names[one.name] ?? one.name;
    return one.kind === 'tuple' ? 'Array' : '';
  }

  #members(pos: number, before: string, [whole, , typed = '']: RegExpExecArray): Choice | null {
    const dotAt = pos - whole.length;
    const end = dotAt - (/\s*$/.exec(before.slice(0, before.length - whole.length))?.[0].length ?? 0);
    const object = this.#endingAt(end);
    if (object === null) return null;
    const type = this.#flow.typeOf(object);
    const owner = this.ownerOf(type);
    const known = [...this.#types.held(type)].map(([name, one]) => ({
      name,
      type: one,
      key: `${owner}.${name}`,
    }));
    return { from: pos - typed.length, kind: 'member', known: [...known, ...this.#settings(object)] };
  }

  /** Names of the function's settings, behind `context.env.` */
  #settings(object: CodeNode): Known[] {
    const name = object.getChild('PropertyName');
    if (name === null || this.#flow.textOf(name) !== 'env') return [];
    if (!isNamed(this.#types.present(this.#flow.typeOf(object.firstChild)), 'Context')) return [];
    const type = this.#types.parse('string');
    return Object.keys(this.#facts.env).map((one) => ({ name: one, type, key: 'env' }));
  }

  /** The largest expression that ends here and can stand before a dot. */
  #endingAt(end: number): CodeNode | null {
    let found: CodeNode | null = null;
    for (
      let node: CodeNode | null = this.#code.tree.resolveInner(end, -1);
      node !== null && node.to === end;
      node = node.parent
    ) {
      if (BEFORE_DOT.test(node.name)) found = node;
      else if (found !== null) break;
    }
    return found;
  }

  #fields(inner: CodeNode, from: number, isAsked: boolean): Choice | null {
    const isKey = inner.name === 'PropertyDefinition' && inner.from === from;
    const isEmpty = isAsked && /^[{,]$/.test(inner.name);
    const object = isKey
      ? inner.parent?.parent
      : isEmpty || inner.name === 'ObjectExpression'
        ? holderOf(inner)
        : null;
    if (object?.name !== 'ObjectExpression') return null;
    const wanted = this.#flow.wantedAt(object);
    if (wanted === null) return null;
    const type = this.#types.present(wanted);
    const there = object.getChildren('Property').map((one) => one.getChild('PropertyDefinition'));
    const taken = there.flatMap((one) => (one === null || one.from === from ? [] : [this.#flow.textOf(one)]));
    const owner = this.ownerOf(type);
    const known = [...this.#types.held(type)]
      .filter(([name]) => !taken.includes(name))
      .map(([name, one]) => ({ name, type: one, key: `${owner}.${name}` }));
    return known.length === 0 ? null : { from, kind: 'field', known };
  }

  #names(inner: CodeNode): Known[] {
    const own = [...namesAt(inner, this.#code.text)].map(([name, place]) => ({
      name,
      type: this.#flow.typeOfPlace(place),
      key: '',
    }));
    const mine = new Set(own.map(({ name }) => name));
    const others = this.#types.globals
      .filter((name) => !mine.has(name))
      .map((name) => ({ name, type: this.#types.global(name) ?? this.#types.parse('any'), key: name }));
    return [...own, ...others];
  }

  /** Addresses of services in a `fetch`, and files of the playground behind `from`. */
  #inString(node: CodeNode, pos: number): Choice | null {
    const from = node.from + 1;
    if (pos < from) return null;
    const type = this.#types.parse('string');
    const texts = (names: readonly string[], key: string): Choice => ({
      from,
      kind: 'text',
      known: names.map((name) => ({ name, type, key })),
    });
    if (node.parent?.name === 'ImportDeclaration')
      return texts(
        this.#paths.map((path) => specifierOf(this.#code.path, path)),
        'import',
      );
    const callee = node.parent?.name === 'ArgList' ? node.parent.parent?.firstChild : null;
    if (!callee || this.#flow.textOf(callee) !== 'fetch') return null;
    const addresses = this.#facts.services.flatMap(({ name, routes, isOwn }) =>
      isOwn ? [`${name}/`] : routes.map(({ path }) => `${name}${path}`),
    );
    return texts([...new Set(addresses)], 'service');
  }
}

const holderOf = (inner: CodeNode) => (inner.name === 'ObjectExpression' ? inner : inner.parent);

/** The path of a file that another imports by `./x.js` or `../lib/x.js`. */
function pathOf(from: string, specifier: string): string {
  const base = new URL(from, 'file:///');
  return URL.canParse(specifier, base) ? decodeURIComponent(new URL(specifier, base).pathname.slice(1)) : '';
}

function specifierOf(from: string, path: string): string {
  const up = from.split('/').slice(0, -1);
  const parts = path.split('/');
  while (up.length > 0 && parts.length > 1 && up[0] === parts[0]) {
    up.shift();
    parts.shift();
  }
  return `${up.length === 0 ? './' : '../'.repeat(up.length)}${parts.join('/')}`;
}
