/**
 * Of what type is this piece of code? A light reading of JavaScript: parameters by their JSDoc or by what calls them, values by
 * how they were made, and no more. It has no compiler to ask, knows nothing of what is assigned later, and says `any` where
 * it does not know.
 */
import { inSignature, paramAt, type Types } from './members.ts';
import { calculated, LITERALS, logical } from './operators.ts';
import {
  type CodeNode,
  type CodeToRead,
  childrenOf,
  commasBefore,
  docOf,
  docOfFunction,
  isFunction,
  lastValue,
  namesAt,
  placesOfParams,
  returnsIn,
  type Surroundings,
  tagsIn,
} from './scopes.ts';
import { ANY, named, parseType, type Signature, type Type, union } from './type-text.ts';

const ALONE: Surroundings = { handlerTypes: [], other: () => null };
/** Code that leads back to itself is read so deep, and no deeper. */
const DEEPEST = 60;
/** What stands in a list or a call without being of it. */
const SIGNS = /^[^\p{L}]|^(LineComment|BlockComment|Equals|Spread)$/u;

export class Flow {
  readonly #types: Types;
  readonly #code: CodeToRead;
  readonly #around: Surroundings;
  #depth = 0;

  constructor(types: Types, code: CodeToRead, around: Surroundings = ALONE) {
    this.#types = types;
    this.#code = code;
    this.#around = around;
  }

  textOf({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.#code.text.slice(from, to);
  }

  /** @param node an expression */
  typeOf(node: CodeNode | null): Type {
    return node === null ? ANY : this.#deeper(() => this.#expression(node));
  }

  #deeper(read: () => Type): Type {
    if (this.#depth > DEEPEST) return ANY;
    this.#depth += 1;
    const type = read();
    this.#depth -= 1;
    return type;
  }

  #expression(node: CodeNode): Type {
    const literal = LITERALS[node.name];
    if (literal !== undefined) return named(literal);
    const parts = childrenOf(node);
    switch (node.name) {
      case 'VariableName':
        return this.#variable(node);
      case 'ParenthesizedExpression':
        return this.typeOf(parts[1] ?? null);
      case 'MemberExpression':
        return this.#property(node);
      case 'CallExpression':
        return this.#call(node, false);
      case 'NewExpression':
        return this.#call(node, true);
      case 'AwaitExpression':
        return this.#types.awaited(this.typeOf(node.lastChild));
      case 'ArrayExpression':
        return named('Array', this.#listed(parts));
      case 'ObjectExpression':
        return this.#object(parts);
      case 'ConditionalExpression':
        return union([this.typeOf(parts[2] ?? null), this.typeOf(parts[4] ?? null)]);
      case 'BinaryExpression':
        return this.#binary(parts);
      case 'UnaryExpression':
        return named(/^(!|delete)/.test(this.textOf(node)) ? 'boolean' : 'number');
      case 'AssignmentExpression':
        return this.typeOf(node.lastChild);
      default:
        return isFunction(node) ? this.functionType(node) : ANY;
    }
  }

  #variable(node: CodeNode): Type {
    const name = this.textOf(node);
    if (name === 'undefined') return named('undefined');
    const place = namesAt(node, this.#code.text).get(name);
    return place ? this.typeOfPlace(place) : (this.#types.global(name) ?? ANY);
  }

  #property(node: CodeNode): Type {
    const owner = this.typeOf(node.firstChild);
    const name = node.getChild('PropertyName');
    if (name !== null) return this.#types.member(owner, this.textOf(name));
    const key = node.lastChild?.prevSibling ?? null;
    if (key?.name === 'String') return this.#types.member(owner, this.textOf(key).slice(1, -1));
    const present = this.#types.present(owner);
    if (present.kind === 'object') return present.rest ?? ANY;
    return this.#types.at(owner, key?.name === 'Number' ? Number(this.textOf(key)) : -1);
  }

  #listed(parts: readonly CodeNode[]): Type {
    const items = parts.filter(({ name }) => !SIGNS.test(name));
    if (items.length === 0) return ANY;
    return union(
      items.map((item) =>
        item.prevSibling?.name === 'Spread' ? this.#types.element(this.typeOf(item)) : this.typeOf(item),
      ),
    );
  }

  #object(parts: readonly CodeNode[]): Type {
    const members = new Map<string, Type>();
    for (const part of parts.filter(({ name }) => name === 'Property' || name === 'MethodDeclaration')) {
      const key = part.getChild('PropertyDefinition');
      const value = part.lastChild;
      if (part.getChild('Spread') !== null) {
        for (const [name, type] of this.#types.held(this.typeOf(value))) members.set(name, type);
      } else if (key !== null && part.getChild('ParamList') !== null) {
        members.set(this.textOf(key), this.functionType(part));
      } else if (key !== null) {
        const isShort = part.getChild(':') === null;
        members.set(this.textOf(key), isShort ? this.#variable(key) : this.typeOf(value));
      }
    }
    return { kind: 'object', members, rest: null };
  }

  #binary(parts: readonly CodeNode[]): Type {
    const [left = null, sign, right = null]: readonly (CodeNode | null)[] = parts;
    const name = sign?.name ?? '';
    if (/^(CompareOp|in|instanceof)$/.test(name)) return named('boolean');
    const sides = [this.typeOf(left), this.typeOf(right)] as const;
    if (!sign || !/^(LogicOp|ArithOp|BitOp)$/.test(name)) return ANY;
    const text = this.textOf(sign);
    return name === 'LogicOp' ? logical(text, this.#types, sides) : calculated(text, sides);
  }

  #call(node: CodeNode, isNew: boolean): Type {
    const callee = isNew ? node.getChild('new')?.nextSibling : node.firstChild;
    if (callee?.name === 'import') return ANY;
    const found = this.#signatureOf(node, isNew);
    if (found === null) return ANY;
    const { signature, args } = found;
    const bound = this.#infer(signature, args, () => true);
    for (const [name, otherwise] of signature.typeParams) if (!bound.has(name)) bound.set(name, otherwise);
    return inSignature({ ...signature, typeParams: new Map() }, bound).returns;
  }

  #infer(signature: Signature, args: readonly CodeNode[], isAsked: (arg: CodeNode) => boolean) {
    const bound = new Map<string, Type>();
    const free = new Set(signature.typeParams.keys());
    if (free.size === 0) return bound;
    for (const [at, arg] of args.entries()) {
      const param = paramAt(signature, at);
      if (param && isAsked(arg)) this.#types.infer(param, this.typeOf(arg), free, bound);
    }
    return bound;
  }

  /** Of several, the last that takes so many arguments: the earlier ones are for narrower types. */
  #signatureOf(node: CodeNode, isNew: boolean): { signature: Signature; args: CodeNode[] } | null {
    const callee = isNew ? (node.getChild('new')?.nextSibling ?? null) : node.firstChild;
    const list = node.getChild('ArgList');
    const args = list === null ? [] : childrenOf(list).filter(({ name }) => !SIGNS.test(name));
    const signatures = this.#types.signatures(this.typeOf(callee), isNew);
    const fitting = signatures.filter(({ params }) => {
      const needed = params.filter(({ isOptional, isRest }) => !isOptional && !isRest).length;
      return args.length >= needed && (args.length <= params.length || params.at(-1)?.isRest === true);
    });
    const signature = fitting.at(-1) ?? signatures.at(-1);
    return signature ? { signature, args } : null;
  }

  /** What the place of an argument asks for; null when that is not known. */
  wantedAt(arg: CodeNode): Type | null {
    const call = arg.parent?.name === 'ArgList' ? arg.parent.parent : null;
    if (call === null) return null;
    const found = this.#signatureOf(call, call.name === 'NewExpression');
    if (found === null) return null;
    const { signature, args } = found;
    const at = args.findIndex(({ from }) => from === arg.from);
    const bound = this.#infer(signature, args, (one) => one.from !== arg.from && !isFunction(one));
    return paramAt(inSignature({ ...signature, typeParams: new Map() }, bound), at) ?? null;
  }

  /** @param node a function, or a method of an object */
  functionType(node: CodeNode): Type {
    const doc = docOfFunction(node, this.#code.text);
    const list = node.getChild('ParamList');
    const params = (list === null ? [] : placesOfParams(list)).map((place) => ({
      name: this.textOf(place),
      type: this.#paramType(place, node),
      isOptional: place.nextSibling?.name === 'Equals',
      isRest: place.prevSibling?.name === 'Spread',
    }));
    const [said] = tagsIn(doc, 'returns');
    const returns = said ? parseType(said.type) : this.#returned(node);
    return { kind: 'function', signatures: [{ typeParams: new Map(), params, returns }] };
  }

  #returned(node: CodeNode): Type {
    const body = node.lastChild;
    const isAsync = node.getChild('async') !== null;
    if (body === null || this.#depth > DEEPEST) return ANY;
    const given =
      body.name === 'Block' ? returnsIn(body).map(({ lastChild }) => lastValue(lastChild)) : [body];
    const types = given.map((value) => (value === null ? named('undefined') : this.typeOf(value)));
    const type = types.length === 0 ? named('void') : union(types);
    return isAsync ? named('Promise', this.#types.awaited(type)) : type;
  }

  /** @param place where a name is declared */
  typeOfPlace(place: CodeNode): Type {
    return this.#deeper(() => this.#declared(place));
  }

  #declared(place: CodeNode): Type {
    const { parent } = place;
    switch (parent?.name) {
      case 'PatternProperty': {
        const key = parent.getChild('PropertyName') ?? place;
        const type = this.#pattern(parent.parent);
        return this.#withDefault(place, this.#types.member(type, this.textOf(key)));
      }
      case 'ArrayPattern':
        return this.#types.at(this.#pattern(parent), commasBefore(place));
      case 'FunctionDeclaration':
        return this.functionType(parent);
      case 'ImportDeclaration':
      case 'ImportGroup':
        return this.#imported(place, parent);
      default:
        return this.#holder(place);
    }
  }

  /** What a pattern takes apart. */
  #pattern(pattern: CodeNode | null): Type {
    if (pattern === null) return ANY;
    const { parent } = pattern;
    if (parent?.name !== 'PatternProperty') return this.#declared(pattern);
    const key = parent.getChild('PropertyName');
    return key === null ? ANY : this.#types.member(this.#pattern(parent.parent), this.textOf(key));
  }

  #withDefault(place: CodeNode, type: Type): Type {
    const otherwise = place.nextSibling?.name === 'Equals' ? place.nextSibling.nextSibling : null;
    return otherwise === null ? type : union([this.#types.present(type), this.typeOf(otherwise)]);
  }

  /** A name or a pattern that stands in a declaration, a loop or a list of parameters. */
  #holder(place: CodeNode): Type {
    const { parent } = place;
    if (parent?.name === 'VariableDeclaration') {
      const [said] = tagsIn(docOf(parent, this.#code.text), 'type');
      if (said) return parseType(said.type);
      const value = place.nextSibling?.name === 'Equals' ? place.nextSibling.nextSibling : null;
      return this.typeOf(value);
    }
    if (parent?.name === 'ForOfSpec') return this.#types.element(this.typeOf(lastValue(parent.lastChild)));
    if (parent?.name === 'ForInSpec') return named('string');
    if (parent?.name === 'ParamList' && parent.parent !== null) return this.#paramType(place, parent.parent);
    return ANY;
  }

  #paramType(place: CodeNode, owner: CodeNode): Type {
    const at = commasBefore(place);
    const said = tagsIn(docOfFunction(owner, this.#code.text), 'param');
    const name = this.textOf(place);
    const tag =
      said.find((one) => one.name === name) ?? (place.name === 'ObjectPattern' ? said[at] : undefined);
    if (tag) return parseType(tag.type);
    const wanted = this.wantedAt(owner);
    const [signature] = wanted === null ? [] : this.#types.signatures(wanted);
    if (signature) return paramAt(signature, at) ?? ANY;
    const isHandler = owner.parent?.name === 'ExportDeclaration' && owner.parent.getChild('default') !== null;
    const known = isHandler ? this.#around.handlerTypes[at] : undefined;
    return this.#withDefault(place, known === undefined ? ANY : parseType(known));
  }

  #imported(place: CodeNode, parent: CodeNode): Type {
    const statement = parent.name === 'ImportGroup' ? parent.parent : parent;
    const from = statement?.getChild('String');
    const other = from ? this.#around.other(this.textOf(from).slice(1, -1)) : null;
    if (other === null) return ANY;
    const isAs = place.prevSibling?.name === 'as';
    const wanted = isAs ? (place.prevSibling?.prevSibling ?? place) : place;
    const name = parent.name === 'ImportGroup' ? this.textOf(wanted) : 'default';
    const flow = new Flow(this.#types, other);
    flow.#depth = this.#depth;
    return flow.exported(name);
  }

  /** What this file gives others under a name. */
  exported(name: string): Type {
    for (const statement of childrenOf(this.#code.tree.topNode)) {
      if (statement.name !== 'ExportDeclaration') continue;
      if (name === 'default' && statement.getChild('default') !== null) {
        const value = childrenOf(statement).find((part) => !/^(export|async|default|;)$/.test(part.name));
        return value?.name === 'FunctionDeclaration' ? this.functionType(value) : this.typeOf(value ?? null);
      }
    }
    const place = namesAt(this.#code.tree.topNode, this.#code.text).get(name);
    return place ? this.typeOfPlace(place) : ANY;
  }
}
