/**
 * How code goes about its work, in the few signs that matter to a function in the cloud: what it keeps in the instance, what it does
 * not wait for, what it does by turns. Loops, conditions and names are wordings, and are no signs.
 */
import { syntaxOf } from './visible-code.ts';
import { type AnyNode, descend } from './walk.ts';

export type CodeSign =
  /** Something outside the function changes: the next call of this instance finds it. */
  | 'keepsInInstance'
  /** A store, the queue or a service is asked, and nobody waits for the answer. */
  | 'doesNotWait'
  /** A write that only counts under a condition. */
  | 'writesUnderCondition';

const ASKED = new Set(['kv', 'bucket', 'queue', 'fetch']);
const CHANGING = new Set(['set', 'add', 'push', 'delete', 'unshift', 'splice', 'pop', 'shift', 'clear']);

export function signsOf(codes: readonly string[]): ReadonlySet<CodeSign> {
  const signs = new Set<CodeSign>();
  for (const code of codes) {
    const program = syntaxOf(code);
    if (program === null) continue;
    const outside = namesOutside(program as unknown as AnyNode);
    descend(program, (node, isInside) => {
      if (isInside && outside.has(changedBy(node) ?? '')) signs.add('keepsInInstance');
      if (node.type === 'ExpressionStatement' && isAsking(node['expression'])) signs.add('doesNotWait');
      if (node.type === 'Property' && nameOf(node['key']) === 'ifVersion') signs.add('writesUnderCondition');
    });
  }
  return signs;
}

/** What the file itself declares beside its functions. */
function namesOutside(program: AnyNode): ReadonlySet<string> {
  const body = program['body'] as readonly AnyNode[];
  return new Set(
    body.flatMap((statement) => {
      const declared = (statement['declaration'] as AnyNode | null | undefined) ?? statement;
      if (declared.type !== 'VariableDeclaration') return [];
      return (declared['declarations'] as readonly AnyNode[]).map(({ id }) => nameOf(id) ?? '');
    }),
  );
}

/** The variable that a node changes, or of which it changes what is in it; null for any other node. */
function changedBy(node: AnyNode): string | null {
  if (node.type === 'AssignmentExpression') return rootOf(node['left']);
  if (node.type === 'UpdateExpression') return rootOf(node['argument']);
  if (node.type === 'UnaryExpression' && node['operator'] === 'delete') return rootOf(node['argument']);
  if (node.type !== 'CallExpression') return null;
  const callee = node['callee'] as AnyNode;
  const isChange = callee.type === 'MemberExpression' && CHANGING.has(nameOf(callee['property']) ?? '');
  return isChange ? rootOf(callee['object']) : null;
}

/** `a` of `a.b[c]`. */
function rootOf(value: unknown): string | null {
  let node = value as AnyNode;
  while (node.type === 'MemberExpression') node = node['object'] as AnyNode;
  return nameOf(node);
}

/** Whether this is a call like `context.kv.put(…)` or `fetch(…)`. */
function isAsking(value: unknown): boolean {
  let node = value as AnyNode;
  if (node.type !== 'CallExpression') return false;
  for (node = node['callee'] as AnyNode; ; node = node['object'] as AnyNode) {
    const name = node.type === 'MemberExpression' ? nameOf(node['property']) : nameOf(node);
    if (ASKED.has(name ?? '')) return true;
    if (node.type !== 'MemberExpression') return false;
  }
}

function nameOf(value: unknown): string | null {
  const node = value as AnyNode | null;
  return node?.type === 'Identifier' ? String(node['name']) : null;
}
