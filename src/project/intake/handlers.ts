/**
 * What kind of handler a file holds, read from its text and never run: ours, or that of a cloud or a framework. A parser reads it, so
 * that a word in a comment says nothing.
 */
import { type AnyNode, type Expression, type Node, type Program, parse } from 'acorn';

/**
 * - `own`: `export default` with a function, as here;
 * - `worker`: `export default { fetch }`, as at Cloudflare, Deno and Bun;
 * - `aws`: a function named `handler`, as at AWS Lambda;
 * - `azure`, `google`: registered with the package of that cloud;
 * - `server`: it listens itself, with Express for example;
 * - `commonjs`: in the older form of modules, with `require` or `module.exports`;
 * - `broken`: it can't be read;
 * - `none`: a file that others import.
 */
export type HandlerKind =
  | 'own'
  | 'worker'
  | 'aws'
  | 'azure'
  | 'google'
  | 'server'
  | 'commonjs'
  | 'broken'
  | 'none';

export interface HandlerFacts {
  readonly kind: HandlerKind;
  /** Of `own`: what its first parameter is called; empty when it has none or takes it apart. */
  readonly takes: string;
  /** Of `worker`: which other handlers it has beside `fetch`: `scheduled`, `queue`. */
  readonly others: readonly string[];
  /** Packages and parts of Node that it imports. */
  readonly packages: readonly string[];
}

const SERVERS = /^(express|fastify|koa|hapi|@hapi\/hapi|restify|polka|(node:)?https?)$/;

export function handlerIn(text: string): HandlerFacts {
  const program = parsed(text);
  if (program === null) return { kind: 'broken', takes: '', others: [], packages: [] };
  const calls = callsIn(program);
  const packages = [...new Set([...importsOf(program), ...requiredBy(calls)])].filter(isOutside);
  const exported = defaultOf(program);
  const facts = { takes: firstParameter(exported), others: [] as string[], packages };
  const isListening = calls.some(({ callee }) => callee.endsWith('.listen'));
  if (packages.includes('@azure/functions')) return { ...facts, kind: 'azure' };
  if (packages.includes('@google-cloud/functions-framework')) return { ...facts, kind: 'google' };
  if (isListening && packages.some((name) => SERVERS.test(name))) return { ...facts, kind: 'server' };
  if (exported?.type === 'ObjectExpression') {
    const names = exported.properties.flatMap((one) => (one.type === 'Property' ? nameOf(one.key) : []));
    if (names.includes('fetch')) {
      return {
        ...facts,
        kind: 'worker',
        others: names.filter((name) => name !== 'fetch' && EVENTS.has(name)),
      };
    }
  }
  if (exported !== null) return { ...facts, kind: isFunction(exported) ? 'own' : 'none' };
  const assigned = assignedIn(program);
  if (namedExports(program).includes('handler') || assigned.some((name) => /(^|\.)handler$/.test(name))) {
    return { ...facts, kind: 'aws' };
  }
  const isCommon =
    calls.some(({ callee }) => callee === 'require') || assigned.some((name) => COMMON.test(name));
  return { ...facts, kind: isCommon ? 'commonjs' : 'none' };
}

const EVENTS = new Set(['scheduled', 'queue', 'email', 'tail']);
const COMMON = /^(module\.exports|exports)\b/;

function parsed(text: string): Program | null {
  const options = { ecmaVersion: 'latest', allowHashBang: true } as const;
  for (const sourceType of ['module', 'script'] as const) {
    try {
      return parse(text, { ...options, sourceType, allowReturnOutsideFunction: true });
    } catch {
      // What is no module may be a script of the older kind.
    }
  }
  return null;
}

function importsOf(program: Program): string[] {
  return program.body.flatMap((node) =>
    (node.type === 'ImportDeclaration' ||
      node.type === 'ExportNamedDeclaration' ||
      node.type === 'ExportAllDeclaration') &&
    typeof node.source?.value === 'string'
      ? [node.source.value]
      : [],
  );
}

const isOutside = (name: string) => !/^(\.{0,2}\/|https?:|data:|\.{1,2}$)/.test(name);

/** What `export default` says, looked up when it is a name of this file. */
function defaultOf(program: Program): AnyNode | null {
  for (const node of program.body) {
    if (node.type === 'ExportDefaultDeclaration') return lookedUp(program, node.declaration);
    if (node.type !== 'ExportNamedDeclaration' || node.source) continue;
    const asDefault = node.specifiers.find(({ exported }) => nameOf(exported)[0] === 'default');
    if (asDefault) return lookedUp(program, asDefault.local);
  }
  return null;
}

function lookedUp(program: Program, node: AnyNode): AnyNode {
  if (node.type !== 'Identifier') return node;
  for (const statement of program.body) {
    if (statement.type === 'FunctionDeclaration' && statement.id?.name === node.name) return statement;
    if (statement.type !== 'VariableDeclaration') continue;
    const found = statement.declarations.find(({ id }) => id.type === 'Identifier' && id.name === node.name);
    if (found?.init) return found.init;
  }
  return node;
}

/** A name that is made elsewhere, or by a call, may be a function: only running it would tell. */
function isFunction({ type }: AnyNode): boolean {
  return /Function|Identifier|CallExpression/.test(type);
}

function firstParameter(node: AnyNode | null): string {
  const [first] = node !== null && 'params' in node ? node.params : [];
  return first?.type === 'Identifier' ? first.name : '';
}

function namedExports(program: Program): string[] {
  return program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration') return [];
    const { declaration } = node;
    const declared =
      declaration?.type === 'VariableDeclaration'
        ? declaration.declarations.flatMap(({ id }) => nameOf(id))
        : nameOf(declaration?.id ?? null);
    return [...declared, ...node.specifiers.flatMap(({ exported }) => nameOf(exported))];
  });
}

/** What is assigned to at the top of the file: `module.exports`, `exports.handler`. */
function assignedIn(program: Program): string[] {
  return program.body.flatMap((node) =>
    node.type === 'ExpressionStatement' && node.expression.type === 'AssignmentExpression'
      ? [dotted(node.expression.left)]
      : [],
  );
}

interface Call {
  readonly callee: string;
  readonly first: AnyNode | undefined;
}

function callsIn(program: Program): Call[] {
  const found: Call[] = [];
  const waiting: Node[] = [program];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const one = node as AnyNode;
    if (one.type === 'CallExpression') found.push({ callee: dotted(one.callee), first: one.arguments[0] });
    for (const inside of Object.values(one).flat()) if (isNode(inside)) waiting.push(inside);
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function requiredBy(calls: readonly Call[]): string[] {
  return calls.flatMap(({ callee, first }) =>
    callee === 'require' && first?.type === 'Literal' && typeof first.value === 'string' ? [first.value] : [],
  );
}

function dotted(node: AnyNode | Expression): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return '';
  return `${dotted(node.object)}.${nameOf(node.property)[0] ?? ''}`;
}

function nameOf(node: AnyNode | null): string[] {
  if (node?.type === 'Identifier') return [node.name];
  return node?.type === 'Literal' && typeof node.value === 'string' ? [node.value] : [];
}
